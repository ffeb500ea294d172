import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { policyVersion } from '../users/policy';
import { csrfHeader } from './csrf';
import { rateOfMutation } from './mutation-rates';
import { schema } from './schema';

const rates = {
  signIn: { points: 6, seconds: 600 },
  mutation: { points: 10, seconds: 60 },
  generation: { points: 2, seconds: 3_600 },
};
const start = `mutation { startTikTokAuthorization(input: { consents: [ACCOUNT_ANALYTICS], policyVersion: "${policyVersion}" }) { __typename } }`;
const settings = 'mutation { updateSettings(input: { locale: EN }) { __typename } }';

it('names only mutations that there are', () => {
  expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).toEqual(expect.arrayContaining(Object.keys(rateOfMutation)));
});

describe('limits by address and by person', () => {
  let world: TestApp;
  let person: TestBrowser & { connectionId: string };
  let other: TestBrowser & { connectionId: string };
  let address = 0;

  beforeAll(async () => {
    world = await createTestApp({ limits: { rates }, trustProxy: 1 });
    person = await world.connectedBrowser('small');
    other = await world.connectedBrowser('newcomer');
  }, 120_000);
  afterAll(() => world.close());

  /** Posts as somebody at this address would, through the one proxy that is trusted. */
  const post = (query: string, { from, cookie }: { from: string; cookie?: string }) =>
    supertest(world.app.http)
      .post('/graphql')
      .set({ 'x-forwarded-for': from, [csrfHeader]: '1', ...(cookie && { cookie }) })
      .send({ query });
  const newAddress = () => `203.0.113.${(address += 1)}`;
  const refused = { status: 429, code: 'RATE_LIMITED' };
  const outcome = ({ status, body }: supertest.Response) => ({ status, code: body.errors?.[0]?.extensions?.code as unknown });

  it('lets an address sign in so often, and says when again', async () => {
    const from = newAddress();
    for (let times = 0; times < rates.signIn.points; times += 1) expect((await post(start, { from })).status).toBe(200);
    const answer = await post(start, { from });
    expect(outcome(answer)).toEqual(refused);
    expect(answer.headers['retry-after']).toBe('600');
    expect(answer.body.errors[0].message).toBe('That was too often in a short time. Try again in 10 minutes.');
    expect(answer.body.data).toBeUndefined();
    expect((await post(start, { from: newAddress() })).status).toBe(200);
  });

  it('believes the proxy that is trusted, and nothing that came before it', async () => {
    const from = newAddress();
    for (let times = 0; times < rates.signIn.points; times += 1) await post(start, { from: `198.51.100.${times}, ${from}` });
    expect(outcome(await post(start, { from: `198.51.100.99, ${from}` }))).toEqual(refused);
  });

  it('takes a network of IPv6 for one address', async () => {
    for (let times = 0; times < rates.signIn.points; times += 1) await post(start, { from: `2001:db8:0:1::${times}` });
    expect(outcome(await post(start, { from: '2001:db8:0:1:ffff::1' }))).toEqual(refused);
    expect((await post(start, { from: '2001:db8:0:2::1' })).status).toBe(200);
  });

  it('counts every alias and every fragment', async () => {
    const from = newAddress();
    const field = start.slice('mutation {'.length, -1);
    const many = `mutation { a: ${field} ...Rest } fragment Rest on Mutation { b: ${field} ... { c: ${field} d: ${field} e: ${field} f: ${field} g: ${field} } }`;
    const before = world.db.sqlite.prepare('SELECT count(*) FROM AuthorizationAttempt').pluck().get();
    expect(outcome(await post(many, { from }))).toEqual(refused);
    // Refused before any of them ran.
    expect(world.db.sqlite.prepare('SELECT count(*) FROM AuthorizationAttempt').pluck().get()).toBe(before);
  });

  it('counts a person wherever they are, and nobody else with them', async () => {
    const cookie = person.cookie();
    for (let times = 0; times < rates.mutation.points; times += 1) {
      expect(outcome(await post(settings, { from: newAddress(), cookie }))).toMatchObject({ status: 200 });
    }
    expect(outcome(await post(settings, { from: newAddress(), cookie }))).toEqual(refused);
    expect((await post(settings, { from: newAddress(), cookie: other.cookie() })).status).toBe(200);
    // Reading is not limited.
    expect((await post('{ viewer { user { id } } }', { from: newAddress(), cookie })).status).toBe(200);
  });

  it('limits generation by person, over REST as well, in its own shape', async () => {
    const generate = () =>
      other.agent
        .post('/api/tiktok/recommendations')
        .set('x-forwarded-for', newAddress())
        .send({ connectionId: other.connectionId });
    expect((await generate()).status).toBe(409);
    await generate();
    const answer = await generate();
    expect([answer.status, answer.body.error.code, answer.headers['retry-after']]).toEqual([429, 'RATE_LIMITED', '3600']);
  });

  it('counts REST and the callback by the address of whoever asked', async () => {
    const from = newAddress();
    const ask = () => supertest(world.app.http).get('/api/tiktok/auth').set('x-forwarded-for', from);
    for (let times = 0; times < rates.signIn.points; times += 1) expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(429);
    const back = await supertest(world.app.http).get('/api/tiktok/auth/callback?code=a&state=b').set('x-forwarded-for', from);
    expect([back.status, back.headers.location]).toEqual([303, '/connect/problem?code=RateLimited']);
  });
});
