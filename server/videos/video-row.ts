import type { Video } from './video';

/** Video as SQLite gives it: times in milliseconds, truth in 0 and 1, hashtags as JSON. */
export type VideoRow = Omit<Video, DateColumn | 'hashtags' | 'isAiGenerated'> &
  Record<'publishedAt' | 'firstSeenAt' | 'lastObservedAt', number> &
  Record<'musicLookedUpAt' | 'coverExpiresAt' | 'unavailableSince' | 'isAiGenerated', number | null> & { hashtags: string };

type DateColumn = 'publishedAt' | 'firstSeenAt' | 'lastObservedAt' | 'musicLookedUpAt' | 'coverExpiresAt' | 'unavailableSince';

/** What makes a VideoRow out of `Video v`, its hashtags and its connection's scopes included: one statement a page. */
export const videoColumns = `v.id, v.connectionId, v.tiktokVideoId, v.title, v.description, v.musicName, v.musicLookedUpAt, v.durationSeconds,
  v.width, v.height, v.isAiGenerated, v.shareUrl, v.embedUrl, v.coverUrl, v.coverExpiresAt, v.viewCount, v.likeCount, v.commentCount,
  v.shareCount, v.bookmarkCount, v.publishedAt, v.followersAtPublication, v.availability, v.unavailableSince, v.firstSeenAt, v.lastObservedAt,
  (SELECT scopes FROM TikTokConnection WHERE id = v.connectionId) AS connectionScopes,
  (SELECT json_group_array(h.name ORDER BY vh.position) FROM VideoHashtag vh JOIN Hashtag h ON h.id = vh.hashtagId WHERE vh.videoId = v.id) AS hashtags`;

export function toVideo(row: VideoRow): Video {
  return {
    ...row,
    // The database wrote this list itself, of names that are text.
    hashtags: JSON.parse(row.hashtags) as string[],
    isAiGenerated: row.isAiGenerated === null ? null : row.isAiGenerated === 1,
    publishedAt: new Date(row.publishedAt),
    firstSeenAt: new Date(row.firstSeenAt),
    lastObservedAt: new Date(row.lastObservedAt),
    musicLookedUpAt: toDate(row.musicLookedUpAt),
    coverExpiresAt: toDate(row.coverExpiresAt),
    unavailableSince: toDate(row.unavailableSince),
  };
}

function toDate(time: number | null): Date | null {
  return time === null ? null : new Date(time);
}
