import './schema';
import './generation-schema';
import { jest } from '@jest/globals';
import { encodeGlobalID } from '@pothos/plugin-relay';
import { Analyses } from '../analytics/analyses';
import { createCrealiaPubSub } from '../pubsub';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { findGenerationRun } from './generation-queries';
import { makeRecommendations } from './make-recommendations';
import { seedCreator, plantedEffects } from './test-world';

let app: TestApp;
let browser: TestBrowser & { connectionId: string };
let connectionId: string;
let rawConnectionId: string;
beforeAll(async () => {
  app = await createTestApp();
  browser = await app.connectedBrowser('newcomer');
  rawConnectionId = await giveCreatorTo(browser, 400);
  connectionId = encodeGlobalID('TikTokConnection', rawConnectionId);
});
afterAll(() => app.close());

/** A seeded account that belongs to the person of a browser. */
async function giveCreatorTo(owner: TestBrowser, videos: number): Promise<string> {
  const { viewer } = await owner.query<{ viewer: { user: { id: string } } }>('{ viewer { user { id } } }');
  const ownerId = Buffer.from(viewer.user.id, 'base64').toString().split(':').at(-1);
  const seeded = await seedCreator(app.db, { videos, plantedEffect: plantedEffects });
  app.db.sqlite.prepare('UPDATE TikTokConnection SET ownerId = ? WHERE id = ?').run(ownerId, seeded.connectionId);
  app.db.sqlite.prepare(`UPDATE User SET timeZone = 'UTC' WHERE id = ?`).run(ownerId);
  return seeded.connectionId;
}

async function start(asking: TestBrowser, id: string, types?: string[]) {
  const data = await asking.query<{
    generateRecommendations: {
      __typename: string;
      message?: string;
      generationRun?: { id: string; status: string; progress: number };
    };
  }>(
    `mutation ($input: GenerateRecommendationsInput!) {
      generateRecommendations(input: $input) {
        __typename ... on GenerateRecommendationsSuccess { generationRun { id status progress } } ... on Error { message }
      }
    }`,
    { input: { connectionId: id, types } },
  );
  return data.generateRecommendations;
}

async function carryOut(globalId: string): Promise<void> {
  const id = Buffer.from(globalId, 'base64').toString().split(':').at(-1)!;
  const deps = {
    db: app.db,
    clock: app.clock,
    pubsub: createCrealiaPubSub(),
    analyses: new Analyses(app.db, app.clock),
    languageModel: null,
    systemNow: () => new Date(),
  };
  await makeRecommendations(id, deps, { signal: new AbortController().signal, isLastAttempt: true });
  expect(findGenerationRun(app.db, id)?.status).toBe('SUCCEEDED');
}

interface Listed {
  id: string;
  type: string;
  isRead: boolean;
  content: { __typename: string };
  evidence: {
    n: number;
    effect: number;
    low: number;
    high: number;
    statement: string;
    document: string;
    variables: Record<string, unknown>;
    supportingVideos: { id: string }[];
  };
}

const listed = `nodes {
  id type title description confidence source locale isRead isApplied isDismissed createdAt connection { id }
  content { __typename ... on PostingTime { weekday hourFrom hourUntil timeZone } ... on ContentIdea { angle hook steps } ... on Script { beats durationSeconds } }
  evidence {
    metric n effect low high intervalLevel arms { label n } statement methodVersion document variables period { from until timeZone }
    supportingVideos { id viewCount } contradictingVideos { id }
  }
} totalCount pageInfo { hasNextPage endCursor }`;

async function list(filter: Record<string, unknown> = {}, page = '') {
  const data = await browser.query<{
    node: { recommendations: { nodes: Listed[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } } };
  }>(
    `query ($id: ID!, $filter: RecommendationFilter) {
      node(id: $id) { ... on TikTokConnection { recommendations(${page || 'first: 20'}, filter: $filter) { ${listed} } } }
    }`,
    { id: connectionId, filter },
  );
  return data.node.recommendations;
}

