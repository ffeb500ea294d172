import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isInterfaceType } from 'graphql';
import supertest from 'supertest';
import { encodeGlobalID } from '@pothos/plugin-relay';
import { listRoutes } from '../testing/http-routes';
import { callPlace, type Call, type Filling, type IdPlace, walkSchema } from '../testing/ownership/id-places';
import { giveOwnedRows, type OwnedIds } from '../testing/ownership/owned-rows';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { csrfHeader } from './csrf';
import { schema } from './schema';

/*
 * Every place where a request can name an object is found by looking at the schema and at express, and called with another
 * person's id. Whoever adds a place is told here what to add: mostly nothing, where the argument is called after its type
 * (`videoId`: Video), else a line in one of these tables.
 */

/** What an id names where its name does not say. */
const kinds: Record<string, string> = {
  connectionId: 'TikTokConnection',
  assignmentId: 'ExperimentAssignment',
  'Subscription.syncProgress(runId)': 'SyncRun',
  'Subscription.recommendationProgress(runId)': 'GenerationRun',
  'Subscription.dataExportProgress(runId)': 'DataExport',
};

/** Places that take an id of any type. */
const ofEveryKind = ['Query.node(id)', 'Query.nodes(ids)'];

/** Valid values where one made up from the type would be refused before the id is looked at. */
const samples: Record<string, unknown> = {
  'Mutation.startExperiment(input.labelA)': 'Le matin',
  'Mutation.startExperiment(input.labelB)': 'Le soir',
  'Mutation.startExperiment(input.videosPerArm)': 6,
  'Mutation.startExperiment(input.horizonHours)': 48,
  'Mutation.linkExperimentVideo(input.reason)': 'Tournée avant le tirage',
};

interface RestCall {
  method: 'get' | 'post';
  path: (id: string) => string;
  body?: (id: string) => Record<string, unknown>;
  kind: string;
  /** Media addresses carry the id that the database knows. */
  isRawId?: boolean;
  status: number;
}

const withUser = { path: (id: string) => `?userId=${id}`, kind: 'User', status: 403 };
/** Every route of express with what takes an id in it; an empty list: nothing does. */
const routes: Record<string, RestCall[]> = {
  'GET /healthz': [],
  'GET /readyz': [],
  'GET /graphql': [],
  'GET /metrics': [],
  'POST /webhooks/tiktok': [],
  'GET /api/tiktok/auth': [{ ...withUser, method: 'get', path: (id) => `/api/tiktok/auth?userId=${id}` }],
  'POST /api/tiktok/auth': [],
  'GET /api/tiktok/auth/callback': [],
  'GET /api/tiktok/videos': [{ ...withUser, method: 'get', path: (id) => `/api/tiktok/videos?userId=${id}` }],
  'POST /api/tiktok/videos': [
    { method: 'post', path: () => '/api/tiktok/videos', body: (videoId) => ({ videoId }), kind: 'Video', status: 404 },
    { ...withUser, method: 'post', path: () => '/api/tiktok/videos', body: (userId) => ({ userId, videoId: ownId('Video') }) },
  ],
  'GET /api/tiktok/recommendations': [{ ...withUser, method: 'get', path: (id) => `/api/tiktok/recommendations?userId=${id}` }],
  'POST /api/tiktok/recommendations': [
    {
      method: 'post',
      path: () => '/api/tiktok/recommendations',
      body: (connectionId) => ({ connectionId }),
      kind: 'TikTokConnection',
      status: 404,
    },
    {
      ...withUser,
      method: 'post',
      path: () => '/api/tiktok/recommendations',
      body: (userId) => ({ userId, connectionId: ownId('TikTokConnection') }),
    },
  ],
  'GET /media/avatars/:id': [
    { method: 'get', path: (id) => `/media/avatars/${id}`, kind: 'TikTokConnection', isRawId: true, status: 404 },
  ],
  'GET /media/covers/:id': [{ method: 'get', path: (id) => `/media/covers/${id}`, kind: 'Video', isRawId: true, status: 404 }],
  'GET /exports/:token': [
    { method: 'get', path: (token) => `/exports/${token}`, kind: 'DownloadLink', isRawId: true, status: 404 },
  ],
};

