import { ConnectionNotActiveError } from '../connections/errors';
import type { Database } from '../db/database';
import { openTestDatabase } from '../testing/database';
import { TikTokRateLimitedError } from '../tiktok/errors';
import { createSyncWorld, type SyncWorld } from './test-world';

const hour = 3_600_000;
const day = 24 * hour;

let db: Database;
let world: SyncWorld;

beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());
beforeEach(async () => (world = await createSyncWorld(db)));

const requireConnection = () => db.prisma.tikTokConnection.findUniqueOrThrow({ where: { id: world.connectionId } });
const countSnapshots = () => db.prisma.videoSnapshot.count({ where: { video: { connectionId: world.connectionId } } });

describe('a sync that is stopped', () => {
  it('between any two calls goes on from there and loses or repeats nothing', async () => {
    for (let stopAfter = 0; stopAfter < 7; stopAfter += 1) {
      world = await createSyncWorld(db);
      world.tiktok.addVideos(70, { newestAt: world.clock.now() });
      await world.sync();
      world.clock.pass(400 * day);
      world.tiktok.videos.splice(65, 1);
      world.tiktok.addVideos(30, { newestAt: world.clock.now() });
      world.tiktok.calls.length = 0;
      const stop = new AbortController();
      const use = world.deps.accessTokens.use;
      let calls = 0;
      world.deps.accessTokens.use = (id, call) => {
        if (calls++ === stopAfter) stop.abort();
        return use(id, call);
      };
      const stopped = await world.sync({ signal: stop.signal });
      expect(stopped.status).toBe('RUNNING');
      world.clock.pass(60_000);
      const run = await world.sync();
      expect(run).toMatchObject({
        id: stopped.id,
        status: 'SUCCEEDED',
        newVideoCount: 30,
        readingCount: 99,
        unavailableCount: 1,
      });
      expect(await countSnapshots()).toBe(169);
      expect(world.tiktok.calls).toHaveLength(7);
    }
  });

  it('by TikTok waits for the next try and fails on the last one, keeping what it read', async () => {
    world.tiktok.addVideos(30, { newestAt: world.clock.now() });
    const list = world.tiktok.listVideos.bind(world.tiktok);
    world.tiktok.listVideos = async (token, input) => {
      if (input.cursor !== null) throw new TikTokRateLimitedError('slow down', 'rate_limit_exceeded');
      return list(token, input);
    };
    await expect(world.sync({ isLastAttempt: false })).rejects.toThrow('slow down');
    expect(await db.prisma.syncRun.findFirst({ where: { connectionId: world.connectionId } })).toMatchObject({
      status: 'RUNNING',
      listedCount: 20,
      errorCode: 'RATE_LIMITED',
    });
    await world.sync();
    expect(await db.prisma.syncRun.findFirst({ where: { connectionId: world.connectionId } })).toMatchObject({
      status: 'FAILED',
      errorCode: 'RATE_LIMITED',
      errorMessage: expect.stringContaining('slow down'),
      finishedAt: world.clock.now(),
    });
    expect(await countSnapshots()).toBe(20);
    expect(await requireConnection()).toMatchObject({
      lastSyncedAt: null,
      nextSyncAt: new Date(world.clock.now().getTime() + hour),
      status: 'ACTIVE',
    });
  });

  it('by a missing scope fails at once and asks the person to connect again', async () => {
    world.scopes.splice(world.scopes.indexOf('video.list'), 1);
    expect(await world.sync({ isLastAttempt: false })).toMatchObject({
      status: 'FAILED',
      errorCode: 'SCOPE_MISSING',
      errorMessage: expect.stringContaining('video.list'),
    });
    expect(world.tiktok.countCalls('listVideos')).toBe(0);
    expect(await requireConnection()).toMatchObject({ status: 'NEEDS_RECONNECT', isActive: false, nextSyncAt: null });
    await expect(world.sync()).rejects.toThrow(ConnectionNotActiveError);
  });

  it('by a revoked authorization fails at once with what to do', async () => {
    world.deps.accessTokens.use = async () => {
      throw new ConnectionNotActiveError('Léa');
    };
    expect(await world.sync({ isLastAttempt: false })).toMatchObject({
      status: 'FAILED',
      errorCode: 'CONNECTION_NOT_ACTIVE',
      errorMessage: expect.stringContaining('Léa'),
    });
  });

  it('by a fault of our own fails on the last try without telling its details', async () => {
    world.tiktok.failNext('listVideos', new Error('secret detail'));
    await expect(world.sync()).rejects.toThrow('secret detail');
    const run = await db.prisma.syncRun.findFirst({ where: { connectionId: world.connectionId } });
    expect(run).toMatchObject({ status: 'FAILED', errorCode: 'UNEXPECTED' });
    expect(run?.errorMessage).not.toContain('secret');
  });
});

it('carried on by two workers at once writes every reading once', async () => {
  world.tiktok.addVideos(100, { newestAt: world.clock.now() });
  await Promise.all([world.sync(), world.sync(), world.sync()]);
  const runs = await db.prisma.syncRun.findMany({ where: { connectionId: world.connectionId } });
  expect(runs).toMatchObject([{ status: 'SUCCEEDED', listedCount: 100, newVideoCount: 100, readingCount: 100 }]);
  expect(await countSnapshots()).toBe(100);
});
