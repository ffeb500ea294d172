import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { migrateDatabase } from './migrate';
import { diffFromDatabase } from './migration-drift';
import { listMigrationNames, migrationsPath } from './migration-files';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'crealia-migrations-'));
  file = path.join(folder, 'migrated.db');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function withFile<Result>(work: (sqlite: Sqlite.Database) => Result): Result {
  const sqlite = new Sqlite(file);
  try {
    return work(sqlite);
  } finally {
    sqlite.close();
  }
}

describe('migrations', () => {
  it('are applied once each, into WAL', async () => {
    expect(await migrateDatabase(file)).toEqual(await listMigrationNames());
    expect(await migrateDatabase(file)).toEqual([]);
    expect(withFile((sqlite) => sqlite.pragma('journal_mode', { simple: true }))).toBe('wal');
  });

  it('say what schema.prisma says; if not, run `npm run migration -- what_changes`', async () => {
    await migrateDatabase(file);
    expect(await diffFromDatabase(file)).toBeNull();
  });

  it('that fail in the middle leave nothing behind, and go through once the reason is gone', async () => {
    const [initial = ''] = await listMigrationNames();
    withFile((sqlite) => sqlite.exec('CREATE TABLE "Video" (id TEXT)'));
    await expect(migrateDatabase(file)).rejects.toMatchObject({ message: expect.stringContaining('already exists') });
    const tables = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name`;
    expect(withFile((sqlite) => sqlite.prepare(tables).pluck().all())).toEqual(['Video']);
    withFile((sqlite) => sqlite.exec('DROP TABLE "Video"'));
    expect((await migrateDatabase(file))[0]).toBe(initial);
    expect(await diffFromDatabase(file)).toBeNull();
  });

  it('go on from a database that another tool left half-migrated with a refusal that names the migration', async () => {
    const [initial = ''] = await listMigrationNames();
    await migrateDatabase(file);
    withFile((sqlite) =>
      sqlite.prepare('UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = ?').run(initial),
    );
    await expect(migrateDatabase(file)).rejects.toMatchObject({
      message: expect.stringContaining(`half-way through the migration ${initial}`),
    });
  });

  it('refuse a database that a newer version wrote', async () => {
    await migrateDatabase(file);
    withFile((sqlite) => sqlite.exec(`UPDATE _prisma_migrations SET migration_name = '29991231000000_later' WHERE rowid = 1`));
    await expect(migrateDatabase(file)).rejects.toMatchObject({ message: expect.stringContaining('written by a newer Crealia') });
  });

  it('bring a database of the first version, with data, to this one', async () => {
    const [initial = '', ...later] = await listMigrationNames();
    const script = await readFile(path.join(migrationsPath, initial, 'migration.sql'), 'utf8');
    await migrateDatabase(file);
    const history = withFile((sqlite) =>
      sqlite.prepare('SELECT * FROM _prisma_migrations WHERE migration_name = ?').get(initial),
    );
    const historyTable = withFile((sqlite) =>
      sqlite.prepare(`SELECT sql FROM sqlite_master WHERE name = '_prisma_migrations'`).pluck().get(),
    );
    await rm(file);
    withFile((sqlite) => {
      sqlite.exec(`${script};${String(historyTable)}`);
      const columns = Object.keys(history as object);
      sqlite
        .prepare(`INSERT INTO _prisma_migrations VALUES (${columns.map((column) => `@${column}`).join(', ')})`)
        .run(history as object);
      sqlite.exec(`INSERT INTO User (id, displayName, locale, timeZone, createdAt) VALUES ('u', 'Léa', 'FR', 'UTC', 0)`);
    });
    expect(await migrateDatabase(file)).toEqual(later);
    expect(withFile((sqlite) => sqlite.prepare('SELECT displayName FROM User').pluck().all())).toEqual(['Léa']);
    expect(await diffFromDatabase(file)).toBeNull();
  });
});
