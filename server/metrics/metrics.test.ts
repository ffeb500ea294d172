import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { waitFor } from '../testing/wait-for';
import { createBreakers } from '../outbound/breaker';

const token = 'a-token-of-some-length';
/** A sync takes a second or two, on a machine that does nothing else. */
const withinMs = 60_000;
let test: TestApp;
let person: TestBrowser & { connectionId: string };
const breakers = createBreakers({ failures: 1 });

beforeAll(async () => {
  test = await createTestApp({ metricsToken: token, breakers });
  person = await test.connectedBrowser('newcomer');
  test.app.jobs.start();
});
afterAll(() => test.close());

const scrape = async () => (await test.browser().agent.get('/metrics').set('authorization', `Bearer ${token}`)).text;

/** Value of a line such as `name{label="value"} 1`; NaN where there is none. */
async function valueOf(line: string): Promise<number> {
  const found = (await scrape()).split('\n').find((one) => one.startsWith(`${line} `));
  return Number(found?.slice(line.length));
}

it(
  'counts what happens, by patterns and codes',
  async () => {
    await waitFor(async () => (await valueOf('crealia_jobs_total{kind="sync",outcome="done"}')) === 1, withinMs);
    const { id } = test.db.sqlite.prepare('SELECT id FROM Video LIMIT 1').get() as { id: string };
    await person.agent.get(`/media/covers/${id}`);
    await person.agent.get('/api/tiktok/videos?maxCount=1');
    await person.agent.get('/api/nothing-here');
    await person.agent.get('/graphql?query=%7B__typename%7D').set('accept', 'application/json');

    expect(await valueOf('crealia_http_requests_total{method="GET",route="/media/covers/:id",status="200"}')).toBe(1);
    expect(await valueOf('crealia_http_requests_total{method="GET",route="/api/tiktok/videos",status="200"}')).toBe(1);
    expect(await valueOf('crealia_http_requests_total{method="GET",route="/api",status="404"}')).toBe(1);
    expect(await valueOf('crealia_http_requests_total{method="POST",route="/graphql",status="200"}')).toBeGreaterThan(1);
    expect(await valueOf('crealia_tiktok_calls_total{endpoint="/v2/oauth/token/",code="ok"}')).toBe(1);
    expect(await valueOf('crealia_tiktok_calls_total{endpoint="/v2/video/list/",code="ok"}')).toBeGreaterThan(0);
    expect(await valueOf('crealia_tiktok_call_seconds_count{endpoint="/v2/video/list/"}')).toBeGreaterThan(0);
    expect(await valueOf('crealia_job_seconds_count{kind="sync"}')).toBe(1);
    expect(await valueOf('crealia_sync_overdue_seconds')).toBe(0);
    expect(await valueOf('crealia_database_bytes{file="main"}')).toBeGreaterThan(4_096);
    expect(await valueOf('crealia_media_files')).toBe(1);
  },
  withinMs,
);

it('shows failed and waiting jobs, an account that is behind, and breakers', async () => {
  const insert = test.db.sqlite.prepare(
    `INSERT INTO Job (id, kind, key, payload, runAt, createdAt, attempts, failedAt) VALUES (?, 'never-run', ?, '{}', ?, 0, 0, ?)`,
  );
  insert.run('j1', 'k1', Date.now() - 60_000, null);
  insert.run('j2', 'k2', 0, 1);
  test.db.sqlite.prepare('UPDATE TikTokConnection SET nextSyncAt = ?').run(test.clock.now().getTime() - 600_000);
  expect(await valueOf('crealia_jobs_waiting{kind="never-run"}')).toBe(1);
  expect(await valueOf('crealia_jobs_failed{kind="never-run"}')).toBe(1);
  expect(Math.round(await valueOf('crealia_jobs_overdue_seconds{kind="never-run"}'))).toBeGreaterThanOrEqual(60);
  expect(Math.round(await valueOf('crealia_sync_overdue_seconds'))).toBeGreaterThanOrEqual(600);

  expect(await valueOf('crealia_breaker_state{service="oembed"}')).toBe(0);
  await breakers.oembed.run(async () => ({ status: 503, headers: new Headers(), bytes: Buffer.alloc(0) }));
  expect(await valueOf('crealia_breaker_state{service="oembed"}')).toBe(2);
  // No language model is set.
  expect(await scrape()).not.toContain('service="languageModel"');
});

it('says nothing of anybody: no id, name, handle, token or caption', async () => {
  const rows = [
    ...test.db.sqlite
      .prepare('SELECT id, tiktokUserId, displayName, username, ownerId, accessTokenEncrypted FROM TikTokConnection')
      .all(),
    ...test.db.sqlite.prepare('SELECT id, tiktokVideoId, description, shareUrl FROM Video').all(),
    ...test.db.sqlite.prepare('SELECT id, displayName FROM User').all(),
  ] as Record<string, string | null>[];
  const secrets = rows.flatMap((row) => Object.values(row)).filter((value) => typeof value === 'string' && value.length > 3);
  expect(secrets.length).toBeGreaterThan(10);
  const text = await scrape();
  expect(secrets.filter((secret) => text.includes(String(secret)))).toEqual([]);
  expect(text).not.toContain(token);
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|[A-Za-z0-9+/]{24,}=*"/);
});

it('does not grow with what strangers ask for', async () => {
  const rows = async () => (await scrape()).split('\n').length;
  const ask = async (times: number) => {
    for (let time = 0; time < times; time++) await test.browser().agent.get(`/strange-${time}/${Math.floor(time / 3)}?q=${time}`);
  };
  await ask(1);
  const before = await rows();
  await ask(20);
  expect(await rows()).toBe(before);
});
