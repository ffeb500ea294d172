import { expect, it } from '@jest/globals';
import { dailyHistory } from './past-videos.test-data';
import { laterResiduals, medianOf } from './later-residuals';

it.each([
  [[3], 3],
  [[4, 1], 2.5],
  [[9, 1, 4], 4],
])('the median of %j is %d', (values, median) => {
  expect(medianOf(values)).toBe(median);
});

it('a video is held against the median of 15 posts on either side, itself excluded', () => {
  const { videos } = dailyHistory(60, (day) => ({ views: day < 30 ? 1_000 : 8_000 }));
  const residuals = laterResiduals(videos);
  expect(residuals.get('day-00010')).toBeCloseTo(0);
  // Of the 30 around the 28th, 17 lie before the step; of those around the last of all, none.
  expect(residuals.get('day-00027')).toBeCloseTo(0);
  expect(residuals.get('day-00059')).toBeCloseTo(0);
});

it('a drift of the channel leaves no residual in the middle of the history', () => {
  const { videos } = dailyHistory(60, (day) => ({ views: Math.round(1_000 * Math.exp(day / 20)) }));
  expect(laterResiduals(videos).get('day-00030')).toBeCloseTo(0, 2);
});

it('one hit hides neither itself nor its neighbours', () => {
  const residuals = laterResiduals(dailyHistory(40, (day) => ({ views: day === 20 ? 1_000_000 : 1_000 })).videos);
  expect(residuals.get('day-00020')).toBeCloseTo(Math.log(1_000));
  expect(residuals.get('day-00021')).toBeCloseTo(0);
});
