import type { TikTokVideo } from '../tiktok/client';
import type { Database } from '../db/database';
import { TikTokScopeMissingError, TikTokUnavailableError } from '../tiktok/errors';
import { openTestDatabase } from '../testing/database';
import { createSyncWorld, type SyncWorld } from './test-world';

const hour = 3_600_000;

let db: Database;
let world: SyncWorld;

beforeAll(async () => (db = await openTestDatabase()));
afterAll(() => db.close());
beforeEach(async () => (world = await createSyncWorld(db)));

const listVideos = () =>
  db.prisma.video.findMany({
    where: { connectionId: world.connectionId },
    orderBy: { publishedAt: 'desc' },
    include: {
      snapshots: { orderBy: { observedAt: 'asc' } },
      hashtags: { orderBy: { position: 'asc' }, include: { hashtag: true } },
    },
  });
const requireConnection = () => db.prisma.tikTokConnection.findUniqueOrThrow({ where: { id: world.connectionId } });
const countSnapshots = () => db.prisma.videoSnapshot.count({ where: { video: { connectionId: world.connectionId } } });

describe('the first sync', () => {
  it('reads the profile and every video once', async () => {
    world.tiktok.addVideos(45, { newestAt: world.clock.now() });
    world.tiktok.user.videoCount = 45;
    const run = await world.sync();
    expect(run).toMatchObject({
      trigger: 'FIRST',
      status: 'SUCCEEDED',
      phase: 'FINISHING',
      listedCount: 45,
      newVideoCount: 45,
      readingCount: 45,
      unavailableCount: 0,
      expectedCount: 45,
    });
    expect(world.tiktok.countCalls('listVideos')).toBe(3);
    const videos = await listVideos();
    expect(videos.map(({ tiktokVideoId }) => tiktokVideoId)).toEqual(
      world.tiktok.videos.map(({ tiktokVideoId }) => tiktokVideoId),
    );
    expect(videos.every(({ snapshots }) => snapshots.length === 1)).toBe(true);
    expect(videos[0]).toMatchObject({
      viewCount: 1000n,
      availability: 'AVAILABLE',
      durationSeconds: 21,
      firstSeenAt: world.clock.now(),
    });
    expect(videos[0]?.hashtags.map(({ hashtag }) => hashtag.name)).toEqual(['cuisine', 'été']);
    expect(await requireConnection()).toMatchObject({
      displayName: 'Léa cuisine',
      followerCount: 1200n,
      lastSyncedAt: world.clock.now(),
      nextSyncAt: new Date(world.clock.now().getTime() + hour),
      dataVersion: 4,
    });
    expect(await db.prisma.connectionSnapshot.count({ where: { connectionId: world.connectionId } })).toBe(1);
  });

  it('of an account without videos succeeds and is read again within hours', async () => {
    expect(await world.sync()).toMatchObject({ status: 'SUCCEEDED', listedCount: 0 });
    expect((await requireConnection()).nextSyncAt).toEqual(new Date(world.clock.now().getTime() + 3 * hour));
  });

  it('goes on behind short and empty pages', async () => {
    world.tiktok.addVideos(30, { newestAt: world.clock.now() });
    world.tiktok.pageSizes.push(0, 3, 0, 0, 20);
    expect(await world.sync()).toMatchObject({ status: 'SUCCEEDED', listedCount: 30, newVideoCount: 30 });
    expect(await countSnapshots()).toBe(30);
  });

  it('ends although the cursor stands still', async () => {
    world.tiktok.addVideos(3, { newestAt: world.clock.now() });
    const list = world.tiktok.listVideos.bind(world.tiktok);
    world.tiktok.listVideos = async (token, input) => ({ ...(await list(token, { ...input, cursor: null })), nextCursor: 5 });
    expect(await world.sync()).toMatchObject({ status: 'SUCCEEDED', listedCount: 3, readingCount: 3 });
    expect(await countSnapshots()).toBe(3);
  });

  it.each([
    ['the same videos', (videos: TikTokVideo[]) => videos],
    ['nothing', () => []],
  ])('ends although the list goes on for ever with %s', async (_name, pageOf) => {
    const world = await createSyncWorld(db);
    const videos = world.tiktok.addVideos(3, { newestAt: world.clock.now() });
    world.tiktok.listVideos = async (_token, { cursor }) => ({
      videos: pageOf(videos),
      unreadableCount: 0,
      nextCursor: (cursor ?? 1e12) - 1,
    });
    const run = await world.sync();
    expect(run).toMatchObject({ status: 'SUCCEEDED', listedCount: pageOf(videos).length });
  });

  it('keeps null counts null, and counts past 2^31 whole', async () => {
    const [unseen, huge] = world.tiktok.addVideos(2, { newestAt: world.clock.now() });
    Object.assign(unseen ?? {}, { viewCount: null, likeCount: null, commentCount: null, shareCount: null });
    Object.assign(huge ?? {}, { viewCount: 5_000_000_000 });
    await world.sync();
    const videos = await listVideos();
    expect(videos[0]).toMatchObject({
      viewCount: null,
      likeCount: null,
      snapshots: [{ viewCount: null, shareCount: null, bookmarkCount: null }],
    });
    expect(videos[1]).toMatchObject({ viewCount: 5_000_000_000n, snapshots: [{ viewCount: 5_000_000_000n }] });
  });

  it('skips a video without a time of publication and keeps the others of its page', async () => {
    const [dateless] = world.tiktok.addVideos(3, { newestAt: world.clock.now() });
    world.tiktok.listVideos = async () => ({
      videos: world.tiktok.videos.map((video) => (video === dateless ? { ...video, publishedAt: null } : video)),
      nextCursor: null,
      unreadableCount: 0,
    });
    expect(await world.sync()).toMatchObject({ status: 'SUCCEEDED', listedCount: 2, unreadableCount: 1 });
  });
});

