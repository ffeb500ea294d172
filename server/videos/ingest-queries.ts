import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../db/database';
import { foldForSearch } from './caption';
import type { TikTokUser, TikTokVideo, VideoPage } from '../tiktok/client';
import { parseHashtags } from './hashtags';
import { nextReadingAt, publicationWindowMs } from './metric-snapshot';
import { prepared } from './prepared-statement';
import type { StartedSyncRun } from './sync-run';

type Sqlite = Database['sqlite'];

/** A video that wants a reading. */
export interface DueVideo {
  id: string;
  tiktokVideoId: string;
}

interface KnownVideo {
  id: string;
  title: string | null;
  description: string | null;
  publishedAt: number;
  firstSeenAt: number;
  lastObservedAt: number;
  nextReadingAt: number;
}

/** `MOVED_ON`: somebody else carried the run on meanwhile; nothing was written. */
export type Landing = 'LANDED' | 'MOVED_ON';

/**
 * Writes the account's profile and counters, one reading of them, and sends the run on to its videos. Null: nothing was read, and
 * the run goes on with the count of videos that is known.
 */
export function landProfile({ sqlite }: Database, run: StartedSyncRun, user: TikTokUser | null, observedAt: Date): Landing {
  return land(sqlite, run, () => {
    const connectionId = run.connectionId;
    if (user) {
      const { followerCount, followingCount, likesCount, videoCount } = user;
      const counts = { followerCount, followingCount, likesCount, videoCount };
      prepared(sqlite, updateConnection).run({
        ...counts,
        connectionId,
        unionId: user.unionId,
        displayName: user.displayName,
        username: user.username,
        avatarUrl: user.avatarUrl,
        bio: user.bio,
        profileUrl: user.profileUrl,
        isVerified: toInteger(user.isVerified),
      });
      if (Object.values(counts).some((count) => count !== null)) {
        prepared(sqlite, insertConnectionSnapshot).run({ ...counts, connectionId, observedAt: observedAt.getTime() });
        increaseDataVersion(sqlite, connectionId);
      }
    }
    prepared(
      sqlite,
      `UPDATE SyncRun SET phase = 'LISTING', expectedCount = (SELECT videoCount FROM TikTokConnection WHERE id = @connectionId) WHERE id = @id`,
    ).run({ id: run.id, connectionId });
  });
}

/**
 * Writes one listed page: its videos, a reading of each, and where the run goes on. Listing ends with the last page, and on later
 * runs with a page of videos that the last complete run knew and that are not due.
 */
export function landPage({ sqlite }: Database, run: StartedSyncRun, page: VideoPage, observedAt: Date): Landing {
  return land(sqlite, run, () => {
    const counts = { listed: 0, added: 0 };
    const lastSyncedAt = findLastSyncedAt(sqlite, run.connectionId);
    let hasNews = page.videos.length === 0;
    for (const video of page.videos) {
      const known = findKnownVideo(sqlite, run.connectionId, video.tiktokVideoId);
      // What an unfinished run saw first does not prove that the pages behind it were read.
      hasNews ||=
        !known || lastSyncedAt === null || known.firstSeenAt > lastSyncedAt || known.nextReadingAt <= run.startedAt.getTime();
      const outcome = recordReading(sqlite, run, known, video, observedAt);
      if (outcome !== 'SKIPPED') counts.listed += 1;
      if (outcome === 'ADDED') counts.added += 1;
    }
    // The cursor is a time that goes back; one that does not would have us read the same pages for ever.
    const isStuck = page.nextCursor !== null && run.cursor !== null && page.nextCursor >= run.cursor;
    const isLastPage = page.nextCursor === null || isStuck || !hasNews;
    prepared(sqlite, moveListing).run({
      id: run.id,
      ...counts,
      phase: isLastPage ? 'READING' : 'LISTING',
      cursor: isLastPage ? null : page.nextCursor,
    });
    if (counts.listed > 0) increaseDataVersion(sqlite, run.connectionId);
  });
}

/** Writes the answer about due videos. What was asked for and is absent from it is no longer public. */
export function landReadings(
  { sqlite }: Database,
  run: StartedSyncRun,
  asked: readonly DueVideo[],
  videos: readonly TikTokVideo[],
  observedAt: Date,
): Landing {
  return land(sqlite, run, () => {
    const answers = new Map(videos.map((video) => [video.tiktokVideoId, video]));
    const counts = { read: 0, lost: 0 };
    for (const { tiktokVideoId } of asked) {
      const known = findKnownVideo(sqlite, run.connectionId, tiktokVideoId);
      if (!known) continue;
      const video = answers.get(tiktokVideoId);
      if (!video) counts.lost += markUnavailable(sqlite, run, known, observedAt);
      else if (recordReading(sqlite, run, known, video, observedAt) !== 'SKIPPED') counts.read += 1;
    }
    prepared(
      sqlite,
      'UPDATE SyncRun SET readingCount = readingCount + @read, unavailableCount = unavailableCount + @lost WHERE id = @id',
    ).run({
      id: run.id,
      ...counts,
    });
    if (counts.read + counts.lost > 0) increaseDataVersion(sqlite, run.connectionId);
  });
}

/** Nothing is due any more. */
export function landEndOfReading({ sqlite }: Database, run: StartedSyncRun): Landing {
  return land(sqlite, run, () => {
    prepared(sqlite, `UPDATE SyncRun SET phase = 'FINISHING' WHERE id = ?`).run(run.id);
  });
}

/** Videos that were due when the run began and have no reading in it yet, longest waiting first. */
export function listDueVideos({ sqlite }: Database, run: StartedSyncRun, limit: number): DueVideo[] {
  return prepared<DueVideo>(
    sqlite,
    'SELECT id, tiktokVideoId FROM Video WHERE connectionId = ? AND nextReadingAt <= ? ORDER BY nextReadingAt LIMIT ?',
  ).all(run.connectionId, run.startedAt.getTime(), limit);
}

