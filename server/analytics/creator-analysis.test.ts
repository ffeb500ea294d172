import { analyzedVideo, DAY, HOUR, NOW } from './analyzed-video.test-data';
import { analysisSteps, SERIES_METRICS, type CreatorAnalysis } from './creator-analysis';
import type { AnalyzedVideo, CreatorFacts, VideoReading } from './creator-data';
import { localTimeIn } from './local-time';
import { ANALYTICS_PERIODS } from './period';
import { runSteps } from './steps';

const paris = localTimeIn('Europe/Paris');
const ALL_SCOPES = ['user.info.basic', 'user.info.stats', 'video.list'];
const facts = (values: Partial<CreatorFacts> = {}): CreatorFacts => ({
  dataVersion: 1,
  scopes: ALL_SCOPES,
  observedFrom: NOW,
  asOf: NOW,
  followerReadings: [],
  ...values,
});

function analyse(
  videos: readonly AnalyzedVideo[],
  values: Partial<CreatorFacts> = {},
  readings?: (video: AnalyzedVideo) => VideoReading[],
): CreatorAnalysis {
  const once = ({ views, likes, comments, shares, observedAt }: AnalyzedVideo) =>
    observedAt === null ? [] : [{ observedAt, views, likes, comments, shares }];
  const page = videos.map((video) => ({ video, readings: (readings ?? once)(video) }));
  return runSteps(analysisSteps(facts(values), [page], paris, NOW));
}

const many = (size: number, values: (i: number) => Partial<AnalyzedVideo>): AnalyzedVideo[] =>
  Array.from({ length: size }, (_unused, i) => analyzedVideo({ publishedAt: NOW - (i + 2) * DAY, ...values(i) }));

