import fc from 'fast-check';
import { seededRandom } from '../analytics/seeded-random';
import { type Block, permutationTest } from './permutation-test';

const test = (blocks: readonly Block[], values: { alpha?: number; seed?: number; draws?: number } = {}) =>
  permutationTest({ blocks, alpha: values.alpha ?? 0.05, random: seededRandom(values.seed ?? 1), draws: values.draws ?? 999 });

const pairs = (count: number, difference: (i: number) => number): Block[] =>
  Array.from({ length: count }, (_unused, i) => ({ a: [i], b: [i + difference(i)] }));

const values = (length: number) =>
  fc.array(
    fc.integer({ min: -500, max: 500 }).map((n) => n / 100),
    { minLength: 1, maxLength: length },
  );
/** Blocks of two and four, some of them with a video missing. */
const someBlocks = fc
  .tuple(
    fc.array(fc.record({ a: values(2), b: values(2) }), { minLength: 2, maxLength: 3 }),
    fc.array(fc.record({ a: values(1), b: values(1) }), { minLength: 4, maxLength: 4 }),
  )
  .map(([large, small]): Block[] => [...large, ...small]);

it.each([
  // All differences the same: only the tossed arrangement and its mirror are as far out.
  [5, 2 / 32],
  [6, 2 / 64],
  [10, 2 / 1024],
])('goes through all arrangements of %d pairs: p = %d', (count, expected) => {
  expect(test(pairs(count, () => 1))).toMatchObject({
    difference: 1,
    pValue: expected,
    isExact: true,
    arrangements: 2 ** count,
    nA: count,
    nB: count,
  });
});

it('counts what textbooks count: Fisher’s pairs of Darwin’s plants', () => {
  // Eighths of an inch, crossed minus self-fertilised (Fisher 1935, §17 and §21): 863 of 2^15 sums on either side are as large.
  const differences = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];
  const result = test(pairs(15, (i) => differences[i]!))!;
  expect(result.pValue).toBeCloseTo((2 * 863) / 2 ** 15, 10);
  expect(result.difference).toBeCloseTo(314 / 15, 9);
});

it('finds nothing in equal values', () => {
  expect(test(pairs(8, () => 0))).toMatchObject({ difference: 0, low: 0, high: 0, pValue: 1 });
});

it('leaves out blocks in which one side is missing, and is null when there is no other', () => {
  const blocks = [...pairs(6, () => 1), { a: [1000], b: [] }];
  expect(test(blocks)).toMatchObject({ difference: 1, nA: 6, nB: 6 });
  expect(test([{ a: [1], b: [] }])).toBeNull();
  expect(test([])).toBeNull();
});

it('says that nothing can be excluded where there are too few arrangements', () => {
  expect(test(pairs(3, () => 1))).toMatchObject({ low: -Infinity, high: Infinity, pValue: 0.25 });
});

it('never gives p = 0 with random arrangements, and the same numbers for the same seed', () => {
  const blocks = pairs(40, () => 1);
  const result = test(blocks, { draws: 999 });
  expect(result).toMatchObject({ isExact: false, arrangements: 1000, pValue: 1 / 1000 });
  expect(test(blocks, { draws: 999 })).toEqual(result);
});

it('agrees between random and complete arrangements', () => {
  const random = seededRandom(3);
  const blocks = pairs(14, () => random() - 0.3);
  const exact = test(blocks)!;
  const sampled = test([...blocks, ...pairs(4, () => 0)], { draws: 20_000 })!;
  const whole = test([...blocks, ...pairs(1, () => 0)])!;
  // A pair without difference weighs in on both alike.
  expect(whole.pValue).toBeCloseTo(exact.pValue, 10);
  expect(Math.abs(sampled.pValue - exact.pValue)).toBeLessThan(0.015);
});

it('has an interval that excludes 0 exactly when p ≤ alpha, and that holds the estimate', () => {
  fc.assert(
    fc.property(someBlocks, fc.integer({ min: -4, max: 4 }), (blocks, shift) => {
      const shifted = blocks.map(({ a, b }) => ({ a, b: b.map((value) => value + shift) }));
      const { low, high, pValue, difference } = test(shifted)!;
      expect(low <= difference && difference <= high).toBe(true);
      const excludesZero = low > 1e-9 || high < -1e-9;
      expect(excludesZero).toBe(pValue <= 0.05);
    }),
  );
});

it('accepts the shifts of its interval and rejects those beyond', () => {
  fc.assert(
    fc.property(someBlocks, (blocks) => {
      const { low, high } = test(blocks)!;
      const pAt = (delta: number) => test(blocks.map(({ a, b }) => ({ a, b: b.map((value) => value - delta) })))!.pValue;
      fc.pre(Number.isFinite(low) && Number.isFinite(high) && high - low > 0.01);
      expect(pAt(low + 1e-4)).toBeGreaterThan(0.05);
      expect(pAt(high - 1e-4)).toBeGreaterThan(0.05);
      expect(pAt(low - 1e-4)).toBeLessThanOrEqual(0.05);
      expect(pAt(high + 1e-4)).toBeLessThanOrEqual(0.05);
    }),
  );
});

it('does not depend on the level of a block, nor on the order of blocks, and turns round with the sides', () => {
  fc.assert(
    fc.property(someBlocks, fc.integer({ min: -9, max: 9 }), (blocks, drift) => {
      const result = test(blocks)!;
      const drifted = test(blocks.map(({ a, b }, i) => ({ a: a.map((v) => v + i * drift), b: b.map((v) => v + i * drift) })))!;
      const reversed = test([...blocks].reverse())!;
      const swapped = test(blocks.map(({ a, b }) => ({ a: b, b: a })))!;
      for (const other of [drifted, reversed]) {
        expect(other.difference).toBeCloseTo(result.difference, 6);
        expect(other.pValue).toBeCloseTo(result.pValue, 10);
        expect(other.low).toBeCloseTo(result.low, 6);
      }
      expect(swapped.difference).toBeCloseTo(-result.difference, 6);
      expect(swapped.pValue).toBeCloseTo(result.pValue, 10);
      expect(swapped.low).toBeCloseTo(-result.high, 6);
    }),
    { numRuns: 60 },
  );
});
