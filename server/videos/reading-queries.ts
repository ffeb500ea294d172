import type Sqlite from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import type { TikTokVideo } from '../tiktok/client';
import { foldForSearch } from './caption';
import { parseHashtags } from './hashtags';
import { furthestAheadMs, nextReadingAt, publicationWindowMs } from './metric-snapshot';
import { prepared } from './prepared-statement';
import type { StartedSyncRun } from './sync-run';

/** What of a video decides about its next reading. */
export interface KnownVideo {
  id: string;
  title: string | null;
  description: string | null;
  publishedAt: number;
  firstSeenAt: number;
  lastObservedAt: number;
  nextReadingAt: number;
}

/** At most one reading of a video in a run. The next one counts from the run's beginning, so that all of a run fall due together. */
export function recordReading(
  sqlite: Sqlite.Database,
  run: StartedSyncRun,
  known: KnownVideo | null,
  video: TikTokVideo,
  observedAt: Date,
): 'ADDED' | 'READ' | 'SKIPPED' | 'UNREADABLE' {
  const startedAt = run.startedAt.getTime();
  const isFromAnotherClock = known !== null && known.lastObservedAt > observedAt.getTime() + furthestAheadMs;
  if (known && known.lastObservedAt >= startedAt && !isFromAnotherClock) return 'SKIPPED';
  const publishedAt = video.publishedAt?.getTime() ?? known?.publishedAt;
  // Without a time of publication a video has no age, no order and no cadence.
  if (publishedAt === undefined) return 'UNREADABLE';
  const id = known?.id ?? uuidv7();
  const title = video.title ?? known?.title ?? null;
  const description = video.description ?? known?.description ?? null;
  const { viewCount, likeCount, commentCount, shareCount } = video;
  const counts = { viewCount, likeCount, commentCount, shareCount };
  const hasCounts = Object.values(counts).some((count) => count !== null);
  // An answer without a single number is no reading: the numbers are asked for again.
  if (known && !hasCounts) return 'UNREADABLE';
  const values = {
    ...counts,
    id,
    publishedAt,
    title,
    description,
    searchText: foldForSearch(`${title ?? ''}\n${description ?? ''}`),
    durationSeconds: video.durationSeconds,
    width: video.width,
    height: video.height,
    isAiGenerated: toInteger(video.isAiGenerated),
    shareUrl: video.shareUrl,
    embedUrl: video.embedUrl,
    coverUrl: video.coverUrl,
    coverExpiresAt: video.coverExpiresAt?.getTime() ?? null,
    observedAt: observedAt.getTime(),
    nextReadingAt: nextReadingAt(new Date(publishedAt), run.startedAt).getTime(),
  };
  if (known) prepared(sqlite, updateVideo).run(values);
  else {
    const followersAtPublication = findFollowersAt(sqlite, run.connectionId, publishedAt);
    prepared(sqlite, insertVideo).run({
      ...values,
      connectionId: run.connectionId,
      tiktokVideoId: video.tiktokVideoId,
      followersAtPublication,
    });
  }
  prepared(sqlite, insertVideoSnapshot).run({ ...counts, videoId: id, observedAt: observedAt.getTime() });
  if (!known || title !== known.title || description !== known.description)
    writeHashtags(sqlite, id, parseHashtags(title, description));
  return known ? 'READ' : 'ADDED';
}

/** The video is asked for again along its cadence. */
export function postponeReading(sqlite: Sqlite.Database, run: StartedSyncRun, known: KnownVideo): void {
  const next = nextReadingAt(new Date(known.publishedAt), run.startedAt).getTime();
  prepared(sqlite, 'UPDATE Video SET nextReadingAt = ? WHERE id = ?').run(next, known.id);
}

/** 1 when the video was available until now. A private video may come back. */
export function markUnavailable(sqlite: Sqlite.Database, known: KnownVideo, observedAt: Date): number {
  return prepared(
    sqlite,
    `UPDATE Video SET availability = 'UNAVAILABLE', unavailableSince = ? WHERE id = ? AND availability = 'AVAILABLE'`,
  ).run(observedAt.getTime(), known.id).changes;
}

