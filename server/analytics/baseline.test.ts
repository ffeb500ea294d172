import fc from 'fast-check';
import { estimateBaseline, type LeveledVideo } from './baseline';
import { DAY } from './analyzed-video.test-data';
import { seededRandom } from './seeded-random';

const series = (logViews: readonly (number | null)[], stepDays = 1): LeveledVideo[] =>
  logViews.map((value, i) => ({ publishedAt: i * stepDays * DAY, logViews: value, isInLevel: true }));

const noise = (seed: number, size: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: size }, () => random() + random() + random() - 1.5);
};

it.each([0, 1, 3, 4])('has no level of %d videos', (size) => {
  expect(estimateBaseline(series(noise(1, size)))).toBeNull();
});

it('has no level when too few videos are old enough', () => {
  const videos = series(noise(1, 10)).map((video, i) => ({ ...video, isInLevel: i < 4 }));
  expect(estimateBaseline(videos)).toBeNull();
});

it('finds equal videos on their level, without scatter', () => {
  const baseline = estimateBaseline(series([7, 7, 7, 7, 7, 7]))!;
  expect(baseline.scatter).toBe(0);
  expect([...baseline.residual]).toEqual([0, 0, 0, 0, 0, 0]);
  expect(baseline.latestLevel).toBeCloseTo(7, 9);
});

it('does not let a hit of a thousand times hide itself or lift its neighbours', () => {
  const calm = noise(2, 60).map((value) => 8 + value);
  const withHit = calm.map((value, i) => (i === 30 ? value + Math.log(1000) : value));
  const before = estimateBaseline(series(calm))!;
  const after = estimateBaseline(series(withHit))!;
  expect(after.residual[30]!).toBeCloseTo(before.residual[30]! + Math.log(1000), 1);
  expect(after.level[31]!).toBeCloseTo(before.level[31]!, 1);
  expect(after.scatter).toBeCloseTo(before.scatter, 1);
});

it('follows a creator who grows, instead of calling every late video a success', () => {
  const growing = noise(3, 200).map((value, i) => 5 + 0.02 * i + value);
  const baseline = estimateBaseline(series(growing))!;
  const late = [...baseline.residual.slice(100, 180)].reduce((sum, value) => sum + value, 0) / 80;
  expect(Math.abs(late)).toBeLessThan(0.1);
  expect(baseline.latestLevel).toBeGreaterThan(8);
});

it('stays finite over a year of silence and equal publication times', () => {
  const videos = [...noise(4, 10), ...noise(5, 10)].map((value, i) => ({
    publishedAt: i < 10 ? 0 : 365 * DAY,
    logViews: value,
    isInLevel: true,
  }));
  const baseline = estimateBaseline(videos)!;
  expect([...baseline.level, ...baseline.residual, baseline.latestLevel].every(Number.isFinite)).toBe(true);
});

it('gives more weight to this side of a long silence', () => {
  const videos = Array.from({ length: 20 }, (_unused, i) => ({
    publishedAt: i * DAY + (i < 10 ? 0 : 300 * DAY),
    logViews: i < 10 ? 5 : 9,
    isInLevel: true,
  }));
  const baseline = estimateBaseline(videos)!;
  expect(baseline.level[10]!).toBeGreaterThan(8);
  expect(baseline.level[9]!).toBeLessThan(6);
});

it('gives a young video a residual without letting it into the level', () => {
  const videos = series([6, 6, 6, 6, 6, 9]).map((video, i) => ({ ...video, isInLevel: i < 5 }));
  const baseline = estimateBaseline(videos)!;
  expect(baseline.n).toBe(5);
  expect(baseline.residual[5]!).toBeCloseTo(3, 6);
  expect(baseline.latestLevel).toBeCloseTo(6, 6);
});

it('has no residual for an unread video', () => {
  const baseline = estimateBaseline(series([6, 7, null, 6, 7, 6]))!;
  expect(baseline.residual[2]!).toBeNaN();
  expect(baseline.n).toBe(5);
});

it('moves with the views: adding a constant to ln(views) changes no residual', () => {
  const logViews = fc.array(fc.double({ min: 0, max: 18, noNaN: true }), { minLength: 5, maxLength: 80 });
  fc.assert(
    fc.property(logViews, fc.double({ min: -5, max: 5, noNaN: true }), (values, constant) => {
      const plain = estimateBaseline(series(values))!;
      const shifted = estimateBaseline(series(values.map((value) => value + constant)))!;
      plain.residual.forEach((value, i) => expect(shifted.residual[i]!).toBeCloseTo(value, 6));
      expect(shifted.latestLevel).toBeCloseTo(plain.latestLevel + constant, 6);
    }),
    { numRuns: 100 },
  );
});
