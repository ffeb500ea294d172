import { decodeGlobalID } from '@pothos/plugin-relay';
import { v7 as uuidv7 } from 'uuid';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { DAY } from './analyzed-video.test-data';
import { seededRandom } from './seeded-random';
import { simulateCreator } from './simulated-creator';
import { storeVideos } from './stored-videos.test-data';

const dashboard = `query ($id: ID!) { node(id: $id) { ... on TikTokConnection { analytics(period: LAST_28_DAYS) {
  period { from until timeZone } summary { viewsGained { current } videosPublished { current } }
  views: series(metric: VIEWS_GAINED) { date value }
  postingTimes { n timeZone cells { weekday hour n } }
} } } }`;

type Point = { date: string; value: number | null };
interface Dashboard {
  period: { from: string; until: string; timeZone: string };
  summary: Record<'viewsGained' | 'videosPublished', { current: number }>;
  views: Point[];
  postingTimes: { n: number; timeZone: string; cells: { weekday: number; hour: number; n: number }[] };
}

const videoCount = 120;
let world: TestApp;
let person: TestBrowser & { connectionId: string };
let publishedAt: number[];

beforeAll(async () => {
  world = await createTestApp();
  person = await world.connectedBrowser('newcomer-01');
  const until = world.clock.now().getTime();
  const videos = simulateCreator({ videos: videoCount, random: seededRandom(5), until }).map((video) => {
    const { views, likes, comments, shares } = video;
    const start = Math.max(video.publishedAt + 3_600_000, until - 40 * DAY);
    const readings = [
      { observedAt: start, views: Math.floor(views! / 3), likes, comments, shares },
      { observedAt: until, views, likes, comments, shares },
    ];
    return { ...video, id: uuidv7(), observedAt: until, readings };
  });
  publishedAt = videos.map((video) => video.publishedAt);
  storeVideos(world.db, decodeGlobalID(person.connectionId).id, videos);
});
afterAll(() => world.close());

const sum = (points: readonly { value: number | null }[]) => points.reduce((total, { value }) => total + (value ?? 0), 0);

it.each([
  'Pacific/Kiritimati', // UTC+14
  'Etc/GMT+12', // UTC−12
  'Etc/GMT-14',
  'Pacific/Apia',
  'America/New_York',
  'Australia/Lord_Howe', // changes its clock by half an hour
  'Europe/Paris',
])('adds up in %s: no day twice, no day missing, no video lost or counted twice', async (timeZone) => {
  await person.query('mutation ($zone: String!) { updateSettings(input: { timeZone: $zone }) { __typename } }', {
    zone: timeZone,
  });
  const { node } = await person.query<{ node: { analytics: Dashboard } }>(dashboard, { id: person.connectionId });
  const { period, summary, views, postingTimes } = node.analytics;
  expect([period.timeZone, postingTimes.timeZone]).toEqual([timeZone, timeZone]);

  const [from, until] = [Date.parse(period.from), Date.parse(period.until)];
  const localDay = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const [firstDay = ''] = views.map(({ date }) => date);
  const days = Array.from({ length: 28 }, (_, day) => new Date(Date.parse(firstDay) + day * DAY).toISOString().slice(0, 10));
  expect(views.map(({ date }) => date)).toEqual(days);
  expect([localDay.format(from), localDay.format(until - 1)]).toEqual([days[0], days[27]]);
  expect(localDay.format(from - 1)).not.toBe(days[0]);

  const inPeriod = publishedAt.filter((time) => time >= from && time < until);
  expect(inPeriod.length).toBeGreaterThan(3);
  expect(summary.videosPublished.current).toBe(inPeriod.length);
  expect(sum(views)).toBeCloseTo(summary.viewsGained.current, 6);
  expect(summary.viewsGained.current).toBeGreaterThan(0);

  expect(postingTimes.n).toBe(videoCount);
  expect(postingTimes.cells.reduce((total, { n }) => total + n, 0)).toBe(videoCount);
});
