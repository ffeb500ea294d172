import { encodeGlobalID } from '@pothos/plugin-relay';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import type { Evidence } from './evidence';

type Person = TestBrowser & { connectionId: string };

interface Reproduced {
  __typename: string;
  message?: string;
  holds: boolean;
  reason: string;
  conclusionStands: boolean | null;
  statement: string;
  effect: number | null;
  low: number | null;
  high: number | null;
  n: number | null;
  otherCount: number | null;
  differences: { metric: string; stored: number; now: number | null }[];
  goneVideoCount: number;
  dataVersion: number | null;
  methodVersion: string | null;
}

interface Listed {
  id: string;
  type: string;
  evidence: { metric: string; effect: number; low: number; high: number; n: number; arms: { n: number; residuals: number[] }[] };
}

const reproduceMutation = `mutation ($id: ID!) {
  reproduceRecommendation(input: { recommendationId: $id }) {
    __typename
    ... on ReproduceRecommendationSuccess {
      holds reason conclusionStands statement effect low high n otherCount goneVideoCount dataVersion methodVersion ranAt asOf
      differences { metric stored now } recommendation { id }
    }
    ... on Error { message }
  }
}`;

async function reproduce(person: TestBrowser, id: string): Promise<Reproduced> {
  return (await person.query<{ reproduceRecommendation: Reproduced }>(reproduceMutation, { id })).reproduceRecommendation;
}

async function generate(person: Person): Promise<Listed[]> {
  await person.query(
    'mutation ($input: GenerateRecommendationsInput!) { generateRecommendations(input: $input) { __typename } }',
    { input: { connectionId: person.connectionId } },
  );
  await until(async () => ['SUCCEEDED', 'FAILED'].includes((await look(person)).latestGeneration?.status ?? ''));
  expect((await look(person)).latestGeneration?.status).toBe('SUCCEEDED');
  return (await look(person)).recommendations.nodes;
}

interface Look {
  latestSync: { status: string } | null;
  latestGeneration: { status: string } | null;
  recommendations: { nodes: Listed[] };
}

async function look({ query, connectionId }: Person): Promise<Look> {
  const { node } = await query<{ node: Look }>(
    `query ($id: ID!) { node(id: $id) { ... on TikTokConnection {
      latestSync { status } latestGeneration { status }
      recommendations(first: 50) { nodes { id type evidence { metric effect low high n arms { n residuals } } } }
    } } }`,
    { id: connectionId },
  );
  return node;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_000 && !(await condition()); tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await condition()).toBe(true);
}

async function connect(app: TestApp, creator: string): Promise<Person> {
  const person = await app.connectedBrowser(creator);
  // The sync, then the sounds of its videos, which are data too.
  await until(async () => (await look(person)).latestSync?.status === 'SUCCEEDED');
  await until(async () => app.db.sqlite.prepare('SELECT count(*) FROM Job').pluck().get() === 0);
  return person;
}

describe('the sandbox’s creators', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
    app.app.start();
  });
  afterAll(() => app.close());

  const onDemand = ['newcomer-01', 'small-01', 'medium-01'];

  it('get no recommendation whose number does not hold when it is asked again', async () => {
    const state = (await (await fetch(`${app.sandbox.url}/_sandbox/state`)).json()) as { creators: { id: string }[] };
    const builtIn = state.creators.map(({ id }) => id);
    expect(builtIn).toEqual(expect.arrayContaining(['planted-hours', 'planted-hashtag', 'giant', 'few', 'empty']));
    const kinds = new Map<string, number>();
    for (const creator of [...builtIn, ...onDemand]) {
      const person = await connect(app, creator);
      for (const { id, type, evidence } of await generate(person)) {
        const { statement, ...found } = await reproduce(person, id);
        kinds.set(type, (kinds.get(type) ?? 0) + 1);
        const { effect, low, high, n, arms } = evidence;
        expect({ creator, type, ...found }).toMatchObject({
          __typename: 'ReproduceRecommendationSuccess',
          holds: true,
          reason: 'SAME',
          conclusionStands: true,
          differences: [],
          goneVideoCount: 0,
          n,
          otherCount: arms[1]!.n,
        });
        for (const [now, stored] of [
          [found.effect, effect],
          [found.low, low],
          [found.high, high],
        ] as const) {
          expect(now).toBeCloseTo(stored, 9);
        }
        expect(statement).toMatch(/Les chiffres tiennent|The numbers hold/);
        for (const arm of arms) expect(arm.residuals).toHaveLength(Math.min(arm.n, 60));
      }
    }
    // Both planted effects are among them, at least; most creators get none.
    for (const type of ['TIMING', 'HASHTAGS', 'CONTENT_IDEA', 'SCRIPT']) expect(kinds.get(type)).toBeGreaterThan(0);
  }, 600_000);
});

