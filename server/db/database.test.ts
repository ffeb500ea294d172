import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDatabase } from '../testing/database';
import type { Database } from './database';

let db: Database & { file: string };
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(() => db.close());

describe('both doors', () => {
  it.each([
    ['journal_mode', 'wal'],
    // 2 is FULL: a commit is on the disk before it is answered for. better-sqlite3 is built with NORMAL for WAL.
    ['synchronous', 2],
    ['busy_timeout', 2000],
    ['foreign_keys', 1],
  ])('run with %s %s', async (pragma, expected) => {
    const [row] = await db.prisma.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${pragma}`);
    const values = Object.values(row ?? {}).map((value) => (typeof value === 'bigint' ? Number(value) : value));
    expect(values).toEqual([expected]);
    expect(db.sqlite.pragma(pragma, { simple: true })).toBe(expected);
  });
});

describe('the database in WAL', () => {
  it('keeps acknowledging writes that are really there after a write met a lock', async () => {
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
    }
  });
});
