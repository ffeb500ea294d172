import { decodeGlobalID } from '@pothos/plugin-relay';
import { v7 as uuidv7 } from 'uuid';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { DAY } from './analyzed-video.test-data';
import { seededRandom } from './seeded-random';
import { simulateCreator } from './simulated-creator';
import { storeVideos } from './stored-videos.test-data';

const effect = 'n estimate low high liftRate verdict';
const report = `n intervalLevel minimumN verdict methodVersion effects { key together probability ${effect} }`;
const change = 'current previous change changeRate status previousStatus';
const analytics = `query ($id: ID!, $period: AnalyticsPeriod) {
  node(id: $id) { ... on TikTokConnection { analytics(period: $period) {
    period { from until timeZone } previousPeriod { from until timeZone } asOf videoCount
    summary {
      viewsGained { ${change} } likesGained { ${change} } commentsGained { ${change} } sharesGained { ${change} } followersGained { ${change} }
      videosPublished { ${change} } engagementRateByViews { ${change} } engagementRateByFollowers { ${change} } engagementRateByReach { ${change} }
    }
    views: series(metric: VIEWS_GAINED) { date value } followers: series(metric: FOLLOWERS) { date value }
    baseline { typicalViews scatter n }
    topVideos { id baseline { residual } } bottomVideos(first: 2) { id baseline { residual } }
    postingTimes { n timeZone intervalLevel minimumN verdict methodVersion cells { weekday hour ${effect} } blocks { hourFrom hourUntil ${effect} } }
    hashtags(first: 3) { ${report} } durations { ${report} } formats { ${report} }
  } } }
}`;
const videosPage = `query ($id: ID!) { node(id: $id) { ... on TikTokConnection { videos(first: 20) { nodes {
  id viewCount engagement { engagementRateByViews engagementRateByFollowers engagementRateByReach }
  baseline { ageHours expectedViews residual ratio percentile n } growth { status points { views } momentum { momentum } }
} } } } }`;

interface Answer {
  node: {
    analytics: {
      period: { from: string; until: string; timeZone: string };
      asOf: string | null;
      videoCount: number;
      summary: Record<string, { current: number | null; status: string }>;
      views: { date: string; value: number | null }[];
      baseline: { n: number } | null;
      topVideos: { id: string; baseline: { residual: number } }[];
      bottomVideos: { id: string; baseline: { residual: number } }[];
      postingTimes: { n: number; timeZone: string; verdict: string; cells: unknown[]; blocks: unknown[] };
      hashtags: { verdict: string; effects: { key: string; n: number; verdict: string }[] };
    };
  } | null;
}
type Page = {
  node: {
    videos: {
      nodes: {
        viewCount: number;
        engagement: Record<string, number | null>;
        baseline: { ratio: number; expectedViews: number } | null;
      }[];
    };
  };
};

let world: TestApp;
let creators: string[];
beforeAll(async () => {
  world = await createTestApp();
  const state = (await (await fetch(`${world.sandbox.url}/_sandbox/state`)).json()) as { creators: { username: string }[] };
  creators = state.creators.map(({ username }) => username);
});
afterAll(() => world.close());

/** A signed-in person whose account has these videos. */
async function seed(creator: number, videos: number, plantedEffect?: (hashtags: readonly string[]) => number) {
  const browser = await world.connectedBrowser(creators[creator]!);
  const connectionId = decodeGlobalID(browser.connectionId).id;
  const until = world.clock.now().getTime();
  const made = simulateCreator({
    videos,
    random: seededRandom(3),
    until,
    plantedEffect: plantedEffect && ((video) => plantedEffect(video.hashtags)),
  });
  storeVideos(
    world.db,
    connectionId,
    made.map((video) => ({ ...video, id: uuidv7() })),
  );
  return browser;
}
const ask = async (browser: TestBrowser, id: string, period?: string) =>
  (await browser.query<Answer>(analytics, { id, period })).node!.analytics;

it('answers everything about a creator from the first sync on', async () => {
  const browser = await seed(0, 200, (hashtags) => (hashtags.includes('tag3') ? 1.5 : 0));
  const answer = await ask(browser, browser.connectionId, 'LAST_90_DAYS');
  expect(new Date(answer.asOf!).getTime()).toBeLessThanOrEqual(world.clock.now().getTime());
  expect(new Date(answer.period.until).getTime()).toBeGreaterThan(new Date(answer.asOf!).getTime());
  expect(answer.videoCount).toBe(200);
  expect(answer.views).toHaveLength(90);
  expect(answer.summary.viewsGained).toMatchObject({ current: null, status: 'NOT_YET' });
  expect(answer.summary.engagementRateByReach).toMatchObject({ current: null, status: 'NOT_IN_API' });
  expect(answer.summary.engagementRateByViews!.current!).toBeCloseTo(0.0355, 3);
  expect(answer.baseline!.n).toBe(200);
  expect(answer.topVideos).toHaveLength(5);
  expect(answer.topVideos[0]!.baseline.residual).toBeGreaterThanOrEqual(answer.topVideos[1]!.baseline.residual);
  expect(answer.bottomVideos).toHaveLength(2);
  expect(answer.bottomVideos[0]!.baseline.residual).toBeLessThan(0);
  expect(answer.postingTimes.cells).toHaveLength(168);
  expect(answer.postingTimes.blocks).toHaveLength(11);
  expect(answer.hashtags).toMatchObject({
    verdict: 'HIGHER',
    effects: [{ key: 'tag3', verdict: 'HIGHER' }, { key: 'tag0' }, {}],
  });
});

