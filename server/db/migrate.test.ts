import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase } from '../testing/database';
import { migrateDatabase } from './migrate';
import { diffFromDatabase } from './migration-drift';
import { listMigrationNames } from './schema-engine';

describe('migrations', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'crealia-migrations-'));
    file = path.join(folder, 'migrated.db');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are applied once each, into WAL', async () => {
    expect(await migrateDatabase(file)).toEqual(await listMigrationNames());
    expect(await migrateDatabase(file)).toEqual([]);
    const sqlite = new Sqlite(file);
    expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
    sqlite.close();
  });

  it('say what schema.prisma says; if not, run `npm run migration -- what_changes`', async () => {
    expect(await diffFromDatabase(file)).toBeNull();
  });
});

describe('the database in WAL', () => {
  it('keeps acknowledging writes that are really there after a write met a lock', async () => {
    const db = await openTestDatabase();
    const second = new Sqlite(db.file);
    const newUser = (id: string) =>
      db.prisma.user.create({ data: { id, displayName: id, locale: 'FR', timeZone: 'UTC', createdAt: new Date(0) } });
    try {
      // A reader in another connection: outside WAL, one commit that meets it poisons the client (prisma/orm#29933).
      second.exec('BEGIN');
      second.prepare('SELECT count(*) FROM User').get();
      await newUser('while somebody reads');
      await Promise.all(Array.from({ length: 20 }, (_, index) => newUser(`parallel ${index}`)));
      second.exec('COMMIT');
      await newUser('afterwards');
      const third = new Sqlite(db.file, { readonly: true });
      expect(third.prepare('SELECT count(*) FROM User').pluck().get()).toBe(22);
      third.close();
    } finally {
      second.close();
      await db.close();
    }
  });
});