describe('a later sync', () => {
  it('stops listing at what it knows and reads what is due along the cadence', async () => {
    world.tiktok.addVideos(100, { newestAt: world.clock.now() });
    await world.sync();
    world.tiktok.calls.length = 0;
    world.clock.pass(hour);
    const run = await world.sync();
    // The newest page is read anyway; on the second page nothing is due within the hour.
    expect(world.tiktok.countCalls('listVideos')).toBe(2);
    expect(world.tiktok.countCalls('queryVideos')).toBe(0);
    expect(run).toMatchObject({ trigger: 'SCHEDULED', listedCount: 40, newVideoCount: 0, readingCount: 40 });
    expect(await countSnapshots()).toBe(140);
  });

  it('asks for the due videos behind the listed ones, twenty at a time', async () => {
    world.tiktok.addVideos(20, { newestAt: world.clock.now(), everyHours: 1000 });
    const old = world.tiktok.addVideos(60, { newestAt: new Date(world.clock.now().getTime() - 40_000 * hour), everyHours: 1 });
    await world.sync();
    await db.prisma.video.updateMany({
      where: { tiktokVideoId: { in: old.slice(30).map(({ tiktokVideoId }) => tiktokVideoId) } },
      data: { nextReadingAt: new Date(world.clock.now().getTime() + 2 * hour) },
    });
    world.tiktok.calls.length = 0;
    world.clock.pass(3 * hour);
    const run = await world.sync();
    expect(world.tiktok.countCalls('listVideos')).toBe(2);
    expect(
      world.tiktok.calls.filter(({ method }) => method === 'queryVideos').map(({ argument }) => (argument as string[]).length),
    ).toEqual([20, 10]);
    expect(run).toMatchObject({ listedCount: 40, readingCount: 70 });
  });

  it('keeps every number as TikTok said it, also one that falls or is missing', async () => {
    const [video] = world.tiktok.addVideos(1, { newestAt: world.clock.now() });
    for (const viewCount of [900, null, 950]) {
      await world.sync();
      world.clock.pass(hour);
      if (video) video.viewCount = viewCount;
    }
    await world.sync();
    const [row] = await listVideos();
    expect(row?.snapshots.map((snapshot) => snapshot.viewCount)).toEqual([1000n, 900n, null, 950n]);
    expect(row?.viewCount).toBe(950n);
  });

  it('takes a changed caption and its hashtags, and keeps what an answer leaves out', async () => {
    const [video] = world.tiktok.addVideos(1, { newestAt: world.clock.now() });
    await world.sync();
    world.clock.pass(hour);
    if (video) Object.assign(video, { title: 'Nouveau #日本', coverUrl: null, shareUrl: null });
    await world.sync();
    const [row] = await listVideos();
    expect(row?.hashtags.map(({ hashtag }) => hashtag.name)).toEqual(['日本']);
    expect(row).toMatchObject({
      title: 'Nouveau #日本',
      coverUrl: expect.any(String),
      coverExpiresAt: expect.any(Date),
      shareUrl: expect.any(String),
    });
  });

  it('marks what is gone unavailable, keeps its history, and takes it back when it returns', async () => {
    world.tiktok.addVideos(3, { newestAt: world.clock.now() });
    await world.sync();
    const [, gone] = world.tiktok.videos;
    world.tiktok.videos = world.tiktok.videos.filter((video) => video !== gone);
    world.clock.pass(hour);
    expect(await world.sync()).toMatchObject({ readingCount: 2, unavailableCount: 1 });
    const goneAt = world.clock.now();
    expect((await listVideos())[1]).toMatchObject({
      availability: 'UNAVAILABLE',
      unavailableSince: goneAt,
      viewCount: 1000n,
      snapshots: [{}],
    });

    world.clock.pass(hour);
    expect(await world.sync()).toMatchObject({ readingCount: 2, unavailableCount: 0 });
    expect((await listVideos())[1]).toMatchObject({ availability: 'UNAVAILABLE', unavailableSince: goneAt });

    if (gone) world.tiktok.videos.splice(1, 0, gone);
    world.clock.pass(hour);
    expect(await world.sync()).toMatchObject({ readingCount: 3, newVideoCount: 0 });
    expect((await listVideos())[1]).toMatchObject({ availability: 'AVAILABLE', unavailableSince: null, snapshots: [{}, {}] });
  });

  it('finds what an unfinished later run did not reach', async () => {
    world.tiktok.addVideos(30, { newestAt: world.clock.now() });
    await world.sync();
    world.clock.pass(hour);
    world.tiktok.addVideos(50, { newestAt: world.clock.now(), everyHours: 0.01 });
    const list = world.tiktok.listVideos.bind(world.tiktok);
    world.tiktok.listVideos = async (token, input) => {
      if (input.cursor !== null) throw new TikTokUnavailableError('down', 'internal_error');
      return list(token, input);
    };
    expect(await world.sync()).toMatchObject({ status: 'FAILED', errorCode: 'TIKTOK_UNAVAILABLE', newVideoCount: 20 });
    world.tiktok.listVideos = list;
    world.clock.pass(60_000);
    await world.sync();
    expect(await db.prisma.video.count({ where: { connectionId: world.connectionId } })).toBe(80);
  });

  it('takes the followers at publication from the reading nearest to it, within a day', async () => {
    await world.sync();
    world.clock.pass(2 * hour);
    world.tiktok.user.followerCount = 1300;
    world.tiktok.addVideos(1, { newestAt: new Date(world.clock.now().getTime() - 1.5 * hour) });
    world.tiktok.addVideos(1, { newestAt: new Date(world.clock.now().getTime() - 0.5 * hour) });
    world.tiktok.addVideos(1, { newestAt: new Date(world.clock.now().getTime() - 40 * hour) });
    await world.sync();
    expect((await listVideos()).map(({ followersAtPublication }) => followersAtPublication)).toEqual([1300n, 1200n, null]);
  });

  it('reads the profile hourly at most, unless somebody asks', async () => {
    await world.sync();
    world.clock.pass(hour / 2);
    await world.sync();
    expect(world.tiktok.countCalls('getUser')).toBe(1);
    await world.sync({ trigger: 'REQUESTED' });
    expect(world.tiktok.countCalls('getUser')).toBe(2);
  });
});

it('reads the videos although the profile is refused', async () => {
  world.tiktok.addVideos(2, { newestAt: world.clock.now() });
  world.tiktok.failNext('getUser', new TikTokScopeMissingError('no', 'scope_not_authorized'));
  expect(await world.sync()).toMatchObject({ status: 'SUCCEEDED', listedCount: 2, expectedCount: null });
});

it('survives the same page twice', async () => {
  world.tiktok.addVideos(40, { newestAt: world.clock.now() });
  const pages = [await world.tiktok.listVideos('', { cursor: null, maxCount: 20 })];
  const [first] = pages;
  const second = await world.tiktok.listVideos('', { cursor: first?.nextCursor ?? null, maxCount: 20 });
  const cursor = first?.nextCursor ?? 0;
  const answers = [
    first,
    { videos: first?.videos ?? [], nextCursor: cursor - 1, unreadableCount: 0 },
    { ...second, nextCursor: null },
  ];
  world.tiktok.listVideos = async () => answers.shift() ?? { videos: [], nextCursor: null, unreadableCount: 0 };
  expect(await world.sync()).toMatchObject({ status: 'SUCCEEDED', listedCount: 40, newVideoCount: 40, readingCount: 40 });
  expect(await countSnapshots()).toBe(40);
});
