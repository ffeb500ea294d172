import express, { type Express } from 'express';
import supertest from 'supertest';
import { ConnectionNotActiveError } from '../connections/errors';
import type { Database } from '../db/database';
import { PictureUnavailableError } from '../http/picture-fetcher';
import { openTestDatabase } from '../testing/database';
import { coverRoute } from './cover-route';
import { createSyncWorld, type SyncWorld } from './test-world';

const hour = 3_600_000;
const picture = { type: 'image/png', bytes: Buffer.from('picture') };

let db: Database;
let world: SyncWorld;
let app: Express;
let viewerId: string | null;
let fetched: string[];
let fetchPicture: (address: string) => Promise<typeof picture>;

beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());
beforeEach(async () => {
  world = await createSyncWorld(db);
  world.tiktok.addVideos(30, { newestAt: world.clock.now(), everyHours: 0.1 });
  for (const video of world.tiktok.videos) video.coverExpiresAt = new Date(world.clock.now().getTime() + 6 * hour);
  await world.sync();
  world.tiktok.calls.length = 0;
  viewerId = world.ownerId;
  fetched = [];
  fetchPicture = async () => picture;
  const { clock, tiktok, accessTokens, logger } = world.deps;
  app = express().use(
    coverRoute({
      db,
      clock,
      tiktok,
      accessTokens,
      logger,
      getViewerId: async () => viewerId,
      fetchPicture: (address) => {
        fetched.push(address);
        return fetchPicture(address);
      },
    }),
  );
});

const listIds = async () => (await db.prisma.video.findMany({ where: { connectionId: world.connectionId } })).map(({ id }) => id);
const get = (id: string) => supertest(app).get(`/media/covers/${id}`);

/** Six hours later TikTok gives other addresses. */
function expireCovers(): void {
  world.clock.pass(7 * hour);
  for (const video of world.tiktok.videos) {
    video.coverUrl = `${video.coverUrl}?fresh`;
    video.coverExpiresAt = new Date(world.clock.now().getTime() + 6 * hour);
  }
}

it('gives the owner the cover, once fetched from memory', async () => {
  const [id = ''] = await listIds();
  const response = await get(id);
  expect(response.status).toBe(200);
  expect(response.headers).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'private, max-age=21600',
    'x-content-type-options': 'nosniff',
  });
  expect(response.body).toEqual(picture.bytes);
  await Promise.all([get(id), get(id)]);
  expect(fetched).toHaveLength(1);
  expect(world.tiktok.calls).toHaveLength(0);
});

it.each<[string, () => Promise<string>]>([
  ['somebody else', async () => (await createSyncWorld(db)).ownerId],
  ['nobody signed in', async () => ''],
])('gives %s nothing, even out of memory', async (_name, viewer) => {
  const [id = ''] = await listIds();
  await get(id);
  viewerId = (await viewer()) || null;
  const response = await get(id);
  expect(response.status).toBe(404);
  expect(response.headers['cache-control']).toBe('no-store');
});

it('refreshes the ended addresses of a page in one call and keeps them', async () => {
  expireCovers();
  const ids = (await listIds()).slice(0, 20);
  const statuses = await Promise.all(ids.map(async (id) => (await get(id)).status));
  expect(statuses).toEqual(ids.map(() => 200));
  expect(world.tiktok.countCalls('queryVideos')).toBe(1);
  expect(fetched.every((address) => address.endsWith('?fresh'))).toBe(true);
  expect(await db.prisma.video.findUnique({ where: { id: ids[0] } })).toMatchObject({
    coverUrl: expect.stringMatching(/\?fresh$/),
    coverExpiresAt: new Date(world.clock.now().getTime() + 6 * hour),
  });
});

it('refreshes an address that is refused before its time', async () => {
  const [id = ''] = await listIds();
  for (const video of world.tiktok.videos) video.coverUrl = `${video.coverUrl}?fresh`;
  fetchPicture = async (address) => {
    if (!address.endsWith('?fresh')) throw new PictureUnavailableError('Answered 403.', true);
    return picture;
  };
  expect((await get(id)).status).toBe(200);
  expect(world.tiktok.countCalls('queryVideos')).toBe(1);
});

it('answers 404 where TikTok gives no cover any more, and asks again next time', async () => {
  expireCovers();
  const [id = ''] = await listIds();
  const { videos } = world.tiktok;
  world.tiktok.videos = [];
  expect((await get(id)).status).toBe(404);
  world.tiktok.videos = videos;
  expect((await get(id)).status).toBe(200);
});

it('answers 404 where the account must be connected again', async () => {
  expireCovers();
  const [id = ''] = await listIds();
  world.deps.accessTokens.use = async () => {
    throw new ConnectionNotActiveError('Léa');
  };
  expect((await get(id)).status).toBe(404);
});
