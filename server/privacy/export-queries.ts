import type { Database } from '../db/database';
import { prepared } from '../videos/prepared-statement';
import type { DataExport } from './data-export';

type Times = 'createdAt' | 'startedAt' | 'finishedAt' | 'expiresAt' | 'downloadedAt';
type Row = Omit<DataExport, Times> & { createdAt: number } & Record<Exclude<Times, 'createdAt'>, number | null>;

const columns = `id, userId, status, doneRows, totalRows, sizeBytes, checksum, errorMessage, createdAt, startedAt, finishedAt,
  expiresAt, downloadedAt`;

/** The person's export under way, made if there is none; `refuse` is asked first, with the times of those that count. */
export function createDataExport(
  { sqlite }: Database,
  { id, userId, now, refuse }: { id: string; userId: string; now: Date; refuse: (createdAt: readonly Date[]) => void },
): DataExport {
  return sqlite
    .transaction(() => {
      const active = prepared<Row>(
        sqlite,
        `SELECT ${columns} FROM DataExport WHERE userId = ? AND status IN ('QUEUED', 'RUNNING') ORDER BY createdAt DESC LIMIT 1`,
      );
      const existing = toExport(active.get(userId));
      if (existing) return existing;
      const counted = prepared<{ createdAt: number }>(
        sqlite,
        `SELECT createdAt FROM DataExport WHERE userId = ? AND status = 'SUCCEEDED' ORDER BY createdAt DESC LIMIT 100`,
      ).all(userId);
      refuse(counted.map(({ createdAt }) => new Date(createdAt)));
      const time = now.getTime();
      // A newer archive takes the place of an older one.
      prepared(
        sqlite,
        `UPDATE DataExport SET tokenHash = NULL, expiresAt = min(expiresAt, @time) WHERE userId = @userId AND status = 'SUCCEEDED'`,
      ).run({ userId, time });
      prepared(sqlite, `INSERT INTO DataExport (id, userId, status, createdAt) VALUES (@id, @userId, 'QUEUED', @time)`).run({
        id,
        userId,
        time,
      });
      const created = toExport(active.get(userId));
      if (!created) throw new Error(`The export ${id} was not written.`);
      return created;
    })
    .immediate();
}

/** Of the person only: somebody else's is not there. */
export function findOwnDataExport({ sqlite }: Database, id: string, userId: string): DataExport | null {
  return toExport(prepared<Row>(sqlite, `SELECT ${columns} FROM DataExport WHERE id = ? AND userId = ?`).get(id, userId));
}

/** Newest first; ids grow with time. From the end backwards when `isInverted`. */
export function listDataExports(
  { sqlite }: Database,
  userId: string,
  { after, before, limit, isInverted }: { after?: string; before?: string; limit: number; isInverted: boolean },
): DataExport[] {
  return prepared<Row>(
    sqlite,
    `SELECT ${columns} FROM DataExport WHERE userId = @userId AND (@after IS NULL OR id < @after) AND (@before IS NULL OR id > @before)
     ORDER BY id ${isInverted ? 'ASC' : 'DESC'} LIMIT @limit`,
  )
    .all({ userId, after: after ?? null, before: before ?? null, limit })
    .flatMap((row) => toExport(row) ?? []);
}

export function countDataExports({ sqlite }: Database, userId: string): number {
  return prepared<{ count: number }>(sqlite, 'SELECT count(*) AS count FROM DataExport WHERE userId = ?').get(userId)?.count ?? 0;
}

/** Begun, or begun again after a crash; null when it has ended or is gone. */
export function beginDataExport({ sqlite }: Database, id: string, now: Date): DataExport | null {
  const row = prepared<Row>(
    sqlite,
    `UPDATE DataExport SET status = 'RUNNING', doneRows = 0, startedAt = coalesce(startedAt, @now)
     WHERE id = @id AND status IN ('QUEUED', 'RUNNING') RETURNING ${columns}`,
  ).get({ id, now: now.getTime() });
  return toExport(row);
}

