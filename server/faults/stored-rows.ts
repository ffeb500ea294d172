import type { Database } from '../db/database';

/** Everything that is stored of one account's data, line by line, in words that are the same in two databases. */
export function dumpAccount({ sqlite }: Database, openId: string): string[] {
  return dumps.flatMap(([name, sql]) =>
    sqlite
      .prepare<[string], object>(sql)
      .all(openId)
      .map((row) => `${name} ${JSON.stringify(row)}`),
  );
}

export interface StoredCounts {
  accountReadings: number;
  videos: number;
  videoReadings: number;
  unavailable: number;
  /** Sealed tokens: 2, or 0. */
  tokens: number;
}

export function countStored({ sqlite }: Database, openId: string): StoredCounts {
  return (
    sqlite
      .prepare<[string], StoredCounts>(
        `SELECT (SELECT count(*) FROM ConnectionSnapshot s WHERE s.connectionId = c.id) AS accountReadings,
         (SELECT count(*) FROM Video v WHERE v.connectionId = c.id) AS videos,
         (SELECT count(*) FROM Video v WHERE v.connectionId = c.id AND v.availability = 'UNAVAILABLE') AS unavailable,
         (SELECT count(*) FROM Video v JOIN VideoSnapshot s ON s.videoId = v.id WHERE v.connectionId = c.id) AS videoReadings,
         (c.accessTokenEncrypted IS NOT NULL) + (c.refreshTokenEncrypted IS NOT NULL) AS tokens
       FROM TikTokConnection c WHERE c.tiktokUserId = ?`,
      )
      .get(openId) ?? { accountReadings: 0, videos: 0, videoReadings: 0, unavailable: 0, tokens: 0 }
  );
}

const ofVideos = 'FROM Video v JOIN TikTokConnection c ON c.id = v.connectionId';

const dumps: readonly [name: string, sql: string][] = [
  [
    'account',
    `SELECT displayName, username, bio, avatarUrl, profileUrl, isVerified, followerCount, followingCount, likesCount, videoCount, scopes, status,
       isActive, lastSyncedAt, nextSyncAt FROM TikTokConnection WHERE tiktokUserId = ?`,
  ],
  [
    'account reading',
    `SELECT s.observedAt, s.followerCount, s.followingCount, s.likesCount, s.videoCount FROM ConnectionSnapshot s
     JOIN TikTokConnection c ON c.id = s.connectionId WHERE c.tiktokUserId = ? ORDER BY s.observedAt`,
  ],
  [
    'video',
    `SELECT v.tiktokVideoId, v.title, v.description, v.searchText, v.durationSeconds, v.width, v.height, v.isAiGenerated, v.shareUrl, v.embedUrl,
       v.coverUrl, v.coverExpiresAt, v.musicName, v.viewCount, v.likeCount, v.commentCount, v.shareCount, v.publishedAt,
       v.followersAtPublication, v.availability, v.unavailableSince, v.firstSeenAt, v.lastObservedAt, v.nextReadingAt
     ${ofVideos} WHERE c.tiktokUserId = ? ORDER BY v.tiktokVideoId`,
  ],
  [
    'video reading',
    `SELECT v.tiktokVideoId, s.observedAt, s.viewCount, s.likeCount, s.commentCount, s.shareCount ${ofVideos}
     JOIN VideoSnapshot s ON s.videoId = v.id WHERE c.tiktokUserId = ? ORDER BY v.tiktokVideoId, s.observedAt`,
  ],
  [
    'hashtag',
    `SELECT v.tiktokVideoId, x.position, h.name ${ofVideos} JOIN VideoHashtag x ON x.videoId = v.id JOIN Hashtag h ON h.id = x.hashtagId
     WHERE c.tiktokUserId = ? ORDER BY v.tiktokVideoId, x.position`,
  ],
];
