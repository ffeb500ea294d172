import { analyzedVideo, DAY, HOUR, NOW } from './analyzed-video.test-data';
import { compareVideos } from './comparisons';
import { growthHistory } from './growth-history';
import { logGrowthShare } from './growth-path';
import { growthSteps } from './growths';
import { runSteps } from './steps';

/** A video of this age that was read at these ages, at a multiple of what is usual, growing at a multiple of the median's pace. */
function video(ageHours: number, { times = 1, pace = 1, readAt = [ageHours / 2, ageHours] } = {}) {
  const publishedAt = NOW - ageHours * HOUR;
  const views = (age: number) => Math.round(20_000 * times * Math.exp(pace * logGrowthShare(age)));
  const readings = readAt.map((age) => ({
    observedAt: publishedAt + age * HOUR,
    views: views(age),
    likes: null,
    comments: null,
    shares: null,
  }));
  return {
    video: analyzedVideo({ publishedAt, observedAt: readings.at(-1)?.observedAt ?? null, views: views(ageHours) }),
    readings,
  };
}
type Row = ReturnType<typeof video>;

function growthsOf(rows: readonly Row[], asOf: number | null = NOW) {
  const comparisons = compareVideos(rows.map((row) => row.video));
  const growths = runSteps(growthSteps(new Map(rows.map((row) => [row.video.id, growthHistory(row)])), comparisons, asOf));
  return { growths, of: (row: Row) => growths.at(comparisons.videos.findIndex(({ id }) => id === row.video.id)) };
}
const old = Array.from({ length: 20 }, (_unused, i) =>
  video((i + 8) * 24, { times: Math.exp((i % 5) - 2), readAt: [24, 48, 168] }),
);

it('lists the young videos that break out or stall, most probable first', () => {
  const hit = video(60, { times: 12 });
  const greaterHit = video(80, { times: 60 });
  const flop = video(60, { times: 0.005 });
  const usual = video(60);
  const readOnce = video(30, { times: 30, readAt: [30] });
  const { growths } = growthsOf([...old, hit, greaterHit, flop, usual, readOnce]);
  expect(growths.idsOf('BREAKING_OUT')).toEqual([greaterHit.video.id, hit.video.id]);
  expect(growths.idsOf('STALLING')).toEqual([flop.video.id]);
  expect(growths.toldCount).toBe(4);
});

it('lists nothing of videos that were last read when young, a week and more ago', () => {
  const gone = video(60, { times: 50 });
  expect(growthsOf([...old, gone], NOW + 10 * DAY).growths.toldCount).toBe(0);
  expect(growthsOf([gone], null).growths.toldCount).toBe(0);
});

it('learns the pace from the creator’s other videos', () => {
  const fast = Array.from({ length: 12 }, (_unused, i) => video((i + 8) * 24, { pace: 1.7, readAt: [24, 48, 168] }));
  const subject = video(30);
  const alone = growthsOf([subject]).of(subject);
  const among = growthsOf([...fast, subject]).of(subject);
  expect([alone.otherVideos, among.otherVideos]).toEqual([0, 12]);
  expect(among.points[2]!.views!).toBeGreaterThan(1.02 * alone.points[2]!.views!);
});

it('forgets the intervals of old videos, but not of the latest', () => {
  const ancient = Array.from({ length: 30 }, (_unused, i) => video((40 + i) * 24, { readAt: [24, 48, 900] }));
  const { of } = growthsOf(ancient);
  expect(of(ancient[0]!)).toMatchObject({ status: 'MEASURED', n: 3, path: [] });
  expect(of(ancient[29]!)).toMatchObject({ status: 'MEASURED', n: 3, path: [] });
  expect(growthsOf([...ancient, video(30)]).growths.toldCount).toBe(1);
});
