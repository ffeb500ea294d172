import { nextMeasurement } from './next-measurement';

const video = { publishedAt: '2026-11-02T08:30:00.000Z' };
const horizons = (...verdicts: (string | null)[]) =>
  [24, 48, 168].map((ageHours, position) => ({ ageHours, verdict: verdicts[position] ?? null }));

it.each([
  ['the first age of a new video', video, horizons(), { ageHours: 24, at: '2026-11-03T08:30:00.000Z' }],
  ['the last one', video, horizons('MISS', 'HIT'), { ageHours: 168, at: '2026-11-09T08:30:00.000Z' }],
  ['nothing once all are judged', video, horizons('MISS', 'HIT', 'HIT'), null],
  ['nothing without a video', null, horizons(), null],
])('names %s', (_case, followed, ages, next) => {
  expect(nextMeasurement({ video: followed, horizons: ages })).toEqual(next);
});
