import { closeSync, existsSync, linkSync, openSync, rmSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { DatabaseUnusableError } from './errors';
import { type ExaminedDatabase, examineFile, flushFile } from './examine-file';

export interface BackupReport extends ExaminedDatabase {
  file: string;
  bytes: number;
  seconds: number;
}

/** Enough at a time to be quick, little enough that another process's checkpoint is not held up. */
const pagesAtOnce = 5_000;

/**
 * Writes the database as it is at one moment into a new file, readable by this user alone, while a server may go on writing. The file
 * appears under its name only when it is complete, checked, and on the disk.
 * @throws DatabaseUnusableError when there is nothing to back up, the target exists, or what was written is not whole
 */
export async function backUpDatabase(databaseFile: string, target: string): Promise<BackupReport> {
  if (!existsSync(databaseFile))
    throw new DatabaseUnusableError(`There is no database at ${databaseFile}. DATABASE_URL names it.`);
  if (existsSync(target)) throw refuseToOverwrite(target);
  const startedAt = performance.now();
  const part = `${target}.part`;
  try {
    await copyDatabase(databaseFile, part);
    leaveWal(part);
    const examined = await examineFile(part);
    flushFile(part);
    publish(part, target);
    const seconds = Math.round(performance.now() - startedAt) / 1000;
    return { file: target, bytes: statSync(target).size, seconds, ...examined };
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${part}${suffix}`, { force: true });
  }
}

/** Copies what the source holds at this moment, committed by whichever process. The copy is this user's alone. */
export async function copyDatabase(source: string, target: string): Promise<void> {
  rmSync(target, { force: true });
  closeSync(openSync(target, 'wx', 0o600));
  const sqlite = new Sqlite(source, { readonly: true, fileMustExist: true });
  try {
    // A backup starts over whenever another process writes; inside a read transaction it sees one moment, and goes through.
    sqlite.exec('BEGIN');
    sqlite.prepare('SELECT count(*) FROM sqlite_master').get();
    await sqlite.backup(target, { progress: () => pagesAtOnce });
    sqlite.exec('COMMIT');
  } finally {
    sqlite.close();
  }
}

/** One file without companions, which can be moved, and read from a place where nothing can be written. */
export function leaveWal(file: string): void {
  const sqlite = new Sqlite(file);
  try {
    sqlite.pragma('journal_mode = DELETE');
  } finally {
    sqlite.close();
  }
}

/** Gives the finished file its name, in one step, unless the name was taken meanwhile. */
function publish(part: string, target: string): void {
  try {
    linkSync(part, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw refuseToOverwrite(target);
    throw error;
  }
  flushFile(target);
}

function refuseToOverwrite(target: string): DatabaseUnusableError {
  return new DatabaseUnusableError(`The file ${target} exists already, and a backup is never overwritten. Choose another name.`);
}
