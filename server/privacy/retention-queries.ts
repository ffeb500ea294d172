import type { Database } from '../db/database';

/** Rows in one statement: a table that nobody ever tidied must not hold everybody up. The next hour takes the next ones. */
const atMost = 5_000;

/**
 * Syncs and generations that ended before, but for the newest of each account, and generations whose recommendations are still
 * there: advice says where it comes from.
 */
export function deleteFinishedRuns({ sqlite }: Database, before: Date): void {
  const ended = `finishedAt < @before AND status IN ('SUCCEEDED', 'FAILED')`;
  const newest = (table: string) =>
    `id != (SELECT n.id FROM ${table} n WHERE n.connectionId = ${table}.connectionId ORDER BY n.createdAt DESC, n.id DESC LIMIT 1)`;
  const parameters = { before: before.getTime(), atMost };
  sqlite
    .prepare(`DELETE FROM SyncRun WHERE id IN (SELECT id FROM SyncRun WHERE ${ended} AND ${newest('SyncRun')} LIMIT @atMost)`)
    .run(parameters);
  sqlite
    .prepare(
      `DELETE FROM GenerationRun WHERE id IN (SELECT id FROM GenerationRun WHERE ${ended} AND ${newest('GenerationRun')}
         AND NOT EXISTS (SELECT 1 FROM Recommendation WHERE generationRunId = GenerationRun.id) LIMIT @atMost)`,
    )
    .run(parameters);
}

export function deleteFailedJobs({ sqlite }: Database, before: Date): void {
  sqlite.prepare('DELETE FROM Job WHERE failedAt < ?').run(before.getTime());
}

export function deleteReceipts({ sqlite }: Database, before: Date): void {
  sqlite.prepare(`DELETE FROM Erasure WHERE phase = 'DONE' AND finishedAt < ?`).run(before.getTime());
}