export function updateDoneRows({ sqlite }: Database, id: string, doneRows: number, totalRows: number): void {
  prepared(sqlite, `UPDATE DataExport SET doneRows = ?, totalRows = ? WHERE id = ? AND status = 'RUNNING'`).run(
    doneRows,
    totalRows,
    id,
  );
}

/** @returns false when it is gone or was ended meanwhile: then nobody wants its file. */
export function finishDataExport(
  { sqlite }: Database,
  id: string,
  archive: { sizeBytes: number; checksum: string; now: Date; expiresAt: Date },
): boolean {
  const { changes } = prepared(
    sqlite,
    `UPDATE DataExport SET status = 'SUCCEEDED', doneRows = totalRows, sizeBytes = @sizeBytes, checksum = @checksum,
       finishedAt = @now, expiresAt = @expiresAt WHERE id = @id AND status = 'RUNNING'`,
  ).run({ id, ...archive, now: archive.now.getTime(), expiresAt: archive.expiresAt.getTime() });
  return changes > 0;
}

export function failDataExport({ sqlite }: Database, id: string, errorMessage: string, now: Date): void {
  prepared(
    sqlite,
    `UPDATE DataExport SET status = 'FAILED', errorMessage = @errorMessage, finishedAt = @now
     WHERE id = @id AND status IN ('QUEUED', 'RUNNING')`,
  ).run({ id, errorMessage, now: now.getTime() });
}

const downloadable = `status = 'SUCCEEDED' AND downloadedAt IS NULL AND expiresAt > @now`;

/** Makes this token the only one that opens the archive. @returns null when there is no such archive of theirs to open any more */
export function replaceLink(
  { sqlite }: Database,
  { id, userId, tokenHash, now }: { id: string; userId: string; tokenHash: string; now: Date },
): DataExport | null {
  const row = prepared<Row>(
    sqlite,
    `UPDATE DataExport SET tokenHash = @tokenHash WHERE id = @id AND userId = @userId AND ${downloadable} RETURNING ${columns}`,
  ).get({ id, userId, tokenHash, now: now.getTime() });
  return toExport(row);
}

/** The archive behind a link, for its owner; null for anybody else, and once it was downloaded or has expired. */
export function findLinkedExport(
  { sqlite }: Database,
  { tokenHash, userId, now }: { tokenHash: string; userId: string; now: Date },
): DataExport | null {
  const row = prepared<Row>(
    sqlite,
    `SELECT ${columns} FROM DataExport WHERE tokenHash = @tokenHash AND userId = @userId AND ${downloadable}`,
  ).get({ tokenHash, userId, now: now.getTime() });
  return toExport(row);
}

export function markDownloaded({ sqlite }: Database, id: string, now: Date): void {
  prepared(sqlite, 'UPDATE DataExport SET downloadedAt = ?, tokenHash = NULL WHERE id = ? AND downloadedAt IS NULL').run(
    now.getTime(),
    id,
  );
}

/** Whose files must stay: those that can be downloaded, and those that are being made. */
export function listKeptExportIds({ sqlite }: Database, now: Date): string[] {
  return prepared<{ id: string }>(sqlite, `SELECT id FROM DataExport WHERE (${downloadable}) OR status IN ('QUEUED', 'RUNNING')`)
    .all({ now: now.getTime() })
    .map(({ id }) => id);
}

export function listExportIds({ sqlite }: Database, userId: string): string[] {
  return prepared<{ id: string }>(sqlite, 'SELECT id FROM DataExport WHERE userId = ?')
    .all(userId)
    .map(({ id }) => id);
}

function toExport(row: Row | undefined): DataExport | null {
  if (!row) return null;
  const time = (value: number | null) => (value === null ? null : new Date(value));
  return {
    ...row,
    createdAt: new Date(row.createdAt),
    startedAt: time(row.startedAt),
    finishedAt: time(row.finishedAt),
    expiresAt: time(row.expiresAt),
    downloadedAt: time(row.downloadedAt),
  };
}
