import type { VideoAvailability } from '../db/generated/client/enums';

/** A video as TikTok last showed it; what TikTok does not say is null. */
export interface Video {
  id: string;
  connectionId: string;
  /** Scopes that its connection was granted, comma separated. */
  connectionScopes: string;
  tiktokVideoId: string;
  title: string | null;
  description: string | null;
  /** Without their sign, in order of appearance. */
  hashtags: string[];
  musicName: string | null;
  /** When oEmbed was last asked for the sound; null: not yet. */
  musicLookedUpAt: Date | null;
  durationSeconds: number | null;
  width: number | null;
  height: number | null;
  isAiGenerated: boolean | null;
  shareUrl: string | null;
  embedUrl: string | null;
  /** TikTok's own address of the cover; dead from `coverExpiresAt` on. */
  coverUrl: string | null;
  coverExpiresAt: Date | null;
  viewCount: number | null;
  likeCount: number | null;
  commentCount: number | null;
  shareCount: number | null;
  bookmarkCount: number | null;
  publishedAt: Date;
  followersAtPublication: number | null;
  availability: VideoAvailability;
  unavailableSince: Date | null;
  firstSeenAt: Date;
  lastObservedAt: Date;
}

/** Why a field has the value it has, or none. */
export type MeasurementStatus = 'MEASURED' | 'NOT_IN_API' | 'SCOPE_MISSING' | 'NOT_YET' | 'BELOW_THRESHOLD';

const videoFields = [
  'VIEW_COUNT',
  'LIKE_COUNT',
  'COMMENT_COUNT',
  'SHARE_COUNT',
  'BOOKMARK_COUNT',
  'MUSIC_NAME',
  'REACH',
  'WATCH_TIME',
  'FOLLOWERS_AT_PUBLICATION',
] as const;
export type VideoField = (typeof videoFields)[number];

export interface FieldMeasurement {
  field: VideoField;
  status: MeasurementStatus;
}

type MeasuredVideo = Pick<
  Video,
  | 'connectionScopes'
  | 'viewCount'
  | 'likeCount'
  | 'commentCount'
  | 'shareCount'
  | 'bookmarkCount'
  | 'musicName'
  | 'musicLookedUpAt'
  | 'followersAtPublication'
>;

/** For each field that may be null: whether it was measured, and if not, why. */
export function measureFields(video: MeasuredVideo): FieldMeasurement[] {
  const scopes = video.connectionScopes.split(',');
  const countStatus = (count: number | null): MeasurementStatus => measured(count) ?? withScope(scopes, 'video.list');
  const status: Record<VideoField, MeasurementStatus> = {
    VIEW_COUNT: countStatus(video.viewCount),
    LIKE_COUNT: countStatus(video.likeCount),
    COMMENT_COUNT: countStatus(video.commentCount),
    SHARE_COUNT: countStatus(video.shareCount),
    BOOKMARK_COUNT: measured(video.bookmarkCount) ?? 'NOT_IN_API',
    MUSIC_NAME: measured(video.musicName) ?? (video.musicLookedUpAt === null ? 'NOT_YET' : 'NOT_IN_API'),
    REACH: 'NOT_IN_API',
    WATCH_TIME: 'NOT_IN_API',
    FOLLOWERS_AT_PUBLICATION: measured(video.followersAtPublication) ?? withScope(scopes, 'user.info.stats'),
  };
  return videoFields.map((field) => ({ field, status: status[field] }));
}

function measured(value: number | string | null): MeasurementStatus | null {
  return value === null ? null : 'MEASURED';
}

function withScope(granted: readonly string[], needed: string): MeasurementStatus {
  return granted.includes(needed) ? 'NOT_YET' : 'SCOPE_MISSING';
}
