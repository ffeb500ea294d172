import { jest } from '@jest/globals';
import { encodeGlobalID } from '@pothos/plugin-relay';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';

let app: TestApp;
let browser: TestBrowser & { connectionId: string };
beforeAll(async () => {
  app = await createTestApp();
  app.app.jobs.start();
  browser = await app.connectedBrowser('planted-hours');
  await synced();
}, 60_000);
afterAll(() => app.close());

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 2000 && !(await condition()); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await condition()).toBe(true);
}
const count = (sql: string) => Number(app.db.sqlite.prepare(sql).pluck().get());
const runs = () => count(`SELECT count(*) FROM SyncRun WHERE status = 'SUCCEEDED'`);
const synced = () => until(() => runs() > 0);

const plan = { kind: 'HOURS', labelA: '18 h', labelB: '21 h', videosPerArm: 6, horizonHours: 48 };

const experimentFields = `
  id kind videosPerArm plannedVideoCount horizonHours alpha usualViews scatter isScatterOwn detectableDifference status startedAt endedAt
  whyNoResult methodVersion seed nextMeasurementAt readableAt connection { id }
  arms { side label tossCount growingCount measuredCount missingCount notFollowedCount }
  currentToss { id position side state tossedAt block }
  exclusions { position reason excludedAt video { id } }
  result { verdict difference low high intervalLevel pValue nA nB meanA meanB arrangements isExact }
  assignments(first: 100) { totalCount nodes {
    id position side block state isFollowed isLinkedByCreator changeableUntil measurableAt views residual video { id publishedAt }
  } }`;

interface Toss {
  id: string;
  position: number;
  side: 'A' | 'B';
  block: number | null;
  state: string;
  isFollowed: boolean | null;
  changeableUntil: string | null;
  views: number | null;
  residual: number | null;
  video: { id: string; publishedAt: string } | null;
}

interface Seen {
  id: string;
  status: string;
  whyNoResult: string | null;
  usualViews: number | null;
  arms: {
    side: string;
    label: string;
    tossCount: number;
    measuredCount: number;
    missingCount: number;
    notFollowedCount: number;
  }[];
  currentToss: Toss | null;
  exclusions: { position: number; reason: string; video: { id: string } }[];
  result: { verdict: string; difference: number; low: number; high: number; pValue: number; nA: number; nB: number } | null;
  readableAt: string | null;
  assignments: { totalCount: number; nodes: Toss[] };
}

interface Outcome {
  __typename: string;
  message?: string;
  field?: string;
  experiment?: Seen;
}

async function mutate(who: TestBrowser, name: string, input: Record<string, unknown>): Promise<Outcome> {
  const hasInput = !['tossForNextVideo', 'stopExperiment', 'markExperimentVideo'].includes(name);
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const data = await who.query<Record<string, Outcome>>(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) {
      __typename ... on ${type}Success { experiment { ${experimentFields} } } ... on Error { message } ${hasInput ? '... on InvalidInputError { field }' : ''}
    } }`,
    { input },
  );
  return data[name]!;
}

const start = (who: TestBrowser & { connectionId: string }, change: Record<string, unknown> = {}) =>
  mutate(who, 'startExperiment', { connectionId: who.connectionId, ...plan, ...change });

async function look(id: string, who: TestBrowser = browser): Promise<Seen | null> {
  return (
    await who.query<{ node: Seen | null }>(`query ($id: ID!) { node(id: $id) { ... on Experiment { ${experimentFields} } } }`, {
      id,
    })
  ).node;
}

/** Half a day goes by in the sandbox, then TikTok is read once. */
async function passHalfADay(): Promise<void> {
  await fetch(`${app.sandbox.url}/_sandbox/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceSeconds: 43_200 }),
  });
  await app.clock.refresh();
  const before = runs();
  await browser.query('mutation ($id: ID!) { syncVideos(input: { connectionId: $id }) { __typename } }', {
    id: browser.connectionId,
  });
  await until(() => runs() > before);
}

it('says beforehand what an experiment could find', async () => {
  const { node } = await browser.query<{ node: { experimentPlanning: Record<string, unknown> } }>(
    `query ($id: ID!) { node(id: $id) { ... on TikTokConnection { experimentPlanning {
      scatter isScatterOwn videosPerWeek suggestedVideosPerArm sizes(videosPerArm: [6, 20, 5, 1000]) { videosPerArm detectableDifference weeks }
    } } } }`,
    { id: browser.connectionId },
  );
  expect(node.experimentPlanning).toMatchObject({ scatter: expect.any(Number), suggestedVideosPerArm: expect.any(Number) });
  const sizes = node.experimentPlanning.sizes as { videosPerArm: number; detectableDifference: number }[];
  expect(sizes.map(({ videosPerArm }) => videosPerArm)).toEqual([6, 20]);
  expect(sizes[0]!.detectableDifference).toBeGreaterThan(sizes[1]!.detectableDifference);
});

