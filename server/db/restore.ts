import { existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { copyDatabase, leaveWal } from './backup';
import { DatabaseUnusableError } from './errors';
import { type ExaminedDatabase, examineFile, flushFile } from './examine-file';

export interface RestoreReport extends ExaminedDatabase {
  databaseFile: string;
  /** Where the database that was there before lies now; null when there was none. */
  replacedFile: string | null;
  /** Erasures that the replaced database knows and the backup does not: those people's data are back and must be erased again. */
  undoneErasures: number;
}

/**
 * Puts a backup in the place of the database. The one that was there is kept beside it. At no moment is there no database, and a
 * process that dies on the way leaves the old one or the new one.
 * @throws DatabaseUnusableError when the backup is not whole, is from a newer version, or a server uses the database
 */
export async function restoreDatabase(databaseFile: string, backup: string, { now }: { now: Date }): Promise<RestoreReport> {
  const examined = await examineFile(backup);
  mkdirSync(path.dirname(databaseFile), { recursive: true });
  const incoming = `${databaseFile}.restoring`;
  try {
    await copyDatabase(backup, incoming);
    const restoredErasures = prepare(incoming);
    leaveWal(incoming);
    flushFile(incoming);
    if (!existsSync(databaseFile)) {
      renameSync(incoming, databaseFile);
      flushFile(databaseFile);
      return { databaseFile, replacedFile: null, undoneErasures: 0, ...examined };
    }
    const replacedFile = `${databaseFile}.replaced-${now.toISOString().replace(/[:.]/g, '-')}`;
    const undone = withExclusiveUse(databaseFile, (replaced) => {
      linkSync(databaseFile, replacedFile);
      renameSync(incoming, databaseFile);
      flushFile(databaseFile);
      return listErasures(replaced).filter((id) => !restoredErasures.includes(id));
    });
    return { databaseFile, replacedFile, undoneErasures: undone.length, ...examined };
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${incoming}${suffix}`, { force: true });
  }
}

/** Nobody who held a lease when the backup was made is there any more. @returns the erasures that the file knows of */
function prepare(file: string): string[] {
  const sqlite = new Sqlite(file);
  try {
    sqlite.exec('UPDATE Job SET leasedBy = NULL, leaseExpiresAt = NULL');
    return listErasures(sqlite);
  } finally {
    sqlite.close();
  }
}

/**
 * Runs `work` while nobody else has the file open. In WAL every process that has opened the database keeps a lock on it, which the
 * system takes back when the process ends, however it ends; leaving WAL needs that lock alone.
 */
function withExclusiveUse<Result>(databaseFile: string, work: (sqlite: Sqlite.Database) => Result): Result {
  const sqlite = new Sqlite(databaseFile, { timeout: 0 });
  try {
    try {
      sqlite.pragma('locking_mode = EXCLUSIVE');
      sqlite.pragma('journal_mode = DELETE');
      sqlite.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      if (!String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) throw error;
      throw new DatabaseUnusableError(
        `The database ${databaseFile} is in use. Stop the server (and whatever else has it open), then restore.`,
      );
    }
    return work(sqlite);
  } finally {
    sqlite.close();
  }
}

/** Ids of the erasures a database knows of; none in one from before there were any. */
function listErasures(sqlite: Sqlite.Database): string[] {
  const isThere = sqlite.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'Erasure'`).get();
  return isThere ? sqlite.prepare<[], string>('SELECT id FROM Erasure').pluck().all() : [];
}
