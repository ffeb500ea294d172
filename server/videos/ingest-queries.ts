import { withoutFlush } from '../db/connection';
import type { Database } from '../db/database';
import type { TikTokUser, VideoAnswer, VideoPage } from '../tiktok/client';
import { prepared } from './prepared-statement';
import { findKnownVideo, markUnavailable, postponeReading, recordReading, toInteger } from './reading-queries';
import type { StartedSyncRun } from './sync-run';

type Sqlite = Database['sqlite'];

/** A video that wants a reading. */
export interface DueVideo {
  id: string;
  tiktokVideoId: string;
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
    const counts = { listed: 0, added: 0, unreadable: page.unreadableCount };
    const lastSyncedAt = findLastSyncedAt(sqlite, run.connectionId);
    let hasNews = page.videos.length === 0 || page.unreadableCount > 0;
    for (const video of page.videos) {
      const known = findKnownVideo(sqlite, run.connectionId, video.tiktokVideoId);
      // What an unfinished run saw first does not prove that the pages behind it were read.
      hasNews ||=
        !known || lastSyncedAt === null || known.firstSeenAt > lastSyncedAt || known.nextReadingAt <= run.startedAt.getTime();
      const outcome = recordReading(sqlite, run, known, video, observedAt);
      if (outcome === 'UNREADABLE') counts.unreadable += 1;
      else if (outcome !== 'SKIPPED') counts.listed += 1;
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

/**
 * Writes the answer about due videos. What was asked for and is absent from it is no longer public, unless entries of the answer
 * could not be read: then it may be one of those, and is asked for again along its cadence.
 */
export function landReadings(
  { sqlite }: Database,
  run: StartedSyncRun,
  asked: readonly DueVideo[],
  { videos, unreadableCount }: VideoAnswer,
  observedAt: Date,
): Landing {
  return land(sqlite, run, () => {
    const answers = new Map(videos.map((video) => [video.tiktokVideoId, video]));
    const counts = { read: 0, lost: 0, unreadable: unreadableCount };
    for (const { tiktokVideoId } of asked) {
      const known = findKnownVideo(sqlite, run.connectionId, tiktokVideoId);
      if (!known) continue;
      const video = answers.get(tiktokVideoId);
      const outcome = video && recordReading(sqlite, run, known, video, observedAt);
      if (outcome === 'UNREADABLE') counts.unreadable += 1;
      if (outcome === 'READ') counts.read += 1;
      // Whatever became of it, it is not asked for a second time in this run.
      else postponeReading(sqlite, run, known);
      if (!video && unreadableCount === 0) counts.lost += markUnavailable(sqlite, known, observedAt);
    }
    prepared(
      sqlite,
      `UPDATE SyncRun SET readingCount = readingCount + @read, unavailableCount = unavailableCount + @lost,
         unreadableCount = unreadableCount + @unreadable WHERE id = @id`,
    ).run({
      id: run.id,
      ...counts,
    });
    if (counts.read + counts.lost > 0) increaseDataVersion(sqlite, run.connectionId);
  });
}

/** The list does not come to an end: what it has given so far is taken for all of it. */
export function landEndOfListing({ sqlite }: Database, run: StartedSyncRun): Landing {
  return land(sqlite, run, () => {
    prepared(sqlite, `UPDATE SyncRun SET phase = 'READING', cursor = NULL WHERE id = ?`).run(run.id);
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

/**
 * One transaction, and only if the run still stands where the caller saw it: two workers on one run cannot write a page twice. A page
 * that a power cut takes is asked for again, since its place in the run goes with it; the end of the run is flushed.
 */
function land(sqlite: Sqlite, run: StartedSyncRun, write: () => void): Landing {
  const landing = sqlite.transaction((): Landing => {
    const { id, phase, cursor, listedCount, readingCount, unavailableCount } = run;
    const stands = prepared(sqlite, stillStands).get({ id, phase, cursor, listedCount, readingCount, unavailableCount });
    if (!stands) return 'MOVED_ON';
    write();
    return 'LANDED';
  });
  return withoutFlush(sqlite, () => landing.immediate());
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

const stillStands = `
  SELECT 1 FROM SyncRun WHERE id = @id AND status = 'RUNNING' AND phase = @phase AND cursor IS @cursor
    AND listedCount = @listedCount AND readingCount = @readingCount AND unavailableCount = @unavailableCount`;

const moveListing = `
  UPDATE SyncRun SET phase = @phase, cursor = @cursor, listedCount = listedCount + @listed, readingCount = readingCount + @listed,
    newVideoCount = newVideoCount + @added, unreadableCount = unreadableCount + @unreadable WHERE id = @id`;

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
