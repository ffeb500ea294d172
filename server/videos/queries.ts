import type { TikTokConnection } from '../db/generated/client/client';
import type { Database } from '../db/database';
import { prepared } from './prepared-statement';
import type { Video } from './video';
import { toVideo, videoColumns, type VideoRow } from './video-row';

/** The person's videos with these ids, in that order; null for each that is not there or somebody else's. */
export function getVideos({ sqlite }: Database, ids: readonly string[], ownerId: string): (Video | null)[] {
  const rows = prepared<VideoRow>(
    sqlite,
    `SELECT ${videoColumns} FROM Video v JOIN TikTokConnection c ON c.id = v.connectionId AND c.ownerId = ?
     WHERE v.id IN (SELECT value FROM json_each(?))`,
  ).all(ownerId, JSON.stringify(ids));
  const videos = new Map(rows.map((row) => [row.id, toVideo(row)]));
  return ids.map((id) => videos.get(id) ?? null);
}

/** The account that a video or a run belongs to. Calls in one tick become one statement: Prisma gathers them. */
export function requireConnection({ prisma }: Database, id: string): Promise<TikTokConnection> {
  return prisma.tikTokConnection.findUniqueOrThrow({ where: { id } });
}
