import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { openTestDatabase } from '../testing/database';
import { holdWriteLock } from '../testing/lock-holder';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { csrfHeader } from '../graphql/csrf';
import { createSyncWorld } from '../videos/test-world';
import type { Database } from './database';
import { PrismaClient } from './generated/client/client';
import { migrateDatabase } from './migrate';
import { createWriteCheck } from './write-check';

const setLocale = 'mutation ($locale: Locale!) { updateSettings(input: { locale: $locale }) { __typename } }';

/** Lets both doors grow the file by so many pages and no more, as a full disk would; null: as far as they like. */
async function limitGrowth({ sqlite, prisma }: Database, pages: number | null): Promise<void> {
  const most = pages === null ? 1_000_000_000 : Number(sqlite.pragma('page_count', { simple: true })) + pages;
  sqlite.pragma(`max_page_count = ${most}`);
  await prisma.$queryRawUnsafe(`PRAGMA max_page_count = ${most}`);
}

describe('a sync on a disk that fills up', () => {
  it('stops with the reason, keeps whole pages only, and goes on when there is room', async () => {
    const db = await openTestDatabase();
    try {
      const world = await createSyncWorld(db);
      world.tiktok.addVideos(400, { newestAt: world.clock.now() });
      const kept = () =>
        db.sqlite
          .prepare(
            `SELECT (SELECT count(*) FROM Video) AS videos, (SELECT count(*) FROM VideoSnapshot) AS readings,
               (SELECT listedCount FROM SyncRun ORDER BY createdAt DESC LIMIT 1) AS said`,
          )
          .get() as { videos: number; readings: number; said: number };

      await limitGrowth(db, 20);
      await expect(world.sync({ isLastAttempt: false })).rejects.toMatchObject({ code: 'SQLITE_FULL' });
      const { videos, readings, said } = kept();
      expect(videos).toBeGreaterThan(0);
      expect(videos % 20).toBe(0);
      expect([readings, said]).toEqual([videos, videos]);

      const failed = await world.sync({ isLastAttempt: true });
      expect(failed).toMatchObject({ status: 'FAILED', errorCode: 'DATABASE_FULL' });
      expect(failed.errorMessage).toContain('no room left');

      await limitGrowth(db, null);
      expect(await world.sync()).toMatchObject({ status: 'SUCCEEDED' });
      expect(kept()).toMatchObject({ videos: 400, readings: 400 });
      expect(db.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    } finally {
      await db.close();
    }
  });
});

describe('a server whose database', () => {
  let test: TestApp;
  let person: TestBrowser;
  beforeEach(async () => {
    test = await createTestApp();
    test.app.jobs.start();
    person = await test.connectedBrowser('papier.plie');
  });
  afterEach(() => test.close());

  const storedLocale = () => test.db.sqlite.prepare('SELECT locale FROM User').pluck().get();
  const post = (locale: string) =>
    person.agent.post('/graphql').set(csrfHeader, '1').send({ query: setLocale, variables: { locale } });
  /** Polls, since one answer of the check is kept for two seconds. */
  async function untilReadiness(status: number): Promise<{ ok: boolean; reason: string | null }> {
    for (let tries = 0; tries < 200; tries += 1) {
      const answer = await supertest(test.app.http).get('/readyz');
      if (answer.status === status) return answer.body.checks.database;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`/readyz never answered ${status}.`);
  }

  it('is locked by another process for a moment waits and has stored what it acknowledged', async () => {
    const other = await holdWriteLock(test.db.file, 600);
    const answer = await post('EN');
    expect(answer.status).toBe(200);
    expect(storedLocale()).toBe('EN');
    await other.release();
  });

  it('is locked for longer refuses in words that say to try again, stores nothing of it, and goes on afterwards', async () => {
    await post('FR');
    const other = await holdWriteLock(test.db.file);
    const refused = await post('EN');
    expect(refused.status).toBe(503);
    expect(refused.headers['retry-after']).toBe('5');
    expect(refused.body.errors).toMatchObject([
      { message: expect.stringContaining('try again in a few seconds'), extensions: { code: 'DATABASE_BUSY' } },
    ]);
    expect(storedLocale()).toBe('FR');
    expect((await untilReadiness(503)).reason).toContain('holds the write lock');
    await other.release();
    await untilReadiness(200);
    expect((await post('EN')).status).toBe(200);
    expect(storedLocale()).toBe('EN');
  });

  it('becomes read-only refuses, says so on /readyz, and goes on when it can be written again', async () => {
    await post('FR');
    const setReadOnly = async (value: 0 | 1) => {
      test.db.sqlite.pragma(`query_only = ${value}`);
      await test.db.prisma.$executeRawUnsafe(`PRAGMA query_only = ${value}`);
    };
    await setReadOnly(1);
    const refused = await post('EN');
    expect([refused.status, refused.body.errors[0].extensions.code]).toEqual([503, 'DATABASE_UNWRITABLE']);
    expect((await untilReadiness(503)).reason).toContain('permissions');
    expect((await person.query<{ viewer: unknown }>('{ viewer { user { locale } } }')).viewer).toMatchObject({
      user: { locale: 'FR' },
    });
    await setReadOnly(0);
    await untilReadiness(200);
    expect((await post('EN')).status).toBe(200);
  });
});

describe('one commit that meets a reader', () => {
  it.each([
    ['WAL', 'is stored like all that follow', 8],
    // Should this fail, Prisma's adapter has been mended, and decision 1 can be looked at again (prisma/orm#29933).
    ['DELETE', 'has the client acknowledge writes that nobody ever sees, which is why the database is in WAL', 1],
  ])('in journal mode %s %s', async (mode, _what, stored) => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'crealia-poison-')), 'poison.db');
    await migrateDatabase(file);
    const reader = new Sqlite(file);
    reader.pragma(`journal_mode = ${mode}`);
    const adapter = new PrismaBetterSqlite3({ url: `file:${file}`, timeout: 50 }, { timestampFormat: 'unixepoch-ms' });
    const prisma = new PrismaClient({ adapter });
    const add = (id: string) =>
      prisma.user.create({ data: { id, displayName: id, locale: 'FR', timeZone: 'UTC', createdAt: new Date(0) } });
    try {
      await add('first');
      reader.exec('BEGIN');
      reader.prepare('SELECT count(*) FROM User').get();
      const pair = prisma.$transaction([add('a pair'), add('of writes')]);
      if (mode === 'WAL') await pair;
      else await expect(pair).rejects.toThrow();
      reader.exec('COMMIT');
      for (const id of ['1', '2', '3', '4', '5']) expect(await add(id)).toMatchObject({ id });
      await prisma.$disconnect();
      expect(reader.prepare('SELECT count(*) FROM User').pluck().get()).toBe(stored);
    } finally {
      await prisma.$disconnect();
      reader.close();
      await rm(path.dirname(file), { recursive: true });
    }
  });
});

describe('the write check', () => {
  let db: Database;
  let now: number;
  beforeEach(async () => {
    db = await openTestDatabase();
    now = 0;
  });
  afterEach(() => db.close());

  it('finds a client that acknowledges what no other connection sees', async () => {
    const check = createWriteCheck(db, () => (now += 3_000));
    await check();
    // What prisma/orm#29933 leaves behind: a client inside a transaction that it knows nothing of.
    await db.prisma.$executeRawUnsafe('BEGIN');
    await expect(check()).rejects.toThrow('is not there for another connection');
    await db.prisma.$executeRawUnsafe('ROLLBACK');
    await check();
  });

  it('answers all who ask within two seconds with one write', async () => {
    const check = createWriteCheck(db, () => now);
    const writes: string[] = [];
    db.onQuery((sql) => writes.push(sql));
    await Promise.all([check(), check(), check()]);
    expect(writes).toHaveLength(1);
    now = 2_001;
    await check();
    expect(writes).toHaveLength(2);
  });
});
