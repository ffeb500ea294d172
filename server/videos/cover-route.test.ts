import path from 'node:path';
import express, { type Express } from 'express';
import supertest from 'supertest';
import { ConnectionNotActiveError } from '../connections/errors';
import type { Database } from '../db/database';
import { createMediaStore, type MediaStore } from '../media/media-store';
import { type Picture, PictureUnavailableError } from '../media/picture';
import { openTestDatabase } from '../testing/database';
import { coverRoute } from './cover-route';
import { createSyncWorld, type SyncWorld } from './test-world';

const hour = 3_600_000;
const picture: Picture = { type: 'image/png', bytes: Buffer.from('picture') };

let db: Database & { file: string };
let world: SyncWorld;
let app: Express;
let viewerId: string | null;
let fetched: string[];
let fetchPicture: (address: string) => Promise<Picture>;
let media: MediaStore;

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
  const folder = path.join(path.dirname(db.file), 'media');
  media = createMediaStore({ folder, maxBytes: 1_000_000, systemNow: () => clock.now(), logger });
  app = express().use(
    coverRoute({
      db,
      clock,
      tiktok,
      accessTokens,
      logger,
      media,
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

it('gives the owner the cover, once fetched from disk', async () => {
  const [id = ''] = await listIds();
  const response = await get(id);
  expect(response.status).toBe(200);
  expect(response.headers).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'private, max-age=21600',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(response.body).toEqual(picture.bytes);
  await Promise.all([get(id), get(id)]);
  expect(fetched).toHaveLength(1);
  expect(world.tiktok.calls).toHaveLength(0);
});

it.each<[string, () => Promise<string>]>([
  ['somebody else', async () => (await createSyncWorld(db)).ownerId],
  ['nobody signed in', async () => ''],
])('gives %s nothing, even from disk', async (_name, viewer) => {
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

it('answers 304 to a browser that has the cover, and only to its owner', async () => {
  const [id = ''] = await listIds();
  const { etag } = (await get(id)).headers as Record<string, string>;
  const again = await get(id).set('if-none-match', etag ?? '');
  expect([again.status, again.text]).toEqual([304, '']);
  viewerId = null;
  expect((await get(id).set('if-none-match', etag ?? '')).status).toBe(404);
});

it('keeps a cover for a week, then has it anew, and shows the old one while that fails', async () => {
  const [id = ''] = await listIds();
  await get(id);
  expireCovers();
  expect((await get(id)).status).toBe(200);
  expect(fetched).toHaveLength(1);
  world.clock.pass(7 * 24 * hour);
  fetchPicture = async () => {
    throw new PictureUnavailableError('Answered 500.');
  };
  expect((await get(id)).body).toEqual(picture.bytes);
  expect(fetched).toHaveLength(2);
  fetchPicture = async () => ({ ...picture, bytes: Buffer.from('changed') });
  expect((await get(id)).body).toEqual(Buffer.from('changed'));
});

it('drops what is kept of a cover that TikTok no longer shows', async () => {
  const [id = ''] = await listIds();
  await get(id);
  world.clock.pass(8 * 24 * hour);
  world.tiktok.videos = [];
  expect((await get(id)).status).toBe(404);
  expect(await media.forget(world.connectionId)).toBe(0);
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
