import { carryOver, isBeyondChance } from './carry-over';

it.each([
  { residuals: [2], scatter: 1, effect: 0.1 },
  { residuals: [1, 1, 1], scatter: 1, effect: 0.15 / 1.1 },
  { residuals: [0, 0, 0, 0], scatter: 1, effect: 0 },
])('draws $residuals back to $effect', ({ residuals, scatter, effect }) => {
  expect(carryOver(residuals, scatter, 0.9).effect).toBeCloseTo(effect, 10);
});

it('grows surer with the number of videos and never beyond what was seen', () => {
  const few = carryOver([1, 1], 1, 0.9);
  const many = carryOver(Array<number>(50).fill(1), 1, 0.9);
  expect(many.effect).toBeGreaterThan(few.effect);
  expect(many.effect).toBeLessThan(1);
  expect(many.high - many.low).toBeLessThan(few.high - few.low);
  expect(many.probability).toBeGreaterThan(few.probability);
});

it('gives finite numbers for a creator whose videos are all equal', () => {
  const { effect, low, high, probability } = carryOver([0, 0], 0, 0.9);
  expect([effect, low, high, probability].every(Number.isFinite)).toBe(true);
  expect(low).toBeLessThan(high);
});

it.each([
  ['one hit among three', [9, 0, 0], 10, false],
  ['a steady series', Array<number>(16).fill(1.5), 1_000, true],
  ['the luck of the best of a thousand', Array<number>(16).fill(0.75), 1_000, false],
  ['the same, had it been the only one', Array<number>(16).fill(0.75), 1, true],
  ['a series below the level', Array<number>(16).fill(-1.5), 1, false],
] as const)('%s is beyond chance: %#', (_name, residuals, familySize, isBeyond) => {
  expect(isBeyondChance(residuals, 1, familySize)).toBe(isBeyond);
});
