import fc from 'fast-check';
import { ageAtLogGrowthShare, logGrowthShare, logViewsAtSevenDays } from './growth-path';

it.each([
  [4, 0.14],
  [24, 0.47],
  [48, 0.67],
  [168, 1],
  [720, 1.16],
  [2880, 1.37],
  [100_000, 1.37],
])('At %d h the median video has %d of its 7-day views', (ageHours, share) => {
  expect(Math.exp(logGrowthShare(ageHours))).toBeCloseTo(share, 10);
});

it('never falls with age', () => {
  const age = fc.double({ min: 0, max: 20_000, noNaN: true });
  fc.assert(fc.property(age, age, (a, b) => logGrowthShare(Math.min(a, b)) <= logGrowthShare(Math.max(a, b)) + 1e-12));
});

it('finds the age again from the share, up to 120 days', () => {
  const age = fc.double({ min: 0.5, max: 2_880, noNaN: true });
  fc.assert(fc.property(age, (hours) => Math.abs(ageAtLogGrowthShare(logGrowthShare(hours)) / hours - 1) < 1e-9));
  expect(ageAtLogGrowthShare(logGrowthShare(100_000))).toBeCloseTo(2_880, 6);
});

it('brings views of any age to 7 days', () => {
  expect(Math.exp(logViewsAtSevenDays(4_700, 24)!)).toBeCloseTo(10_000, 6);
  expect(Math.exp(logViewsAtSevenDays(10_000, 168)!)).toBeCloseTo(10_000, 6);
});

it.each([
  ['too young', 1_000, 5.9],
  ['unread', null, 200],
  ['of unknown age', 1_000, NaN],
])('says nothing of a video that is %s', (_case, views, ageHours) => {
  expect(logViewsAtSevenDays(views, ageHours)).toBeNull();
});

it('counts a video without views as one view', () => {
  expect(logViewsAtSevenDays(0, 168)).toBe(0);
});
