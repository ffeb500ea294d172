import fc from 'fast-check';
import { growthIntervals, inOrderOfAge } from './growth-interval';

const at = (ageHours: number, views: number) => ({ ageHours, views });
const intervals = (...readings: [number, number][]) =>
  growthIntervals(inOrderOfAge(readings.map(([age, views]) => at(age, views))));

it('puts readings in order of age and keeps the later of two at the same age', () => {
  expect(inOrderOfAge([at(48, 900), at(24, 400), at(24, 500), at(0.2, 3), at(NaN, 1), at(12, -1)])).toEqual([
    at(24, 500),
    at(48, 900),
  ]);
});

it.each([
  ['no reading', []],
  ['one reading', [[24, 100]]],
  [
    'readings beyond two months only',
    [
      [2_000, 100],
      [3_000, 200],
    ],
  ],
] as [string, [number, number][]][])('finds no interval in %s', (_case, readings) => {
  expect(intervals(...readings)).toEqual([]);
});

it('measures growth against the median video of the same ages', () => {
  const [only, ...more] = intervals([24, 4_700], [168, 10_000]);
  expect(more).toEqual([]);
  expect(only).toMatchObject({ fromAgeHours: 24, untilAgeHours: 168, growth: Math.log(10_000 / 4_700) });
  expect(only!.medianGrowth).toBeCloseTo(Math.log(1 / 0.47), 10);
});

it('leaves out readings that are hardly older than the one before, counted from the newest', () => {
  const hourly = Array.from({ length: 48 }, (_unused, i): [number, number] => [i + 1, 100 * (i + 1)]);
  const ends = intervals(...hourly).map(({ untilAgeHours }) => untilAgeHours);
  expect(ends.at(-1)).toBe(48);
  for (let i = 1; i < ends.length; i++) expect(ends[i - 1]! / ends[i]!).toBeLessThanOrEqual(0.85);
});

it('takes two readings close together when there are no others', () => {
  expect(intervals([100, 5_000], [101, 5_020])).toHaveLength(1);
});

it.each([
  ['exact counts', 12_345, 12_445, 100 + 2 / 12],
  ['hundreds', 12_300, 12_400, 100 + (2 * 100 ** 2) / 12],
  ['hundred thousands', 1_200_000, 1_300_000, 100_000 + (2 * 100_000 ** 2) / 12],
  ['counts that stay', 500, 500, 1 + 2 / 12],
])('knows how far counting blurs %s', (_case, before, after, variance) => {
  const [only] = intervals([24, before], [48, after]);
  expect(only!.countingNoise).toBeCloseTo(Math.sqrt(variance) / after, 12);
});

it('gives finite intervals with positive median growth for any readings', () => {
  const reading = fc.record({
    ageHours: fc.double({ min: -10, max: 20_000, noNaN: true }),
    views: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2_000_000_000 })),
  });
  fc.assert(
    fc.property(fc.array(reading, { maxLength: 30 }), (readings) => {
      for (const interval of growthIntervals(inOrderOfAge(readings))) {
        expect(interval.untilAgeHours).toBeGreaterThan(interval.fromAgeHours);
        expect(interval.medianGrowth).toBeGreaterThan(0);
        expect(Number.isFinite(interval.growth)).toBe(true);
        expect(interval.countingNoise).toBeGreaterThan(0);
      }
    }),
  );
});
