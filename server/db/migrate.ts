import Sqlite from 'better-sqlite3';
import { listMigrationNames, noFilter, readMigrations, withSchemaEngine } from './schema-engine';

/**
 * Brings the database file to the committed migrations and returns the names it applied.
 * The file is put into WAL first: the SQLite adapter opens it in rollback mode, where one busy commit poisons the client.
 */
export async function migrateDatabase(databaseFile: string): Promise<string[]> {
  if (!(await hasPendingMigrations(databaseFile))) return [];
  return withSchemaEngine(databaseFile, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: await readMigrations(), filters: noFilter });
    return appliedMigrationNames;
  });
}

/** A look at the history table costs a millisecond; loading the engine costs a few hundred. */
async function hasPendingMigrations(databaseFile: string): Promise<boolean> {
  const sqlite = new Sqlite(databaseFile);
  try {
    sqlite.pragma('journal_mode = WAL');
    const table = sqlite.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'`).get();
    if (!table) return true;
    const applied = sqlite
      .prepare<[], { migration_name: string }>(
        'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
      )
      .all();
    const names = new Set(applied.map((row) => row.migration_name));
    const committed = await listMigrationNames();
    return committed.length !== names.size || committed.some((name) => !names.has(name));
  } finally {
    sqlite.close();
  }
}
