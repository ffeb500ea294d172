import type Sqlite from 'better-sqlite3';
import { ownedIds } from './personal-rows-queries';
import type { SpreadsheetVideo } from './spreadsheet';

type Row = Omit<SpreadsheetVideo, 'publishedAt' | 'readAt'> & { publishedAt: number; readAt: number };

/** The person's videos with their latest numbers, account by account, newest first: in the order of an index, so that nothing is sorted before the first. */
export function* iterateSpreadsheetVideos(sqlite: Sqlite.Database, userId: string): Generator<SpreadsheetVideo> {
  const rows = sqlite
    .prepare<[{ userId: string }], Row>(
      `SELECT c.displayName AS account, v.publishedAt, coalesce(nullif(v.description, ''), v.title, '') AS caption,
         coalesce((SELECT group_concat('#' || name, ' ') FROM (
           SELECT h.name FROM VideoHashtag vh JOIN Hashtag h ON h.id = vh.hashtagId WHERE vh.videoId = v.id ORDER BY vh.position
         )), '') AS hashtags,
         v.musicName, v.durationSeconds, v.viewCount, v.likeCount, v.commentCount, v.shareCount, v.lastObservedAt AS readAt, v.shareUrl
       FROM Video v CROSS JOIN TikTokConnection c ON c.id = v.connectionId WHERE v.connectionId IN (${ownedIds('TikTokConnection')})
       ORDER BY v.connectionId DESC, v.publishedAt DESC, v.id DESC`,
    )
    .iterate({ userId });
  for (const row of rows) yield { ...row, publishedAt: new Date(row.publishedAt), readAt: new Date(row.readAt) };
}
