import { detectableDifference } from './power';
import { countFindings, countFindingsWhenPeeking, standardErrorOfShare } from './simulate-experiments';

// The seeds are fixed. With more runs: npm run simulate:experiments.
it.each([10, 20, 40])('finds a difference that is not there in one of twenty experiments of 2 × %d videos', (videosPerArm) => {
  const { found, read } = countFindings(300, { seed: 1_000_000 * videosPerArm, videosPerArm, effect: 0, draws: 499 });
  const error = standardErrorOfShare(0.05, read);
  expect(read).toBe(300);
  expect(Math.abs(found / read - 0.05)).toBeLessThanOrEqual(2 * error);
});

it('finds falsely no more often than that with the fewest videos that can be planned', () => {
  const { found, read } = countFindings(300, { seed: 9_000_000, videosPerArm: 6, effect: 0, missing: 0 });
  expect(read).toBe(300);
  expect(found / read).toBeLessThanOrEqual(0.05 + 2 * standardErrorOfShare(0.05, read));
});

it.each([10, 20, 40])('finds the stated difference with 2 × %d videos in about four of five experiments', (videosPerArm) => {
  const effect = detectableDifference(videosPerArm, 1.09);
  const asked = { seed: 3_000_000 * videosPerArm, videosPerArm, effect, scatter: 1.09, missing: 0, draws: 499 };
  const { found, runs } = countFindings(150, asked);
  expect(found / runs).toBeGreaterThan(0.7);
  expect(found / runs).toBeLessThan(0.9);
});

it('finds much more that is not there when one looks on the way, which is why nobody may', () => {
  const found = countFindingsWhenPeeking(60, { seed: 7_000_000, videosPerArm: 20, effect: 0, missing: 0, draws: 199 });
  expect(found / 60).toBeGreaterThan(0.1);
});
