import { request } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { csrfHeader } from '../graphql/csrf';
import { connectOverHttp, createHttpClient, type HttpClient, waitForSync } from './http-client';
import { type LanguageModelStub, startLanguageModelStub } from './language-model-stub';
import { lookInside } from './crash/look-inside';
import { freePort, type ServerProcess, type ServerProcessOptions, startServerProcess } from './server-process';

let folder: string;
let options: ServerProcessOptions;
let server: ServerProcess;
let model: LanguageModelStub;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'crealia-stop-'));
  model = await startLanguageModelStub();
  model.answerWith('hang');
  options = {
    databaseFile: path.join(folder, 'crealia.db'),
    port: await freePort(),
    sandboxPort: await freePort(),
    env: { OPENAI_API_KEY: 'test', OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'test' },
  };
  server = await startServerProcess(options);
}, 60_000);
afterAll(async () => {
  await server.kill();
  await model.close();
  await rm(folder, { recursive: true, force: true });
});

it('SIGTERM while TikTok hangs, a generation runs and people are served: they are answered, nothing is lost, code 0 within ten seconds', async () => {
  const client = createHttpClient(server.url);
  const connectionId = await connectOverHttp(client, server.sandboxUrl, 'papier.plie');
  await waitForSync(client, connectionId);
  await control('POST', { endpoint: 'user/info', fault: 'hang', times: 50 });
  const { syncVideos } = await client.query<{ syncVideos: { syncRun: { id: string } } }>(
    'mutation ($id: ID!) { syncVideos(input: { connectionId: $id }) { ... on SyncVideosSuccess { syncRun { id } } } }',
    { id: connectionId },
  );
  await client.query(
    'mutation ($id: ID!) { generateRecommendations(input: { connectionId: $id }) { ... on GenerateRecommendationsSuccess { generationRun { id } } } }',
    { id: connectionId },
  );
  const events = await followSync(client, syncVideos.syncRun.id);
  await until(() => model.requests.length > 0 && leasedJobs() === 2);
  const slow = beginRequest(client);
  await slow.begun;

  const startedAt = performance.now();
  const stopped = server.stop();
  const eventsEnded = events.text();
  await until(() =>
    fetch(`${server.url}/healthz`).then(
      () => false,
      () => true,
    ),
  );
  slow.finish();
  expect(await slow.answer).toMatchObject({ status: 200, body: { data: { __typename: 'Query' } } });
  expect(await eventsEnded).toContain('syncProgress');
  expect(await stopped).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  expect(lookInside(options.databaseFile, (sqlite) => sqlite.pragma('integrity_check', { simple: true }))).toBe('ok');
  expect(jobs()).toEqual([
    { kind: 'generate', attempts: 0, leasedBy: null },
    { kind: 'sync', attempts: 0, leasedBy: null },
  ]);

  model.answerWith({ status: 500 });
  server = await startServerProcess(options);
  await control('DELETE');
  expect((await waitForSync(client, connectionId)).status).toBe('SUCCEEDED');
  await until(() => jobs().every(({ kind }) => kind !== 'generate'));
  const { node } = await client.query<{ node: { latestGeneration: { status: string } } }>(
    'query ($id: ID!) { node(id: $id) { ... on TikTokConnection { latestGeneration { status } } } }',
    { id: connectionId },
  );
  expect(node.latestGeneration.status).toBe('SUCCEEDED');
}, 120_000);

async function control(method: 'POST' | 'DELETE', body?: object): Promise<void> {
  await fetch(`${server.sandboxUrl}/_sandbox/faults`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
}

function jobs(): { kind: string; attempts: number; leasedBy: string | null }[] {
  return lookInside(options.databaseFile, (sqlite) =>
    sqlite
      .prepare<[], { kind: string; attempts: number; leasedBy: string | null }>(
        `SELECT kind, attempts, leasedBy FROM Job WHERE kind IN ('sync', 'generate') ORDER BY kind`,
      )
      .all(),
  );
}

const leasedJobs = () => jobs().filter(({ leasedBy }) => leasedBy !== null).length;

function followSync(client: HttpClient, runId: string): Promise<Response> {
  return fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      cookie: client.cookie(),
      [csrfHeader]: '1',
    },
    body: JSON.stringify({
      query: 'subscription ($runId: ID!) { syncProgress(runId: $runId) { status } }',
      variables: { runId },
    }),
  });
}

/** A request whose body comes in two parts: it is in flight from the first to the last. */
function beginRequest(client: HttpClient) {
  const body = JSON.stringify({ query: '{ __typename }' });
  const sent = request(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': body.length,
      cookie: client.cookie(),
      [csrfHeader]: '1',
    },
  });
  const answer = new Promise<{ status: number | undefined; body: unknown }>((resolve, reject) => {
    sent.once('error', reject);
    sent.once('response', (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode, body: JSON.parse(text) }));
    });
  });
  answer.catch(() => undefined);
  // The server has the headers once it has seen a request that was sent after them.
  const begun = new Promise<void>((resolve) => sent.write(body.slice(0, 5), () => resolve())).then(() =>
    fetch(`${server.url}/healthz`),
  );
  return { begun, answer, finish: () => sent.end(body.slice(5)) };
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Never came true: ${condition.toString()}`);
}
