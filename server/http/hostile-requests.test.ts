import { reportingLogger } from '../fuzz/reporting-logger';
import { csrfHeader } from '../graphql/csrf';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';

/* What fuzzing found (`npm run fuzz`): each of these was answered as a failure of the server, or with more than was asked for. */

const reported: string[] = [];
let test: TestApp;
let browser: TestBrowser;

beforeAll(async () => {
  test = await createTestApp({ logger: reportingLogger(reported) });
  browser = await test.connectedBrowser('newcomer');
});
beforeEach(() => (reported.length = 0));
afterEach(() => expect(reported).toEqual([]));
afterAll(() => test.close());

it.each(['/media/avatars/%', '/media/covers/%ff'])('half an escape in %s is a fault of the request', async (path) => {
  const answer = await browser.agent.get(path);
  expect([answer.status, (answer.body as { error: { code: string } }).error.code]).toEqual([400, 'BAD_ADDRESS']);
});

it('a host that is no host is a fault of the request', async () => {
  const answer = await browser.agent
    .get('/graphql?query={__typename}')
    .set({ host: 'a b', accept: 'application/json', [csrfHeader]: '1' });
  expect(answer.status).toBe(400);
});

it.each(['extensions', 'variables'])('%s in an address that are not JSON are a fault of the request', async (name) => {
  const answer = await browser.agent
    .get(`/graphql?query={__typename}&${name}=nonsense`)
    .set({ accept: 'application/json', [csrfHeader]: '1' });
  expect([answer.status, (answer.body as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code]).toEqual([
    400,
    'BAD_REQUEST',
  ]);
});

it('a refusal of what can be accepted is as long as it was before many things were asked for', async () => {
  const answer = await browser.agent.get('/graphql').set({ accept: ','.repeat(2_000), [csrfHeader]: '1' });
  expect(answer.status).toBe(406);
  expect(answer.headers.accept?.length).toBeLessThan(200);
});

it.each([
  ['braces', '{a'.repeat(5_000) + '}'.repeat(5_000)],
  ['lists', `{ nodes(ids: ${'['.repeat(5_000)}${']'.repeat(5_000)}) { id } }`],
])('%s nested thousands deep are refused by name', async (_name, query) => {
  const { errors } = await browser.post(query);
  expect(errors?.[0]?.extensions?.code).toBe('DOCUMENT_TOO_LARGE');
});
