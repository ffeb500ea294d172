import { roughViews } from './rough-views';

test.each([
  [0, 0],
  [1.4, 1],
  [9.6, 10],
  [12_345, 12_000],
  [99_600, 100_000],
  [1_250_000, 1_300_000],
])('%d views are about %d', (views, rough) => {
  expect(roughViews(views)).toBe(rough);
});
