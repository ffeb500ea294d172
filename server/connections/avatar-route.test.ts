import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';

let test: TestApp;
let person: TestBrowser & { connectionId: string };
let address: string;

beforeAll(async () => {
  test = await createTestApp();
  person = await test.connectedBrowser('atelier.lumiere');
  const answer = await person.query<{ node: { avatarUrl: string } }>(
    'query ($id: ID!) { node(id: $id) { ... on TikTokConnection { avatarUrl } } }',
    { id: person.connectionId },
  );
  address = answer.node.avatarUrl;
});
afterAll(() => test.close());

const mediaFolder = () => path.join(path.dirname(test.db.file), 'media');

it('gives the owner the profile picture, and keeps it beside the database', async () => {
  const { status, headers, body } = await person.agent.get(address);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'private, max-age=86400',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
  });
  expect((body as Buffer).length).toBeGreaterThan(100);
  const [folder = ''] = await readdir(mediaFolder());
  expect(await readdir(path.join(mediaFolder(), folder))).toEqual([expect.stringMatching(/^avatar\.[0-9a-f]{32}\.png$/)]);
});

it('needs no call to TikTok for one that is kept', async () => {
  await person.agent.get(address);
  test.db.sqlite.prepare('UPDATE TikTokConnection SET avatarUrl = ?').run('http://127.0.0.1:9/nothing-listens-here');
  expect((await person.agent.get(address)).status).toBe(200);
});

it('gives it to nobody else', async () => {
  expect((await test.browser().agent.get(address)).status).toBe(404);
});

it.each(['/media/avatars/..%2f..%2ftest.db', '/media/avatars/%00', '/media/covers/..%2f..%2ftest.db'])(
  'gives nothing for %s',
  async (odd) => {
    expect((await person.agent.get(odd)).status).toBe(404);
  },
);
