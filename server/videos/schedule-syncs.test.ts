import type { Database } from '../db/database';
import { TikTokUnavailableError } from '../tiktok/errors';
import { createCrealiaPubSub } from '../pubsub';
import { openTestDatabase } from '../testing/database';
import { scheduleSyncs } from './schedule-syncs';
import { startSync } from './start-sync';
import { syncDueConnections } from './sync-due';
import { createSyncWorld, type SyncWorld } from './test-world';

const hour = 3_600_000;

let db: Database;
let world: SyncWorld;
let enqueued: { kind: string; key: string }[];

beforeEach(async () => {
  db = await openTestDatabase();
  world = await createSyncWorld(db);
  enqueued = [];
});
afterEach(() => db.close());

const deps = () => ({
  ...world.deps,
  pubsub: createCrealiaPubSub(),
  jobs: { enqueue: async (job: { kind: string; key: string }) => void enqueued.push(job) },
});
const countRuns = () => db.prisma.syncRun.count({ where: { connectionId: world.connectionId } });

it('starts what is due, once, and nothing before its time', async () => {
  world.tiktok.addVideos(1, { newestAt: world.clock.now() });
  expect(await scheduleSyncs(deps())).toBe(1);
  await world.sync();
  expect(await scheduleSyncs(deps())).toBe(0);
  world.clock.pass(hour);
  expect(await scheduleSyncs(deps())).toBe(1);
  expect(await countRuns()).toBe(2);
});

it('gives a run whose job was lost its job back', async () => {
  const run = await startSync({ connectionId: world.connectionId, trigger: 'REQUESTED' }, deps());
  expect(await scheduleSyncs(deps())).toBe(1);
  expect(enqueued.map(({ key }) => key)).toEqual([`sync:${run.id}`, `sync:${run.id}`]);
  expect(await countRuns()).toBe(1);
});

it('leaves alone what is not connected', async () => {
  await db.prisma.tikTokConnection.update({ where: { id: world.connectionId }, data: { status: 'REVOKED', isActive: false } });
  expect(await scheduleSyncs(deps())).toBe(0);
});

it('makes one run of two requests', async () => {
  const input = { connectionId: world.connectionId, ownerId: world.ownerId, trigger: 'REQUESTED' } as const;
  const [first, second] = await Promise.all([startSync(input, deps()), startSync(input, deps())]);
  expect(second.id).toBe(first.id);
});

it('gives a run that follows another at once a job of its own', async () => {
  const first = await world.sync();
  const second = await startSync({ connectionId: world.connectionId, trigger: 'REQUESTED' }, deps());
  expect(second.id).not.toBe(first.id);
  expect(enqueued.map(({ key }) => key)).toEqual([`sync:${second.id}`]);
});

describe('syncDueConnections', () => {
  it('reads everything that is due to the end and asks for the sounds', async () => {
    world.tiktok.addVideos(30, { newestAt: world.clock.now() });
    await syncDueConnections(deps(), new AbortController().signal);
    expect(await db.prisma.videoSnapshot.count()).toBe(30);
    expect(enqueued.map(({ kind }) => kind)).toEqual(['sounds']);
  });

  it('is held back neither by a failing account nor for its own next time', async () => {
    world.tiktok.failNext('listVideos', new TikTokUnavailableError('down', 'internal_error'));
    await syncDueConnections(deps(), new AbortController().signal);
    expect(await db.prisma.syncRun.findFirst()).toMatchObject({ status: 'FAILED', errorCode: 'TIKTOK_UNAVAILABLE' });
    await syncDueConnections(deps(), new AbortController().signal);
    expect(await countRuns()).toBe(1);
  });
});
