import fc from 'fast-check';
import type { Database } from '../db/database';
import { openTestDatabase } from '../testing/database';
import { listDueConnectionIds } from './sync-run-queries';
import { createSyncWorld, type SyncWorld } from './test-world';

const hour = 3_600_000;
const day = 24 * hour;

let db: Database;
let world: SyncWorld;
beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());
beforeEach(async () => {
  world = await createSyncWorld(db);
  world.tiktok.addVideos(30, { newestAt: world.clock.now() });
});

const readings = () =>
  db.sqlite
    .prepare<[string], { videoId: string; observedAt: number }>(
      'SELECT s.videoId, s.observedAt FROM VideoSnapshot s JOIN Video v ON v.id = s.videoId WHERE v.connectionId = ? ORDER BY s.rowid',
    )
    .all(world.connectionId);
const isDue = () => listDueConnectionIds(db, world.clock.now(), 1_000).includes(world.connectionId);
const nextSyncInMs = () =>
  (db.sqlite.prepare('SELECT nextSyncAt FROM TikTokConnection WHERE id = ?').pluck().get(world.connectionId) as number) -
  world.clock.now().getTime();

it('set back an hour, the clock is waited for: no video is read twice, and none is dated before its last reading', async () => {
  await world.sync();
  world.clock.pass(-hour);
  expect(await world.sync({ trigger: 'REQUESTED' })).toMatchObject({ status: 'SUCCEEDED', readingCount: 0 });
  expect(readings()).toHaveLength(30);
  expect(nextSyncInMs()).toBeLessThanOrEqual(3 * hour);
  world.clock.pass(31 * day);
  expect(await world.sync()).toMatchObject({ status: 'SUCCEEDED', readingCount: 30 });
  expect(readings()).toHaveLength(60);
});

it.each([
  ['a day', day],
  ['a year', 365 * day],
])('set back %s, the account is due at once and read by the new clock', async (_name, ms) => {
  await world.sync();
  world.clock.pass(-ms);
  expect(isDue()).toBe(true);
  expect(await world.sync()).toMatchObject({ status: 'SUCCEEDED', readingCount: 30 });
  expect(
    readings()
      .slice(30)
      .every(({ observedAt }) => observedAt === world.clock.now().getTime()),
  ).toBe(true);
  expect(nextSyncInMs()).toBeLessThanOrEqual(3 * hour);
  expect(isDue()).toBe(false);
});

it('set forward a day and right again, the clock costs no reading and doubles none', async () => {
  await world.sync();
  world.clock.pass(day);
  await world.sync();
  world.clock.pass(hour - day);
  expect(isDue()).toBe(true);
  expect(await world.sync()).toMatchObject({ status: 'SUCCEEDED', readingCount: 30 });
  const all = readings().map(({ videoId, observedAt }) => `${videoId} ${observedAt}`);
  expect(new Set(all).size).toBe(all.length);
});

it('set back within a run, it dates no reading before the run began', async () => {
  const startedAt = world.clock.now().getTime();
  const list = world.tiktok.listVideos.bind(world.tiktok);
  world.tiktok.listVideos = async (token, input) => {
    if (input.cursor === null) world.clock.pass(-hour);
    return list(token, input);
  };
  expect(await world.sync()).toMatchObject({ status: 'SUCCEEDED', readingCount: 30 });
  expect(new Set(readings().map(({ observedAt }) => observedAt))).toEqual(new Set([startedAt]));
});

it('a run that a stopped process left is carried on by the new clock, however far it was set back', async () => {
  const stop = new AbortController();
  stop.abort();
  await world.sync({ signal: stop.signal });
  world.clock.pass(-400 * day);
  expect(await world.sync()).toMatchObject({ status: 'SUCCEEDED', readingCount: 30 });
  expect(nextSyncInMs()).toBeLessThanOrEqual(3 * hour);
});

it('wherever the clock jumps, every run ends, no reading is doubled, and the next sync is never more than three hours off', async () => {
  const jumps = fc.array(fc.integer({ min: -3 * day, max: 3 * day }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(jumps, async (list) => {
      world = await createSyncWorld(db);
      world.tiktok.addVideos(25, { newestAt: world.clock.now() });
      for (const ms of [0, ...list]) {
        world.clock.pass(ms);
        world.tiktok.calls.length = 0;
        expect(await world.sync()).toMatchObject({ status: 'SUCCEEDED' });
        expect(world.tiktok.calls.length).toBeLessThan(10);
        expect(nextSyncInMs()).toBeLessThanOrEqual(3 * hour);
        expect(nextSyncInMs()).toBeGreaterThan(0);
      }
      const all = readings().map(({ videoId, observedAt }) => `${videoId} ${observedAt}`);
      expect(new Set(all).size).toBe(all.length);
    }),
    { numRuns: 30 },
  );
});
