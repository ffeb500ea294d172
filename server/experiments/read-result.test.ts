import fc from 'fast-check';
import { logGrowthShare } from '../analytics/growth-path';
import { seededRandom } from '../analytics/seeded-random';
import { type MeasuredToss, readResult, residualsOf } from './read-result';

/** Pairs, A first in every other one, with these values of ln(views). */
function tossed(a: readonly (number | null)[], b: readonly (number | null)[]): MeasuredToss[] {
  return a.flatMap((valueA, blockIndex) => {
    const pair: MeasuredToss[] = [
      { side: 'A', blockIndex, blockSize: 2, logViews: valueA },
      { side: 'B', blockIndex, blockSize: 2, logViews: b[blockIndex]! },
    ];
    return blockIndex % 2 ? pair.reverse() : pair;
  });
}

const read = (tosses: readonly MeasuredToss[], level: number | null = 7) =>
  readResult({ tosses, level, horizonHours: 168, alpha: 0.05, seed: 5 }, 6);

const noise = (seed: number, count: number, shift = 0) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => 7 + shift + 2 * (random() - 0.5));
};

it('says which side is higher, by how much, between which bounds', () => {
  const result = read(tossed(noise(1, 20), noise(2, 20, 1)))!;
  expect(result.verdict).toBe('B_HIGHER');
  expect(result.difference).toBeCloseTo(result.meanB - result.meanA, 9);
  expect(Math.abs(result.difference - 1)).toBeLessThan(0.4);
  expect(result.low).toBeGreaterThan(0);
  expect(result).toMatchObject({ nA: 20, nB: 20, isExact: false, arrangements: 10_000 });
  expect(read(tossed(noise(2, 20, 1), noise(1, 20)))).toMatchObject({ verdict: 'A_HIGHER' });
});

it('finds nothing between sides of the same kind', () => {
  expect(read(tossed(noise(1, 10), noise(2, 10)))).toMatchObject({ verdict: 'NO_MEASURABLE_DIFFERENCE' });
});

it.each([
  ['all videos equal', Array<number>(8).fill(7), Array<number>(8).fill(7)],
  ['no view at all', Array<number>(8).fill(0), Array<number>(8).fill(0)],
])('gives sensible numbers with %s', (_title, a, b) => {
  expect(read(tossed(a, b))).toMatchObject({
    verdict: 'NO_MEASURABLE_DIFFERENCE',
    difference: 0,
    pValue: 1,
    low: 0,
    high: 0,
  });
});

it('is not carried away by one video a thousand times over the others', () => {
  const b = noise(2, 12);
  b[3] = 7 + Math.log(1000);
  const result = read(tossed(noise(1, 12), b))!;
  expect(result.verdict).toBe('NO_MEASURABLE_DIFFERENCE');
  expect(Math.abs(result.difference)).toBeLessThan(0.6);
  expect(result.high - result.low).toBeLessThan(2);
});

it('is not read with fewer than six comparable videos of a side', () => {
  const missing = [null, null, null];
  expect(read(tossed([...noise(1, 5), ...missing], noise(2, 8)))).toBeNull();
  expect(read(tossed([...noise(1, 6), ...missing], noise(2, 9)))).toMatchObject({ nA: 6, nB: 6 });
  expect(read([])).toBeNull();
});

it('does not depend on the level: a constant falls out of every difference', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 20, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), (level, shift) => {
      const tosses = tossed(noise(3, 8), noise(4, 8, 0.5));
      const moved = tosses.map((toss) => ({ ...toss, logViews: toss.logViews! + shift }));
      const [one, other, without] = [read(tosses)!, read(moved, level)!, read(moved, null)!];
      for (const result of [other, without]) {
        expect(result.difference).toBeCloseTo(one.difference, 6);
        expect(result.pValue).toBe(one.pValue);
        expect(result.low).toBeCloseTo(one.low, 6);
      }
    }),
    { numRuns: 20 },
  );
});

it('takes residuals from the registered level, brought to the age of measurement', () => {
  const tosses: MeasuredToss[] = [8, 6, 7, null].map((logViews, i) => ({
    side: i % 2 ? 'B' : 'A',
    blockIndex: i >> 1,
    blockSize: 2,
    logViews,
  }));
  const pathAt48 = logGrowthShare(48);
  const residuals = residualsOf({ tosses, level: 7, horizonHours: 48 });
  for (const [i, expected] of [1, -1, 0].entries()) expect(residuals[i]).toBeCloseTo(expected - pathAt48, 9);
  expect(residuals[3]).toBeNaN();
  expect(residualsOf({ tosses, level: null, horizonHours: 48 })).toEqual([1, -1, 0, NaN]);
});
