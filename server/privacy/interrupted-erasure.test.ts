import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ErasurePhase } from '../db/generated/client/enums';
import { createEvents } from '../events';
import { createLogger } from '../logger';
import type { AccessTokens } from '../connections/access-tokens';
import { openTestDatabase } from '../testing/database';
import { giveOwnedRows } from '../testing/ownership/owned-rows';
import type { TikTokClient } from '../tiktok/client';
import { TikTokUnavailableError } from '../tiktok/errors';
import { carryOutErasure, type CarryOutErasureDependencies, revokeAttempts } from './carry-out-erasure';
import { countGoing } from './count-queries';
import { eraseGraceOver, handleRemovedAuthorization } from './erase-removed';
import { findErasure } from './erasure-queries';
import { resumeErasures } from './erasure-jobs';
import type { PersonalFiles } from './personal-files';
import { requestErasure, type RequestErasureDependencies } from './request-erasure';
import { dayMs, retention } from './retention';

type World = Awaited<ReturnType<typeof openTestDatabase>>;

/** Files in memory, by account. */
class Files implements PersonalFiles {
  readonly stored = new Map<string, number>();
  isBroken = false;

  async forget({ connectionIds }: { connectionIds: readonly string[] }): Promise<number> {
    if (this.isBroken) throw new Error('the disk is read-only');
    let count = 0;
    for (const id of connectionIds) {
      count += this.stored.get(id) ?? 0;
      this.stored.delete(id);
    }
    return count;
  }
}

let db: World;
let now: Date;
let files: Files;
let isTikTokDown: boolean;
let revoked: string[];
let jobs: { key: string; payload: unknown }[];
let request: RequestErasureDependencies & { clock: { now: () => Date; refresh: () => Promise<void> } };
let carry: CarryOutErasureDependencies;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00Z');
  files = new Files();
  isTikTokDown = false;
  revoked = [];
  jobs = [];
  for (const table of ['User', 'Erasure', 'Hashtag', 'Job']) db.sqlite.exec(`DELETE FROM ${table}`);
  const clock = { now: () => now, refresh: async () => undefined };
  request = {
    db,
    clock,
    systemNow: () => now,
    events: createEvents(),
    jobs: {
      enqueue: async (job: { key: string; payload: unknown }) => void jobs.push({ key: job.key, payload: job.payload }),
      discard: async () => undefined,
    } as unknown as RequestErasureDependencies['jobs'],
  };
  carry = {
    db,
    jobs: { discard: async () => undefined, whenEnded: async () => undefined },
    logger: createLogger('silent'),
    systemNow: () => now,
    tiktok: {
      revoke: async (token: string) => {
        if (isTikTokDown) throw new TikTokUnavailableError('no answer', 'network');
        revoked.push(token);
      },
    } as unknown as TikTokClient,
    accessTokens: {
      useToRevoke: (id: string, call: (token: string) => Promise<void>) => call(`token of ${id}`),
    } as unknown as AccessTokens,
    personalFiles: [files],
    forgetInMemory: () => undefined,
  };
  await giveAccount('ana', 'ana-1');
  await giveAccount('ben', 'ben-1');
});

async function giveAccount(ownerId: string, connectionId: string): Promise<void> {
  await db.prisma.user.upsert({
    where: { id: ownerId },
    update: {},
    create: { id: ownerId, displayName: `Name of ${connectionId}`, locale: 'FR', timeZone: 'Europe/Paris', createdAt: now },
  });
  await db.prisma.consent.create({ data: { userId: ownerId, purpose: 'ACCOUNT_ANALYTICS', policyVersion: '1', givenAt: now } });
  await db.prisma.tikTokConnection.create({
    data: {
      id: connectionId,
      ownerId,
      tiktokUserId: `open-id-${connectionId}`,
      displayName: `Name of ${connectionId}`,
      scopes: 'video.list',
      status: 'ACTIVE',
      isActive: true,
      connectedAt: now,
      accessTokenEncrypted: 'sealed',
      refreshTokenEncrypted: 'sealed',
      accessTokenExpiresAt: now,
      refreshTokenExpiresAt: now,
    },
  });
  files.stored.set(connectionId, 2);
}

const askForAll = (userId: string) => requestErasure({ reason: 'REQUESTED', userId, connectionId: null }, request);
const carryOut = (id: string, attempt = 1, signal?: AbortSignal) => carryOutErasure(id, carry, { attempt, signal });
const left = (userId: string, connectionIds: string[]) =>
  Object.values(countGoing(db, { userId, connectionIds })).reduce((sum, count) => sum + count, 0);
