import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lexicographicSortSchema, parse, printSchema, validate } from 'graphql';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import supertest from 'supertest';
import { projectRoot } from '../project-root';
import { connectCreator, createTestApp, type TestApp } from '../testing/test-app';
import { csrfHeader } from './csrf';
import { documentLimits } from './limits';
import { exampleQueries } from './example-queries';
import { schema } from './schema';

const typename = { query: '{ __typename }' };

describe('GraphQL over HTTP', () => {
  let world: TestApp;
  let signedInCookie: string;

  beforeAll(async () => {
    world = await createTestApp();
    const state = (await (await fetch(`${world.sandbox.url}/_sandbox/state`)).json()) as { creators: { username: string }[] };
    signedInCookie = (await world.connectedBrowser(state.creators[0]!.username)).cookie();
  });
  afterAll(() => world.close());

  const request = () => supertest(world.app.http);

  it('gives no other origin a word of CORS', async () => {
    const preflight = await request().options('/graphql').set({
      origin: 'https://evil.test',
      'access-control-request-method': 'POST',
      'access-control-request-headers': csrfHeader,
    });
    const answer = await request()
      .post('/graphql')
      .set({ origin: 'https://evil.test', [csrfHeader]: '1' })
      .send(typename);
    for (const { headers } of [preflight, answer]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });

  it('answers a stranger’s plain JSON request', async () => {
    const answer = await request().post('/graphql').send(typename);
    expect([answer.status, answer.body]).toEqual([200, { data: { __typename: 'Query' } }]);
  });

  it.each<[string, () => supertest.Test]>([
    ['JSON with a cookie', () => request().post('/graphql').set('cookie', signedInCookie).send(typename)],
    ['a form', () => request().post('/graphql').type('form').send('query={__typename}')],
    ['plain text', () => request().post('/graphql').type('text/plain').send(JSON.stringify(typename))],
    ['several parts', () => request().post('/graphql').field('operations', JSON.stringify(typename)).field('map', '{}')],
    ['plain text that says json', () => request().post('/graphql').type('text/plain; x=json').send(JSON.stringify(typename))],
    [
      'JSON with the cookie of a browser alone',
      () => request().post('/graphql').set('cookie', 'crealia-browser=x').send(typename),
    ],
    ['a GET', () => request().get('/graphql').query(typename)],
    ['a GET with a cookie', () => request().get('/graphql').query(typename).set('cookie', signedInCookie)],
  ])('refuses %s without the header that forces a preflight', async (_case, send) => {
    const answer = await send().set('accept', 'application/json');
    expect(answer.status).toBe(403);
    expect(answer.body.errors[0].extensions.code).toBe('CSRF_HEADER_MISSING');
  });

  it('refuses a body over 1 MB with 413, announced or not', async () => {
    const answer = await request()
      .post('/graphql')
      .send({ query: `{ __typename # ${'x'.repeat(1_100_000)}\n }` });
    expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it('does not let strangers read the schema, and lets a signed-in person', async () => {
    const introspection = { query: '{ __schema { queryType { name } } }' };
    expect((await request().post('/graphql').send(introspection)).body.data).toBeUndefined();
    const mine = await request()
      .post('/graphql')
      .set({ cookie: signedInCookie, [csrfHeader]: '1' })
      .send(introspection);
    expect(mine.body.data.__schema.queryType.name).toBe('Query');
  });

  it('leads a stranger’s browser from GraphiQL to sign in', async () => {
    const answer = await request().get('/graphql').set('accept', 'text/html');
    expect([answer.status, answer.headers.location]).toEqual([302, '/?signin=required&returnTo=%2Fgraphql']);
  });

  it('serves GraphiQL to a signed-in browser without any other host, its script under the nonce', async () => {
    const answer = await request().get('/graphql').set({ accept: 'text/html', cookie: signedInCookie });
    expect(answer.status).toBe(200);
    const nonce = /script-src 'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1];
    expect(answer.text).toContain(`<script nonce="${nonce}">`);
    expect(answer.text).not.toMatch(/<(script|link)[^>]+(src|href)="https?:/);
  });

  it('masks what nobody expected and gives the request id to quote', async () => {
    const original = world.db.prisma.user.findUniqueOrThrow;
    Object.assign(world.db.prisma.user, {
      findUniqueOrThrow: () => Promise.reject(new Error('secret detail of the database')),
    });
    const answer = await request()
      .post('/graphql')
      .set({ cookie: signedInCookie, [csrfHeader]: '1' })
      .send({ query: '{ viewer { user { id } } }' });
    Object.assign(world.db.prisma.user, { findUniqueOrThrow: original });
    expect(JSON.stringify(answer.body)).not.toContain('secret detail');
    const requestId = answer.headers['x-request-id'];
    expect(answer.body.errors[0]).toMatchObject({
      message: expect.stringContaining(String(requestId)),
      extensions: { code: 'INTERNAL_ERROR', requestId },
    });
  });

  it('asks strangers to sign in, by code', async () => {
    const answer = await request().post('/graphql').send({ query: '{ node(id: "VXNlcjox") { id } }' });
    expect(answer.body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });

  it('answers for another person’s node as for one that is not there', async () => {
    const state = (await (await fetch(`${world.sandbox.url}/_sandbox/state`)).json()) as { creators: { username: string }[] };
    const [mine, theirs] = [world.browser(), world.browser()];
    const id = await connectCreator(theirs, world.sandbox, state.creators[2]!.username);
    await connectCreator(mine, world.sandbox, state.creators[3]!.username);
    const query = 'query ($id: ID!) { node(id: $id) { id } }';
    const missing = Buffer.from('TikTokConnection:00000000-0000-7000-8000-000000000000').toString('base64');
    expect(await mine.query(query, { id })).toEqual({ node: null });
    expect(await mine.query(query, { id: missing })).toEqual({ node: null });
    expect(await theirs.query(query, { id })).toEqual({ node: { id } });
  });

  it.each(['x', '', 'Ym9ndXM=', 'Tm90aGluZzox'])('takes the id %j calmly', async (id) => {
    const answer = await request()
      .post('/graphql')
      .set({ cookie: signedInCookie, [csrfHeader]: '1' })
      .send({ query: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id } });
    expect(answer.body.errors?.[0]?.extensions?.code ?? answer.body.data.node).not.toBe('INTERNAL_ERROR');
  });

  const ask = (query: string) =>
    request()
      .post('/graphql')
      .set({ cookie: signedInCookie, [csrfHeader]: '1' })
      .send({ query });

  it.each<[string, string, RegExp]>([
    ['tokens', `{ ${'__typename '.repeat(documentLimits.tokens)} }`, /tokens/],
    ['aliases', `{ ${Array.from({ length: documentLimits.aliases + 1 }, (_, n) => `a${n}: __typename`).join(' ')} }`, /aliases/],
    ['directives', `{ ${'__typename @skip(if: false) '.repeat(documentLimits.directives + 1)} }`, /directives/],
  ])('refuses a document with too many %s', async (_what, document, message) => {
    const answer = await ask(document);
    expect([answer.body.data, answer.body.errors[0].message]).toEqual([undefined, expect.stringMatching(message)]);
    expect(answer.body.errors[0].extensions?.code).not.toBe('INTERNAL_ERROR');
  });

  it('takes one operation at a time, as JSON and nothing else', async () => {
    const send = () =>
      request()
        .post('/graphql')
        .set({ cookie: signedInCookie, [csrfHeader]: '1' });
    expect((await send().send([typename, typename])).status).toBe(400);
    expect((await send().field('operations', JSON.stringify(typename)).field('map', '{}')).status).toBe(415);
    const answers = [
      await send().type('text/plain').send(JSON.stringify(typename)),
      await send().type('application/x-www-form-urlencoded; x=json').send('query=%7B__typename%7D'),
    ];
    for (const { status, body } of answers) expect([status, body.errors[0].extensions.code]).toEqual([415, 'JSON_REQUIRED']);
  });

  it('refuses what another site made a browser send, whatever its headers', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const answer = await request()
        .post('/graphql')
        .set({ cookie: signedInCookie, [csrfHeader]: '1', 'sec-fetch-site': site })
        .send(typename);
      expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([403, 'CROSS_ORIGIN']);
    }
  });

  it('refuses an operation that is too large before running it', async () => {
    const deep = `{ viewer { tiktokConnections(first: 100) { nodes { videos(first: 100) { nodes { snapshots(first: 100) { nodes { viewCount } } } } } } } }`;
    const answer = await request()
      .post('/graphql')
      .set({ cookie: signedInCookie, [csrfHeader]: '1' })
      .send({ query: deep });
    expect(answer.body.errors[0].message).toMatch(/complex/i);
  });
});

describe('the schema', () => {
  it('is the one in schema.graphql; run `npm run schema` and commit the difference', async () => {
    const committed = await readFile(path.join(projectRoot, 'schema.graphql'), 'utf8');
    expect(committed).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`);
  });

  it('describes every type, field, argument and value', () => {
    const lacking = Object.values(schema.getTypeMap())
      .filter(({ name }) => !name.startsWith('__') && !['ID', 'String', 'Int', 'Float', 'Boolean'].includes(name))
      .flatMap((type) => {
        const parts: { name: string; description?: string | null }[] = [{ name: type.name, description: type.description }];
        if ('getFields' in type) {
          for (const field of Object.values(type.getFields())) {
            parts.push({ name: `${type.name}.${field.name}`, description: field.description });
            if ('args' in field)
              for (const arg of field.args)
                parts.push({ name: `${type.name}.${field.name}(${arg.name})`, description: arg.description });
          }
        }
        if ('getValues' in type)
          for (const value of type.getValues())
            parts.push({ name: `${type.name}.${value.name}`, description: value.description });
        return parts;
      })
      .filter(({ description }) => !description)
      .map(({ name }) => name);
    expect(lacking).toEqual([]);
  });

  it('answers every mutation with a union whose failures are Errors', () => {
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      const type = schema.getType(String(field.type).replace('!', ''));
      if (!type || !('getTypes' in type)) throw new Error(`${field.name} does not answer with a union.`);
      const kinds = type
        .getTypes()
        .map((member) => ({ name: member.name, isError: member.getInterfaces().some(({ name }) => name === 'Error') }));
      expect(kinds.filter(({ isError }) => !isError)).toEqual([{ name: expect.stringMatching(/Success$/), isError: false }]);
      expect(kinds.some(({ isError }) => isError)).toBe(true);
    }
  });

  it.each(exampleQueries.map(({ name, query }) => [name, query]))('can run GraphiQL’s example “%s” as it is', (_name, query) => {
    expect(validate(schema, parse(query))).toEqual([]);
  });
});
