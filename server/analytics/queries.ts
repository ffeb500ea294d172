import type { Database } from '../db/database';
import type { Choices } from './choices';
import { prepared } from '../videos/prepared-statement';
import { openingKeys } from '../videos/quotable-caption';
import type { AnalyzedVideo, CreatorFacts, FollowerReading, VideoReading, VideoWithReadings } from './creator-data';
import { soundOf } from './sound';

/** Videos read at once: few enough that even well-read ones take only milliseconds. */
const PAGE = 200;

/** Version of the connection's data; null when the connection is gone. Ownership is the caller's to have checked. */
export function findDataVersion({ sqlite }: Database, connectionId: string): number | null {
  const select = prepared<{ dataVersion: number }>(sqlite, 'SELECT dataVersion FROM TikTokConnection WHERE id = ?');
  return select.get(connectionId)?.dataVersion ?? null;
}

/** Time zone of the connection's owner; null when the connection is gone. */
export function findOwnerTimeZone({ sqlite }: Database, connectionId: string): string | null {
  const select = prepared<{ timeZone: string }>(
    sqlite,
    'SELECT u.timeZone FROM TikTokConnection c JOIN User u ON u.id = c.ownerId WHERE c.id = ?',
  );
  return select.get(connectionId)?.timeZone ?? null;
}

interface StoredChoices {
  connectionId: string;
  timeZone: string;
  dataVersion: number;
  methodVersion: string;
}

/** The effects computed earlier from this very state of the data; null where there are none. */
export function findStoredChoices({ sqlite }: Database, of: StoredChoices): Choices | null {
  const row = prepared<{ choices: string }>(
    sqlite,
    `SELECT choices FROM ChoiceAnalysis
     WHERE connectionId = @connectionId AND timeZone = @timeZone AND dataVersion = @dataVersion AND methodVersion = @methodVersion`,
  ).get(of);
  return row ? (JSON.parse(row.choices) as Choices) : null;
}

/** Keeps the effects of the newest state, in place of those of an older one; nothing happens when the connection is gone. */
export function saveChoices({ sqlite }: Database, of: StoredChoices, choices: Choices): void {
  prepared(
    sqlite,
    `INSERT INTO ChoiceAnalysis (connectionId, timeZone, dataVersion, methodVersion, choices)
     SELECT id, @timeZone, @dataVersion, @methodVersion, @choices FROM TikTokConnection WHERE id = @connectionId
     ON CONFLICT (connectionId, timeZone) DO UPDATE SET dataVersion = excluded.dataVersion, methodVersion = excluded.methodVersion,
       choices = excluded.choices WHERE excluded.dataVersion >= dataVersion`,
  ).run({ ...of, choices: JSON.stringify(choices) });
}

/** What is known of the account, its readings and when they began. */
export function readCreatorFacts({ sqlite }: Database, connectionId: string): CreatorFacts {
  const { scopes, dataVersion } = sqlite
    .prepare<[string], { scopes: string; dataVersion: number }>('SELECT scopes, dataVersion FROM TikTokConnection WHERE id = ?')
    .get(connectionId) ?? { scopes: '', dataVersion: 0 };
  const followerReadings = sqlite
    .prepare<[string], FollowerReading>(
      'SELECT observedAt, followerCount AS followers FROM ConnectionSnapshot WHERE connectionId = ? ORDER BY observedAt',
    )
    .all(connectionId);
  const span = sqlite.prepare<[string], { first: number | null; last: number | null }>(
    'SELECT MIN(firstSeenAt) AS first, MAX(lastObservedAt) AS last FROM Video WHERE connectionId = ?',
  );
  const { first, last } = span.get(connectionId) ?? { first: null, last: null };
  const firstSync = sqlite
    .prepare<[string], number | null>(`SELECT MIN(startedAt) FROM SyncRun WHERE connectionId = ? AND status = 'SUCCEEDED'`)
    .pluck()
    .get(connectionId);
  return {
    dataVersion,
    scopes: scopes.split(/[\s,]+/).filter(Boolean),
    observedFrom: smallest([first, firstSync ?? null]),
    asOf: largest([last, followerReadings.at(-1)?.observedAt ?? null]),
    followerReadings,
  };
}

export type AccountNames = Parameters<typeof soundOf>[1];

interface PagePosition {
  publishedAt: number;
  id: string;
}

