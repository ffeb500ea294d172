import { decodeGlobalID } from '@pothos/plugin-relay';
import { v7 as uuidv7 } from 'uuid';
import { analyzedVideo, DAY, HOUR } from '../analytics/analyzed-video.test-data';
import { storeVideos } from '../analytics/stored-videos.test-data';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { policyVersion } from '../users/policy';

const rising = `query ($first: Int) { viewer { risingHashtags(first: $first) {
  status creatorCount minimumCreators from recentFrom until intervalLevel totalCount
  hashtags { name videoCount creatorCount ownVideoCount velocity velocityLow velocityHigh }
} } }`;
const give = 'mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { __typename } }';
const withdraw = 'mutation { withdrawConsent(input: { purpose: RESEARCH }) { __typename } }';

interface Report {
  status: string;
  creatorCount: number;
  minimumCreators: number;
  from: string;
  recentFrom: string;
  until: string;
  totalCount: number;
  hashtags: {
    name: string;
    videoCount: number;
    creatorCount: number;
    ownVideoCount: number;
    velocity: number;
    velocityLow: number;
  }[];
}
type Browser = TestBrowser & { connectionId: string };

let world: TestApp;
/** Eight people; the first reads, the others post. */
let people: Browser[];
beforeAll(async () => {
  world = await createTestApp();
  const state = (await (await fetch(`${world.sandbox.url}/_sandbox/state`)).json()) as { creators: { username: string }[] };
  people = [];
  for (const { username } of state.creators.slice(0, 8)) people.push(await world.connectedBrowser(username));
  // Ten minutes past an hour: no test runs into the next one.
  await world.clock.advance(3_600 - (world.clock.now().getTime() % HOUR) / 1_000 + 600);
});
beforeEach(async () => {
  world.db.sqlite.exec("DELETE FROM Video; DELETE FROM Consent WHERE purpose = 'RESEARCH'");
  await world.clock.advance(3_600);
});
afterAll(() => world.close());

const ask = async (browser: TestBrowser, first?: number) =>
  (await browser.query<{ viewer: { risingHashtags: Report } }>(rising, { first })).viewer.risingHashtags;
const consent = (browser: TestBrowser) => browser.query(give, { input: { purpose: 'RESEARCH', policyVersion } });

/** Videos of somebody, each so many days old, with these hashtags. */
function post(browser: Browser, videos: readonly { daysAgo: number; hashtags: string[] }[]) {
  const now = world.clock.now().getTime();
  storeVideos(
    world.db,
    decodeGlobalID(browser.connectionId).id,
    videos.map(({ daysAgo, hashtags }) =>
      analyzedVideo({ id: uuidv7(), publishedAt: now - daysAgo * DAY - 2 * HOUR, observedAt: now, hashtags }),
    ),
  );
}

/** Everybody posts every other day for six weeks; the hashtag `gravel` is new in the last fortnight. */
function postForSixWeeks(browser: Browser, own: string) {
  post(
    browser,
    Array.from({ length: 20 }, (_unused, i) => ({
      daysAgo: 2 * i,
      hashtags: ['rando', own, ...(i < 5 ? ['gravel', 'fyp'] : [])],
    })),
  );
}

it('lists what other consenting creators post more often, with n and velocity, and the reader’s own beside it', async () => {
  const [reader, ...others] = people as [Browser, ...Browser[]];
  for (const [i, other] of others.entries()) {
    postForSixWeeks(other, `own${i}`);
    await consent(other);
  }
  post(reader, [
    { daysAgo: 1, hashtags: ['gravel'] },
    { daysAgo: 20, hashtags: ['gravel'] },
  ]);
  const report = await ask(reader);
  expect(report).toMatchObject({ status: 'MEASURED', creatorCount: 7, minimumCreators: 3, totalCount: 1 });
  expect(report.hashtags).toEqual([
    {
      name: 'gravel',
      videoCount: 35,
      creatorCount: 7,
      ownVideoCount: 1,
      velocity: expect.any(Number),
      velocityLow: expect.any(Number),
      velocityHigh: expect.any(Number),
    },
  ]);
  expect(report.hashtags[0]!.velocityLow).toBeGreaterThan(0);
  const days = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / DAY;
  expect([days(report.from, report.recentFrom), days(report.recentFrom, report.until)]).toEqual([28, 14]);
  expect(await ask(reader, 0)).toMatchObject({ totalCount: 1, hashtags: [] });
});

it('takes a withdrawal into account on the next request, and a consent too', async () => {
  const [reader, ...others] = people as [Browser, ...Browser[]];
  for (const [i, other] of others.entries()) {
    postForSixWeeks(other, `own${i}`);
    await consent(other);
  }
  expect((await ask(reader)).hashtags[0]).toMatchObject({ creatorCount: 7, videoCount: 35 });
  await others[0]!.query(withdraw);
  expect(await ask(reader)).toMatchObject({ creatorCount: 6, hashtags: [{ creatorCount: 6, videoCount: 30 }] });
  await consent(others[0]!);
  expect(await ask(reader)).toMatchObject({ creatorCount: 7, hashtags: [{ creatorCount: 7, videoCount: 35 }] });
});

it('says how many creators are missing, and counts nobody who has not consented', async () => {
  const [reader, ...others] = people as [Browser, ...Browser[]];
  for (const [i, other] of others.entries()) postForSixWeeks(other, `own${i}`);
  expect(await ask(reader)).toMatchObject({ status: 'BELOW_THRESHOLD', creatorCount: 0, hashtags: [] });
  await consent(reader);
  await consent(others[0]!);
  await consent(others[1]!);
  expect(await ask(reader)).toMatchObject({ status: 'BELOW_THRESHOLD', creatorCount: 2, minimumCreators: 3, hashtags: [] });
});

it('lets nothing of a single creator through: neither ids, names, hashtags of one or two, nor videos that are gone', async () => {
  const [reader, ...others] = people as [Browser, ...Browser[]];
  for (const [i, other] of others.entries()) {
    postForSixWeeks(other, i < 2 ? 'pair' : `own${i}`);
    await consent(other);
  }
  const text = JSON.stringify(await ask(reader, 100));
  expect(text).toContain('gravel');
  for (const secret of ['pair', 'own2', 'own6']) expect(text).not.toContain(secret);
  const ids = world.db.sqlite
    .prepare<[], string>(
      'SELECT id FROM User UNION SELECT id FROM TikTokConnection UNION SELECT displayName FROM User UNION SELECT id FROM Video',
    )
    .pluck()
    .all();
  expect(ids.length).toBeGreaterThan(100);
  for (const id of ids) expect(text).not.toContain(id);

  world.db.sqlite.prepare("UPDATE Video SET availability = 'UNAVAILABLE'").run();
  await others[0]!.query(withdraw);
  expect((await ask(reader)).hashtags).toEqual([]);
});

it('is read once an hour: newer videos count with the next one', async () => {
  const [reader, ...others] = people as [Browser, ...Browser[]];
  for (const [i, other] of others.entries()) {
    postForSixWeeks(other, `own${i}`);
    await consent(other);
  }
  const before = await ask(reader);
  post(others[0]!, [{ daysAgo: 1, hashtags: ['gravel'] }]);
  expect(await ask(reader)).toEqual(before);
  await world.clock.advance(3_600);
  expect((await ask(reader)).hashtags[0]).toMatchObject({ videoCount: 36 });
});

it('is for people who are signed in', async () => {
  const { viewer } = await world.browser().query<{ viewer: null }>(rising);
  expect(viewer).toBeNull();
});
