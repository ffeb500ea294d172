import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { print } from 'graphql';
import {
  connectOverHttp,
  createHttpClient,
  type HttpClient,
  listSandboxCreators,
  waitForSync,
} from '../server/testing/http-client';
import { freePort, type ServerProcess, startServerProcess } from '../server/testing/server-process';
import { readWebOperations } from '../server/testing/web-operations';

interface Row {
  name: string;
  subject: string;
  videos: number | null;
  connections: number;
  unit: 'ms' | 's' | 'MB';
  median: number;
  /** Largest minus smallest of the repeated measurements. */
  spread: number;
  p50: number | null;
  p99: number | null;
  /** Against the row of the smallest creator with the same name. */
  ratio: number | null;
}

const { values } = parseArgs({
  options: { format: { type: 'string', default: 'table' }, requests: { type: 'string', default: '200' } },
});
const requests = Number(values.requests);
const sizes = [150, 1_000, 10_000];
const rows: Row[] = [];
const say = (text: string) => process.stderr.write(`${text}\n`);

const folder = await mkdtemp(path.join(os.tmpdir(), 'crealia-bench-'));
let server: ServerProcess | null = null;
try {
  const options = { databaseFile: path.join(folder, 'crealia.db'), port: await freePort(), sandboxPort: await freePort() };
  say('starting five times…');
  const starts: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    await server?.stop();
    server = await startServerProcess(options);
    starts.push(server.readyMs / 1000);
  }
  if (!server) throw new Error('The server did not start.');
  add({ name: 'start', subject: 'built server, from process start to /readyz', unit: 's' }, starts);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  add({ name: 'memory', subject: 'resident, idle', unit: 'MB' }, [await residentMegabytes(server.pid)]);

  const creators = await listSandboxCreators(server.sandboxUrl);
  const people: { size: number; client: HttpClient; connectionId: string }[] = [];
  for (const size of sizes) {
    const creator = creators.find(({ videoCount }) => videoCount >= size && videoCount < size * 1.5);
    if (!creator) throw new Error(`The sandbox has no creator with about ${size} videos.`);
    say(`first sync of ${creator.videoCount} videos…`);
    const client = createHttpClient(server.url);
    const connectionId = await connectOverHttp(client, server.sandboxUrl, creator.username);
    const run = await waitForSync(client, connectionId, 120_000);
    if (run.status !== 'SUCCEEDED') throw new Error(`The sync ended as ${run.status}: ${run.error?.message}`);
    add({ name: 'first sync', subject: 'sandbox in the same process, limiter lifted', videos: creator.videoCount, unit: 's' }, [
      await syncSeconds(client, connectionId),
    ]);
    people.push({ size: creator.videoCount, client, connectionId });
  }
  add({ name: 'memory', subject: 'resident, after the largest sync', videos: people.at(-1)?.size, unit: 'MB' }, [
    await residentMegabytes(server.pid),
  ]);

  const { Dashboard } = await readWebOperations();
  if (!Dashboard) throw new Error('The web app has no operation Dashboard.');
  const document = print(Dashboard);
  for (const { size, client, connectionId } of people.filter(({ size: videos }) => videos < 500 || videos > 5_000)) {
    say(`${requests} requests against ${size} videos…`);
    const variables = { connectionId, period: 'LAST_28_DAYS' };
    await timed('dashboard query', 'over HTTP, one after the other', size, () => client.query(document, variables));
    await timed('/tiktok', 'page rendered on the server', size, async () => {
      const response = await client.get('/tiktok');
      if (response.status !== 200) throw new Error(`/tiktok answered ${response.status}`);
      await response.text();
    });
  }
} finally {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}

const machine = { cpu: os.cpus()[0]?.model ?? 'unknown', cores: os.cpus().length, node: process.version };
if (values.format === 'json') console.log(JSON.stringify({ machine, rows }, null, 2));
else printTable();

async function timed(name: string, subject: string, videos: number, request: () => Promise<unknown>): Promise<void> {
  // The first calls compile and fill caches; they are their own row.
  const cold = await milliseconds(request);
  add({ name: `${name}, first`, subject, videos, unit: 'ms' }, [cold]);
  for (let warm = 0; warm < 20; warm += 1) await request();
  const times: number[] = [];
  for (let count = 0; count < requests; count += 1) times.push(await milliseconds(request));
  const sorted = times.sort((a, b) => a - b);
  const quantile = (q: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN);
  const row = add({ name, subject, videos, unit: 'ms' }, times);
  row.p50 = quantile(0.5);
  row.p99 = quantile(0.99);
  const smallest = rows.find((other) => other.name === name);
  row.ratio = smallest?.p50 ? round(row.p50 / smallest.p50) : null;
}

function add(row: Pick<Row, 'name' | 'subject' | 'unit'> & { videos?: number }, measured: number[]): Row {
  const sorted = [...measured].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const spread = (sorted.at(-1) ?? NaN) - (sorted[0] ?? NaN);
  const complete = {
    videos: null,
    ...row,
    connections: 1,
    median: round(median),
    spread: round(spread),
    p50: null,
    p99: null,
    ratio: null,
  };
  rows.push(complete);
  return rows.at(-1) ?? complete;
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? NaN) / 1024;
}

async function syncSeconds(client: HttpClient, id: string): Promise<number> {
  const { node } = await client.query<{ node: { latestSync: { startedAt: string; finishedAt: string } } }>(
    'query ($id: ID!) { node(id: $id) { ... on TikTokConnection { latestSync { startedAt finishedAt } } } }',
    { id },
  );
  return (Date.parse(node.latestSync.finishedAt) - Date.parse(node.latestSync.startedAt)) / 1000;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function printTable(): void {
  console.log(`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}\n`);
  console.log(
    '| what | of | videos | median | spread | p50 | p99 | ratio |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
  );
  for (const row of rows) {
    const cells = [
      row.name,
      row.subject,
      row.videos ?? '',
      `${row.median} ${row.unit}`,
      row.spread || '',
      row.p50 ?? '',
      row.p99 ?? '',
      row.ratio ?? '',
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
