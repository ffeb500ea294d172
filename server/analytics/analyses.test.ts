import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../clock';
import type { Database } from '../db/database';
import { openTestDatabase } from '../testing/database';
import { Analyses } from './analyses';
import { analyzedVideo, DAY, HOUR, NOW } from './analyzed-video.test-data';
import { readCreatorFacts, readVideoPages } from './queries';
import { seededRandom } from './seeded-random';
import { simulateCreator } from './simulated-creator';
import { storeVideos } from './stored-videos.test-data';

let db: Database;
let time = NOW;
const clock: Clock = { now: () => new Date(time), refresh: async () => undefined };
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

function createConnection(): string {
  const [userId, connectionId] = [uuidv7(), uuidv7()];
  db.sqlite
    .prepare(`INSERT INTO User (id, displayName, locale, timeZone, createdAt) VALUES (?, 'Léa', 'FR', 'Europe/Paris', ?)`)
    .run(userId, NOW);
  db.sqlite
    .prepare(
      `INSERT INTO TikTokConnection (id, ownerId, tiktokUserId, displayName, scopes, status, isActive, connectedAt)
       VALUES (?, ?, ?, 'Léa', 'user.info.stats,video.list', 'ACTIVE', 1, ?)`,
    )
    .run(connectionId, userId, connectionId, NOW);
  return connectionId;
}

it('reads back what was stored: counts, hashtags and readings, over many pages, oldest first', () => {
  const connectionId = createConnection();
  const videos = simulateCreator({ videos: 450, random: seededRandom(1), until: NOW }).map((video) => ({
    ...video,
    id: uuidv7(),
  }));
  const [newest, ...older] = videos;
  const readings = [1, 2, 3].map((hours) => ({
    observedAt: NOW + hours * HOUR,
    views: hours,
    likes: 0,
    comments: null,
    shares: 1,
  }));
  storeVideos(db, connectionId, [{ ...newest!, readings }, ...older]);
  const read = [...readVideoPages(db, connectionId)].flat();
  const byId = new Map(read.map((row) => [row.video.id, row]));
  expect(read.map(({ video }) => video.publishedAt)).toEqual(videos.map(({ publishedAt }) => publishedAt).sort((a, b) => a - b));
  for (const video of older) {
    const row = byId.get(video.id)!;
    expect({ ...row.video, hashtags: [...row.video.hashtags].sort() }).toEqual({
      ...video,
      // No caption and no sound were stored.
      openings: [],
      captionLength: null,
      sound: null,
      hashtags: [...video.hashtags].sort(),
    });
    const { views, likes, comments, shares } = video;
    expect(row.readings).toEqual([{ observedAt: NOW, views, likes, comments, shares }]);
  }
  expect(byId.get(newest!.id)!.readings).toEqual(readings);
});

it('knows when reading began and ended', () => {
  const connectionId = createConnection();
  expect(readCreatorFacts(db, connectionId)).toEqual({
    dataVersion: expect.any(Number),
    scopes: ['user.info.stats', 'video.list'],
    observedFrom: null,
    asOf: null,
    followerReadings: [],
  });
  storeVideos(db, connectionId, [analyzedVideo({ id: uuidv7(), observedAt: NOW - DAY }), analyzedVideo({ id: uuidv7() })]);
  db.sqlite
    .prepare('INSERT INTO ConnectionSnapshot (connectionId, observedAt, followerCount) VALUES (?, ?, 7)')
    .run(connectionId, NOW + HOUR);
  expect(readCreatorFacts(db, connectionId)).toMatchObject({
    observedFrom: NOW - DAY,
    asOf: NOW + HOUR,
    followerReadings: [{ observedAt: NOW + HOUR, followers: 7 }],
  });
});

it('counts from the first complete sync what was published after it began', () => {
  const connectionId = createConnection();
  const insert = db.sqlite.prepare(
    `INSERT INTO SyncRun (id, connectionId, trigger, status, phase, createdAt, startedAt) VALUES (?, ?, 'FIRST', ?, 'FINISHING', ?, ?)`,
  );
  insert.run(uuidv7(), connectionId, 'FAILED', NOW - 9 * DAY, NOW - 9 * DAY);
  insert.run(uuidv7(), connectionId, 'SUCCEEDED', NOW - 8 * DAY, NOW - 8 * DAY);
  storeVideos(db, connectionId, [analyzedVideo({ id: uuidv7() })]);
  expect(readCreatorFacts(db, connectionId).observedFrom).toBe(NOW - 8 * DAY);
});

it('computes once for each state of the data and time zone', async () => {
  const connectionId = createConnection();
  const analyses = new Analyses(db, clock);
  storeVideos(db, connectionId, [analyzedVideo({ id: uuidv7() })]);
  const input = { connectionId, timeZone: 'Europe/Paris' };
  const [first, meanwhile] = await Promise.all([analyses.get(input), analyses.get(input)]);
  expect(meanwhile).toBe(first);
  expect(await analyses.get(input)).toBe(first);
  expect(await analyses.get({ ...input, timeZone: 'Asia/Kolkata' })).not.toBe(first);

  storeVideos(db, connectionId, [analyzedVideo({ id: uuidv7() })]);
  const second = await analyses.get(input);
  expect(second).not.toBe(first);
  expect([first, second].map((analysis) => analysis.report('LAST_28_DAYS').videoCount)).toEqual([1, 2]);
});

it('answers with readings that landed while an older state was still being computed', async () => {
  const connectionId = createConnection();
  const analyses = new Analyses(db, clock);
  const input = { connectionId, timeZone: 'Europe/Paris' };
  storeVideos(db, connectionId, [analyzedVideo({ id: uuidv7() })]);
  const before = analyses.get(input);
  storeVideos(db, connectionId, [analyzedVideo({ id: uuidv7() })]);
  const after = await analyses.get(input);
  expect(after.report('LAST_28_DAYS').videoCount).toBe(2);
  await before;
  expect(await analyses.get(input)).toBe(after);
});

it('lets others run while it computes a large history', async () => {
  const connectionId = createConnection();
  storeVideos(
    db,
    connectionId,
    simulateCreator({ videos: 1_000, random: seededRandom(2) }).map((video) => ({ ...video, id: uuidv7() })),
  );
  let turns = 0;
  let isDone = false;
  const count = (): void => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await new Analyses(db, clock).get({ connectionId, timeZone: 'Europe/Paris' });
  isDone = true;
  expect(turns).toBeGreaterThanOrEqual(10);
});

it('has what the owner asks for ready once it was warmed, and does not mind a connection that is gone', async () => {
  const connectionId = createConnection();
  storeVideos(db, connectionId, [analyzedVideo({ id: uuidv7() })]);
  const analyses = new Analyses(db, clock);
  await analyses.warm(connectionId);
  let turns = 0;
  const turn = (): void => void (turns += 1);
  setImmediate(turn);
  await analyses.get({ connectionId, timeZone: 'Europe/Paris' });
  expect(turns).toBe(0);
  await expect(analyses.warm(uuidv7())).resolves.toBeUndefined();
});

it('moves on with the day as long as nothing has been read', async () => {
  const connectionId = createConnection();
  const analyses = new Analyses(db, clock);
  const input = { connectionId, timeZone: 'Europe/Paris' };
  const today = await analyses.get(input);
  expect(await analyses.get(input)).toBe(today);
  time = NOW + DAY;
  expect((await analyses.get(input)).report('LAST_7_DAYS').period.lastDay).toBe(today.report('LAST_7_DAYS').period.lastDay + 1);
  time = NOW;
});
