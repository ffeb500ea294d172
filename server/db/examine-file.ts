import { existsSync, openSync, closeSync, fsyncSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { DatabaseUnusableError } from './errors';
import { findPending } from './migrate';
import { listMigrationNames } from './migration-files';

/** What a database file holds, after it was found whole. */
export interface ExaminedDatabase {
  /** Rows by table, largest first. */
  rows: Record<string, number>;
  /** Committed migrations that the file does not have: the next start applies them. */
  pendingMigrations: string[];
}

/** Looks at every page and every reference of a file that nobody writes. @throws DatabaseUnusableError when it is no whole database of ours */
export async function examineFile(file: string): Promise<ExaminedDatabase> {
  if (!existsSync(file)) throw new DatabaseUnusableError(`There is no file ${file}.`);
  const committed = await listMigrationNames();
  const sqlite = new Sqlite(file, { fileMustExist: true });
  try {
    const integrity = String(sqlite.pragma('integrity_check(1)', { simple: true }));
    if (integrity !== 'ok') throw new DatabaseUnusableError(`The file ${file} is damaged: ${integrity}.`);
    const orphans = sqlite.pragma('foreign_key_check') as { table: string }[];
    if (orphans[0]) throw new DatabaseUnusableError(`The file ${file} is damaged: rows of ${orphans[0].table} lead nowhere.`);
    const pendingMigrations = findPending(sqlite, committed);
    if (pendingMigrations.length === committed.length)
      throw new DatabaseUnusableError(`The file ${file} is a database, but not one of Crealia's.`);
    return { rows: countRows(sqlite), pendingMigrations };
  } catch (error) {
    if (error instanceof DatabaseUnusableError) throw error;
    const reason = (error as Error).message;
    throw new DatabaseUnusableError(`The file ${file} cannot be read as a database (${reason}).`);
  } finally {
    sqlite.close();
  }
}

function countRows(sqlite: Sqlite.Database): Record<string, number> {
  const tables = sqlite
    .prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '[_s]*'`)
    .pluck()
    .all();
  const counts = tables.map((table) => [table, Number(sqlite.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())] as const);
  return Object.fromEntries(counts.sort(([, a], [, b]) => b - a));
}

/** Brings a file, and the name it has in its folder, to the disk. */
export function flushFile(file: string): void {
  for (const place of [file, path.dirname(file)]) {
    const descriptor = openSync(place, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }
}
