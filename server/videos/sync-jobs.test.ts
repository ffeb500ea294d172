import type { Database } from '../db/database';
import type { JobHandler } from '../jobs/jobs';
import { TikTokUnavailableError } from '../tiktok/errors';
import { openTestDatabase } from '../testing/database';
import { startSync } from './start-sync';
import { registerSyncJobs } from './sync-jobs';
import { createSyncWorld, type SyncWorld } from './test-world';

let db: Database;
let world: SyncWorld;
let handlers: Map<string, { handler: JobHandler; delays: number[] }>;
let enqueued: { kind: string; payload: unknown }[];

beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());
beforeEach(async () => {
  world = await createSyncWorld(db);
  world.tiktok.addVideos(25, { newestAt: world.clock.now() });
  handlers = new Map();
  enqueued = [];
  registerSyncJobs({
    ...world.deps,
    jobs: {
      enqueue: async (job) => void enqueued.push(job),
      handle: (kind, handler, { attempts, retryDelayMs }) => {
        const delays = Array.from({ length: attempts - 1 }, (_, index) => retryDelayMs(index + 1));
        handlers.set(kind, { handler, delays });
      },
    },
  });
  await startSync(
    { connectionId: world.connectionId, trigger: 'REQUESTED' },
    { ...world.deps, jobs: { enqueue: async (job) => void enqueued.push(job) } },
  );
});

async function runJob(kind: string, { attempt = 1, isLastAttempt = false } = {}): Promise<void> {
  const job = enqueued.find((waiting) => waiting.kind === kind);
  if (!job) throw new Error(`No job of kind ${kind} waits.`);
  await handlers.get(kind)?.handler(job.payload, { signal: new AbortController().signal, attempt, isLastAttempt });
}

const findRun = () => db.prisma.syncRun.findFirstOrThrow({ where: { connectionId: world.connectionId } });

it('a sync job carries the run on and leaves the sounds to a job of their own', async () => {
  await runJob('sync');
  expect(await findRun()).toMatchObject({ status: 'SUCCEEDED', listedCount: 25 });
  expect(world.tiktok.countCalls('getEmbed')).toBe(0);
  await runJob('sounds');
  expect(world.tiktok.countCalls('getEmbed')).toBe(25);
});

it('a sync job that TikTok does not answer is tried again and goes on where it stopped', async () => {
  world.tiktok.failNext('listVideos', new TikTokUnavailableError('down', 'internal_error'));
  await expect(runJob('sync')).rejects.toThrow('down');
  expect(await findRun()).toMatchObject({ status: 'RUNNING', phase: 'LISTING', errorCode: 'TIKTOK_UNAVAILABLE' });
  await runJob('sync', { attempt: 2 });
  expect(await findRun()).toMatchObject({ status: 'SUCCEEDED', readingCount: 25, errorCode: null });
  expect(world.tiktok.countCalls('getUser')).toBe(1);
  expect(handlers.get('sync')?.delays).toEqual([15_000, 30_000, 60_000, 120_000, 240_000]);
});

it('a sync job whose last try fails is done: the run says why', async () => {
  world.tiktok.failNext('listVideos', new TikTokUnavailableError('down', 'internal_error'));
  await runJob('sync', { attempt: 6, isLastAttempt: true });
  expect(await findRun()).toMatchObject({ status: 'FAILED', errorCode: 'TIKTOK_UNAVAILABLE' });
  expect(enqueued.map(({ kind }) => kind)).toEqual(['sync']);
});

it('a job of a connection without a run does nothing', async () => {
  await runJob('sync');
  world.tiktok.calls.length = 0;
  await runJob('sync', { attempt: 2 });
  expect(world.tiktok.calls).toEqual([]);
});