const connection = (id: string) =>
  db.sqlite.prepare('SELECT status, isActive, eraseAfter, erasureId FROM TikTokConnection WHERE id = ?').get(id) as
    { status: string; isActive: number; eraseAfter: number | null; erasureId: string | null } | undefined;

describe('an erasure that is interrupted', () => {
  /** What dies in each phase, as a crash or a disk would end it. */
  const interruptions: Record<Exclude<ErasurePhase, 'DONE'>, () => () => void> = {
    REVOKING: () => {
      isTikTokDown = true;
      return () => (isTikTokDown = false);
    },
    DELETING: () => failOn('DELETE FROM TikTokConnection'),
    FORGETTING_FILES: () => {
      const { forget } = files;
      files.forget = async (target) => {
        // What comes before the rows works; what comes after them does not.
        if (!connection('ana-1')) throw new Error('the disk is read-only');
        return forget.call(files, target);
      };
      return () => (files.forget = forget);
    },
    CLEANING: () => {
      const { exec } = db.sqlite;
      db.sqlite.exec = (sql) => {
        if (sql === 'VACUUM') throw new Error('disk full');
        return exec.call(db.sqlite, sql);
      };
      return () => (db.sqlite.exec = exec);
    },
  };

  /** Refuses the one statement that begins so. */
  function failOn(beginning: string): () => void {
    const { prepare } = db.sqlite;
    db.sqlite.prepare = ((sql: string) => {
      if (sql.startsWith(beginning)) throw new Error('the process dies here');
      return prepare.call(db.sqlite, sql);
    }) as typeof prepare;
    return () => (db.sqlite.prepare = prepare);
  }

  it.each(Object.keys(interruptions) as (keyof typeof interruptions)[])('while %s finishes later', async (phase) => {
    await giveOwnedRows(db, { ownerId: 'ana', connectionId: 'ana-1' }, request.clock);
    const before = left('ana', ['ana-1']);
    const { id } = await askForAll('ana');
    const mend = interruptions[phase]();
    await expect(carryOut(id)).rejects.toThrow();
    expect(findErasure(db, id)?.phase).toBe(phase);
    mend();
    // The next start finds it and makes a job for it.
    jobs = [];
    await resumeErasures(request);
    expect(jobs).toEqual([{ key: `erase:${id}`, payload: { erasureId: id } }]);
    await carryOut(id);
    const erasure = findErasure(db, id)!;
    expect(erasure).toMatchObject({ phase: 'DONE', userId: null, connectionIds: [], fileCountBefore: 2, fileCountAfter: 0 });
    expect(Object.values(erasure.before).reduce((sum, count) => sum + count, 0)).toBe(before);
    expect(Object.values(erasure.after).every((count) => count === 0)).toBe(true);
    expect([left('ana', ['ana-1']), left('ben', ['ben-1'])]).toEqual([0, 3]);
    expect(revoked).toEqual(['token of ana-1']);
  });

  it('stops between two handfuls of videos when the process is to end, and goes on after that', async () => {
    const data = {
      availability: 'AVAILABLE' as const,
      publishedAt: now,
      firstSeenAt: now,
      lastObservedAt: now,
      nextReadingAt: now,
    };
    for (let index = 0; index < 120; index += 1)
      await db.prisma.video.create({ data: { ...data, connectionId: 'ana-1', tiktokVideoId: `v${index}` } });
    const { id } = await askForAll('ana');
    const stop = new AbortController();
    const { forget } = files;
    files.forget = async (target) => {
      stop.abort();
      return forget.call(files, target);
    };
    await carryOut(id, 1, stop.signal);
    expect(findErasure(db, id)?.phase).toBe('DELETING');
    expect(db.sqlite.prepare('SELECT count(*) FROM Video').pluck().get()).toBe(70);
    await carryOut(id);
    expect(findErasure(db, id)).toMatchObject({ phase: 'DONE', before: { Video: 120 }, after: { Video: 0 } });
  });
});

describe('TikTok’s silence', () => {
  it('does not stop an erasure for ever, and the receipt says so', async () => {
    const { id } = await askForAll('ana');
    isTikTokDown = true;
    for (let attempt = 1; attempt < revokeAttempts; attempt += 1)
      await expect(carryOut(id, attempt)).rejects.toThrow('no answer');
    await carryOut(id, revokeAttempts);
    expect(findErasure(db, id)).toMatchObject({ phase: 'DONE', revokedCount: 0, unconfirmedCount: 1, alreadyEndedCount: 0 });
    expect(left('ana', ['ana-1'])).toBe(0);
  });

  it('counts an authorization that had ended before as such', async () => {
    db.sqlite.exec("UPDATE TikTokConnection SET accessTokenEncrypted = NULL WHERE id = 'ana-1'");
    const { id } = await askForAll('ana');
    await carryOut(id);
    expect(findErasure(db, id)).toMatchObject({ revokedCount: 0, unconfirmedCount: 0, alreadyEndedCount: 1 });
  });
});

