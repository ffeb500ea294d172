import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { waitFor } from '../testing/wait-for';
import { createBreakers } from './breaker';

let now = 0;
/** A sync takes a second or two, on a machine that does nothing else. */
const withinMs = 60_000;
let test: TestApp;
let person: TestBrowser & { connectionId: string };

beforeAll(async () => {
  test = await createTestApp({ breakers: createBreakers({ failures: 8, openMs: 30_000, monotonicNow: () => now }) });
  test.app.jobs.start();
  person = await test.connectedBrowser('newcomer');
  await waitFor(async () => (await latestSync()).status === 'SUCCEEDED', withinMs);
}, withinMs);
afterAll(() => test.close());

interface Sync {
  status: string;
  error: { code: string; message: string } | null;
}

async function latestSync(): Promise<Sync> {
  const { node } = await person.query<{ node: { latestSync: Sync } }>(
    'query ($id: ID!) { node(id: $id) { ... on TikTokConnection { latestSync { status error { code message } } } } }',
    { id: person.connectionId },
  );
  return node.latestSync;
}

const startSync = () =>
  person.query('mutation ($id: ID!) { syncVideos(input: { connectionId: $id }) { __typename } }', { id: person.connectionId });

const faults = async (method: string, body?: unknown): Promise<number> => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${test.sandbox.url}/_sandbox/faults`, { method, headers, body: JSON.stringify(body) });
  const { faults: waiting } = (await response.json()) as { faults: { times: number }[] };
  return waiting.reduce((sum, { times }) => sum + times, 0);
};
const failTikTok = (times: number) => faults('POST', { endpoint: 'user/info', fault: 'internal_error', times });

/** What a person could lose. */
const kept = () =>
  test.db.sqlite
    .prepare(
      `SELECT (SELECT count(*) FROM Video) videos, (SELECT count(*) FROM Video WHERE unavailableSince IS NOT NULL) unavailable,
       (SELECT count(*) FROM VideoSnapshot) snapshots, (SELECT status FROM TikTokConnection) status`,
    )
    .get();
const readiness = async () => {
  const { status, body } = await test.browser().agent.get('/readyz');
  return [status, body] as const;
};

it('spares TikTok and the person while TikTok fails, keeps everything, and goes on by itself afterwards', async () => {
  expect(await readiness()).toMatchObject([200, { status: 'ready', checks: { tiktok: { ok: true, reason: null } } }]);
  const before = kept();
  await failTikTok(1_000);
  await startSync();
  // The waits between the job's tries are cut short; the tries are all made.
  await waitFor(async () => {
    test.db.sqlite.prepare(`UPDATE Job SET runAt = 0 WHERE kind = 'sync'`).run();
    return (await latestSync()).status === 'FAILED';
  }, withinMs);

  // Two tries with three retries each opened it; the four tries after them called nobody.
  expect(1_001 - (await failTikTok(1))).toBe(8);
  expect((await latestSync()).error).toEqual({
    code: 'TIKTOK_UNAVAILABLE',
    message: expect.stringContaining('leaves it alone for half a minute'),
  });
  expect(kept()).toEqual(before);
  const reason = expect.stringMatching(/^8 calls in a row failed, the last with HTTP 500; tried again in \d+ s\.$/) as string;
  expect(await readiness()).toMatchObject([
    200,
    {
      status: 'ready',
      checks: { database: { ok: true }, queue: { ok: true }, tiktok: { ok: false, reason }, oembed: { ok: true } },
    },
  ]);
  expect(test.db.sqlite.prepare(`SELECT count(*) FROM Job WHERE kind = 'sync'`).pluck().get()).toBe(0);

  await faults('DELETE');
  now += 30_000;
  await startSync();
  await waitFor(async () => (await latestSync()).status === 'SUCCEEDED', withinMs);
  expect(await readiness()).toMatchObject([200, { checks: { tiktok: { ok: true, reason: null } } }]);
  expect(kept()).toMatchObject({ unavailable: 0, status: 'ACTIVE' });
}, 120_000);
