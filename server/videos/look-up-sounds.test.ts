import type { Database } from '../db/database';
import { TikTokRateLimitedError } from '../tiktok/errors';
import { openTestDatabase } from '../testing/database';
import { lookUpSounds } from './look-up-sounds';
import { createSyncWorld, type SyncWorld } from './test-world';

let db: Database;
let world: SyncWorld;

beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());
beforeEach(async () => {
  world = await createSyncWorld(db);
  world.tiktok.addVideos(60, { newestAt: world.clock.now() });
  await world.sync();
});

const listAsked = () =>
  db.prisma.video.findMany({
    where: { connectionId: world.connectionId, musicLookedUpAt: { not: null } },
    orderBy: { publishedAt: 'desc' },
  });
const newest = (count: number) => world.tiktok.videos.slice(0, count).map(({ tiktokVideoId }) => tiktokVideoId);

it('asks for the newest 50 and then for the rest, each once', async () => {
  world.tiktok.sounds.set(world.tiktok.videos[1]?.shareUrl ?? '', 'son original – Léa');
  expect(await lookUpSounds(world.connectionId, world.deps)).toBe(50);
  const asked = await listAsked();
  expect(asked.map(({ tiktokVideoId }) => tiktokVideoId)).toEqual(newest(50));
  expect(asked.slice(0, 3).map(({ musicName }) => musicName)).toEqual([null, 'son original – Léa', null]);
  expect(await lookUpSounds(world.connectionId, world.deps)).toBe(10);
  expect(await lookUpSounds(world.connectionId, world.deps)).toBe(0);
  expect(world.tiktok.countCalls('getEmbed')).toBe(60);
});

it('stops where oEmbed fails and goes on there the next time', async () => {
  const getEmbed = world.tiktok.getEmbed.bind(world.tiktok);
  world.tiktok.getEmbed = async (shareUrl) => {
    if (world.tiktok.countCalls('getEmbed') === 5) throw new TikTokRateLimitedError('slow down', 'rate_limit_exceeded');
    return getEmbed(shareUrl);
  };
  expect(await lookUpSounds(world.connectionId, world.deps)).toBe(5);
  expect((await listAsked()).map(({ tiktokVideoId }) => tiktokVideoId)).toEqual(newest(5));
  world.tiktok.getEmbed = getEmbed;
  expect(await lookUpSounds(world.connectionId, world.deps)).toBe(50);
});

it('makes a new state of the data where it learnt something, and none where it did not', async () => {
  const version = () =>
    db.sqlite.prepare('SELECT dataVersion FROM TikTokConnection WHERE id = ?').pluck().get(world.connectionId) as number;
  const before = version();
  await lookUpSounds(world.connectionId, world.deps);
  await lookUpSounds(world.connectionId, world.deps);
  expect(version()).toBe(before + 2);
  await lookUpSounds(world.connectionId, world.deps);
  expect(version()).toBe(before + 2);
});

it('stops when it is asked to', async () => {
  expect(await lookUpSounds(world.connectionId, world.deps, AbortSignal.abort())).toBe(0);
});