it('makes recommendations: starts a run, follows it, lists them with their evidence', async () => {
  const started = await start(browser, connectionId);
  expect(started).toMatchObject({
    __typename: 'GenerateRecommendationsSuccess',
    generationRun: { status: 'QUEUED', progress: 0 },
  });
  await carryOut(started.generationRun!.id);
  const { node } = await browser.query<{ node: Record<string, unknown> }>(
    `query ($id: ID!) {
      node(id: $id) { ... on TikTokConnection { latestGeneration {
        id status types progress model inputTokens outcome fallbackReason missing { type reason have needed } recommendations { id } error { code } startedAt finishedAt
      } } }
    }`,
    { id: connectionId },
  );
  expect(node.latestGeneration).toMatchObject({
    id: started.generationRun!.id,
    status: 'SUCCEEDED',
    progress: 1,
    model: null,
    outcome: 'STATISTICS_ONLY',
    fallbackReason: null,
    error: null,
    missing: [],
  });
  const { nodes, totalCount } = await list();
  expect(nodes).toHaveLength(totalCount);
  expect(new Set(nodes.map(({ type }) => type))).toEqual(new Set(['CONTENT_IDEA', 'SCRIPT', 'HASHTAGS', 'TIMING', 'FORMAT']));
  const timing = nodes.find(({ type }) => type === 'TIMING')!;
  expect(timing.content).toEqual({ __typename: 'PostingTime', weekday: null, hourFrom: 16, hourUntil: 20, timeZone: 'UTC' });
  expect(timing.evidence.supportingVideos.length).toBeGreaterThan(5);
});

it('gives a document with every recommendation that validates and gives its number again', async () => {
  const { nodes } = await list();
  expect(nodes.length).toBeGreaterThan(2);
  for (const { evidence } of nodes) {
    const { low, high, effect, n, document, variables } = evidence;
    const data = await browser.query<{ node: { analytics: { choiceEffect: Record<string, unknown> } } }>(document, variables);
    expect(data.node.analytics.choiceEffect).toMatchObject({ n, estimate: effect, low, high, verdict: 'HIGHER' });
  }
});

it('marks as read, applied and dismissed, and filters by it', async () => {
  const [one, other, third] = (await list()).nodes;
  const mark = async (name: string, recommendationId: string) => {
    const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const success = `${input.slice(0, -'Input'.length)}Success`;
    const data = await browser.query<
      Record<string, { __typename: string; message?: string; recommendation?: Record<string, unknown> }>
    >(
      `mutation ($input: ${input}!) { ${name}(input: $input) {
        __typename ... on ${success} { recommendation { id isRead readAt isApplied appliedAt isDismissed dismissedAt } } ... on Error { message }
      } }`,
      { input: { recommendationId } },
    );
    return data[name]!;
  };
  expect((await mark('markRecommendationRead', one!.id)).recommendation).toMatchObject({
    isRead: true,
    isApplied: false,
    isDismissed: false,
  });
  expect((await mark('applyRecommendation', other!.id)).recommendation).toMatchObject({
    isRead: true,
    isApplied: true,
    appliedAt: expect.any(String),
  });
  expect((await mark('dismissRecommendation', third!.id)).recommendation).toMatchObject({
    isDismissed: true,
    dismissedAt: expect.any(String),
  });
  expect((await list({ isRead: true })).totalCount).toBe(3);
  expect((await list({ state: 'APPLIED' })).nodes.map(({ id }) => id)).toEqual([other!.id]);
  expect((await list({ state: 'DISMISSED' })).nodes.map(({ id }) => id)).toEqual([third!.id]);
  expect((await list({ types: ['TIMING'] })).nodes.map(({ type }) => type)).toEqual(['TIMING']);
  const nowhere = encodeGlobalID('Recommendation', '0190a000-0000-7000-8000-000000000000');
  for (const name of ['markRecommendationRead', 'applyRecommendation', 'dismissRecommendation']) {
    expect(await mark(name, nowhere)).toMatchObject({
      __typename: 'NotFoundError',
      message: expect.stringMatching(/recommendation/),
    });
  }
});

