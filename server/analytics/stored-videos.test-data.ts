import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../db/database';
import { NOW } from './analyzed-video.test-data';
import type { AnalyzedVideo, VideoReading } from './creator-data';

/** Puts videos into a connection, each with its readings (one, of its counts, when none are given), and counts its data up. */
export function storeVideos(
  { sqlite }: Database,
  connectionId: string,
  videos: readonly (AnalyzedVideo & { readings?: readonly VideoReading[] })[],
): void {
  const insertVideo = sqlite.prepare(
    `INSERT INTO Video (id, connectionId, tiktokVideoId, durationSeconds, width, height, isAiGenerated, viewCount, likeCount, commentCount, shareCount,
       publishedAt, followersAtPublication, availability, firstSeenAt, lastObservedAt, nextReadingAt)
     VALUES (@id, @connectionId, @id, @durationSeconds, @width, @height, @isAiGenerated, @views, @likes, @comments, @shares,
       @publishedAt, @followersAtPublication, 'AVAILABLE', @firstSeenAt, @observedAt, @observedAt)`,
  );
  const insertReading = sqlite.prepare(
    `INSERT INTO VideoSnapshot (videoId, observedAt, viewCount, likeCount, commentCount, shareCount)
     VALUES (@videoId, @observedAt, @views, @likes, @comments, @shares)`,
  );
  const insertHashtag = sqlite.prepare('INSERT OR IGNORE INTO Hashtag (id, name) VALUES (?, ?)');
  const tagVideo = sqlite.prepare(
    'INSERT INTO VideoHashtag (videoId, hashtagId, position) SELECT ?, id, ? FROM Hashtag WHERE name = ?',
  );
  sqlite.transaction(() => {
    for (const { hashtags, isAiGenerated, readings, ...video } of videos) {
      const { views, likes, comments, shares } = video;
      const observedAt = video.observedAt ?? NOW;
      const kept = readings ?? [{ observedAt, views, likes, comments, shares }];
      const firstSeenAt = kept[0]?.observedAt ?? observedAt;
      insertVideo.run({
        ...video,
        connectionId,
        observedAt,
        firstSeenAt,
        isAiGenerated: isAiGenerated === null ? null : Number(isAiGenerated),
      });
      for (const reading of kept) insertReading.run({ ...reading, videoId: video.id });
      for (const [position, name] of hashtags.entries()) {
        insertHashtag.run(uuidv7(), name);
        tagVideo.run(video.id, position, name);
      }
    }
    sqlite.prepare('UPDATE TikTokConnection SET dataVersion = dataVersion + 1 WHERE id = ?').run(connectionId);
  })();
}
