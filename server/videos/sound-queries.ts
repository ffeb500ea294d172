import type { Database } from '../db/database';
import { prepared } from './prepared-statement';

/** Newest first. */
export function listVideosWithoutSound(
  { sqlite }: Database,
  connectionId: string,
  limit: number,
): { id: string; shareUrl: string }[] {
  return prepared<{ id: string; shareUrl: string }>(
    sqlite,
    `SELECT id, shareUrl FROM Video WHERE connectionId = ? AND musicLookedUpAt IS NULL AND shareUrl IS NOT NULL AND availability = 'AVAILABLE'
     ORDER BY publishedAt DESC, id DESC LIMIT ?`,
  ).all(connectionId, limit);
}

/** Whose sound a video borrows is part of what analytics compares: answers from before are too old. */
export function increaseDataVersion({ sqlite }: Database, connectionId: string): void {
  prepared(sqlite, 'UPDATE TikTokConnection SET dataVersion = dataVersion + 1 WHERE id = ?').run(connectionId);
}

/** `musicName` null: TikTok was asked and named none. */
export function saveSound({ sqlite }: Database, videoId: string, musicName: string | null, lookedUpAt: Date): void {
  prepared(sqlite, 'UPDATE Video SET musicName = ?, musicLookedUpAt = ? WHERE id = ?').run(
    musicName,
    lookedUpAt.getTime(),
    videoId,
  );
}
