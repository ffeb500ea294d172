import './schema';
import './generation-schema';
import express from 'express';
import supertest from 'supertest';
import { createGraphQLCaller } from '../http/graphql-caller';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { recommendationRoutes } from './rest';
import { seedCreator } from './test-world';

let app: TestApp;
let browser: TestBrowser & { connectionId: string };
let routes: express.Express;
let agent: ReturnType<typeof supertest.agent>;
beforeAll(async () => {
  app = await createTestApp();
  browser = await app.connectedBrowser('newcomer');
  routes = express();
  routes.use((_request, response, next) => {
    response.locals.requestId = 'test';
    next();
  });
  routes.use(express.raw({ type: () => true }));
  routes.use(recommendationRoutes({ callGraphQL: createGraphQLCaller(app.app.graphql, 'http://localhost:3000') }));
  agent = supertest.agent(routes);
  // The same browser, at another port of the same host.
  agent.jar = browser.agent.jar;
});
afterAll(() => app.close());

const address = '/api/tiktok/recommendations';

it('lists recommendations', async () => {
  const { status, body } = await agent.get(`${address}?limit=5`);
  expect({ status, body }).toEqual({ status: 200, body: { recommendations: [] } });
});

it('starts a run and gives its id', async () => {
  const { viewer } = await browser.query<{ viewer: { user: { id: string } } }>('{ viewer { user { id } } }');
  const ownerId = Buffer.from(viewer.user.id, 'base64').toString().split(':').at(-1);
  const seeded = await seedCreator(app.db, { videos: 12 });
  app.db.sqlite.prepare('UPDATE TikTokConnection SET ownerId = ? WHERE id = ?').run(ownerId, seeded.connectionId);
  const connectionId = Buffer.from(`TikTokConnection:${seeded.connectionId}`).toString('base64');
  const { status, body } = await agent.post(address).send({ connectionId, types: ['TIMING'] });
  expect({ status, body }).toEqual({ status: 202, body: { runId: expect.any(String) } });
  expect(Buffer.from((body as { runId: string }).runId, 'base64').toString()).toMatch(/^GenerationRun:/);
});

it.each([
  ['a bad limit', () => agent.get(`${address}?limit=0`), 400, 'INVALID_INPUT'],
  ['somebody else’s userId', () => agent.get(`${address}?userId=somebody`), 403, 'FORBIDDEN'],
  ['nobody signed in', () => supertest(routes).get(address), 401, 'UNAUTHENTICATED'],
  ['nobody signed in, starting', () => supertest(routes).post(address).send({}), 401, 'UNAUTHENTICATED'],
  ['an unknown type', () => agent.post(address).send({ connectionId: 'x', types: ['LUCK'] }), 400, 'INVALID_INPUT'],
  [
    'an account that was never read',
    () => agent.post(address).send({ connectionId: browser.connectionId }),
    409,
    'NothingSyncedError',
  ],
] as const)('refuses %s', async (_name, ask, status, code) => {
  const answer = await ask();
  expect(answer.status).toBe(status);
  expect(answer.body).toEqual({ error: { code, message: expect.any(String) } });
});
