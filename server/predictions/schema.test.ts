import { jest } from '@jest/globals';
import { encodeGlobalID } from '@pothos/plugin-relay';
import { v7 as uuidv7 } from 'uuid';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import type { Criterion } from '../analytics/criterion';
import { registerPrediction } from './register-prediction';
import { scorePredictions } from './score-predictions';
import { HOUR_MS } from './test-world';

const allDay: Criterion = { kind: 'HOURS', weekday: null, hourFrom: 0, hourUntil: 24, timeZone: 'UTC' };

const content = { type: 'TIMING', weekday: null, hourFrom: 0, hourUntil: 24, timeZone: 'UTC' };
const evidence = {
  subject: 'every-day:0-24',
  metric: 'estimate',
  effect: 0.5,
  low: 0.2,
  high: 0.8,
  intervalLevel: 0.9,
  n: 40,
  arms: [],
  supportingVideoIds: [],
  contradictingVideoIds: [],
  period: { from: '2026-01-01T00:00:00Z', until: '2026-11-01T00:00:00Z', timeZone: 'UTC' },
  methodVersion: 'choice-effects/1',
  statement: '',
  document: '',
  variables: {},
};

let app: TestApp;
let browser: TestBrowser & { connectionId: string };
let stranger: TestBrowser & { connectionId: string };
let connectionId: string;
beforeAll(async () => {
  app = await createTestApp();
  browser = await app.connectedBrowser('newcomer');
  stranger = await app.connectedBrowser('small');
  connectionId = rawId(browser.connectionId);
});
afterAll(() => app.close());

function rawId(globalId: string): string {
  return Buffer.from(globalId, 'base64').toString().split(':').at(-1)!;
}

/** A recommendation that was applied just now. @returns its global id */
function applied(criterion: Criterion | null = allDay, ofConnection = connectionId): string {
  const [id, runId] = [uuidv7(), uuidv7()];
  const now = app.clock.now();
  app.db.sqlite
    .prepare(
      `INSERT INTO GenerationRun (id, connectionId, status, types, totalSteps, missing, createdAt) VALUES (?, ?, 'SUCCEEDED', '[]', 1, '[]', ?)`,
    )
    .run(runId, ofConnection, now.getTime());
  app.db.sqlite
    .prepare(
      `INSERT INTO Recommendation (id, connectionId, generationRunId, type, title, description, content, confidence, source, evidence, locale, createdAt)
       VALUES (@id, @ofConnection, @runId, 'TIMING', 'Postez le matin', '', @content, 0.9, 'STATISTICS', @evidence, 'FR', @now)`,
    )
    .run({ id, ofConnection, runId, content: JSON.stringify(content), evidence: JSON.stringify(evidence), now: now.getTime() });
  registerPrediction(
    {
      connectionId: ofConnection,
      recommendationId: id,
      type: 'TIMING',
      criterion,
      effect: 0.5,
      effectLow: 0.2,
      effectHigh: 0.8,
      intervalLevel: 0.9,
      n: 40,
    },
    { typicalViews: 1_000, scatter: 1, n: 200 },
    { db: app.db, now },
  );
  return id;
}

/** A video that was published so many hours ago, read at 160 and 175 hours. @returns its global id */
function addVideo(hoursAgo: number, views = 1_000, ofConnection = connectionId): string {
  const id = uuidv7();
  const publishedAt = app.clock.now().getTime() - hoursAgo * HOUR_MS;
  app.db.sqlite
    .prepare(
      `INSERT INTO Video (id, connectionId, tiktokVideoId, durationSeconds, publishedAt, availability, firstSeenAt, lastObservedAt, nextReadingAt)
       VALUES (@id, @ofConnection, @id, 20, @publishedAt, 'AVAILABLE', @publishedAt, @publishedAt, @publishedAt)`,
    )
    .run({ id, ofConnection, publishedAt });
  const read = app.db.sqlite.prepare('INSERT INTO VideoSnapshot (videoId, observedAt, viewCount) VALUES (?, ?, ?)');
  for (const age of [160, 175]) read.run(id, publishedAt + age * HOUR_MS, views);
  return encodeGlobalID('Video', id);
}

const predictionOf = (recommendationId: string) =>
  app.db.sqlite.prepare('SELECT id FROM Prediction WHERE recommendationId = ?').pluck().get(recommendationId) as string;
const globalOf = (recommendationId: string) => encodeGlobalID('Prediction', predictionOf(recommendationId));

interface Answer {
  __typename: string;
  message?: string;
  prediction?: Record<string, unknown>;
}