/** Every number anywhere in a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe.each([
  ['no video', []],
  ['one video', many(1, () => ({}))],
  ['three videos', many(3, (i) => ({ views: 100 * (i + 1) }))],
  ['eight videos', many(8, (i) => ({ views: 100 * (i + 1) }))],
  ['equal views', many(40, () => ({ views: 1_000 }))],
  ['no views at all', many(20, () => ({ views: 0, likes: 0, comments: 0, shares: 0 }))],
  ['one hit of a thousand times', many(40, (i) => ({ views: i === 7 ? 1_000_000 : 1_000 }))],
  ['a year of silence', many(40, (i) => ({ views: 500 + i, publishedAt: NOW - (i < 20 ? i + 2 : i + 400) * DAY }))],
  ['equal times of publication', many(20, (i) => ({ views: 500 * (i + 1), publishedAt: NOW - 9 * DAY }))],
  ['counts that are unknown', many(20, () => ({ views: null, likes: null, comments: null, shares: null }))],
  ['unread videos', many(20, () => ({ observedAt: null, views: null }))],
  ['videos published after they were read', many(6, () => ({ publishedAt: NOW + DAY }))],
])('A creator with %s', (_case, videos) => {
  it.each(ANALYTICS_PERIODS)('gets an answer without NaN or infinity for %s', (period) => {
    const analysis = analyse(videos);
    const report = analysis.report(period);
    const series = SERIES_METRICS.map((metric) => analysis.series(period, metric));
    const comparisons = videos.map(({ id }) => [analysis.comparison(id), analysis.growth(id)]);
    for (const number of numbersIn([report, series, comparisons])) expect(Number.isFinite(number)).toBe(true);
    expect(report.choices.cells).toHaveLength(168);
  });
});

it('has no level and no ranking of three videos, and says that there are too few for any choice', () => {
  const report = analyse(many(3, (i) => ({ views: 10 ** i }))).report('LAST_28_DAYS');
  expect(report).toMatchObject({ videoCount: 3, baseline: null, aboveLevel: [], belowLevel: [] });
  const verdicts = Object.values(report.choices.reports).map(({ verdict }) => verdict);
  expect(verdicts).toEqual(Array(9).fill('BELOW_THRESHOLD'));
});

it('ranks no video of a creator whose videos are all alike', () => {
  const report = analyse(many(20, () => ({ views: 1_000, observedAt: NOW, publishedAt: NOW - 10 * DAY }))).report('LAST_28_DAYS');
  expect([report.aboveLevel, report.belowLevel]).toEqual([[], []]);
  expect(report.baseline?.scatter).toBe(0);
});

it('ranks the period’s videos at equal age: a young one with fewer views can stand above an old one', () => {
  const old = many(20, (i) => ({ views: 1_000, publishedAt: NOW - (10 + i) * DAY }));
  const young = analyzedVideo({ publishedAt: NOW - 8 * HOUR, views: 700 });
  const analysis = analyse([...old, young]);
  expect(analysis.report('LAST_7_DAYS').aboveLevel).toEqual([young.id]);
  expect(analysis.comparison(young.id)!.ratio).toBeGreaterThan(2);
  expect(analysis.comparison(young.id)!.n).toBe(20);
});

it('compares a video with the others, not with itself', () => {
  const videos = many(21, (i) => ({ views: i === 0 ? 64_000 : 1_000, publishedAt: NOW - 10 * DAY - i * HOUR }));
  const hit = analyse(videos).comparison(videos[0]!.id)!;
  expect(hit.expectedViews).toBeCloseTo(1_000, -1);
  expect(hit.percentile).toBe(1);
  expect(hit.n).toBe(20);
});

it('knows nothing of an unknown or a too young video', () => {
  const young = analyzedVideo({ publishedAt: NOW - 5 * HOUR });
  const analysis = analyse([...many(10, () => ({})), young]);
  expect(analysis.comparison('another')).toBeNull();
  expect(analysis.comparison(young.id)).toBeNull();
});

it('right after the first sync knows published videos and rates, and no gains yet', () => {
  const videos = many(40, () => ({ views: 1_000, likes: 40, comments: 5, shares: 5, followersAtPublication: null }));
  const { summary } = analyse(videos, { followerReadings: [{ observedAt: NOW, followers: 500 }] }).report('LAST_28_DAYS');
  expect(summary.videosPublished).toMatchObject({ current: 26, previous: 14, change: 12, status: 'MEASURED' });
  expect(summary.engagementRateByViews).toMatchObject({ current: 0.05, previous: 0.05, change: 0, status: 'MEASURED' });
  const unknown = { current: null, previous: null, change: null, changeRate: null };
  const notYet = { ...unknown, status: 'NOT_YET', previousStatus: 'NOT_YET' };
  expect(summary.viewsGained).toEqual(notYet);
  expect(summary.followersGained).toEqual(notYet);
  expect(summary.engagementRateByFollowers).toEqual(notYet);
  expect(summary.engagementRateByReach).toEqual({ ...unknown, status: 'NOT_IN_API', previousStatus: 'NOT_IN_API' });
});

it('says which scope is missing', () => {
  const withoutStats = analyse(
    many(5, () => ({ followersAtPublication: null })),
    { scopes: ['video.list'] },
  ).report('LAST_28_DAYS').summary;
  expect(withoutStats.followersGained.status).toBe('SCOPE_MISSING');
  expect(withoutStats.engagementRateByFollowers.status).toBe('SCOPE_MISSING');
  expect(withoutStats.videosPublished.status).toBe('MEASURED');
  const withoutVideos = analyse([], { scopes: ['user.info.stats'] }).report('LAST_28_DAYS').summary;
  expect(withoutVideos.viewsGained.status).toBe('SCOPE_MISSING');
  expect(withoutVideos.videosPublished).toMatchObject({ current: null, status: 'SCOPE_MISSING' });
});

it('has nothing to say before the first reading, and ends its periods today', () => {
  const analysis = analyse([], { asOf: null, observedFrom: null });
  const report = analysis.report('LAST_7_DAYS');
  expect(report.asOf).toBeNull();
  expect(new Date(report.period.until).toISOString()).toBe('2026-11-22T23:00:00.000Z');
  expect(report.summary.videosPublished).toMatchObject({ current: null, status: 'NOT_YET' });
  expect(analysis.isOutlivedAt(NOW)).toBe(false);
  expect(analysis.isOutlivedAt(NOW + DAY)).toBe(true);
});

it('has no rate of a period without videos, which is not a rate of zero', () => {
  const { summary } = analyse(many(5, () => ({ publishedAt: NOW - 300 * DAY }))).report('LAST_7_DAYS');
  expect(summary.engagementRateByViews).toMatchObject({ current: null, status: 'BELOW_THRESHOLD' });
  expect(summary.videosPublished).toMatchObject({ current: 0, previous: 0, change: 0, changeRate: null });
});

it('adds up gains once readings reach back, with the change from the previous period', () => {
  const observedFrom = NOW - 30 * DAY;
  const readings = (): VideoReading[] =>
    [30, 14, 7, 0].map((daysAgo, i) => ({
      observedAt: NOW - daysAgo * DAY,
      views: [0, 1_600, 2_300, 3_700][i]!,
      likes: 0,
      comments: null,
      shares: 0,
    }));
  const analysis = analyse(
    many(1, () => ({ publishedAt: NOW - 100 * DAY })),
    { observedFrom },
    readings,
  );
  const { summary } = analysis.report('LAST_7_DAYS');
  // Noon to noon: half a day of 200 is still to come on the last day, half a day of 100 was on the first.
  expect(summary.viewsGained.current!).toBeCloseTo(6.5 * 200, 6);
  expect(summary.viewsGained.previous!).toBeCloseTo(6.5 * 100 + 100, 6);
  expect(summary.viewsGained.changeRate!).toBeCloseTo(1_300 / 750 - 1, 6);
  expect(summary.commentsGained).toMatchObject({ current: null, status: 'NOT_IN_API' });
  expect(analysis.series('LAST_7_DAYS', 'VIEWS_GAINED')[3]).toEqual({ date: '2026-11-19', value: 200 });
  expect(analysis.series('LAST_90_DAYS', 'VIEWS_GAINED')[0]!.value).toBeNull();
  expect(analysis.report('LAST_90_DAYS').summary.viewsGained.status).toBe('NOT_YET');
});

it('gives the same answer in whatever order the videos come', () => {
  const videos = many(60, (i) => ({
    views: 100 + ((i * 37) % 900),
    hashtags: [`tag${i % 3}`],
    publishedAt: NOW - Math.floor(i / 2) * DAY - 2 * DAY,
  }));
  const plain = analyse(videos).report('LAST_28_DAYS');
  expect(analyse([...videos].reverse()).report('LAST_28_DAYS')).toEqual(plain);
});
