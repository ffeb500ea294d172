import type { Database } from '../db/database';
import { prepared } from './prepared-statement';

/** One reading of a video's counters; null where TikTok did not say. */
export interface VideoSnapshot {
  videoId: string;
  publishedAt: Date;
  observedAt: Date;
  viewCount: number | null;
  likeCount: number | null;
  commentCount: number | null;
  shareCount: number | null;
  bookmarkCount: number | null;
}

/** One reading of an account's counters; null where TikTok did not say. */
export interface ConnectionSnapshot {
  connectionId: string;
  observedAt: Date;
  followerCount: number | null;
  followingCount: number | null;
  likesCount: number | null;
  videoCount: number | null;
}

export interface SnapshotPageInput {
  /** Milliseconds; readings of that very moment are left out. */
  after: number | null;
  before: number | null;
  limit: number;
  /** From the newest backwards: the rows come newest first. */
  isInverted: boolean;
}

/** A page of each video's readings, oldest first, in one statement for all of them. */
export function listVideoSnapshots(
  { sqlite }: Database,
  videoIds: readonly string[],
  page: SnapshotPageInput,
): VideoSnapshot[][] {
  const rows = prepared<Omit<VideoSnapshot, 'observedAt' | 'publishedAt'> & { observedAt: number; publishedAt: number }>(
    sqlite,
    `SELECT s.*, v.publishedAt FROM json_each(@parents) p JOIN Video v ON v.id = p.value JOIN VideoSnapshot s ON s.videoId = v.id
     WHERE s.observedAt IN (${pageOf('VideoSnapshot', 'videoId', page)}) ${order(page)}`,
  ).all({ parents: JSON.stringify(videoIds), ...bounds(page) });
  const snapshots = rows.map((row) => ({ ...row, observedAt: new Date(row.observedAt), publishedAt: new Date(row.publishedAt) }));
  return groupBy(videoIds, snapshots, ({ videoId }) => videoId);
}

/** A page of each account's readings, oldest first, in one statement for all of them. */
export function listConnectionSnapshots(
  { sqlite }: Database,
  connectionIds: readonly string[],
  page: SnapshotPageInput,
): ConnectionSnapshot[][] {
  const rows = prepared<Omit<ConnectionSnapshot, 'observedAt'> & { observedAt: number }>(
    sqlite,
    `SELECT s.* FROM json_each(@parents) p JOIN ConnectionSnapshot s ON s.connectionId = p.value
     WHERE s.observedAt IN (${pageOf('ConnectionSnapshot', 'connectionId', page)}) ${order(page)}`,
  ).all({ parents: JSON.stringify(connectionIds), ...bounds(page) });
  const snapshots = rows.map((row) => ({ ...row, observedAt: new Date(row.observedAt) }));
  return groupBy(connectionIds, snapshots, ({ connectionId }) => connectionId);
}

export function countVideoSnapshots({ sqlite }: Database, videoIds: readonly string[]): number[] {
  const rows = prepared<{ id: string; total: number }>(
    sqlite,
    'SELECT videoId AS id, count(*) AS total FROM VideoSnapshot WHERE videoId IN (SELECT value FROM json_each(?)) GROUP BY videoId',
  ).all(JSON.stringify(videoIds));
  return totals(videoIds, rows);
}

export function countConnectionSnapshots({ sqlite }: Database, connectionIds: readonly string[]): number[] {
  const rows = prepared<{ id: string; total: number }>(
    sqlite,
    `SELECT connectionId AS id, count(*) AS total FROM ConnectionSnapshot
     WHERE connectionId IN (SELECT value FROM json_each(?)) GROUP BY connectionId`,
  ).all(JSON.stringify(connectionIds));
  return totals(connectionIds, rows);
}

/** The times of one parent's page, through the key's own index: other readings of the parent are not touched. */
function pageOf(
  table: 'VideoSnapshot' | 'ConnectionSnapshot',
  parent: 'videoId' | 'connectionId',
  { isInverted }: SnapshotPageInput,
): string {
  return `SELECT observedAt FROM ${table} WHERE ${parent} = p.value AND observedAt > @after AND observedAt < @before
    ORDER BY observedAt ${isInverted ? 'DESC' : 'ASC'} LIMIT @limit`;
}

function order({ isInverted }: SnapshotPageInput): string {
  return `ORDER BY p.key, s.observedAt ${isInverted ? 'DESC' : 'ASC'}`;
}

function bounds({ after, before, limit }: SnapshotPageInput) {
  return { after: after ?? Number.MIN_SAFE_INTEGER, before: before ?? Number.MAX_SAFE_INTEGER, limit };
}

function groupBy<Row>(keys: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
}

function totals(keys: readonly string[], rows: readonly { id: string; total: number }[]): number[] {
  const known = new Map(rows.map(({ id, total }) => [id, total]));
  return keys.map((key) => known.get(key) ?? 0);
}
