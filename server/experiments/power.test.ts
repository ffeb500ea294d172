import { detectableDifference, videosPerArmFor } from './power';

it.each([
  // t quantiles for 10, 38 and 198 degrees of freedom: 2.2281 + 0.8791, 2.0244 + 0.8512, 1.9720 + 0.8434.
  [6, 1, 3.1072 * Math.sqrt(1 / 3)],
  [20, 1.1, 2.8756 * 1.1 * Math.sqrt(0.1)],
  [100, 1.1, 2.8154 * 1.1 * Math.sqrt(0.02)],
])('%d videos a side with scatter %d find %d', (videosPerArm, scatter, expected) => {
  expect(detectableDifference(videosPerArm, scatter)).toBeCloseTo(expected, 2);
});

it('finds how many videos a difference takes, within what may be planned', () => {
  const bounds = { fewest: 6, most: 100 };
  const n = videosPerArmFor(Math.log(2), 1.1, bounds);
  expect(detectableDifference(n, 1.1)).toBeLessThanOrEqual(Math.log(2));
  expect(detectableDifference(n - 1, 1.1)).toBeGreaterThan(Math.log(2));
  expect(videosPerArmFor(Math.log(2), 0.1, bounds)).toBe(6);
  expect(videosPerArmFor(0.01, 1.1, bounds)).toBe(100);
});