interface Person {
  browser: TestBrowser;
  ids: OwnedIds;
}

const missingId = '00000000-0000-7000-8000-000000000000';
const walk = walkSchema(schema);
const cases = walk.places.flatMap((place) =>
  kindsOf(place).map((kind) => ({ place, kind, title: `${place.name} with ${kind}` })),
);

let world: TestApp;
let mine: Person;
let other: Person;

beforeAll(async () => {
  world = await createTestApp();
  [mine, other] = [await person('small'), await person('newcomer')];
}, 120_000);
afterAll(() => world.close());

async function person(creator: string): Promise<Person> {
  const browser = await world.connectedBrowser(creator);
  const { viewer } = await browser.query<{ viewer: { user: { id: string } } }>('{ viewer { user { id } } }');
  const [connectionId, ownerId] = [rawId(browser.connectionId), rawId(viewer.user.id)];
  return { browser, ids: await giveOwnedRows(world.db, { connectionId, ownerId }, world.clock) };
}

const rawId = (globalId: string) => Buffer.from(globalId, 'base64').toString('utf8').split(':').at(-1)!;
const ownId = (kind: string) => idOf(mine, kind);

function idOf(owner: Person, kind: string): string {
  const id = owner.ids[kind];
  if (!id) throw new Error(`Nobody owns a ${kind} in this test. Add a row and its id to server/testing/ownership/owned-rows.ts.`);
  return encodeGlobalID(kind, id);
}

function nodeTypes(): string[] {
  const node = schema.getType('Node');
  return isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
}

function kindsOf({ name, path }: IdPlace): string[] {
  if (ofEveryKind.includes(name)) return nodeTypes();
  return [kindAt(name, path)];
}

function kindAt(placeName: string, path: readonly string[]): string {
  const last = path.at(-1) ?? '';
  const byName = last.replace(/Ids?$/, '').replace(/^./, (letter) => letter.toUpperCase());
  const kind = kinds[placeName] ?? kinds[last] ?? byName;
  if (nodeTypes().includes(kind)) return kind;
  throw new Error(`${placeName} takes an id, and nothing says of what. Add it to \`kinds\` in server/graphql/ownership.test.ts.`);
}

function fillingFor(place: IdPlace, caller: Person): Filling {
  const placeOf = (path: readonly string[]) => `${place.parent.name}.${place.field.name}(${path.join('.')})`;
  return {
    ownId: (path) => idOf(caller, nodeTypes().includes(path[0] ?? '') ? path[0]! : kindAt(placeOf(path), path)),
    sample: (path) => samples[placeOf(path)],
  };
}

const callWith = (place: IdPlace, id: string, caller: Person) => callPlace(schema, place, id, fillingFor(place, caller));

/** What comes back, without what differs from request to request. */
async function ask(agent: Pick<TestBrowser['agent'], 'post'>, { document, variables, kind }: Call) {
  const request = agent.post('/graphql').set(csrfHeader, '1');
  if (kind === 'subscription') void request.set('accept', 'text/event-stream');
  const answer = await request.send({ query: document, variables });
  const text = kind === 'subscription' ? (/^data: (\{.*\})$/m.exec(answer.text)?.[1] ?? '{}') : answer.text;
  return { status: answer.status, ...(JSON.parse(text) as Answer) };
}

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

function isNotFound({ data, errors }: Answer): boolean {
  if (errors) return errors.length === 1 && errors[0]?.extensions?.code === 'NOT_FOUND';
  const found = foundIn(data ?? {});
  if (Array.isArray(found)) return found.every((item) => item === null);
  return found === null || (found as { __typename?: string } | undefined)?.__typename === 'NotFoundError';
}

/** The answer of the field looked at, whatever it hangs from. */
function foundIn(data: Record<string, unknown>): unknown {
  // Nobody is signed in: there is nothing for a field to hang from.
  if (data.viewer === null) return null;
  return 'found' in data ? data.found : ((data.node ?? data.viewer) as Record<string, unknown> | null)?.found;
}

/** Every row of every table. */
function everything(): Record<string, unknown[]> {
  const tables = world.db.sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
  return Object.fromEntries(tables.map((table) => [table, world.db.sqlite.prepare(`SELECT * FROM "${table}"`).all()]));
}