it('takes 28 days in the person’s own time zone when nothing else is said', async () => {
  const browser = await seed(1, 30);
  await browser.query(`mutation { updateSettings(input: { timeZone: "Asia/Kolkata" }) { __typename } }`);
  const answer = await ask(browser, browser.connectionId);
  expect(answer.period.timeZone).toBe('Asia/Kolkata');
  expect(answer.postingTimes.timeZone).toBe('Asia/Kolkata');
  expect(new Date(answer.period.until).getTime() - new Date(answer.period.from).getTime()).toBe(28 * DAY);
  expect(answer.period.from).toMatch(/T18:30:00/);
});

it('compares each video of a page with the creator’s level', async () => {
  const browser = await seed(2, 60);
  const { node } = await browser.query<Page>(videosPage, { id: browser.connectionId });
  expect(node.videos.nodes).toHaveLength(20);
  for (const { viewCount, engagement, baseline } of node.videos.nodes) {
    expect(baseline!.ratio).toBeCloseTo(viewCount / baseline!.expectedViews, 9);
    expect(engagement.engagementRateByViews).not.toBeNull();
    expect(engagement.engagementRateByReach).toBeNull();
  }
});

it('answers honestly about a creator without a reading', async () => {
  const browser = await world.connectedBrowser(creators[3]!);
  const answer = await ask(browser, browser.connectionId);
  expect(answer).toMatchObject({ asOf: null, videoCount: 0, baseline: null, topVideos: [], bottomVideos: [] });
  expect(answer.postingTimes.verdict).toBe('BELOW_THRESHOLD');
  expect(answer.summary.videosPublished).toMatchObject({ current: null, status: 'NOT_YET' });
});

it('does not show one person what belongs to another', async () => {
  const browser = await seed(4, 5);
  const stranger = await world.connectedBrowser(creators[5]!);
  expect((await stranger.query<Answer>(analytics, { id: browser.connectionId })).node).toBeNull();
});

it('defines every metric once, and every rate has a denominator', async () => {
  const browser = await world.connectedBrowser(creators[6]!);
  const { metricDefinitions } = await browser.query<{
    metricDefinitions: { key: string; unit: string; denominator: string | null; formula: string }[];
  }>('{ metricDefinitions { key name formula unit denominator source description } }');
  const keys = metricDefinitions.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toEqual(expect.arrayContaining(['engagementRateByViews', 'viewsGained', 'residual', 'estimate', 'liftRate']));
  for (const { unit, denominator } of metricDefinitions) expect(denominator === null).toBe(unit !== 'fraction');
});

it('asks the database as often for a page of 20 among 25 videos as among 400, and reads the analysis once', async () => {
  const statements = async (creator: number, videos: number) => {
    const browser = await seed(creator, videos);
    await browser.query(videosPage, { id: browser.connectionId });
    let count = 0;
    const stop = world.db.onQuery(() => (count += 1));
    const prepared = countPrepared();
    await browser.query(videosPage, { id: browser.connectionId });
    stop();
    return { prisma: count, raw: prepared.stop() };
  };
  const few = await statements(7, 25);
  expect(await statements(0, 400)).toEqual(few);
  expect(few.raw).toBeLessThan(20);
});

/** Counts statements compiled on the raw connection from now on. */
function countPrepared() {
  const { sqlite } = world.db;
  const original = sqlite.prepare.bind(sqlite);
  let count = 0;
  sqlite.prepare = ((sql: string) => {
    count += 1;
    return original(sql);
  }) as typeof sqlite.prepare;
  return {
    stop: () => {
      sqlite.prepare = original;
      return count;
    },
  };
}

it('keeps to the bounds of a list', async () => {
  const browser = await world.connectedBrowser(creators[0]!);
  const bounded =
    'query ($id: ID!) { node(id: $id) { ... on TikTokConnection { analytics { topVideos(first: -1) { id } hashtags(first: 0) { effects { key } } } } } }';
  const { node } = await browser.query<{ node: { analytics: unknown } }>(bounded, { id: browser.connectionId });
  expect(node.analytics).toEqual({ topVideos: [], hashtags: { effects: [] } });
});
