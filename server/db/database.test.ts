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
    ['busy_timeout', 1000],
    ['foreign_keys', 1],
  ])('run with %s %s', async (pragma, expected) => {
    const [row] = await db.prisma.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${pragma}`);
    const values = Object.values(row ?? {}).map((value) => (typeof value === 'bigint' ? Number(value) : value));
    expect(values).toEqual([expected]);
    expect(db.sqlite.pragma(pragma, { simple: true })).toBe(expected);
  });
});
