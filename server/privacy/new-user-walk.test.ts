import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { decodeGlobalID } from '@pothos/plugin-relay';
import { connectCreator, createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { waitFor } from '../testing/wait-for';
import { archiveFolder } from './archive-files';
import { dayMs, retention } from './retention';

const creator = 'small-01';
const withinMs = 60_000;

let world: TestApp;
let listener: Server;
let person: TestBrowser & { connectionId: string };

beforeAll(async () => {
  world = await createTestApp();
  world.app.start();
  listener = createServer(world.app.http).listen(0, '127.0.0.1');
  await new Promise((resolve) => listener.once('listening', resolve));
  // TikTok's stand-in sends its events over the network, as TikTok does.
  await steer('settings', { webhookUrl: `http://127.0.0.1:${(listener.address() as AddressInfo).port}/webhooks/tiktok` });
}, withinMs);
afterAll(async () => {
  await new Promise((resolve) => listener.close(resolve));
  await world.close();
});

async function steer(what: string, body: object): Promise<void> {
  const response = await fetch(`${world.sandbox.url}/_sandbox/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
}

interface Account {
  status: string;
  willBeErasedAt: string | null;
  latestSync: { status: string; error: { code: string } | null } | null;
  videos: { totalCount: number };
}

async function account(): Promise<Account> {
  const { node } = await person.query<{ node: Account }>(
    `query ($id: ID!) { node(id: $id) { ... on TikTokConnection {
       status willBeErasedAt latestSync { status error { code } } videos { totalCount } } } }`,
    { id: person.connectionId },
  );
  return node;
}

const idle = () => waitFor(async () => world.db.sqlite.prepare('SELECT count(*) FROM Job').pluck().get() === 0, withinMs);

it('a new person connects, reads, takes a copy, is let go by TikTok, comes back, and leaves without a trace', async () => {
  person = await world.connectedBrowser(creator);
  await waitFor(async () => (await account()).latestSync?.status === 'SUCCEEDED', withinMs);
  const { videos } = await account();
  expect(videos.totalCount).toBeGreaterThan(0);

  // A copy, and a picture that this server keeps.
  const { exportMyData } = await person.query<{ exportMyData: { dataExport: { id: string } } }>(
    'mutation { exportMyData { ... on ExportMyDataSuccess { dataExport { id } } } }',
  );
  await waitFor(async () => {
    const { node } = await person.query<{ node: { status: string } }>(
      'query ($id: ID!) { node(id: $id) { ... on DataExport { status } } }',
      { id: exportMyData.dataExport.id },
    );
    return node.status === 'SUCCEEDED';
  }, withinMs);
  const rawId = decodeGlobalID(person.connectionId).id;
  expect((await person.agent.get(`/media/avatars/${rawId}`)).status).toBe(200);
  const media = path.join(path.dirname(world.db.file), 'media', rawId);
  await waitFor(() => existsSync(media) && readdirSync(media).length > 0);
  expect(readdirSync(archiveFolder(world.db))).toHaveLength(1);
  await idle();

  // Disconnected from TikTok's side: the event says so.
  const removedAt = world.clock.now().getTime();
  await steer('revoke', { creator, reason: 1 });
  await waitFor(async () => (await account()).status === 'REVOKED', withinMs);
  const removed = await account();
  const wait = new Date(removed.willBeErasedAt!).getTime() - removedAt;
  expect(Math.abs(wait - retention.graceDays * dayMs)).toBeLessThan(60_000);
  expect(removed.videos).toEqual(videos);
  const refused = await person.query<{ syncVideos: { __typename: string } }>(
    'mutation ($id: ID!) { syncVideos(input: { connectionId: $id }) { __typename } }',
    { id: person.connectionId },
  );
  expect(refused.syncVideos.__typename).toBe('ConnectionNotActiveError');

  // Back in time: the erasure is called off, and the history goes on.
  expect(await connectCreator(person, world.sandbox, creator)).toBe(person.connectionId);
  await waitFor(async () => (await account()).latestSync?.status === 'SUCCEEDED', withinMs);
  expect(await account()).toMatchObject({ status: 'ACTIVE', willBeErasedAt: null, videos });
  await idle();

  // And gone.
  const traces = world.db.sqlite
    .prepare<[], string>(
      `SELECT displayName FROM TikTokConnection UNION SELECT username FROM TikTokConnection UNION SELECT tiktokUserId FROM TikTokConnection
       UNION SELECT unionId FROM TikTokConnection UNION SELECT id FROM TikTokConnection UNION SELECT id FROM User UNION SELECT tiktokVideoId FROM Video
       UNION SELECT description FROM Video UNION SELECT name FROM Hashtag WHERE length(name) > 5`,
    )
    .pluck()
    .all()
    .filter((text) => text !== null && text !== '');
  const { eraseMyData } = await person.query<{ eraseMyData: { receipt: { id: string } } }>(
    'mutation { eraseMyData(input: { isConfirmed: true }) { ... on EraseMyDataSuccess { receipt { id } } } }',
  );
  interface Receipt {
    phase: string;
    revokedCount: number;
    deletedFileCount: number;
    remainingFileCount: number;
    tables: { table: string; rowCountBefore: number; rowCountAfter: number }[];
  }
  const read = async () =>
    (
      await world.browser().query<{ erasureReceipt: Receipt }>(
        `query ($receipt: String!) { erasureReceipt(receipt: $receipt) {
           phase revokedCount deletedFileCount remainingFileCount tables { table rowCountBefore rowCountAfter } } }`,
        { receipt: eraseMyData.receipt.id },
      )
    ).erasureReceipt;
  await waitFor(async () => (await read()).phase === 'DONE', withinMs);
  const receipt = await read();
  expect(receipt).toMatchObject({ revokedCount: 1, deletedFileCount: 2, remainingFileCount: 0 });
  expect(receipt.tables.find(({ table }) => table === 'Video')).toEqual({
    table: 'Video',
    rowCountBefore: videos.totalCount,
    rowCountAfter: 0,
  });
  expect(receipt.tables.filter(({ rowCountAfter }) => rowCountAfter !== 0)).toEqual([]);

  const state = (await (await fetch(`${world.sandbox.url}/_sandbox/state`)).json()) as {
    tokens: object[];
    revoked: { creator: string; reason: number }[];
  };
  expect(state.tokens).toEqual([]);
  expect(state.revoked.map((entry) => [entry.creator, entry.reason])).toEqual([
    [creator, 1],
    [creator, 5],
  ]);
  await idle();
  const bytes = Buffer.concat(
    ['', '-wal', '-shm'].flatMap((suffix) => (existsSync(world.db.file + suffix) ? [readFileSync(world.db.file + suffix)] : [])),
  );
  expect(traces.length).toBeGreaterThan(20);
  expect(traces.filter((text) => bytes.includes(text))).toEqual([]);
  expect([existsSync(media) ? readdirSync(media) : [], readdirSync(archiveFolder(world.db))]).toEqual([[], []]);
  expect(await person.query('{ viewer { user { id } } }')).toEqual({ viewer: null });
}, 180_000);
