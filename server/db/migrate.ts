import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type Sqlite from 'better-sqlite3';
import { openSqlite } from './connection';
import { DatabaseUnusableError } from './errors';
import { listMigrationNames, migrationsPath } from './migration-files';

/** A row of Prisma's own history table. */
interface HistoryRow {
  migration_name: string;
  finished_at: number | null;
}

/**
 * Brings the database file to the committed migrations and returns the names it applied. Each migration is one transaction with its
 * line in the history: a process that dies leaves it done or not begun.
 * @throws DatabaseUnusableError when the file was left half-migrated, or knows migrations that this version does not
 */
export async function migrateDatabase(databaseFile: string): Promise<string[]> {
  const names = await listMigrationNames();
  const scripts = await Promise.all(names.map((name) => readFile(path.join(migrationsPath, name, 'migration.sql'), 'utf8')));
  const sqlite = openSqlite(databaseFile);
  try {
    const pending = findPending(sqlite, names);
    if (pending.length === 0) return [];
    sqlite.exec(historyTable);
    return pending.filter((name) => applyMigration(sqlite, name, scripts[names.indexOf(name)] ?? ''));
  } finally {
    sqlite.close();
  }
}

/**
 * Committed migrations that the file does not have, oldest first.
 * @throws DatabaseUnusableError
 */
export function findPending(sqlite: Sqlite.Database, committed: readonly string[]): string[] {
  const applied = readHistory(sqlite);
  const halfway = applied.find((row) => row.finished_at === null);
  if (halfway) {
    throw new DatabaseUnusableError(
      `The database ${sqlite.name} is half-way through the migration ${halfway.migration_name}. Restore a backup (npm run restore -- FILE), or have the migration resolved by hand.`,
    );
  }
  const unknown = applied.find((row) => !committed.includes(row.migration_name));
  if (unknown) {
    throw new DatabaseUnusableError(
      `The database ${sqlite.name} was written by a newer Crealia: this version does not know its migration ${unknown.migration_name}. Start that version, or restore a backup that was made before it.`,
    );
  }
  const names = new Set(applied.map((row) => row.migration_name));
  return committed.filter((name) => !names.has(name));
}

/** False when another process applied it meanwhile. */
function applyMigration(sqlite: Sqlite.Database, name: string, script: string): boolean {
  // A table is redefined by dropping it, which must not cascade; inside a transaction SQLite ignores the script's own PRAGMA.
  sqlite.pragma('foreign_keys = OFF');
  try {
    return sqlite
      .transaction(() => {
        if (readHistory(sqlite).some((row) => row.migration_name === name)) return false;
        sqlite.exec(script);
        if (/foreign_keys\s*=\s*OFF/i.test(script)) requireWholeReferences(sqlite, name);
        const checksum = createHash('sha256').update(script).digest('hex');
        sqlite.prepare(insertHistory).run({ id: randomUUID(), name, checksum });
        return true;
      })
      .immediate();
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}

function requireWholeReferences(sqlite: Sqlite.Database, name: string): void {
  const broken = sqlite.pragma('foreign_key_check') as { table: string; parent: string }[];
  if (broken.length > 0) {
    throw new DatabaseUnusableError(
      `The migration ${name} would leave ${broken.length} rows of ${broken[0]?.table} without their ${broken[0]?.parent}; the database ${sqlite.name} stays as it was.`,
    );
  }
}

/** What was begun and not taken back; empty for a new file. */
function readHistory(sqlite: Sqlite.Database): HistoryRow[] {
  const table = sqlite.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'`).get();
  if (!table) return [];
  return sqlite
    .prepare<[], HistoryRow>('SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL')
    .all();
}

/** As Prisma's schema engine makes and fills it, so that `prisma migrate` reads it as its own. */
const historyTable = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
  )`;

const insertHistory = `
  INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
  VALUES (@id, @checksum, @name, CAST(unixepoch('subsec') * 1000 AS INTEGER), CAST(unixepoch('subsec') * 1000 AS INTEGER), 1)`;
