import { analyzedVideo, DAY, HOUR, NOW } from './analyzed-video.test-data';
import { growthHistory, isExpectedMore } from './growth-history';
import { logGrowthShare } from './growth-path';

const publishedAt = NOW - 60 * DAY;
const history = (...readings: [number, number | null][]) =>
  growthHistory({
    video: analyzedVideo({ publishedAt }),
    readings: readings.map(([ageHours, views]) => ({
      observedAt: publishedAt + ageHours * HOUR,
      views,
      likes: null,
      comments: null,
      shares: null,
    })),
  });

it('keeps the newest reading, the intervals, and the views at a day, two days, a week and a month', () => {
  const { newest, n, intervals, passed } = history([6, 190], [24.2, 480], [47.8, 670], [169, 1_000], [715, 1_160]);
  expect(newest).toEqual({ ageHours: 715, views: 1_160 });
  expect(n).toBe(5);
  expect(intervals).toHaveLength(4);
  expect(passed).toEqual([480, 670, 1_000, 1_160].map((views) => ({ status: 'MEASURED', views })));
});

it('takes the nearer of two readings around an age', () => {
  expect(history([23.6, 400], [24.1, 500]).passed[0]).toEqual({ status: 'MEASURED', views: 500 });
});

it('interpolates along the median path between readings that are not too far apart', () => {
  const [day] = history([20, 400], [30, 600]).passed;
  const [a, b, age] = [20, 30, 24].map(logGrowthShare) as [number, number, number];
  expect(day).toEqual({ status: 'INTERPOLATED', views: Math.round(400 * 1.5 ** ((age - a) / (b - a))) });
});

it.each<[string, [number, number | null][], (object | null)[]]>([
  ['no reading', [], [null, null, null, null]],
  ['a reading without views', [[24, null]], [null, null, null, null]],
  [
    'readings far apart',
    [
      [6, 100],
      [160, 900],
    ],
    [null, null, null, null],
  ],
  [
    'a first reading after the age',
    [
      [40, 500],
      [60, 700],
    ],
    [null, { status: 'INTERPOLATED' }, null, null],
  ],
  [
    'falling counts',
    [
      [20, 400],
      [30, 300],
    ],
    [{ status: 'INTERPOLATED' }, null, null, null],
  ],
])('invents nothing for %s', (_case, readings, expected) => {
  expect(history(...readings).passed).toEqual(expected.map((point) => point && expect.objectContaining(point)));
});

it('expects more until 30 days of age', () => {
  expect(isExpectedMore(history([24, 100], [719, 200]))).toBe(true);
  expect(isExpectedMore(history([24, 100], [720, 200]))).toBe(false);
  expect(isExpectedMore(history())).toBe(false);
});