function writeHashtags(sqlite: Sqlite.Database, videoId: string, names: readonly string[]): void {
  prepared(sqlite, 'DELETE FROM VideoHashtag WHERE videoId = ?').run(videoId);
  names.forEach((name, position) => {
    prepared(sqlite, 'INSERT INTO Hashtag (id, name) VALUES (?, ?) ON CONFLICT (name) DO NOTHING').run(uuidv7(), name);
    prepared(sqlite, 'INSERT INTO VideoHashtag (videoId, hashtagId, position) SELECT ?, id, ? FROM Hashtag WHERE name = ?').run(
      videoId,
      position,
      name,
    );
  });
}

export function findKnownVideo(sqlite: Sqlite.Database, connectionId: string, tiktokVideoId: string): KnownVideo | null {
  return (
    prepared<KnownVideo>(
      sqlite,
      `SELECT id, title, description, publishedAt, firstSeenAt, lastObservedAt, nextReadingAt FROM Video WHERE connectionId = ? AND tiktokVideoId = ?`,
    ).get(connectionId, tiktokVideoId) ?? null
  );
}

/** Followers at the account's reading nearest to a time, within a day of it; null where there is none. */
function findFollowersAt(sqlite: Sqlite.Database, connectionId: string, time: number): number | null {
  const row = prepared<{ followerCount: number }>(
    sqlite,
    `SELECT followerCount FROM ConnectionSnapshot
     WHERE connectionId = @connectionId AND observedAt BETWEEN @time - @window AND @time + @window AND followerCount IS NOT NULL
     ORDER BY abs(observedAt - @time) LIMIT 1`,
  ).get({ connectionId, time, window: publicationWindowMs });
  return row?.followerCount ?? null;
}

/** SQLite has no truth values. */
export function toInteger(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}

const insertVideo = `
  INSERT INTO Video (id, connectionId, tiktokVideoId, title, description, searchText, durationSeconds, width, height, isAiGenerated, shareUrl, embedUrl,
    coverUrl, coverExpiresAt, viewCount, likeCount, commentCount, shareCount, publishedAt, followersAtPublication, availability,
    firstSeenAt, lastObservedAt, nextReadingAt)
  VALUES (@id, @connectionId, @tiktokVideoId, @title, @description, @searchText, @durationSeconds, @width, @height, @isAiGenerated, @shareUrl, @embedUrl,
    @coverUrl, @coverExpiresAt, @viewCount, @likeCount, @commentCount, @shareCount, @publishedAt, @followersAtPublication, 'AVAILABLE',
    @observedAt, @observedAt, @nextReadingAt)`;

const updateVideo = `
  UPDATE Video SET title = @title, description = @description, searchText = @searchText,
    durationSeconds = coalesce(@durationSeconds, durationSeconds), width = coalesce(@width, width), height = coalesce(@height, height),
    isAiGenerated = coalesce(@isAiGenerated, isAiGenerated), shareUrl = coalesce(@shareUrl, shareUrl),
    embedUrl = coalesce(@embedUrl, embedUrl), coverUrl = coalesce(@coverUrl, coverUrl),
    coverExpiresAt = CASE WHEN @coverUrl IS NULL THEN coverExpiresAt ELSE @coverExpiresAt END,
    viewCount = coalesce(@viewCount, viewCount), likeCount = coalesce(@likeCount, likeCount),
    commentCount = coalesce(@commentCount, commentCount), shareCount = coalesce(@shareCount, shareCount), publishedAt = @publishedAt,
    availability = 'AVAILABLE', unavailableSince = NULL, lastObservedAt = @observedAt, nextReadingAt = @nextReadingAt WHERE id = @id`;

const insertVideoSnapshot = `
  INSERT INTO VideoSnapshot (videoId, observedAt, viewCount, likeCount, commentCount, shareCount)
  VALUES (@videoId, @observedAt, @viewCount, @likeCount, @commentCount, @shareCount) ON CONFLICT DO NOTHING`;
