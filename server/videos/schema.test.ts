import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { createSyncWorld } from './test-world';

type Node = Record<string, unknown>;
interface Page {
  totalCount: number;
  nodes: Node[];
  edges: { cursor: string; node: Node }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

let test: TestApp;
let small: TestBrowser & { connectionId: string };
let stranger: TestBrowser & { connectionId: string };

beforeAll(async () => {
  test = await createTestApp();
  small = await test.connectedBrowser('small');
  stranger = await test.connectedBrowser('few');
  test.app.jobs.start();
  await waitForSync(small);
  await waitForSync(stranger);
}, 60_000);
afterAll(() => test.close());

async function waitForSync({ query, connectionId }: TestBrowser & { connectionId: string }): Promise<Node> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { node } = await query<{ node: { latestSync: Node } }>(
      'query ($id: ID!) { node(id: $id) { ... on TikTokConnection { latestSync { id status progress phase trigger listedCount newVideoCount readingCount unavailableCount expectedCount error { code message } createdAt startedAt finishedAt connection { id } } } } }',
      { id: connectionId },
    );
    if (node.latestSync.status === 'SUCCEEDED' || node.latestSync.status === 'FAILED') return node.latestSync;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The sync does not end.');
}

const videosDocument = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $orderBy: VideoOrder, $filter: VideoFilter) {
  node(id: $id) { ... on TikTokConnection {
    videos(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: $filter) {
      totalCount
      edges { cursor node { id } }
      nodes {
        id tiktokVideoId title description hashtags musicName durationSeconds isAiGenerated publishedAt shareUrl embedUrl coverUrl coverExpiresAt
        viewCount likeCount commentCount shareCount bookmarkCount availability unavailableSince firstSeenAt lastObservedAt
        connection { id displayName }
        measurements { field status }
        snapshots(first: 2) { totalCount nodes { observedAt ageHours viewCount likeCount commentCount shareCount bookmarkCount } }
      }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  } }
}`;

async function listVideos(variables: Record<string, unknown> = {}, browser = small): Promise<Page> {
  const { node } = await browser.query<{ node: { videos: Page } }>(videosDocument, { id: browser.connectionId, ...variables });
  return node.videos;
}

it('reads an account of the sandbox and shows its videos, newest first', async () => {
  expect(await waitForSync(small)).toMatchObject({
    status: 'SUCCEEDED',
    progress: 1,
    trigger: 'FIRST',
    listedCount: 150,
    newVideoCount: 150,
    expectedCount: 150,
    unavailableCount: 0,
    error: null,
    connection: { id: small.connectionId },
  });
  const { totalCount, nodes, pageInfo } = await listVideos();
  expect(totalCount).toBe(150);
  expect(nodes).toHaveLength(20);
  expect(pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  const times = nodes.map(({ publishedAt }) => String(publishedAt));
  expect(times).toEqual([...times].sort().reverse());
  expect(nodes[0]).toMatchObject({
    tiktokVideoId: expect.stringMatching(/^\d{19}$/),
    viewCount: expect.any(Number),
    bookmarkCount: null,
    availability: 'AVAILABLE',
    connection: { id: small.connectionId, displayName: 'Atelier Lumière' },
    coverUrl: expect.stringMatching(/^\/media\/covers\//),
    snapshots: { totalCount: 1, nodes: [{ ageHours: expect.any(Number), bookmarkCount: null }] },
  });
  expect(nodes[0]?.measurements).toContainEqual({ field: 'BOOKMARK_COUNT', status: 'NOT_IN_API' });
});

it('pages through all videos and back again', async () => {
  const forwards: string[] = [];
  for (let after: string | null = null; ;) {
    const page: Page = await listVideos({ first: 40, after, orderBy: { field: 'VIEW_COUNT', direction: 'DESC' } });
    forwards.push(...page.nodes.map(({ id }) => String(id)));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  const backwards: string[] = [];
  for (let before: string | null = null; ;) {
    const page: Page = await listVideos({ last: 40, before, orderBy: { field: 'VIEW_COUNT', direction: 'DESC' } });
    backwards.unshift(...page.nodes.map(({ id }) => String(id)));
    if (!page.pageInfo.hasPreviousPage) break;
    before = page.pageInfo.startCursor;
  }
  expect(new Set(forwards).size).toBe(150);
  expect(backwards).toEqual(forwards);
});

it('filters, and says what is empty with null cursors', async () => {
  const { nodes } = await listVideos({ first: 1 });
  const [hashtag] = (await listVideos({ first: 100 })).nodes.flatMap((video) => video.hashtags as string[]);
  const tagged = await listVideos({ first: 100, filter: { hashtag } });
  expect(tagged.totalCount).toBeGreaterThan(0);
  expect(tagged.nodes.every((video) => (video.hashtags as string[]).includes(String(hashtag)))).toBe(true);
  expect((await listVideos({ filter: { publishedFrom: nodes[0]?.publishedAt } })).totalCount).toBe(1);
  const none = await listVideos({ filter: { text: 'no such words' } });
  expect(none).toMatchObject({
    totalCount: 0,
    nodes: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  });
});

it('refuses a cursor of another order with a sentence', async () => {
  const { pageInfo } = await listVideos({ first: 1 });
  for (const after of [pageInfo.endCursor, 'nonsense']) {
    const { errors } = await small.post(videosDocument, {
      id: small.connectionId,
      after,
      orderBy: { field: 'VIEW_COUNT', direction: 'ASC' },
    });
    expect(errors).toMatchObject([{ message: expect.stringContaining('cursor'), extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});

it('gives a video, its readings and a run by their ids, to their owner alone', async () => {
  const { nodes } = await listVideos({ first: 1 });
  const run = await waitForSync(small);
  const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
  const variables = { ids: [nodes[0]?.id, run.id] };
  expect(await small.query(document, variables)).toEqual({
    nodes: [
      { __typename: 'Video', id: nodes[0]?.id },
      { __typename: 'SyncRun', id: run.id },
    ],
  });
  expect(await stranger.query(document, variables)).toEqual({ nodes: [null, null] });
});

it('shows the readings of the account', async () => {
  const { node } = await small.query<{ node: { snapshots: Page } }>(
    'query ($id: ID!) { node(id: $id) { ... on TikTokConnection { snapshots { totalCount nodes { observedAt followerCount followingCount likesCount videoCount } } } } }',
    { id: small.connectionId },
  );
  expect(node.snapshots).toMatchObject({ totalCount: 1, nodes: [{ videoCount: 150, followerCount: expect.any(Number) }] });
});

describe('syncVideos', () => {
  const document = `mutation ($input: SyncVideosInput!) { syncVideos(input: $input) {
    __typename ... on SyncVideosSuccess { syncRun { id status trigger connection { id } } } ... on Error { message } } }`;
  const sync = (browser: TestBrowser, connectionId: string) =>
    browser.query<{ syncVideos: Node }>(document, { input: { connectionId } });

  it('starts a run that takes a reading when time has passed', async () => {
    await test.clock.advance(3600);
    const { syncVideos } = await sync(stranger, stranger.connectionId);
    expect(syncVideos).toMatchObject({
      __typename: 'SyncVideosSuccess',
      syncRun: { trigger: 'REQUESTED', connection: { id: stranger.connectionId } },
    });
    expect(await waitForSync(stranger)).toMatchObject({ status: 'SUCCEEDED', newVideoCount: 0, readingCount: 3 });
    expect((await listVideos({}, stranger)).nodes.map(({ snapshots }) => (snapshots as Page).totalCount)).toEqual([2, 2, 2]);
  });

  it('treats somebody else’s account as not there', async () => {
    expect((await sync(stranger, small.connectionId)).syncVideos).toMatchObject({
      __typename: 'NotFoundError',
      message: expect.any(String),
    });
  });

  it('asks strangers to sign in', async () => {
    const { errors } = await test.browser().post(document, { input: { connectionId: small.connectionId } });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('says of a disconnected account that it must be connected again', async () => {
    const gone = await test.connectedBrowser('empty');
    await waitForSync(gone);
    await gone.query('mutation ($id: ID!) { disconnectTikTok(input: { connectionId: $id }) { __typename } }', {
      id: gone.connectionId,
    });
    expect((await sync(gone, gone.connectionId)).syncVideos).toMatchObject({
      __typename: 'ConnectionNotActiveError',
      message: expect.stringContaining('Connect'),
    });
  });
});

describe('syncProgress', () => {
  const follow = (browser: TestBrowser, runId: string) =>
    browser.agent.post('/graphql').set({ 'x-graphql-yoga-csrf': '1', accept: 'text/event-stream' }).send({
      query: 'subscription ($runId: ID!) { syncProgress(runId: $runId) { status progress listedCount } }',
      variables: { runId },
    });

  it('follows a run to its end over server-sent events', async () => {
    const established = await test.connectedBrowser('established');
    const { node } = await established.query<{ node: { latestSync: { id: string } } }>(
      'query ($id: ID!) { node(id: $id) { ... on TikTokConnection { latestSync { id } } } }',
      { id: established.connectionId },
    );
    const { text } = await follow(established, node.latestSync.id);
    const runs = [...text.matchAll(/^data: (\{.*\})$/gm)].map(
      ([, data]) => (JSON.parse(String(data)) as { data: { syncProgress: Node } }).data.syncProgress,
    );
    expect(runs.length).toBeGreaterThan(1);
    // A thousand at the sandbox's founding, and what it has posted since by its clock.
    expect(runs.at(-1)).toMatchObject({ status: 'SUCCEEDED', progress: 1 });
    expect(Number(runs.at(-1)?.listedCount)).toBeGreaterThanOrEqual(1000);
    const progress = runs.map((run) => Number(run.progress));
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  it('does not follow somebody else’s run', async () => {
    const { id } = await waitForSync(small);
    expect((await follow(stranger, String(id))).text).toContain('NOT_FOUND');
  });
});

it('asks as many statements for 20 of 100 videos as for 20 of 10,000, and no more than for one', async () => {
  await test.app.jobs.stop();
  const counts: number[] = [];
  for (const [total, first] of [
    [100, 1],
    [100, 20],
    [10_000, 20],
  ] as const) {
    const connectionId = await giveVideos(total);
    // The first question also looks up the session and compiles statements.
    await small.query(videosDocument, { id: connectionId, first });
    counts.push(await countStatements(() => small.query(videosDocument, { id: connectionId, first })));
  }
  expect(counts[0]).toBeGreaterThan(3);
  expect(counts).toEqual([counts[0], counts[0], counts[0]]);
}, 60_000);

/** Another account of the same person, with so many videos, read without HTTP. */
async function giveVideos(count: number): Promise<string> {
  const { connectionId, tiktok, clock, sync } = await createSyncWorld(test.db);
  tiktok.addVideos(count, { newestAt: clock.now() });
  await sync();
  const { nodes } = await listVideos({ first: 1 });
  const { connection } = await test.db.prisma.video.findFirstOrThrow({
    where: { tiktokVideoId: String(nodes[0]?.tiktokVideoId) },
    include: { connection: true },
  });
  await test.db.prisma.tikTokConnection.update({ where: { id: connectionId }, data: { ownerId: connection.ownerId } });
  return Buffer.from(`TikTokConnection:${connectionId}`).toString('base64');
}

/** Statements of both doors to the database. */
async function countStatements(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const stop = test.db.onQuery(() => (count += 1));
  const prototype = Object.getPrototypeOf(test.db.sqlite.prepare('SELECT 1')) as Record<
    'all' | 'get' | 'run',
    (...args: unknown[]) => unknown
  >;
  const originals = { all: prototype.all, get: prototype.get, run: prototype.run };
  for (const name of ['all', 'get', 'run'] as const) {
    prototype[name] = function (this: unknown, ...args: unknown[]) {
      count += 1;
      return originals[name].apply(this, args);
    };
  }
  try {
    await work();
  } finally {
    Object.assign(prototype, originals);
    stop();
  }
  return count;
}
