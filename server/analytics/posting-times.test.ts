import { DAY, HOUR } from './analyzed-video.test-data';
import { ResidualSample } from './choice-effects';
import { localTimeIn } from './local-time';
import { estimatePostingTimes } from './posting-times';
import { seededRandom } from './seeded-random';

const MONDAY = Date.UTC(2026, 10, 16);
const positions = (size: number): number[] => Array.from({ length: size }, (_unused, i) => i);

/** One video a day at `hourOf`, in UTC, with noise and `effectOf` the hour. */
function estimate(size: number, hourOf: (day: number) => number, effectOf: (hour: number) => number, zone = 'UTC') {
  const random = seededRandom(9);
  const publishedAt = positions(size).map((day) => MONDAY + day * DAY + hourOf(day) * HOUR);
  const residuals = Float64Array.from(
    positions(size),
    (day) => 2 * (random() + random() + random() - 1.5) + effectOf(hourOf(day)),
  );
  return estimatePostingTimes(new ResidualSample(residuals, 1, positions(size)), positions(size), publishedAt, localTimeIn(zone));
}

it('counts each video in its local cell and block', () => {
  const { cells, blocks, n } = estimate(
    14,
    () => 20,
    () => 0,
    'Asia/Kolkata',
  );
  expect(n).toBe(14);
  expect(cells.filter((cell) => cell.n > 0).map(({ weekday, hour, n: count }) => [weekday, hour, count])).toEqual(
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, 1, 2]),
  );
  expect(blocks.map((block) => [block.hourFrom, block.hourUntil, block.n])).toEqual([
    [0, 4, 14],
    [4, 8, 0],
    [8, 12, 0],
    [12, 16, 0],
    [16, 20, 0],
    [20, 24, 0],
  ]);
});

it('lists all 168 hours of the week, from Monday 0 h', () => {
  const { cells } = estimate(
    5,
    () => 0,
    () => 0,
  );
  expect(cells.map(({ weekday, hour }) => (weekday - 1) * 24 + hour)).toEqual(positions(168));
});

it('finds a block that works and lets its hours follow it, although each of them alone would be too few videos', () => {
  const { blocks, cells, verdict } = estimate(
    280,
    (day) => [18, 9, 14, 21][day % 4]!,
    (hour) => (hour === 18 ? 1 : 0),
  );
  expect(blocks[4]!.verdict).toBe('HIGHER');
  expect(verdict).toBe('HIGHER');
  const evening = cells.filter(({ hour, n }) => hour === 18 && n >= 5);
  const morning = cells.filter(({ hour, n }) => hour === 9 && n >= 5);
  expect(evening).toHaveLength(7);
  for (const cell of evening) expect(cell.estimate!).toBeGreaterThan(0.3);
  for (const cell of morning) expect(cell.estimate!).toBeLessThan(0.1);
});

it('says of a creator who always posts at one hour that there is nothing to compare', () => {
  const { blocks, verdict } = estimate(
    60,
    () => 18,
    () => 0,
  );
  expect(blocks[4]).toMatchObject({ n: 60, estimate: null, verdict: 'BELOW_THRESHOLD' });
  expect(verdict).not.toBe('HIGHER');
});
