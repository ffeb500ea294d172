import type { Database } from '../db/database';
import { prepared } from '../videos/prepared-statement';
import type { ChosenVideo } from './criterion';
import { analyzedVideoColumns, toAnalyzedVideo, type AccountNames, type VideoRow } from './queries';

/** The connection's videos published after a moment, oldest first, each with the time of the one before it. */
export function listVideosPublishedAfter(
  { sqlite }: Database,
  connectionId: string,
  publishedAfter: number,
): (ChosenVideo & { id: string })[] {
  const account = prepared<AccountNames & { previous: number | null }>(
    sqlite,
    `SELECT username, displayName,
       (SELECT max(publishedAt) FROM Video WHERE connectionId = c.id AND publishedAt <= @publishedAfter) AS previous
     FROM TikTokConnection c WHERE id = @connectionId`,
  ).get({ connectionId, publishedAfter });
  if (!account) return [];
  const rows = sqlite
    .prepare<[string, number], VideoRow>(
      `SELECT ${analyzedVideoColumns} FROM Video WHERE connectionId = ? AND publishedAt > ? ORDER BY publishedAt, id`,
    )
    .raw()
    .all(connectionId, publishedAfter);
  const hashtagLists = new Map<string, readonly string[]>();
  let previousPublishedAt = account.previous;
  return rows.map((row) => {
    const video = { ...toAnalyzedVideo(row, account, hashtagLists), previousPublishedAt };
    previousPublishedAt = video.publishedAt;
    return video;
  });
}
