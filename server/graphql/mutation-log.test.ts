import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pino from 'pino';
import supertest from 'supertest';
import { createTestApp, type TestApp } from '../testing/test-app';

const lines: Record<string, unknown>[] = [];
let world: TestApp;

beforeAll(async () => {
  const logger = pino(
    { level: 'info' },
    { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  );
  world = await createTestApp({ logger });
});
afterAll(() => world.close());

const mutations = () =>
  lines
    .splice(0)
    .flatMap(({ mutation, outcome, userId, requestId }) => (mutation ? [{ mutation, outcome, userId, requestId }] : []));
const someone = expect.stringMatching(/^[0-9a-f-]{36}$/);

it('names who signed in, and who failed to', async () => {
  await world.connectedBrowser('newcomer-01');
  expect(mutations()).toEqual([
    { mutation: 'startTikTokAuthorization', outcome: 'DONE', userId: null, requestId: someone },
    { mutation: 'connectTikTok', outcome: 'DONE', userId: someone, requestId: someone },
  ]);
  await world
    .browser()
    .post('mutation { connectTikTok(input: { code: "a-stolen-code", state: "a-guessed-state" }) { __typename } }');
  expect(JSON.stringify(lines)).not.toMatch(/stolen|guessed/);
  expect(mutations()).toEqual([
    { mutation: 'connectTikTok', outcome: 'AuthorizationStateError', userId: null, requestId: someone },
  ]);
});

it('says when somebody asks for what is not theirs, and when nobody is signed in', async () => {
  const { connectionId } = await world.connectedBrowser('newcomer-02');
  const stranger = await world.connectedBrowser('newcomer-03');
  mutations();
  const disconnect = 'mutation ($id: ID!) { disconnectTikTok(input: { connectionId: $id }) { __typename } }';
  await stranger.post(disconnect, { id: connectionId });
  await world.browser().post(disconnect, { id: connectionId });
  expect(mutations()).toEqual([
    { mutation: 'disconnectTikTok', outcome: 'NotFoundError', userId: someone, requestId: someone },
    { mutation: 'disconnectTikTok', outcome: 'FAILED', userId: null, requestId: someone },
  ]);
});

it('says who was refused before anything ran', async () => {
  lines.length = 0;
  const { http } = world.app;
  await supertest(http).get('/graphql?query={__typename}');
  await supertest(http).post('/webhooks/tiktok').send({ event: 'authorization.removed' });
  await supertest(http).delete('/graphql');
  const refused = lines.filter(({ msg }) => msg === 'request refused');
  expect(refused.map(({ method, path, status }) => [method, path, status])).toEqual([
    ['GET', '/graphql', 403],
    ['POST', '/webhooks/tiktok', 401],
    ['DELETE', '/graphql', 405],
  ]);
});
