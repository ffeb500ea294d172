import fc from 'fast-check';
import { GrowthForecast } from './growth-forecast';
import { growthIntervals, inOrderOfAge } from './growth-interval';
import { logGrowthShare } from './growth-path';

const readings = (list: readonly (readonly [number, number])[]) =>
  inOrderOfAge(list.map(([ageHours, views]) => ({ ageHours, views })));

/** Quantiles of the growth from the last of these readings until an age. */
function foretell(
  list: readonly (readonly [number, number])[],
  untilHours: number,
  others: readonly (readonly [number, number])[][] = [],
) {
  const own = readings(list);
  const forecast = new GrowthForecast(
    own.at(-1)!.ageHours,
    growthIntervals(own),
    others.flatMap((other) => growthIntervals(readings(other)).slice(-1)),
  );
  const { quantile } = forecast.until(untilHours);
  return { low80: quantile(0.1), low50: quantile(0.25), median: quantile(0.5), high50: quantile(0.75), high80: quantile(0.9) };
}

/** A video that grows at this multiple of the median's pace. */
const paced = (pace: number, ages: readonly number[], atWeek = 100_000) =>
  ages.map((age) => [age, atWeek * Math.exp(pace * logGrowthShare(age))] as const);
const toWeek = (age: number) => -logGrowthShare(age);

it('expects the median path of a video about which nothing else is known', () => {
  expect(foretell([[24, 4_700]], 168).median).toBeCloseTo(toWeek(24), 10);
});

it('expects the median path of a video that has kept to it', () => {
  expect(foretell(paced(1, [12, 24, 36]), 168).median).toBeCloseTo(toWeek(36), 2);
});

it.each([
  ['faster', 1.8, 1.2, 1.8],
  ['slower', 0.4, 0.4, 0.8],
])('expects a %s video to go on so, between its own pace and the median’s', (_case, pace, low, high) => {
  const { median } = foretell(paced(pace, [12, 24, 36]), 168);
  expect(median / toWeek(36)).toBeGreaterThan(low);
  expect(median / toWeek(36)).toBeLessThan(high);
});

it('knows more after a second reading', () => {
  const width = (list: readonly (readonly [number, number])[]) => {
    const { low80, high80 } = foretell(list, 168);
    return high80 - low80;
  };
  expect(width(paced(1, [24, 36]))).toBeLessThan(0.85 * width(paced(1, [36])));
});

it('learns from the other videos of the creator, less than from the video itself', () => {
  const fast = paced(1.8, [24, 48]);
  const told = foretell(paced(1, [36]), 168, [fast, fast, fast, fast]).median;
  expect(told).toBeGreaterThan(1.05 * toWeek(36));
  expect(told).toBeLessThan(foretell(paced(1.8, [24, 36]), 168).median);
});

it('reaches further up than down', () => {
  const { low80, median, high80 } = foretell(paced(1, [24, 36]), 168);
  expect(high80 - median).toBeGreaterThan(1.2 * (median - low80));
});

it('expects nothing more at an age that is passed', () => {
  expect(foretell(paced(1, [24, 36]), 36)).toEqual({ low80: 0, low50: 0, median: 0, high50: 0, high80: 0 });
});

it.each<[string, [number, number][], number]>([
  [
    'equal readings',
    [
      [24, 1_000],
      [36, 1_000],
      [48, 1_000],
    ],
    0.25,
  ],
  [
    'falling counts',
    [
      [24, 1_000],
      [48, 700],
    ],
    0.25,
  ],
  [
    'no views',
    [
      [24, 0],
      [48, 0],
    ],
    0.9,
  ],
  [
    'a first view',
    [
      [24, 0],
      [48, 1],
    ],
    1.5,
  ],
  [
    'a gap of a year',
    [
      [24, 1_000],
      [8_784, 9_000],
    ],
    0,
  ],
  [
    'a thousandfold jump',
    [
      [24, 1_000],
      [30, 1_000_000],
    ],
    2.6,
  ],
  [
    'readings at the same time',
    [
      [24, 1_000],
      [24, 1_500],
    ],
    1.8,
  ],
  [
    'readings minutes apart',
    [
      [24, 1_000],
      [24.05, 1_000],
    ],
    1.8,
  ],
])('says something sensible after %s', (_case, list, most) => {
  const { low80, low50, median, high50, high80 } = foretell(list, 168);
  const quantiles = [low80, low50, median, high50, high80];
  expect(quantiles.every(Number.isFinite)).toBe(true);
  expect(quantiles).toEqual([...quantiles].sort((a, b) => a - b));
  expect(low80).toBeGreaterThanOrEqual(0);
  expect(high80).toBeLessThanOrEqual(most);
});

it('does not depend on the order in which readings come, or on the unit of views', () => {
  const list = paced(1.3, [12, 20, 32, 47], 3e7).map(([age, views]) => [age, Math.round(views)] as const);
  expect(foretell([...list].reverse(), 168)).toEqual(foretell(list, 168));
  const tenfold = list.map(([age, views]) => [age, 10 * views] as const);
  expect(foretell(tenfold, 168).median).toBeCloseTo(foretell(list, 168).median, 2);
});

it('gives finite, ordered, bounded intervals for any readings', () => {
  const reading = fc.tuple(fc.double({ min: 0.5, max: 1_000, noNaN: true }), fc.integer({ min: 0, max: 2_000_000_000 }));
  const history = fc.array(reading, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(history, fc.array(history, { maxLength: 6 }), (list, others) => {
      for (const until of [24, 48, 168, 720]) {
        const { low80, low50, median, high50, high80 } = foretell(list, until, others);
        const quantiles = [0, low80, low50, median, high50, high80, 60];
        expect(quantiles.every(Number.isFinite)).toBe(true);
        expect(quantiles).toEqual([...quantiles].sort((a, b) => a - b));
      }
    }),
    { numRuns: 200 },
  );
});