/** One transaction, and only if the run still stands where the caller saw it: two workers on one run cannot write a page twice. */
function land(sqlite: Sqlite, run: StartedSyncRun, write: () => void): Landing {
  return sqlite
    .transaction((): Landing => {
      const { id, phase, cursor, listedCount, readingCount, unavailableCount } = run;
      const stands = prepared(sqlite, stillStands).get({ id, phase, cursor, listedCount, readingCount, unavailableCount });
      if (!stands) return 'MOVED_ON';
      write();
      return 'LANDED';
    })
    .immediate();
}

/** At most one reading of a video in a run. The next one counts from the run's beginning, so that all of a run fall due together. */
function recordReading(
  sqlite: Sqlite,
  run: StartedSyncRun,
  known: KnownVideo | null,
  video: TikTokVideo,
  observedAt: Date,
): 'ADDED' | 'READ' | 'SKIPPED' {
  const startedAt = run.startedAt.getTime();
  if (known && known.lastObservedAt >= startedAt) return 'SKIPPED';
  const publishedAt = video.publishedAt?.getTime() ?? known?.publishedAt;
  // Without a time of publication a video has no age, no order and no cadence.
  if (publishedAt === undefined) return 'SKIPPED';
  const id = known?.id ?? uuidv7();
  const title = video.title ?? known?.title ?? null;
  const description = video.description ?? known?.description ?? null;
  const { viewCount, likeCount, commentCount, shareCount } = video;
  const counts = { viewCount, likeCount, commentCount, shareCount };
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

/** 1 when the video was available until now. It is asked for again along its cadence: a private video may come back. */
function markUnavailable(sqlite: Sqlite, run: StartedSyncRun, known: KnownVideo, observedAt: Date): number {
  const next = nextReadingAt(new Date(known.publishedAt), run.startedAt).getTime();
  prepared(sqlite, 'UPDATE Video SET nextReadingAt = ? WHERE id = ?').run(next, known.id);
  return prepared(
    sqlite,
    `UPDATE Video SET availability = 'UNAVAILABLE', unavailableSince = ? WHERE id = ? AND availability = 'AVAILABLE'`,
  ).run(observedAt.getTime(), known.id).changes;
}

function writeHashtags(sqlite: Sqlite, videoId: string, names: readonly string[]): void {
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

function findKnownVideo(sqlite: Sqlite, connectionId: string, tiktokVideoId: string): KnownVideo | null {
  return (
    prepared<KnownVideo>(
      sqlite,
      `SELECT id, title, description, publishedAt, firstSeenAt, lastObservedAt, nextReadingAt FROM Video WHERE connectionId = ? AND tiktokVideoId = ?`,
    ).get(connectionId, tiktokVideoId) ?? null
  );
}

/** Followers at the account's reading nearest to a time, within a day of it; null where there is none. */
function findFollowersAt(sqlite: Sqlite, connectionId: string, time: number): number | null {
  const row = prepared<{ followerCount: number }>(
    sqlite,
    `SELECT followerCount FROM ConnectionSnapshot
     WHERE connectionId = @connectionId AND observedAt BETWEEN @time - @window AND @time + @window AND followerCount IS NOT NULL
     ORDER BY abs(observedAt - @time) LIMIT 1`,
  ).get({ connectionId, time, window: publicationWindowMs });
  return row?.followerCount ?? null;
}

function findLastSyncedAt(sqlite: Sqlite, connectionId: string): number | null {
  const row = prepared<{ lastSyncedAt: number | null }>(sqlite, 'SELECT lastSyncedAt FROM TikTokConnection WHERE id = ?').get(
    connectionId,
  );
  return row?.lastSyncedAt ?? null;
}

function increaseDataVersion(sqlite: Sqlite, connectionId: string): void {
  prepared(sqlite, 'UPDATE TikTokConnection SET dataVersion = dataVersion + 1 WHERE id = ?').run(connectionId);
}

/** SQLite has no truth values. */
function toInteger(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}

const stillStands = `
  SELECT 1 FROM SyncRun WHERE id = @id AND status = 'RUNNING' AND phase = @phase AND cursor IS @cursor
    AND listedCount = @listedCount AND readingCount = @readingCount AND unavailableCount = @unavailableCount`;

const moveListing = `
  UPDATE SyncRun SET phase = @phase, cursor = @cursor, listedCount = listedCount + @listed, readingCount = readingCount + @listed,
    newVideoCount = newVideoCount + @added WHERE id = @id`;

/** What TikTok left out of an answer is kept as it was; what it sent, a fall too, is taken as it is. */
const updateConnection = `
  UPDATE TikTokConnection SET unionId = coalesce(@unionId, unionId), displayName = coalesce(@displayName, displayName),
    username = coalesce(@username, username), avatarUrl = coalesce(@avatarUrl, avatarUrl), bio = coalesce(@bio, bio),
    profileUrl = coalesce(@profileUrl, profileUrl), isVerified = coalesce(@isVerified, isVerified),
    followerCount = coalesce(@followerCount, followerCount), followingCount = coalesce(@followingCount, followingCount),
    likesCount = coalesce(@likesCount, likesCount), videoCount = coalesce(@videoCount, videoCount) WHERE id = @connectionId`;

const insertConnectionSnapshot = `
  INSERT INTO ConnectionSnapshot (connectionId, observedAt, followerCount, followingCount, likesCount, videoCount)
  VALUES (@connectionId, @observedAt, @followerCount, @followingCount, @likesCount, @videoCount) ON CONFLICT DO NOTHING`;

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
