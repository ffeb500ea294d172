import type { MeasurementStatus } from '../videos/video';
import type { AnalyzedVideo } from './creator-data';
import type { DailyGains, GainedMetric } from './daily-gains';
import { pooledEngagementRate } from './engagement';
import type { Followers } from './followers';
import type { Period } from './period';

/** A value and why it is missing where it is null. */
export interface Measurement {
  value: number | null;
  status: MeasurementStatus;
}

/** A metric in a period and in the one before it, of equal length. */
export interface MetricChange {
  current: number | null;
  previous: number | null;
  /** current − previous; null unless both are known. */
  change: number | null;
  /** change / previous; null where previous is null or 0. */
  changeRate: number | null;
  status: MeasurementStatus;
  previousStatus: MeasurementStatus;
}

export interface AnalyticsSummary {
  viewsGained: MetricChange;
  likesGained: MetricChange;
  commentsGained: MetricChange;
  sharesGained: MetricChange;
  followersGained: MetricChange;
  videosPublished: MetricChange;
  engagementRateByViews: MetricChange;
  engagementRateByFollowers: MetricChange;
  engagementRateByReach: MetricChange;
}

export interface SummaryInput {
  scopes: readonly string[];
  asOf: number | null;
  /** In posting order. */
  videos: readonly AnalyzedVideo[];
  gains: DailyGains;
  followers: Followers;
}

/** Summary of a period beside the one before it. Every null says why. */
export function summarise(input: SummaryInput, periods: { current: Period; previous: Period }): AnalyticsSummary {
  const compare = (measure: (period: Period) => Measurement): MetricChange =>
    compareMeasurements(measure(periods.current), measure(periods.previous));
  const published = new Map([periods.current, periods.previous].map((period) => [period, publishedIn(input.videos, period)]));
  return {
    viewsGained: compare((period) => gained(input, 'views', period)),
    likesGained: compare((period) => gained(input, 'likes', period)),
    commentsGained: compare((period) => gained(input, 'comments', period)),
    sharesGained: compare((period) => gained(input, 'shares', period)),
    followersGained: compare((period) => followersGained(input, period)),
    videosPublished: compare((period) => videosPublished(input, published.get(period)!)),
    engagementRateByViews: compare((period) => engagementRate(input, published.get(period)!, 'views')),
    engagementRateByFollowers: compare((period) => engagementRate(input, published.get(period)!, 'followersAtPublication')),
    engagementRateByReach: compare(() => ({ value: null, status: 'NOT_IN_API' })),
  };
}

function compareMeasurements(current: Measurement, previous: Measurement): MetricChange {
  const change = current.value === null || previous.value === null ? null : current.value - previous.value;
  return {
    current: current.value,
    previous: previous.value,
    change,
    changeRate: change === null || previous.value === null || previous.value === 0 ? null : change / previous.value,
    status: current.status,
    previousStatus: previous.status,
  };
}

/** Videos published from the start of a period to before its end; expects posting order. */
function publishedIn(videos: readonly AnalyzedVideo[], { from, until }: Period): AnalyzedVideo[] {
  return videos.slice(firstPublishedFrom(videos, from), firstPublishedFrom(videos, until));
}

/** Position of the first video published at this time or later. */
export function firstPublishedFrom(videos: readonly AnalyzedVideo[], time: number): number {
  let low = 0;
  let high = videos.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (videos[middle]!.publishedAt < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function gained({ scopes, videos, gains }: SummaryInput, metric: GainedMetric, period: Period): Measurement {
  const value = gains.over(metric, period);
  if (isWithoutVideos(scopes, videos)) return { value: null, status: 'SCOPE_MISSING' };
  if (!gains.isGiven(metric)) return { value: null, status: 'NOT_IN_API' };
  return measuredOr(value, 'NOT_YET');
}

function followersGained({ scopes, followers }: SummaryInput, period: Period): Measurement {
  return measuredOr(
    followers.over(period),
    followers.isEmpty && !scopes.includes('user.info.stats') ? 'SCOPE_MISSING' : 'NOT_YET',
  );
}

function videosPublished({ scopes, asOf, videos }: SummaryInput, published: readonly AnalyzedVideo[]): Measurement {
  if (isWithoutVideos(scopes, videos)) return { value: null, status: 'SCOPE_MISSING' };
  return asOf === null ? { value: null, status: 'NOT_YET' } : { value: published.length, status: 'MEASURED' };
}

function engagementRate(
  { scopes, asOf, videos }: SummaryInput,
  published: readonly AnalyzedVideo[],
  denominator: 'views' | 'followersAtPublication',
): Measurement {
  const value = pooledEngagementRate(published, denominator);
  if (value !== null) return { value, status: 'MEASURED' };
  const needsStats = denominator === 'followersAtPublication' && !scopes.includes('user.info.stats');
  if (needsStats || isWithoutVideos(scopes, videos)) return { value, status: 'SCOPE_MISSING' };
  if (asOf === null) return { value, status: 'NOT_YET' };
  // No video, or none that anybody has seen: nothing to measure, which is not the same as a rate of zero.
  const hasDenominator = published.some((video) => video[denominator] !== null);
  return { value, status: published.length === 0 || hasDenominator ? 'BELOW_THRESHOLD' : 'NOT_YET' };
}

/** A connection that lost the scope keeps the history it has. */
function isWithoutVideos(scopes: readonly string[], videos: readonly AnalyzedVideo[]): boolean {
  return videos.length === 0 && !scopes.includes('video.list');
}

function measuredOr(value: number | null, otherwise: MeasurementStatus): Measurement {
  return { value, status: value === null ? otherwise : 'MEASURED' };
}