describe('an id of another person’s', () => {
  let before: ReturnType<typeof everything>;
  beforeAll(() => {
    before = everything();
    process.stdout.write(
      `Ownership: ${walk.fieldCount} fields and ${walk.leafCount} arguments and inputs looked at, ${walk.places.length} take an id, ${cases.length} with each type.\n`,
    );
  });

  it('can be given only where the type says that it is one', () => {
    expect(walk.places.length).toBeGreaterThanOrEqual(20);
    expect(walk.disguised).toEqual([]);
  });

  it.each(cases)('$title is not found, as one that is not there', async ({ place, kind }) => {
    const theirs = await ask(mine.browser.agent, callWith(place, idOf(other, kind), mine));
    expect({ ...theirs, isNotFound: isNotFound(theirs) }).toMatchObject({ isNotFound: true });
    expect(theirs).toEqual(await ask(mine.browser.agent, callWith(place, encodeGlobalID(kind, missingId), mine)));
  });

  it.each(cases)('$title says nothing to whoever is not signed in', async ({ place, kind }) => {
    const stranger = supertest.agent(world.app.http);
    const answer = await ask(stranger, callWith(place, idOf(other, kind), other));
    const isRefused = answer.errors?.[0]?.extensions?.code === 'UNAUTHENTICATED' || isNotFound(answer);
    expect({ ...answer, isRefused }).toMatchObject({ isRefused: true });
    expect(answer).toEqual(await ask(stranger, callWith(place, encodeGlobalID(kind, missingId), other)));
  });

  it('among one’s own leaves a gap and nothing else', async () => {
    const ids = nodeTypes().flatMap((kind) => [idOf(mine, kind), idOf(other, kind)]);
    const { nodes } = await mine.browser.query<{ nodes: unknown[] }>('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(nodes).toEqual(nodeTypes().flatMap((kind) => [{ id: idOf(mine, kind) }, null]));
  });

  it('over REST has every route accounted for', () => {
    const known = Object.keys(routes).sort();
    // A route that is missing here: add it to `routes` above with what takes an id in it, or an empty list.
    expect(listRoutes(world.app.http)).toEqual(known);
    expect(known.filter((route) => route.includes(':') && routes[route]!.length === 0)).toEqual([]);
  });

  it.each(Object.entries(routes).flatMap(([route, calls]) => calls.map((call) => ({ route, ...call }))))(
    '$route with $kind is refused, as one that is not there',
    async (call) => {
      const theirs = await rest(call, other.ids[call.kind]!);
      expect(theirs.status).toBe(call.status);
      expect(theirs).toEqual(await rest(call, missingId));
    },
  );

  it('has changed nothing of anybody', () => {
    expect(everything()).toEqual(before);
  });

  // Last, since it changes rows: the same calls with one's own id prove that the ones above were refused for the id alone.
  // Queries come first: a mutation may end what they look at.
  const isQuery = ({ place }: (typeof cases)[number]) => place.parent.name === 'Query';
  it.each([...cases].sort((one, next) => Number(isQuery(next)) - Number(isQuery(one))))(
    'is what was wrong: $title of one’s own is found',
    async ({ place, kind }) => {
      const answer = await ask(mine.browser.agent, callWith(place, ownId(kind), mine));
      expect(answer.errors).toBeUndefined();
      expect({ ...answer, isNotFound: isNotFound(answer) }).toMatchObject({ isNotFound: false });
    },
  );

  it.each(Object.entries(routes).flatMap(([route, calls]) => calls.map((call) => ({ route, ...call }))))(
    'is what was wrong: $route with one’s own $kind is answered',
    async (call) => {
      expect((await rest(call, mine.ids[call.kind]!)).status).toBeLessThan(400);
    },
  );
});

async function rest({ method, path, body, kind, isRawId }: RestCall, raw: string) {
  const id = isRawId || kind === 'User' ? raw : encodeGlobalID(kind, raw);
  const request = mine.browser.agent[method](path(encodeURIComponent(id)));
  const { status, text } = await (body ? request.send(body(id)) : request);
  return { status, text };
}
