import type { AnalyzedVideo } from '../../server/analytics/creator-data';
import { isMet, type Criterion } from '../../server/analytics/criterion';
import { logViewsAtSevenDays } from '../../server/analytics/growth-path';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** Videos younger at their reading are left out, and so long after its last video is a piece of advice tried. */
export const GAP_MS = 7 * DAY_MS;

export interface PastVideo extends AnalyzedVideo {
  /** Time of the creator's video before, of whatever age; null for the first. */
  previousPublishedAt: number | null;
  /** ln of the views brought to the age of seven days. */
  logViews: number;
}

/** One creator's videos that were at least seven days old when they were read, in posting order. */
export interface History {
  creator: string;
  timeZone: string;
  videos: readonly PastVideo[];
}

/** @param videos in any order; those without views, or read before their seventh day, are left out */
export function historyOf(creator: string, timeZone: string, videos: readonly AnalyzedVideo[]): History {
  const ordered = [...videos].sort((a, b) => a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1));
  return {
    creator,
    timeZone,
    videos: ordered.flatMap((video, i) => {
      const age = video.observedAt === null ? 0 : video.observedAt - video.publishedAt;
      const logViews = age < GAP_MS ? null : logViewsAtSevenDays(video.views, age / HOUR_MS);
      if (logViews === null) return [];
      return [{ ...video, previousPublishedAt: ordered[i - 1]?.publishedAt ?? null, logViews }];
    }),
  };
}

export interface Arms<Video> {
  /** Videos that follow the criterion, and those that do not; whoever cannot be told is in neither. */
  following: Video[];
  others: Video[];
}

export function splitBy<Video extends PastVideo>(criterion: Criterion, videos: readonly Video[]): Arms<Video> {
  const arms: Arms<Video> = { following: [], others: [] };
  for (const video of videos) {
    const follows = isMet(criterion, video);
    if (follows !== null) arms[follows ? 'following' : 'others'].push(video);
  }
  return arms;
}

/** NaN of no values. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
