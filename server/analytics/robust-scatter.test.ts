import { median, robustScatter } from './robust-scatter';

it.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
])('The median of %j is %d', (values, middle) => {
  expect(median(values)).toBe(middle);
});

it('does not follow a few wild values', () => {
  expect(robustScatter([1, 2, 3, 4, 5])).toBeCloseTo(1.4826, 9);
  expect(robustScatter([1, 2, 3, 4, 1e9])).toBeCloseTo(1.4826, 9);
  expect(robustScatter([5, 5, 5])).toBe(0);
  expect(robustScatter([])).toBe(0);
});
