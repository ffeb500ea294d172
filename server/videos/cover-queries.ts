import type { Database } from '../db/database';
import type { TikTokVideo } from '../tiktok/client';
import { prepared } from './prepared-statement';

/** A video's cover: TikTok's address of it, and until when that works. */
export interface Cover {
  id: string;
  connectionId: string;
  tiktokVideoId: string;
  coverUrl: string;
  coverExpiresAt: Date | null;
}

/** Of the person's own video; null where there is no such video or TikTok gave no cover. */
export function findOwnCover({ sqlite }: Database, videoId: string, ownerId: string): Cover | null {
  const row = prepared<Omit<Cover, 'coverExpiresAt'> & { coverExpiresAt: number | null }>(
    sqlite,
    `SELECT v.id, v.connectionId, v.tiktokVideoId, v.coverUrl, v.coverExpiresAt
     FROM Video v JOIN TikTokConnection c ON c.id = v.connectionId WHERE v.id = ? AND c.ownerId = ? AND v.coverUrl IS NOT NULL`,
  ).get(videoId, ownerId);
  return row ? { ...row, coverExpiresAt: row.coverExpiresAt === null ? null : new Date(row.coverExpiresAt) } : null;
}

/** Keeps fresh addresses; what an answer leaves out stays. */
export function saveCovers({ sqlite }: Database, connectionId: string, videos: readonly TikTokVideo[]): void {
  const save = prepared(sqlite, 'UPDATE Video SET coverUrl = ?, coverExpiresAt = ? WHERE connectionId = ? AND tiktokVideoId = ?');
  sqlite
    .transaction(() => {
      for (const { tiktokVideoId, coverUrl, coverExpiresAt } of videos) {
        if (coverUrl !== null) save.run(coverUrl, coverExpiresAt?.getTime() ?? null, connectionId, tiktokVideoId);
      }
    })
    .immediate();
}
