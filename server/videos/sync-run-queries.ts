import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../db/database';
import type { ConnectionStatus, SyncTrigger } from '../db/generated/client/enums';
import { furthestAheadMs, nextSyncAt } from './metric-snapshot';
import { prepared } from './prepared-statement';
import type { StartedSyncRun, SyncRun } from './sync-run';

/** SyncRun as SQLite gives it: times in milliseconds, truth in 0 and 1. */
type SyncRunRow = Omit<SyncRun, 'createdAt' | 'startedAt' | 'finishedAt' | 'isFullListing'> & {
  createdAt: number;
  startedAt: number | null;
  finishedAt: number | null;
  isFullListing: number;
};

const selectRun = `
  SELECT r.*, c.lastSyncedAt IS NULL AS isFullListing,
    CASE WHEN r.status = 'RUNNING' THEN
      (SELECT count(*) FROM Video v WHERE v.connectionId = r.connectionId AND v.nextReadingAt <= r.startedAt)
    ELSE 0 END AS dueCount
  FROM SyncRun r JOIN TikTokConnection c ON c.id = r.connectionId`;

const isActiveRun = `r.status IN ('QUEUED', 'RUNNING')`;
const newestFirst = 'ORDER BY r.createdAt DESC, r.id DESC LIMIT 1';

export function findSyncRun({ sqlite }: Database, id: string): SyncRun | null {
  return toSyncRun(prepared<SyncRunRow>(sqlite, `${selectRun} WHERE r.id = ?`).get(id));
}

/** Of the person only: somebody else's run is not there. */
export function findOwnSyncRun({ sqlite }: Database, id: string, ownerId: string): SyncRun | null {
  return toSyncRun(prepared<SyncRunRow>(sqlite, `${selectRun} WHERE r.id = ? AND c.ownerId = ?`).get(id, ownerId));
}

/** The newest run of each connection; null where there was none. */
export function findLatestSyncRuns({ sqlite }: Database, connectionIds: readonly string[]): (SyncRun | null)[] {
  const rows = prepared<SyncRunRow>(
    sqlite,
    `${selectRun} WHERE r.id IN (
       SELECT (SELECT id FROM SyncRun WHERE connectionId = p.value ORDER BY createdAt DESC, id DESC LIMIT 1) FROM json_each(?) p)`,
  ).all(JSON.stringify(connectionIds));
  const runs = new Map(rows.map((row) => [row.connectionId, toSyncRun(row)]));
  return connectionIds.map((id) => runs.get(id) ?? null);
}

export type NewRun =
  { run: SyncRun } | { refused: 'NOT_FOUND' } | { refused: 'NOT_ACTIVE'; status: ConnectionStatus; displayName: string };

/**
 * The connection's active run, made if there is none: one at a time. The connection counts as due until the run ends, so that the
 * schedule takes the run up again should its job be lost. Without `ownerId` the connection may be anybody's.
 */
export function createSyncRun(
  { sqlite }: Database,
  { connectionId, ownerId, trigger, now }: { connectionId: string; ownerId?: string; trigger: SyncTrigger; now: Date },
): NewRun {
  return sqlite
    .transaction((): NewRun => {
      const connection = prepared<{
        ownerId: string;
        status: ConnectionStatus;
        isActive: number;
        displayName: string;
        lastSyncedAt: number | null;
      }>(sqlite, 'SELECT ownerId, status, isActive, displayName, lastSyncedAt FROM TikTokConnection WHERE id = ?').get(
        connectionId,
      );
      if (!connection || (ownerId !== undefined && connection.ownerId !== ownerId)) return { refused: 'NOT_FOUND' };
      const { status, displayName } = connection;
      if (status !== 'ACTIVE' || connection.isActive === 0) return { refused: 'NOT_ACTIVE', status, displayName };
      const active = findActiveRun(sqlite, connectionId);
      if (active) return { run: active };
      const id = uuidv7();
      prepared(
        sqlite,
        `INSERT INTO SyncRun (id, connectionId, trigger, status, phase, createdAt) VALUES (@id, @connectionId, @trigger, 'QUEUED', 'PROFILE', @now)`,
      ).run({ id, connectionId, trigger: connection.lastSyncedAt === null ? 'FIRST' : trigger, now: now.getTime() });
      prepared(
        sqlite,
        'UPDATE TikTokConnection SET nextSyncAt = min(coalesce(nextSyncAt, @now), @now) WHERE id = @connectionId',
      ).run({
        connectionId,
        now: now.getTime(),
      });
      const run = findActiveRun(sqlite, connectionId);
      if (!run) throw new Error(`Sync run ${id} was not written.`);
      return { run };
    })
    .immediate();
}

/**
 * The active run of the connection, begun; a run that was begun before keeps its time. Null without an active run. Where the clock was
 * set back meanwhile, the run begins at the new time, and what was read under the old one is due.
 */
export function beginSyncRun({ sqlite }: Database, connectionId: string, now: Date): StartedSyncRun | null {
  return sqlite
    .transaction(() => {
      prepared(
        sqlite,
        `UPDATE SyncRun SET status = 'RUNNING', startedAt = CASE WHEN startedAt <= @now + @ahead THEN startedAt ELSE @now END, errorCode = NULL, errorMessage = NULL
         WHERE connectionId = @connectionId AND status IN ('QUEUED', 'RUNNING')`,
      ).run({ connectionId, now: now.getTime(), ahead: furthestAheadMs });
      prepared(
        sqlite,
        'UPDATE Video SET nextReadingAt = @now WHERE connectionId = @connectionId AND lastObservedAt > @now + @ahead AND nextReadingAt > @now',
      ).run({ connectionId, now: now.getTime(), ahead: furthestAheadMs });
      const run = findActiveRun(sqlite, connectionId);
      return run?.startedAt ? { ...run, startedAt: run.startedAt } : null;
    })
    .immediate();
}

