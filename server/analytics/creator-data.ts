import type { EngagementCounts } from './engagement';
import type { Sound } from './sound';

/** What analytics needs to know of a video. Times are milliseconds since the epoch. */
export interface AnalyzedVideo extends EngagementCounts {
  id: string;
  publishedAt: number;
  /** When the counts were read; null: never read. */
  observedAt: number | null;
  durationSeconds: number | null;
  isAiGenerated: boolean | null;
  width: number | null;
  height: number | null;
  hashtags: readonly string[];
  /** What its caption may share with others of a series: see `openingKeys`. */
  openings: readonly string[];
  /** Characters of the caption as a reader counts them; null: unknown. */
  captionLength: number | null;
  /** Null: TikTok's oEmbed was not asked yet, or named none. */
  sound: Sound | null;
}

/** One reading of a video's counters. */
export interface VideoReading {
  observedAt: number;
  views: number | null;
  likes: number | null;
  comments: number | null;
  shares: number | null;
}

export interface FollowerReading {
  observedAt: number;
  followers: number | null;
}

/** A video with its readings, oldest first, as far back as analytics looks. */
export interface VideoWithReadings {
  video: AnalyzedVideo;
  readings: readonly VideoReading[];
}

/** Facts about the account that go with the videos. */
export interface CreatorFacts {
  /** Of the data that went in; grows with every batch of readings. */
  dataVersion: number;
  scopes: readonly string[];
  /** The first and the newest reading of anything; null before any. */
  observedFrom: number | null;
  asOf: number | null;
  followerReadings: readonly FollowerReading[];
}

const HOUR_MS = 3_600_000;

/** Age of the video when its counts were read, in hours; null when they never were. A clock that runs behind gives 0. */
export function ageHoursOf({ publishedAt, observedAt }: Pick<AnalyzedVideo, 'publishedAt' | 'observedAt'>): number | null {
  return observedAt === null ? null : Math.max(0, observedAt - publishedAt) / HOUR_MS;
}