it('walks the list by cursor in both directions, each recommendation once', async () => {
  const all = (await list()).nodes.map(({ id }) => id);
  const forwards: string[] = [];
  let after: string | null = null;
  do {
    const page = await list({}, `first: 1${after ? `, after: "${after}"` : ''}`);
    forwards.push(...page.nodes.map(({ id }) => id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(forwards).toEqual(all);
  expect((await list({}, 'last: 2')).nodes.map(({ id }) => id)).toEqual(all.slice(-2));
  const { viewer } = await browser.query<{ viewer: { recommendations: { nodes: { id: string }[]; totalCount: number } } }>(
    '{ viewer { recommendations(first: 100) { nodes { id } totalCount } } }',
  );
  expect(viewer.recommendations.nodes.map(({ id }) => id)).toEqual(all);
  expect(viewer.recommendations.totalCount).toBe(all.length);
});

it('refuses an account from which nothing was read, and one that is not yours, with words', async () => {
  expect(await start(browser, browser.connectionId)).toMatchObject({
    __typename: 'NothingSyncedError',
    message: expect.stringMatching(/first sync/),
  });
  const stranger = await app.connectedBrowser('small');
  expect(await start(stranger, connectionId)).toMatchObject({ __typename: 'NotFoundError' });
  const [{ id }] = (await list()).nodes as [Listed];
  const run = await browser.query<{ node: { latestGeneration: { id: string } } }>(
    `query ($id: ID!) { node(id: $id) { ... on TikTokConnection { latestGeneration { id } } } }`,
    { id: connectionId },
  );
  const seen = await stranger.query<{ nodes: unknown[] }>('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: [id, run.node.latestGeneration.id],
  });
  expect(seen.nodes).toEqual([null, null]);
});

it('asks strangers to sign in', async () => {
  const body = await app
    .browser()
    .post('mutation ($input: GenerateRecommendationsInput!) { generateRecommendations(input: $input) { __typename } }', {
      input: { connectionId },
    });
  expect(body.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});

it('tells who follows a run over server-sent events that it has ended, and ends', async () => {
  const started = await start(browser, connectionId, ['TIMING']);
  await carryOut(started.generationRun!.id);
  const query = 'subscription ($id: ID!) { recommendationProgress(runId: $id) { status progress } }';
  const { text } = await browser.agent
    .post('/graphql')
    .set('x-graphql-yoga-csrf', '1')
    .set('accept', 'text/event-stream')
    .send({ query, variables: { id: started.generationRun!.id } });
  expect(text).toContain('"status":"SUCCEEDED","progress":1');
  expect(text).toContain('event: complete');
});

it('sends as many statements for one recommendation as for all', async () => {
  const prototype = Object.getPrototypeOf(app.db.sqlite.prepare('SELECT 1')) as { all: () => unknown; get: () => unknown };
  const spies = [jest.spyOn(prototype, 'all'), jest.spyOn(prototype, 'get')];
  const count = async (first: number) => {
    let sent = 0;
    const stop = app.db.onQuery(() => (sent += 1));
    for (const spy of spies) spy.mockClear();
    const { nodes } = await list({}, `first: ${first}`);
    stop();
    return { rows: nodes.length, statements: sent + spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0) };
  };
  await list();
  const [one, all] = [await count(1), await count(20)];
  for (const spy of spies) spy.mockRestore();
  expect(one.rows).toBe(1);
  expect(all.rows).toBeGreaterThan(2);
  expect(one.statements).toBeGreaterThan(2);
  expect(all.statements).toBe(one.statements);
});