/** The connection's videos with all their readings, page by page, oldest first. Nothing is held open between two pages. */
export function* readVideoPages({ sqlite }: Database, connectionId: string): Generator<VideoWithReadings[]> {
  const videos = sqlite.prepare<[string, number, string, number], VideoRow>(selectVideos).raw();
  const readings = sqlite.prepare<[string, number, string, number, string], ReadingRow>(selectReadings).raw();
  const owner = sqlite
    .prepare<[string], AccountNames>('SELECT username, displayName FROM TikTokConnection WHERE id = ?')
    .get(connectionId);
  if (!owner) return;
  const hashtagLists = new Map<string, readonly string[]>();
  let after: PagePosition = { publishedAt: Number.MIN_SAFE_INTEGER, id: '' };
  for (;;) {
    const rows = videos.all(connectionId, after.publishedAt, after.id, PAGE);
    const page = rows.map((row) => ({ video: toAnalyzedVideo(row, owner, hashtagLists), readings: [] as VideoReading[] }));
    const last = page.at(-1)?.video;
    if (!last) return;
    addReadings(page, readings.all(connectionId, after.publishedAt, after.id, last.publishedAt, last.id));
    yield page;
    if (page.length < PAGE) return;
    after = last;
  }
}

/** What `toAnalyzedVideo` takes apart. */
export const analyzedVideoColumns = `
  id, publishedAt, lastObservedAt, durationSeconds, isAiGenerated, width, height, viewCount, likeCount, commentCount, shareCount,
         followersAtPublication,
         (SELECT group_concat(name, ' ') FROM VideoHashtag JOIN Hashtag ON Hashtag.id = hashtagId WHERE videoId = Video.id),
         coalesce(nullif(description, ''), title), musicName`;

const selectVideos = `
  SELECT ${analyzedVideoColumns}
  FROM Video WHERE connectionId = ? AND (publishedAt, id) > (?, ?) ORDER BY publishedAt, id LIMIT ?`;

// Rows come as arrays, which are read in half the time of objects: there are ten thousand videos with a hundred readings each.
export type VideoRow = [
  id: string,
  publishedAt: number,
  observedAt: number,
  durationSeconds: number | null,
  isAiGenerated: number | null,
  width: number | null,
  height: number | null,
  views: number | null,
  likes: number | null,
  comments: number | null,
  shares: number | null,
  followersAtPublication: number | null,
  hashtags: string | null,
  caption: string | null,
  musicName: string | null,
];

const selectReadings = `
  SELECT s.videoId, s.observedAt, s.viewCount, s.likeCount, s.commentCount, s.shareCount
  FROM Video v JOIN VideoSnapshot s ON s.videoId = v.id
  WHERE v.connectionId = ? AND (v.publishedAt, v.id) > (?, ?) AND (v.publishedAt, v.id) <= (?, ?)
  ORDER BY v.publishedAt, v.id, s.observedAt`;

type ReadingRow = [
  videoId: string,
  observedAt: number,
  views: number | null,
  likes: number | null,
  comments: number | null,
  shares: number | null,
];

/** Both lists are in the order of the videos. */
function addReadings(page: readonly { video: AnalyzedVideo; readings: VideoReading[] }[], rows: readonly ReadingRow[]): void {
  let position = 0;
  for (const [videoId, observedAt, views, likes, comments, shares] of rows) {
    while (page[position] && page[position]!.video.id !== videoId) position++;
    // A video that came between the two statements has no place on this page; it is on the next computation's.
    if (!page[position]) return;
    page[position]!.readings.push({ observedAt, views, likes, comments, shares });
  }
}

export function toAnalyzedVideo(row: VideoRow, owner: AccountNames, hashtagLists: Map<string, readonly string[]>): AnalyzedVideo {
  const text = row[12] ?? '';
  let hashtags = hashtagLists.get(text);
  if (!hashtags) hashtagLists.set(text, (hashtags = text === '' ? [] : text.split(' ')));
  return {
    id: row[0],
    publishedAt: row[1],
    observedAt: row[2],
    durationSeconds: row[3],
    isAiGenerated: row[4] === null ? null : row[4] === 1,
    width: row[5],
    height: row[6],
    views: row[7],
    likes: row[8],
    comments: row[9],
    shares: row[10],
    followersAtPublication: row[11],
    hashtags,
    openings: row[13] === null ? [] : openingKeys(row[13]),
    captionLength: row[13] === null ? null : [...row[13]].length,
    sound: soundOf(row[14], owner),
  };
}

function smallest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function largest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.max(...known);
}
