import type { Database } from '../db/database';
import { prepared } from './prepared-statement';
import type { Video } from './video';
import { toVideo, videoColumns, type VideoRow } from './video-row';

/** The person's videos with these ids, in that order; null for each that is not there or somebody else's. */
export function getVideos({ sqlite }: Database, ids: readonly string[], ownerId: string): (Video | null)[] {
  const rows = prepared<VideoRow>(
    sqlite,
    // CROSS JOIN keeps the order: SQLite would otherwise walk all of the owner's videos and look each up in the list.
    `SELECT ${videoColumns} FROM json_each(?) wanted CROSS JOIN Video v ON v.id = wanted.value
     CROSS JOIN TikTokConnection c ON c.id = v.connectionId AND c.ownerId = ?`,
  ).all(JSON.stringify(ids), ownerId);
  const videos = new Map(rows.map((row) => [row.id, toVideo(row)]));
  return ids.map((id) => videos.get(id) ?? null);
}