async function link(predictionId: string, videoId: string, asking: TestBrowser = browser): Promise<Answer> {
  const data = await asking.query<{ linkPredictionVideo: Answer }>(
    `mutation ($input: LinkPredictionVideoInput!) { linkPredictionVideo(input: $input) {
      __typename ... on LinkPredictionVideoSuccess { prediction { id status linkedBy video { id } } } ... on Error { message }
    } }`,
    { input: { predictionId, videoId } },
  );
  return data.linkPredictionVideo;
}

async function unlink(predictionId: string, asking: TestBrowser = browser): Promise<Answer> {
  const data = await asking.query<{ unlinkPredictionVideo: Answer }>(
    `mutation ($input: UnlinkPredictionVideoInput!) { unlinkPredictionVideo(input: $input) {
      __typename ... on UnlinkPredictionVideoSuccess { prediction { id status linkedBy video { id } } } ... on Error { message }
    } }`,
    { input: { predictionId } },
  );
  return data.unlinkPredictionVideo;
}

const parts = `id type status effect effectLow effectHigh intervalLevel n typicalViews scatter levelVideos methodVersion registeredAt expiresAt cancelledAt
  linkedAt linkedBy verdict undecidedReason settledAt connection { id } recommendation { id }
  criterion { __typename ... on HoursCriterion { onWeekday hourFrom hourUntil timeZone } }
  video { id } candidateVideos { id }
  horizons { ageHours baselineViews expectedViews lowViews highViews probability measuredViews isInsideInterval verdict undecidedReason judgedAt }`;

