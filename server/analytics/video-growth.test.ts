import fc from 'fast-check';
import { analyzedVideo, DAY, HOUR, NOW } from './analyzed-video.test-data';
import { growthHistory } from './growth-history';
import type { CreatorLevel } from './momentum';
import { videoGrowth } from './video-growth';

const publishedAt = NOW - 60 * DAY;
type Readings = readonly (readonly [ageHours: number, views: number])[];
const level: CreatorLevel = { level: Math.log(10_000), standardError: 0.2 };

function growth(readings: Readings, against: CreatorLevel | null = level) {
  const rows = readings.map(([ageHours, views]) => ({
    observedAt: publishedAt + ageHours * HOUR,
    views,
    likes: null,
    comments: null,
    shares: null,
  }));
  return videoGrowth(growthHistory({ video: analyzedVideo({ publishedAt }), readings: rows }), [], against);
}
const statuses = (readings: Readings) => growth(readings).points.map(({ status }) => status);

it('tells what was and expects what is ahead, from the second reading on', () => {
  const { status, n, points, path, momentum } = growth([
    [12, 3_100],
    [24, 4_700],
    [30, 5_300],
  ]);
  expect({ status, n }).toEqual({ status: 'MEASURED', n: 3 });
  expect(points.map((point) => [point.ageHours, point.status])).toEqual([
    [24, 'MEASURED'],
    [48, 'EXPECTED'],
    [168, 'EXPECTED'],
    [720, 'EXPECTED'],
  ]);
  expect(points[2]!.views! / 10_000).toBeCloseTo(1, 1);
  expect(path[0]).toMatchObject({ ageHours: 30, low80: 5_300, views: 5_300, high80: 5_300 });
  expect(path.at(-1)).toEqual(points[3]);
  expect(momentum.momentum).toBe('AS_EXPECTED');
});

it.each<[string, Readings, string, string[], string]>([
  ['no reading', [], 'NOT_IN_API', ['NOT_YET', 'NOT_YET', 'NOT_YET', 'NOT_YET'], 'NOT_YET'],
  ['one reading', [[30, 500]], 'NOT_YET', ['NOT_READ', 'NOT_YET', 'NOT_YET', 'NOT_YET'], 'NOT_YET'],
  [
    'two readings at one age',
    [
      [30, 500],
      [30, 600],
    ],
    'NOT_YET',
    ['NOT_READ', 'NOT_YET', 'NOT_YET', 'NOT_YET'],
    'NOT_YET',
  ],
  [
    'readings after a year',
    [
      [8_760, 500],
      [9_000, 600],
    ],
    'MEASURED',
    ['NOT_READ', 'NOT_READ', 'NOT_READ', 'NOT_READ'],
    'WEEK_OVER',
  ],
])('says why it expects nothing after %s', (_case, readings, status, points, gap) => {
  const told = growth(readings);
  expect(told.status).toBe(status);
  expect(statuses(readings)).toEqual(points);
  expect(told.path).toEqual([]);
  expect(told.momentum).toMatchObject({ momentum: 'UNKNOWN', probability: null, gap });
});

it.each<[string, Readings, string]>([
  [
    'ten times the level',
    [
      [24, 47_000],
      [48, 67_000],
    ],
    'BREAKING_OUT',
  ],
  [
    'a tenth of the level',
    [
      [24, 470],
      [48, 670],
    ],
    'STALLING',
  ],
  [
    'four times the level, but early',
    [
      [6, 7_600],
      [8, 9_600],
    ],
    'AS_EXPECTED',
  ],
])('says of a video at %s what is probable', (_case, readings, momentum) => {
  const told = growth(readings).momentum;
  expect(told.momentum).toBe(momentum);
  expect(told.breakingOutProbability! + told.stallingProbability!).toBeLessThanOrEqual(1);
  if (momentum !== 'AS_EXPECTED') expect(told.probability).toBeGreaterThanOrEqual(0.8);
});

it('says less of a creator whose level is hardly known, and nothing without one', () => {
  const readings: Readings = [
    [24, 28_000],
    [48, 40_000],
  ];
  const sure = growth(readings).momentum.breakingOutProbability!;
  expect(growth(readings, { level: Math.log(10_000), standardError: 1 }).momentum.breakingOutProbability).toBeLessThan(sure);
  expect(growth(readings, null).momentum).toMatchObject({ momentum: 'UNKNOWN', gap: 'NO_LEVEL' });
});

it('says nothing of where a week-old video is heading', () => {
  expect(
    growth([
      [100, 90_000],
      [170, 100_000],
    ]).momentum,
  ).toMatchObject({ momentum: 'UNKNOWN', gap: 'WEEK_OVER' });
});

it('has no NaN, ordered intervals, and bounds, whatever was read', () => {
  const reading = fc.tuple(fc.double({ min: -5, max: 12_000, noNaN: true }), fc.integer({ min: 0, max: 2_000_000_000 }));
  fc.assert(
    fc.property(fc.array(reading, { maxLength: 12 }), (readings) => {
      const { points, path, momentum } = growth(readings);
      for (const { status, views, low50, high50, low80, high80 } of [...points, ...path]) {
        if (status !== 'EXPECTED') {
          expect([low50, high50, low80, high80]).toEqual([null, null, null, null]);
          continue;
        }
        const ordered = [0, low80!, low50!, views!, high50!, high80!, Number.MAX_SAFE_INTEGER ** 2];
        expect(ordered.every(Number.isFinite)).toBe(true);
        expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
      }
      if (momentum.probability !== null) expect(momentum.probability).toBeGreaterThanOrEqual(0);
      if (momentum.probability !== null) expect(momentum.probability).toBeLessThanOrEqual(1);
    }),
    { numRuns: 200 },
  );
});
