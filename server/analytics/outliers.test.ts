import { decodeGlobalID } from '@pothos/plugin-relay';
import { v7 as uuidv7 } from 'uuid';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { seededRandom } from './seeded-random';
import { simulateCreator } from './simulated-creator';
import { storeVideos } from './stored-videos.test-data';

const page = `query ($id: ID!, $filter: VideoFilter, $first: Int, $after: String) { node(id: $id) { ... on TikTokConnection {
  videos(first: $first, after: $after, filter: $filter) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { viewCount description baseline { outlier { status direction upProbability downProbability n minimumN threshold } } }
  }
} } }`;

interface Outlier {
  status: string;
  direction: string | null;
  upProbability: number | null;
  downProbability: number | null;
  n: number | null;
}
interface Page {
  node: {
    videos: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      nodes: { viewCount: number; baseline: { outlier: Outlier } | null }[];
    };
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

/** A signed-in person whose account has so many videos of about a thousand views each, but for those given by position. */
async function seed(creator: number, videos: number, odd: Record<number, number> = {}) {
  const browser = await world.connectedBrowser(creators[creator]!);
  const made = simulateCreator({ videos, random: seededRandom(7), until: world.clock.now().getTime() });
  storeVideos(
    world.db,
    decodeGlobalID(browser.connectionId).id,
    made.map((video, i) => ({ ...video, id: uuidv7(), views: odd[i] ?? 900 + 10 * (i % 20) })),
  );
  return browser;
}
const ask = async (browser: TestBrowser & { connectionId: string }, variables: Record<string, unknown> = {}) =>
  (await browser.query<Page>(page, { id: browser.connectionId, first: 50, ...variables })).node.videos;
const views = (answer: Page['node']['videos']) => answer.nodes.map(({ viewCount }) => viewCount).sort((a, b) => a - b);

it('tells outliers with a probability, and lists them alone', async () => {
  const browser = await seed(0, 40, { 5: 1_000_000, 12: 2_000_000, 20: 1 });
  const { nodes } = await ask(browser);
  expect(nodes).toHaveLength(40);
  for (const { viewCount, baseline } of nodes) {
    const direction = viewCount >= 1_000_000 ? 'UP' : viewCount === 1 ? 'DOWN' : 'NONE';
    expect(baseline!.outlier).toMatchObject({ status: 'MEASURED', direction, n: 40, minimumN: 10, threshold: 0.8 });
    expect(baseline!.outlier.upProbability! > 0.8).toBe(direction === 'UP');
    expect(baseline!.outlier.downProbability! > 0.8).toBe(direction === 'DOWN');
  }
  expect(views(await ask(browser, { filter: { outlier: ['UP', 'DOWN'] } }))).toEqual([1, 1_000_000, 2_000_000]);
  expect(await ask(browser, { filter: { outlier: ['NONE'] } })).toMatchObject({ totalCount: 37 });
  expect(await ask(browser, { filter: { outlier: [] } })).toMatchObject({ totalCount: 0, nodes: [] });
});

it('combines the filter with other conditions and with pages', async () => {
  const browser = await seed(1, 40, { 5: 1_000_000, 12: 2_000_000, 20: 1 });
  const filter = { outlier: ['UP', 'DOWN'], minimumViews: 2 };
  const first = await ask(browser, { filter, first: 1 });
  expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
  const second = await ask(browser, { filter, first: 1, after: first.pageInfo.endCursor });
  expect(second.pageInfo.hasNextPage).toBe(false);
  expect([...views(first), ...views(second)].sort((a, b) => a - b)).toEqual([1_000_000, 2_000_000]);
});

it('says why where there are too few videos', async () => {
  const browser = await seed(2, 9, { 4: 1_000_000 });
  const { nodes } = await ask(browser);
  for (const { baseline } of nodes) {
    expect(baseline!.outlier).toMatchObject({
      status: 'BELOW_THRESHOLD',
      direction: null,
      upProbability: null,
      downProbability: null,
      n: null,
    });
  }
  expect(await ask(browser, { filter: { outlier: ['UP', 'DOWN', 'NONE'] } })).toMatchObject({ totalCount: 0 });
});

it('gives nobody else the outliers of an account', async () => {
  const browser = await seed(3, 20, { 4: 1_000_000 });
  const stranger = await world.connectedBrowser(creators[4]!);
  const answer = await stranger.query<{ node: null }>(page, { id: browser.connectionId, filter: { outlier: ['UP'] } });
  expect(answer.node).toBeNull();
});