/** Ends the run well and says when the connection is read next. */
export function finishSyncRun({ sqlite }: Database, run: StartedSyncRun, now: Date): void {
  sqlite
    .transaction(() => {
      const { changes } = prepared(
        sqlite,
        `UPDATE SyncRun SET status = 'SUCCEEDED', finishedAt = @now, errorCode = NULL, errorMessage = NULL WHERE id = @id AND status = 'RUNNING'`,
      ).run({ id: run.id, now: now.getTime() });
      if (changes === 0) return;
      const due = prepared<{ nextReadingAt: number }>(
        sqlite,
        `SELECT nextReadingAt FROM Video WHERE connectionId = ? AND availability = 'AVAILABLE' ORDER BY nextReadingAt LIMIT 1`,
      ).get(run.connectionId);
      prepared(sqlite, 'UPDATE TikTokConnection SET lastSyncedAt = @now, nextSyncAt = @nextSyncAt WHERE id = @id').run({
        id: run.connectionId,
        now: now.getTime(),
        nextSyncAt: nextSyncAt(run.startedAt, due ? new Date(due.nextReadingAt) : null).getTime(),
      });
    })
    .immediate();
}

/** The try ended early, and the run waits for the next one. */
export function recordSetback(
  { sqlite }: Database,
  { runId, errorCode, errorMessage }: { runId: string; errorCode: string; errorMessage: string },
): void {
  prepared(
    sqlite,
    `UPDATE SyncRun SET errorCode = @errorCode, errorMessage = @errorMessage WHERE id = @runId AND status = 'RUNNING'`,
  ).run({ runId, errorCode, errorMessage });
}

/** Ends the run badly. What it read stays; a connection that may still be read is tried again at the next hour. */
export function failSyncRun(
  { sqlite }: Database,
  { runId, errorCode, errorMessage, now }: { runId: string; errorCode: string; errorMessage: string; now: Date },
): void {
  sqlite
    .transaction(() => {
      prepared(
        sqlite,
        `UPDATE SyncRun SET status = 'FAILED', errorCode = @errorCode, errorMessage = @errorMessage, finishedAt = @now WHERE id = @runId AND status IN ('QUEUED', 'RUNNING')`,
      ).run({ runId, errorCode, errorMessage, now: now.getTime() });
      prepared(
        sqlite,
        `UPDATE TikTokConnection SET nextSyncAt = CASE WHEN status = 'ACTIVE' THEN @retryAt END WHERE id = (SELECT connectionId FROM SyncRun WHERE id = @runId)`,
      ).run({ runId, retryAt: nextSyncAt(now, now).getTime() });
    })
    .immediate();
}

/** Ends the runs that wait or are under way badly, in one transaction: what is landed for them afterwards is not kept. */
export function failActiveRuns(
  { sqlite }: Database,
  connectionId: string,
  { describe, now }: { describe: (displayName: string) => { code: string; message: string }; now: Date },
): void {
  sqlite
    .transaction(() => {
      const connection = prepared<{ displayName: string }>(sqlite, 'SELECT displayName FROM TikTokConnection WHERE id = ?').get(
        connectionId,
      );
      if (!connection) return;
      const { code, message } = describe(connection.displayName);
      prepared(
        sqlite,
        `UPDATE SyncRun SET status = 'FAILED', errorCode = @code, errorMessage = @message, finishedAt = @now
         WHERE connectionId = @connectionId AND status IN ('QUEUED', 'RUNNING')`,
      ).run({ connectionId, code, message, now: now.getTime() });
    })
    .immediate();
}

/** Connections whose time has come, longest waiting first; one with a run under way is among them until the run ends. */
export function listDueConnectionIds({ sqlite }: Database, now: Date, limit: number): string[] {
  const rows = prepared<{ id: string }>(
    sqlite,
    `SELECT id FROM TikTokConnection WHERE isActive = 1 AND status = 'ACTIVE' AND (nextSyncAt IS NULL OR nextSyncAt <= @now OR nextSyncAt > @now + @ahead)
     ORDER BY nextSyncAt LIMIT @limit`,
  ).all({ now: now.getTime(), ahead: furthestAheadMs, limit });
  return rows.map(({ id }) => id);
}

/** When the account's counters were last read; null before the first reading. */
export function findLastProfileReading({ sqlite }: Database, connectionId: string): Date | null {
  const row = prepared<{ observedAt: number }>(
    sqlite,
    'SELECT observedAt FROM ConnectionSnapshot WHERE connectionId = ? ORDER BY observedAt DESC LIMIT 1',
  ).get(connectionId);
  return row ? new Date(row.observedAt) : null;
}

function findActiveRun(sqlite: Database['sqlite'], connectionId: string): SyncRun | null {
  return toSyncRun(
    prepared<SyncRunRow>(sqlite, `${selectRun} WHERE r.connectionId = ? AND ${isActiveRun} ${newestFirst}`).get(connectionId),
  );
}

function toSyncRun(row: SyncRunRow | undefined): SyncRun | null {
  if (!row) return null;
  return {
    ...row,
    isFullListing: row.isFullListing === 1,
    createdAt: new Date(row.createdAt),
    startedAt: row.startedAt === null ? null : new Date(row.startedAt),
    finishedAt: row.finishedAt === null ? null : new Date(row.finishedAt),
  };
}

export function findEarliestSyncAt({ sqlite }: Database): Date | null {
  const row = prepared<{ next: number | null }>(
    sqlite,
    'SELECT min(nextSyncAt) AS next FROM TikTokConnection WHERE isActive = 1',
  ).get();
  return row?.next == null ? null : new Date(row.next);
}