it('is one erasure, however often it is asked for', async () => {
  const [one, two] = [await askForAll('ana'), await askForAll('ana')];
  expect(two.id).toBe(one.id);
  await carryOut(one.id);
  await carryOut(one.id);
  expect(findErasure(db, one.id)?.phase).toBe('DONE');
});

it('takes along an account that was connected while it ran', async () => {
  const { id } = await askForAll('ana');
  await giveAccount('ana', 'ana-2');
  await carryOut(id);
  expect(findErasure(db, id)).toMatchObject({ phase: 'DONE', revokedCount: 2, before: { TikTokConnection: 2 } });
  expect(left('ana', ['ana-1', 'ana-2'])).toBe(0);
});

it('keeps what other people use, and forgets what nobody uses any more', async () => {
  for (const [id, names] of [
    ['ana-1', ['shared', 'anas-own']],
    ['ben-1', ['shared']],
  ] as const) {
    const times = { publishedAt: now, firstSeenAt: now, lastObservedAt: now, nextReadingAt: now };
    const hashtags = names.map((name, position) => ({
      position,
      hashtag: { connectOrCreate: { where: { name }, create: { name } } },
    }));
    await db.prisma.video.create({
      data: { ...times, connectionId: id, tiktokVideoId: id, availability: 'AVAILABLE', hashtags: { create: hashtags } },
    });
  }
  const { id } = await askForAll('ana');
  await carryOut(id);
  expect(db.sqlite.prepare('SELECT name FROM Hashtag').pluck().all()).toEqual(['shared']);
  expect(findErasure(db, id)).toMatchObject({ before: { Hashtag: 1, VideoHashtag: 2 }, after: { Hashtag: 0, VideoHashtag: 0 } });
});

describe('what TikTok took back', () => {
  const remove = (connectionId: string, reason: number | null) => {
    db.sqlite.prepare("UPDATE TikTokConnection SET status = 'REVOKED', isActive = 0 WHERE id = ?").run(connectionId);
    return handleRemovedAuthorization({ connectionId, reason }, request);
  };
  const grace = retention.graceDays * dayMs;

  it.each([[0], [1], [4], [null]])('is erased after the grace for reason %s, counted from the first news', async (reason) => {
    await remove('ana-1', reason);
    const until = now.getTime() + grace;
    now = new Date(now.getTime() + dayMs);
    await remove('ana-1', reason);
    expect(connection('ana-1')).toMatchObject({ eraseAfter: until, erasureId: null });
    now = new Date(until - 1);
    await eraseGraceOver(request);
    expect(jobs).toEqual([]);
    now = new Date(until);
    await eraseGraceOver(request);
    expect(jobs).toHaveLength(1);
    const id = connection('ana-1')!.erasureId!;
    await carryOut(id);
    // The only account: the person goes with it.
    expect(findErasure(db, id)).toMatchObject({ reason: 'GRACE_OVER', phase: 'DONE', before: { User: 1 }, after: { User: 0 } });
  });

  it.each([[2], [3]])('is erased at once for reason %s', async (reason) => {
    await remove('ana-1', reason);
    const id = connection('ana-1')!.erasureId!;
    await carryOut(id);
    expect(findErasure(db, id)).toMatchObject({ reason: 'REMOVED_AT_TIKTOK', phase: 'DONE' });
    expect(connection('ana-1')).toBeUndefined();
  });

  it('leaves a person with another account, under that one’s name', async () => {
    await giveAccount('ana', 'ana-2');
    await remove('ana-1', 2);
    await carryOut(connection('ana-1')!.erasureId!);
    expect(db.sqlite.prepare("SELECT displayName FROM User WHERE id = 'ana'").pluck().get()).toBe('Name of ana-2');
    expect(connection('ana-2')).toMatchObject({ status: 'ACTIVE', erasureId: null });
  });

  it('gets its grace from the sweep when its news was lost half-way', async () => {
    db.sqlite.exec("UPDATE TikTokConnection SET status = 'REVOKED', isActive = 0 WHERE id = 'ana-1'");
    await eraseGraceOver(request);
    expect(connection('ana-1')).toMatchObject({ eraseAfter: now.getTime() + grace });
  });
});