describe('a recommendation', () => {
  let app: TestApp;
  let owner: Person;
  let recommendation: Listed;
  let stored: string;
  const rawId = (globalId: string) => Buffer.from(globalId, 'base64').toString().split(':')[1];

  beforeAll(async () => {
    app = await createTestApp();
    app.app.start();
    owner = await connect(app, 'planted-hours');
    recommendation = (await generate(owner)).find(({ type }) => type === 'TIMING')!;
    stored = app.db.sqlite
      .prepare<[unknown], string>('SELECT evidence FROM Recommendation WHERE id = ?')
      .pluck()
      .get(rawId(recommendation.id))!;
  }, 120_000);
  afterAll(() => app.close());
  afterEach(() => keep(JSON.parse(stored) as Evidence));

  const keep = (evidence: Evidence) =>
    app.db.sqlite
      .prepare('UPDATE Recommendation SET evidence = ? WHERE id = ?')
      .run(JSON.stringify(evidence), rawId(recommendation.id));
  const tamper = (change: (evidence: Evidence) => Partial<Evidence>) => {
    const evidence = JSON.parse(stored) as Evidence;
    keep({ ...evidence, ...change(evidence) });
  };

  it('keeps a question of a few lines that anybody can ask, with everything that the number needs', async () => {
    const { document, variables, effect, low, high, n } = JSON.parse(stored) as Evidence;
    expect(document.split('\n').length).toBeLessThan(8);
    const { node } = await owner.query<{ node: { analytics: { choiceEffect: Record<string, unknown> } } }>(document, variables);
    expect(node.analytics.choiceEffect).toMatchObject({ estimate: effect, low, high, n, verdict: 'HIGHER' });
    expect(node.analytics).toMatchObject({ dataVersion: expect.any(Number), asOf: expect.any(String) });
  });

  it('holds in whatever time zone the person lives by now', async () => {
    const setZone = (timeZone: string) =>
      owner.query('mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { __typename } }', {
        input: { timeZone },
      });
    await setZone('Pacific/Auckland');
    expect(await reproduce(owner, recommendation.id)).toMatchObject({ holds: true, reason: 'SAME' });
    await setZone('Europe/Paris');
  });

  it('is answered in the person’s language', async () => {
    const speak = (locale: string) =>
      owner.query('mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { __typename } }', {
        input: { locale },
      });
    await speak('EN');
    expect((await reproduce(owner, recommendation.id)).statement).toMatch(/^The numbers hold.*90% interval.*n = \d/);
    await speak('FR');
    expect((await reproduce(owner, recommendation.id)).statement).toMatch(/^Les chiffres tiennent.*intervalle à 90.*n = \d/);
  });

  it('is nobody else’s to ask', async () => {
    const stranger = await app.connectedBrowser('few');
    expect(await reproduce(stranger, recommendation.id)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await reproduce(owner, encodeGlobalID('Recommendation', '0190a000-0000-7000-8000-000000000000'))).toMatchObject({
      __typename: 'NotFoundError',
    });
    const body = await app.browser().post(reproduceMutation, { id: recommendation.id });
    expect(body.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  const disconnect = (connectionId: string) =>
    `mutation { disconnectTikTok(input: { connectionId: "${connectionId}" }) { __typename } }`;
  it.each<[string, (evidence: Evidence, strangerId: string) => Partial<Evidence>]>([
    ['a mutation', () => ({ document: disconnect(owner.connectionId) })],
    ['a mutation behind our query', ({ document }) => ({ document: `${document}\n${disconnect(owner.connectionId)}` })],
    ['an introspection', () => ({ document: '{ __schema { types { name } } }' })],
    ['what is no GraphQL', () => ({ document: '}{ DROP TABLE' })],
    ['our query with a field more', ({ document }) => ({ document: document.replace('asOf', 'asOf videoCount') })],
    ['another person’s account', ({ variables }, connection) => ({ variables: { ...variables, connection } })],
    ['another choice than it is about', ({ variables }) => ({ variables: { ...variables, key: '0-4' } })],
    ['another time zone than it is about', ({ variables }) => ({ variables: { ...variables, timeZone: 'Asia/Tokyo' } })],
    ['no variables', () => ({ variables: {} })],
    ['no criterion', () => ({ criterion: null })],
  ])('does not ask a stored document that was made %s', async (_name, change) => {
    const stranger = await app.connectedBrowser('small');
    tamper((evidence) => change(evidence, stranger.connectionId));
    const { statement, ...found } = await reproduce(owner, recommendation.id);
    expect(found).toMatchObject({
      holds: false,
      reason: 'DOCUMENT_REFUSED',
      conclusionStands: null,
      differences: [],
      n: null,
      effect: null,
      low: null,
      high: null,
      dataVersion: null,
    });
    expect(statement).not.toMatch(/\d/);
    const { node } = await owner.query<{ node: { isActive: boolean } }>(
      'query ($id: ID!) { node(id: $id) { ... on TikTokConnection { isActive } } }',
      { id: owner.connectionId },
    );
    expect(node.isActive).toBe(true);
  });

  it('does not pass numbers that the readings never gave', async () => {
    tamper(({ effect, n }) => ({ effect: effect * 2, n: n + 5 }));
    const found = await reproduce(owner, recommendation.id);
    expect(found).toMatchObject({ holds: false, reason: 'NOT_REPRODUCED' });
    expect(found.differences.map(({ metric }) => metric)).toEqual(['EFFECT', 'N']);
    expect(found.differences[1]).toEqual({ metric: 'N', stored: recommendation.evidence.n + 5, now: recommendation.evidence.n });
  });

  it('says that an earlier method asked otherwise', async () => {
    tamper(() => ({ document: 'query PostingTimes { viewer { user { id } } }', methodVersion: 'choice-effects/0' }));
    expect(await reproduce(owner, recommendation.id)).toMatchObject({ holds: false, reason: 'METHOD_CHANGED', n: null });
  });

  it('compares with what the present method says where only the version changed', async () => {
    tamper(({ low }) => ({ low: low - 0.01, methodVersion: 'choice-effects/0' }));
    expect(await reproduce(owner, recommendation.id)).toMatchObject({
      holds: false,
      reason: 'METHOD_CHANGED',
      conclusionStands: true,
      differences: [{ metric: 'LOW' }],
    });
  });

  it('says which numbers moved when days have passed and readings came in', async () => {
    await owner.query('mutation { letDaysPass(input: { days: 3 }) { __typename } }');
    await until(
      async () =>
        (await owner.query<{ instance: { passingTime: unknown } }>('{ instance { passingTime { from } } }')).instance
          .passingTime === null,
    );
    const found = await reproduce(owner, recommendation.id);
    expect(found).toMatchObject({ holds: false, reason: 'DATA_CHANGED', conclusionStands: expect.any(Boolean) });
    expect(found.dataVersion).toBeGreaterThan((JSON.parse(stored) as Evidence).dataVersion!);
    expect(found.differences.map(({ metric }) => metric)).toEqual(expect.arrayContaining(['EFFECT', 'LOW', 'HIGH']));
    expect(found.statement).toMatch(new RegExp(`à l’époque : n = ${recommendation.evidence.n}, contre.*n = ${found.n}`));
    // The next generation stands on today's readings, and holds again.
    const [fresh] = (await generate(owner)).filter(({ type }) => type === 'TIMING');
    if (fresh) expect(await reproduce(owner, fresh.id)).toMatchObject({ holds: true, reason: 'SAME' });
    stored = app.db.sqlite
      .prepare<[unknown], string>('SELECT evidence FROM Recommendation WHERE id = ?')
      .pluck()
      .get(rawId(recommendation.id))!;
  }, 400_000);

  it('counts the videos behind it that are gone, and says when nothing is left to measure', async () => {
    const { supportingVideoIds } = JSON.parse(stored) as Evidence;
    app.db.sqlite.prepare(`UPDATE Video SET availability = 'UNAVAILABLE' WHERE id = ?`).run(supportingVideoIds[0]);
    expect((await reproduce(owner, recommendation.id)).goneVideoCount).toBe(1);
    app.db.sqlite.prepare('DELETE FROM Video WHERE connectionId = ?').run(rawId(owner.connectionId));
    app.db.sqlite
      .prepare('UPDATE TikTokConnection SET dataVersion = dataVersion + 1 WHERE id = ?')
      .run(rawId(owner.connectionId));
    expect(await reproduce(owner, recommendation.id)).toMatchObject({
      holds: false,
      reason: 'NO_LONGER_MEASURED',
      conclusionStands: null,
      effect: null,
      low: null,
      high: null,
    });
  });
});