interface Listed {
  nodes: (Record<string, unknown> & { id: string })[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

async function list(page = 'first: 20', filter = {}): Promise<Listed> {
  const data = await browser.query<{ node: { predictions: Listed } }>(
    `query ($id: ID!, $filter: PredictionFilter) { node(id: $id) { ... on TikTokConnection {
      predictions(${page}, filter: $filter) { totalCount pageInfo { hasNextPage endCursor } nodes { ${parts} } }
    } } }`,
    { id: browser.connectionId, filter },
  );
  return data.node.predictions;
}

it('shows what was registered, by the connection and by its id, and to nobody else', async () => {
  const recommendationId = applied();
  const { nodes, totalCount } = await list();
  expect(totalCount).toBe(1);
  expect(nodes[0]).toMatchObject({
    id: globalOf(recommendationId),
    type: 'TIMING',
    status: 'WAITING',
    effect: 0.5,
    n: 40,
    typicalViews: expect.closeTo(1_000, 6),
    levelVideos: 200,
    criterion: { __typename: 'HoursCriterion', onWeekday: null, hourFrom: 0, hourUntil: 24, timeZone: 'UTC' },
    recommendation: { id: encodeGlobalID('Recommendation', recommendationId) },
    connection: { id: browser.connectionId },
    video: null,
    candidateVideos: [],
    verdict: null,
  });
  expect(nodes[0]!.horizons).toMatchObject([
    { ageHours: 24, baselineViews: expect.closeTo(470, 0), measuredViews: null, isInsideInterval: null },
    { ageHours: 48, verdict: null },
    { ageHours: 168, expectedViews: expect.closeTo(1_649, 0) },
  ]);
  const query = 'query ($id: ID!) { node(id: $id) { id } }';
  expect((await browser.query<{ node: unknown }>(query, { id: nodes[0]!.id })).node).not.toBeNull();
  expect((await stranger.query<{ node: unknown }>(query, { id: nodes[0]!.id })).node).toBeNull();
});

it('lets the creator name a young video, once, and take it back, and refuses the rest with a sentence', async () => {
  const old = addVideo(-1);
  const prediction = globalOf(applied(null));
  await app.clock.advance(2 * 3_600);
  const young = addVideo(1);
  expect((await list()).nodes[0]).toMatchObject({ id: prediction, candidateVideos: [{ id: young }, { id: old }] });
  expect(await link(prediction, young)).toMatchObject({
    __typename: 'LinkPredictionVideoSuccess',
    prediction: { status: 'MEASURING', linkedBy: 'CREATOR', video: { id: young } },
  });
  expect(await unlink(prediction)).toMatchObject({
    __typename: 'UnlinkPredictionVideoSuccess',
    prediction: { status: 'WAITING', linkedBy: null, video: null },
  });
  const before = addVideo(100);
  expect(await link(prediction, before)).toMatchObject({
    __typename: 'VideoCannotFollowError',
    message: expect.stringMatching(/Choose one that came after/),
  });
  const strangers = addVideo(1, 1_000, rawId(stranger.connectionId));
  expect(await link(prediction, strangers)).toMatchObject({ __typename: 'NotFoundError' });
  expect(await link(prediction, young, stranger)).toMatchObject({ __typename: 'NotFoundError' });
  expect(await unlink(prediction, stranger)).toMatchObject({ __typename: 'NotFoundError' });
  await link(prediction, young);
  await app.clock.advance(24 * 3_600);
  expect(await unlink(prediction)).toMatchObject({
    __typename: 'PredictionClosedError',
    message: expect.stringMatching(/stays/),
  });
  expect(await link(prediction, addVideo(1))).toMatchObject({ __typename: 'PredictionClosedError' });
});

it('asks strangers to sign in', async () => {
  for (const [name, input] of [
    ['linkPredictionVideo', { predictionId: globalOf(applied()), videoId: addVideo(1) }],
    ['unlinkPredictionVideo', { predictionId: globalOf(applied()) }],
  ] as const) {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const body = await app.browser().post(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, { input });
    expect(body.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  }
});

it('judges, and keeps score without shares until ten videos are measured', async () => {
  const scoreboard = async () => {
    const tally = 'hits misses undecided measuring waiting cancelled n statedRate observedRate insideIntervalRate';
    const data = await browser.query<{
      node: { scoreboard: { overall: Record<string, number>; types: Record<string, unknown>[] } };
    }>(
      `query ($id: ID!) { node(id: $id) { ... on TikTokConnection { scoreboard {
        minimumVideos priorVideos overall { ${tally} } types { type confidenceCorrection ${tally} }
      } } } }`,
      { id: browser.connectionId },
    );
    return data.node.scoreboard;
  };
  const before = await scoreboard();
  expect(before).toMatchObject({ minimumVideos: 10, priorVideos: 20, overall: { n: 0, statedRate: null, observedRate: null } });
  for (let round = 0; round < 11; round++) {
    applied();
    await app.clock.advance(8 * 24 * 3_600);
    addVideo(7 * 24 + 12, round < 8 ? 2_000 : 100);
    scorePredictions(connectionId, app);
  }
  const after = await scoreboard();
  const [timing] = after.types;
  expect(timing).toMatchObject({ type: 'TIMING', misses: expect.any(Number), insideIntervalRate: expect.any(Number) });
  expect(after.overall.n).toBeGreaterThanOrEqual(10);
  expect(after.overall.hits! + after.overall.misses!).toBeGreaterThanOrEqual(11);
  expect(after.overall.observedRate).toBeGreaterThan(0.5);
  expect(after.overall.statedRate).toBeGreaterThan(0.6);
  const seen = (after.overall.observedRate! - after.overall.statedRate!) * after.overall.n!;
  expect(timing!.confidenceCorrection).toBeCloseTo(seen / (after.overall.n! + 20), 9);

  const hits = await list('first: 100', { verdict: 'HIT', types: ['TIMING'] });
  expect(hits.nodes.every(({ verdict, status }) => verdict === 'HIT' && status === 'SETTLED')).toBe(true);
  expect(hits.totalCount).toBe(after.overall.hits);
  expect((await list('first: 100', { types: ['SCRIPT'] })).totalCount).toBe(0);
});

it('walks the list by cursor, each prediction once, and a page costs the same for one as for many', async () => {
  const all = (await list('first: 100')).nodes.map(({ id }) => id);
  expect(all.length).toBeGreaterThan(10);
  const walked: string[] = [];
  let after: string | null = null;
  do {
    const page: Listed = await list(`first: 4${after ? `, after: "${after}"` : ''}`);
    walked.push(...page.nodes.map(({ id }) => id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(walked).toEqual(all);
  expect((await list('last: 3')).nodes.map(({ id }) => id)).toEqual(all.slice(-3));

  const prototype = Object.getPrototypeOf(app.db.sqlite.prepare('SELECT 1')) as { all: () => unknown; get: () => unknown };
  const spies = [jest.spyOn(prototype, 'all'), jest.spyOn(prototype, 'get')];
  const count = async (first: number) => {
    let sent = 0;
    const stop = app.db.onQuery(() => (sent += 1));
    for (const spy of spies) spy.mockClear();
    await list(`first: ${first}`);
    stop();
    return sent + spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  };
  await list();
  const [one, many] = [await count(1), await count(20)];
  for (const spy of spies) spy.mockRestore();
  expect(one).toBeGreaterThan(3);
  expect(many).toBe(one);
});
