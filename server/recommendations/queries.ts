import type { TikTokConnection } from '../db/generated/client/client';
import type { Database } from '../db/database';
import { prepared } from '../videos/prepared-statement';
import type { Video } from '../videos/video';
import { toVideo, videoColumns, type VideoRow } from '../videos/video-row';

/** The account that advice is for. Calls in one tick become one statement: Prisma gathers them. */
export function requireConnection({ prisma }: Database, id: string): Promise<TikTokConnection> {
  return prisma.tikTokConnection.findUniqueOrThrow({ where: { id } });
}

/** The person's videos with these ids, in that order; null for each that is gone since. */
export function listCitedVideos({ sqlite }: Database, ids: readonly string[], ownerId: string): (Video | null)[] {
  const rows = prepared<VideoRow>(
    sqlite,
    `SELECT ${videoColumns} FROM Video v JOIN TikTokConnection c ON c.id = v.connectionId AND c.ownerId = ?
     WHERE v.id IN (SELECT value FROM json_each(?))`,
  ).all(ownerId, JSON.stringify([...new Set(ids)]));
  const videos = new Map(rows.map((row) => [row.id, toVideo(row)]));
  return ids.map((id) => videos.get(id) ?? null);
}
