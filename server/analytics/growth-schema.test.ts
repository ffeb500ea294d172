import { decodeGlobalID } from '@pothos/plugin-relay';
import { v7 as uuidv7 } from 'uuid';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { analyzedVideo, HOUR } from './analyzed-video.test-data';
import { logGrowthShare } from './growth-path';
import { storeVideos } from './stored-videos.test-data';

const point = 'ageHours status views low50 high50 low80 high80';
const growth = `growth { status n otherVideos methodVersion points { ${point} } path { ${point} }
  momentum { momentum probability breakingOutProbability stallingProbability typicalViews factor threshold unknownBecause } }`;
const question = `query ($id: ID!) { node(id: $id) { ... on TikTokConnection {
  videos(first: 20) { nodes { id title ${growth} } }
  analytics { youngVideos { toldCount breakingOut { id } stalling(first: 1) { id } } }
} } }`;

interface Point {
  ageHours: number;
  status: string;
  views: number | null;
  low80: number | null;
  high80: number | null;
}
interface Answer {
  node: {
    videos: {
      nodes: {
        id: string;
        growth: {
          status: string;
          n: number;
          otherVideos: number;
          points: Point[];
          path: Point[];
          momentum: { momentum: string; probability: number | null; unknownBecause: string | null };
        };
      }[];
    };
    analytics: { youngVideos: { toldCount: number; breakingOut: { id: string }[]; stalling: { id: string }[] } };
  };
}

let world: TestApp;
let creators: string[];
beforeAll(async () => {
  world = await createTestApp();
  const state = (await (await fetch(`${world.sandbox.url}/_sandbox/state`)).json()) as { creators: { username: string }[] };
  creators = state.creators.map(({ username }) => username);
});
afterAll(() => world.close());

/** A video of this age, read at these ages, at a multiple of what is usual. */
function stored(ageHours: number, times = 1, readAt = [ageHours / 2, ageHours]) {
  const now = world.clock.now().getTime();
  const publishedAt = now - ageHours * HOUR;
  const views = (age: number) => Math.round(20_000 * times * Math.exp(logGrowthShare(age)));
  const readings = readAt.map((age) => ({
    observedAt: publishedAt + age * HOUR,
    views: views(age),
    likes: 1,
    comments: 1,
    shares: 1,
  }));
  const observedAt = readings.at(-1)!.observedAt;
  return { ...analyzedVideo({ id: uuidv7(), publishedAt, observedAt, views: readings.at(-1)!.views }), readings };
}

async function seed(creator: number): Promise<TestBrowser & { connectionId: string }> {
  const browser = await world.connectedBrowser(creators[creator]!);
  const old = Array.from({ length: 16 }, (_unused, i) => stored((i + 9) * 24, 1, [24, 48, 168]));
  const young = [stored(30, 30), stored(40, 0.01), stored(50), stored(20, 1, [20])];
  storeVideos(world.db, decodeGlobalID(browser.connectionId).id, [...old, ...young]);
  return browser;
}

it('expects the views of young videos and says which break out or stall', async () => {
  const browser = await seed(0);
  const { node } = await browser.query<Answer>(question, { id: browser.connectionId });
  const [once, hit, flop, usual, old] = node.videos.nodes;
  expect(once!.growth).toMatchObject({
    status: 'NOT_YET',
    n: 1,
    path: [],
    momentum: { momentum: 'UNKNOWN', unknownBecause: 'NOT_YET' },
  });
  expect(hit!.growth).toMatchObject({ status: 'MEASURED', n: 2, otherVideos: 12, momentum: { momentum: 'BREAKING_OUT' } });
  expect(flop!.growth.momentum).toMatchObject({ momentum: 'STALLING' });
  expect(flop!.growth.momentum.probability!).toBeGreaterThanOrEqual(0.8);
  expect(usual!.growth.momentum).toMatchObject({ momentum: 'AS_EXPECTED' });
  expect(old!.growth.momentum).toMatchObject({ momentum: 'UNKNOWN', probability: null, unknownBecause: 'WEEK_OVER' });
  const week = usual!.growth.points.find(({ ageHours }) => ageHours === 168)!;
  expect(week.status).toBe('EXPECTED');
  expect(week.low80!).toBeLessThan(20_000);
  expect(week.high80!).toBeGreaterThan(20_000);
  expect(usual!.growth.path).toHaveLength(13);
  expect(node.analytics.youngVideos).toEqual({
    toldCount: 3,
    breakingOut: [{ id: hit!.id }],
    stalling: [{ id: flop!.id }],
  });
});

it('does not show anybody else where a video is heading', async () => {
  const { connectionId } = await seed(1);
  const other = await world.connectedBrowser(creators[2]!);
  expect(await other.query(question, { id: connectionId })).toEqual({ node: null });
});