it('refuses what cannot be planned, a stranger’s account, and strangers', async () => {
  expect(await start(browser, { labelB: ' ' })).toMatchObject({ __typename: 'InvalidInputError', field: 'labelB' });
  expect(await start(browser, { videosPerArm: 5 })).toMatchObject({ __typename: 'InvalidInputError', field: 'videosPerArm' });
  const stranger = await app.connectedBrowser('small');
  expect(await start({ ...stranger, connectionId: browser.connectionId })).toMatchObject({ __typename: 'NotFoundError' });
  const body = await app
    .browser()
    .post('mutation ($input: StartExperimentInput!) { startExperiment(input: $input) { __typename } }', {
      input: { connectionId: browser.connectionId, ...plan },
    });
  expect(body.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});

it('carries an experiment of twelve videos through the sandbox, from the plan to what it found', async () => {
  const started = await start(browser, { labelA: '<script>alert(1)</script>', labelB: '"; DROP TABLE Experiment; --' });
  expect(started).toMatchObject({
    __typename: 'StartExperimentSuccess',
    experiment: { status: 'RUNNING', whyNoResult: 'NOT_YET', currentToss: null, result: null, alpha: 0.05 },
  });
  const { id, arms } = started.experiment!;
  expect(arms.map(({ label }) => label)).toEqual(['<script>alert(1)</script>', '"; DROP TABLE Experiment; --']);
  expect((await start(browser)).__typename).toBe('ExperimentRunningError');

  for (let position = 1; position <= 12; position++) {
    const [one, again] = [
      await mutate(browser, 'tossForNextVideo', { experimentId: id }),
      await mutate(browser, 'tossForNextVideo', { experimentId: id }),
    ];
    expect(one.experiment!.currentToss).toMatchObject({ position, state: 'WAITING_FOR_VIDEO', block: null });
    expect(again.experiment!.currentToss).toEqual(one.experiment!.currentToss);
    for (let tries = 0; tries < 60 && (await look(id))!.currentToss; tries++) await passHalfADay();
    if (position === 3) await markOneAsNotFollowed(id);
  }
  const measuring = (await look(id))!;
  if (measuring.status !== 'READ') {
    expect(measuring).toMatchObject({ status: 'MEASURING', readableAt: expect.any(String), result: null });
    expect(
      measuring.assignments.nodes.every(({ residual, views, block }) => residual === null && views === null && block === null),
    ).toBe(true);
    expect((await mutate(browser, 'tossForNextVideo', { experimentId: id })).__typename).toBe('NoTossLeftError');
  }
  for (let tries = 0; tries < 10 && (await look(id))!.status === 'MEASURING'; tries++) await passHalfADay();

  const read = (await look(id))!;
  expect(read).toMatchObject({ status: 'READ', whyNoResult: null, currentToss: null, readableAt: null });
  expect(read.arms).toMatchObject([
    { tossCount: 6, measuredCount: 6, missingCount: 0 },
    { tossCount: 6, measuredCount: 6, missingCount: 0 },
  ]);
  expect(read.arms[0]!.notFollowedCount + read.arms[1]!.notFollowedCount).toBe(1);
  expect(read.result).toMatchObject({ nA: 6, nB: 6 });
  expect(read.result!.low).toBeLessThanOrEqual(read.result!.difference);
  expect(read.result!.high).toBeGreaterThanOrEqual(read.result!.difference);
  const { nodes } = read.assignments;
  expect(nodes.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(
    nodes.every(({ views, residual, block, video }) => views !== null && residual !== null && block !== null && video !== null),
  ).toBe(true);
  expect(new Set(nodes.map(({ video }) => video!.id)).size).toBe(12);
  for (const { views, residual } of nodes) expect(Math.exp(residual!)).toBeCloseTo(views! / read.usualViews!, 0);
  expect((await mutate(browser, 'stopExperiment', { experimentId: id })).__typename).toBe('ExperimentEndedError');
}, 300_000);

async function markOneAsNotFollowed(id: string): Promise<void> {
  const toss = (await look(id))!.assignments.nodes.at(-1)!;
  const marked = await mutate(browser, 'markExperimentVideo', { assignmentId: toss.id, isFollowed: false });
  expect(marked.experiment!.assignments.nodes.at(-1)).toMatchObject({ isFollowed: false, side: toss.side });
}

it('stops early without reading, and takes the stop back for nobody', async () => {
  const { experiment } = await start(browser, { labelA: 'with music', labelB: 'without', kind: 'OTHER' });
  const { id } = experiment!;
  const tossed = await mutate(browser, 'tossForNextVideo', { experimentId: id });
  const assignmentId = tossed.experiment!.currentToss!.id;
  const videoId = encodeGlobalID('Video', 'nowhere');
  expect(await mutate(browser, 'linkExperimentVideo', { assignmentId, videoId })).toMatchObject({ __typename: 'NotFoundError' });
  const stopped = await mutate(browser, 'stopExperiment', { experimentId: id });
  expect(stopped.experiment).toMatchObject({ status: 'NOT_ENOUGH_VIDEOS', whyNoResult: 'STOPPED_EARLY', result: null });
  expect((await mutate(browser, 'stopExperiment', { experimentId: id })).experiment!.status).toBe('NOT_ENOUGH_VIDEOS');
  for (const [name, input] of [
    ['tossForNextVideo', { experimentId: id }],
    ['markExperimentVideo', { assignmentId, isFollowed: true }],
    ['excludeExperimentVideo', { assignmentId, reason: 'why' }],
    ['linkExperimentVideo', { assignmentId, videoId }],
  ] as const) {
    expect((await mutate(browser, name, input)).__typename).toBe('ExperimentEndedError');
  }
});

it('shows an experiment and its tosses to their owner alone', async () => {
  const { nodes } = await list('first: 10');
  const stranger = await app.connectedBrowser('small');
  const ids = [nodes[0]!.id, (await look(nodes[1]!.id))!.assignments.nodes[0]!.id];
  const seen = async (who: TestBrowser) =>
    (await who.query<{ nodes: unknown[] }>('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).nodes;
  expect(await seen(browser)).toEqual(ids.map((id) => ({ id })));
  expect(await seen(stranger)).toEqual([null, null]);
  for (const name of ['tossForNextVideo', 'stopExperiment']) {
    expect((await mutate(stranger, name, { experimentId: nodes[0]!.id })).__typename).toBe('NotFoundError');
  }
});

async function list(page: string) {
  const data = await browser.query<{
    node: { experiments: { nodes: { id: string }[]; totalCount: number; pageInfo: { endCursor: string } } };
  }>(
    `query ($id: ID!) { node(id: $id) { ... on TikTokConnection { experiments(${page}) {
      totalCount pageInfo { endCursor hasNextPage }
      nodes { id status arms { label measuredCount } exclusions { reason video { id } } currentToss { side } assignments(first: 20) { nodes { position video { title } } } }
    } } } }`,
    { id: browser.connectionId },
  );
  return data.node.experiments;
}

it('walks the list by cursor, the latest first', async () => {
  const all = await list('first: 10');
  expect(all.totalCount).toBe(2);
  const one = await list('first: 1');
  const next = await list(`first: 1, after: "${one.pageInfo.endCursor}"`);
  expect([...one.nodes, ...next.nodes].map(({ id }) => id)).toEqual(all.nodes.map(({ id }) => id));
});

it('sends as many statements for one experiment as for all', async () => {
  // Background work asks the database, too.
  await app.app.jobs.stop();
  const prototype = Object.getPrototypeOf(app.db.sqlite.prepare('SELECT 1')) as { all: () => unknown; get: () => unknown };
  const spies = [jest.spyOn(prototype, 'all'), jest.spyOn(prototype, 'get')];
  const statements = async (page: string) => {
    let sent = 0;
    const stop = app.db.onQuery(() => (sent += 1));
    for (const spy of spies) spy.mockClear();
    const { nodes } = await list(page);
    stop();
    return { rows: nodes.length, statements: sent + spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0) };
  };
  await list('first: 2');
  // The older one has videos and a result.
  const [one, all] = [await statements('last: 1'), await statements('last: 2')];
  for (const spy of spies) spy.mockRestore();
  expect([one.rows, all.rows]).toEqual([1, 2]);
  expect(one.statements).toBeGreaterThan(3);
  expect(all.statements).toBe(one.statements);
});
