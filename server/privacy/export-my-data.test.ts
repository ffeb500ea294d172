import { createServer, get as httpGet, type IncomingMessage, type Server } from 'node:http';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { parseRows, sha256, unzip } from '../testing/unzip';
import { waitFor } from '../testing/wait-for';
import type { ArchiveManifest } from './archive-format';
import { archiveFile, archiveFolder, deleteOldArchives } from './archive-files';
import { personalTables } from './personal-tables';

const dayMs = 24 * 3600_000;
const fields = 'id status progress isDownloadable rowCount sizeBytes checksum downloadedAt expiresAt error { message }';

interface Answer {
  id: string;
  status: string;
  progress: number;
  isDownloadable: boolean;
  rowCount: number;
  sizeBytes: number;
  checksum: string;
  downloadedAt: string | null;
  expiresAt: string;
}

let test: TestApp;
let person: TestBrowser & { connectionId: string };
let other: TestBrowser;

beforeAll(async () => {
  test = await createTestApp();
  test.app.start();
  person = await test.connectedBrowser('small');
  other = await test.connectedBrowser('newcomer');
  await waitFor(async () => {
    const { node } = await person.query<{ node: { latestSync: { status: string } } }>(
      'query ($id: ID!) { node(id: $id) { ... on TikTokConnection { latestSync { status } } } }',
      { id: person.connectionId },
    );
    return node.latestSync.status === 'SUCCEEDED';
  });
});
afterAll(() => test.close());

async function ask(browser = person): Promise<Answer> {
  const { exportMyData } = await browser.query<{ exportMyData: { dataExport: Answer } }>(
    `mutation { exportMyData { ... on ExportMyDataSuccess { dataExport { ${fields} } } ... on Error { message } } }`,
  );
  return exportMyData.dataExport;
}

async function read(id: string): Promise<Answer> {
  const { node } = await person.query<{ node: Answer }>(
    `query ($id: ID!) { node(id: $id) { ... on DataExport { ${fields} } } }`,
    {
      id,
    },
  );
  return node;
}

async function make(): Promise<Answer> {
  // Archives of the tests before do not count against the day.
  test.db.sqlite.prepare('UPDATE DataExport SET createdAt = createdAt - ?').run(dayMs);
  const { id } = await ask();
  await waitFor(async () => (await read(id)).status === 'SUCCEEDED');
  return read(id);
}

async function makeLink(dataExportId: string, browser: TestBrowser = person): Promise<{ url?: string; __typename: string }> {
  const { makeDownloadLink } = await browser.query<{ makeDownloadLink: { url?: string; __typename: string } }>(
    `mutation ($input: MakeDownloadLinkInput!) {
      makeDownloadLink(input: $input) { __typename ... on MakeDownloadLinkSuccess { url } ... on Error { message } }
    }`,
    { input: { dataExportId } },
  );
  return makeDownloadLink;
}

const fetchZip = (url: string) =>
  person.agent
    .get(url)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });

const filesHere = () => (existsSync(archiveFolder(test.db)) ? readdirSync(archiveFolder(test.db)) : []);

describe('An archive', () => {
  it('holds every row that is the person’s and none of anybody else, with a manifest that fits', async () => {
    const made = await make();
    expect(made).toMatchObject({ progress: 1, isDownloadable: true, downloadedAt: null });
    const { url } = await makeLink(made.id);
    const answer = await fetchZip(url!);
    expect(answer.status).toBe(200);
    const zip = answer.body as Buffer;
    expect({ size: zip.length, checksum: sha256(zip) }).toEqual({ size: made.sizeBytes, checksum: made.checksum });

    const files = await unzip(zip);
    const manifest = JSON.parse(files.get('manifest.json')!) as ArchiveManifest;
    expect([...files.keys()].filter((name) => name !== 'manifest.json').sort()).toEqual(
      manifest.files.map(({ name }) => name).sort(),
    );
    for (const { name, table, rows, bytes, sha256: checksum } of manifest.files) {
      const content = files.get(name)!;
      expect({ name, bytes: Buffer.byteLength(content), checksum: sha256(content) }).toEqual({ name, bytes, checksum });
      if (table !== null) expect(parseRows(content)).toHaveLength(rows!);
    }
    // Two people are in this database, and one is in the archive.
    const [userId, connectionId] = test.db.sqlite
      .prepare("SELECT ownerId, id FROM TikTokConnection WHERE username LIKE '%' ORDER BY id LIMIT 1")
      .raw()
      .get() as [string, string];
    expect(parseRows(files.get('data/User.ndjson'))).toMatchObject([{ id: userId }]);
    expect(parseRows(files.get('data/TikTokConnection.ndjson'))).toMatchObject([{ id: connectionId, ownerId: userId }]);
    const videos = test.db.sqlite.prepare('SELECT count(*) FROM Video WHERE connectionId = ?').pluck().get(connectionId);
    expect(parseRows(files.get('data/Video.ndjson'))).toHaveLength(videos as number);
    expect(files.get('videos.csv')!.trim().split('\r\n').length).toBeGreaterThan(videos as number);
    expect(made.rowCount).toBe(manifest.files.reduce((sum, { rows }) => sum + (rows ?? 0), 0));
    expect(manifest.readings).not.toBeNull();
    expect(files.get('README.txt')).toContain('VOS DONNÉES');
  });

  it('holds no token, hash or key', async () => {
    const made = await make();
    const zip = (await fetchZip((await makeLink(made.id)).url!)).body as Buffer;
    const content = [...(await unzip(zip)).values()].join('\n');
    const secrets = test.db.sqlite
      .prepare(
        `SELECT accessTokenEncrypted FROM TikTokConnection UNION SELECT refreshTokenEncrypted FROM TikTokConnection
         UNION SELECT tokenHash FROM Session UNION SELECT stateHash FROM AuthorizationAttempt
         UNION SELECT codeVerifierEncrypted FROM AuthorizationAttempt UNION SELECT tokenHash FROM DataExport WHERE tokenHash IS NOT NULL`,
      )
      .pluck()
      .all() as string[];
    expect(secrets.length).toBeGreaterThanOrEqual(8);
    for (const secret of secrets) expect(content.includes(secret)).toBe(false);
  });

  it('lies on the disk for this user alone, and no longer than until it is downloaded', async () => {
    const made = await make();
    const [name] = filesHere();
    expect(filesHere()).toHaveLength(1);
    expect(statSync(`${archiveFolder(test.db)}/${name}`).mode & 0o777).toBe(0o600);
    expect(statSync(archiveFolder(test.db)).mode & 0o777).toBe(0o700);
    await fetchZip((await makeLink(made.id)).url!);
    await waitFor(() => Promise.resolve(filesHere().length === 0));
    expect(await read(made.id)).toMatchObject({ isDownloadable: false, downloadedAt: expect.any(String) });
  });
});

describe('A link', () => {
  it('is good for one download', async () => {
    const { url } = await makeLink((await make()).id);
    const first = await fetchZip(url!);
    expect(first.headers).toMatchObject({
      'content-type': 'application/zip',
      'cache-control': 'no-store',
      'content-disposition': expect.stringMatching(/^attachment; filename="crealia-\d{4}-\d\d-\d\d\.zip"$/),
    });
    const second = await fetchZip(url!);
    expect(second.status).toBe(404);
  });

  it('opens nothing for whoever is not signed in or is somebody else, and is not used up by them or by HEAD', async () => {
    const { url } = await makeLink((await make()).id);
    expect((await supertest(test.app.http).get(url!)).status).toBe(404);
    expect((await other.agent.get(url!)).status).toBe(404);
    const head = await person.agent.head(url!);
    expect(head.status).toBe(200);
    expect((await fetchZip(url!)).status).toBe(200);
  });

  it('leads a browser that it opens nothing for to the page of archives', async () => {
    const answer = await supertest(test.app.http).get('/exports/nothing').set('accept', 'text/html,*/*;q=0.8');
    expect([answer.status, answer.headers.location]).toEqual([303, '/settings/data?link=gone']);
  });

  it('is replaced by the next one, and is for the owner alone to make', async () => {
    const { id } = await make();
    const first = await makeLink(id);
    const second = await makeLink(id);
    expect((await fetchZip(first.url!)).status).toBe(404);
    expect(await makeLink(id, other)).toMatchObject({ __typename: 'NotFoundError' });
    expect((await fetchZip(second.url!)).status).toBe(200);
    expect(await makeLink(id)).toMatchObject({ __typename: 'ArchiveNotReadyError' });
  });

  it('opens nothing once its day is over, and the file goes', async () => {
    const made = await make();
    const { url } = await makeLink(made.id);
    expect(await deleteOldArchives(test.db, new Date(Date.parse(made.expiresAt) - 1))).toBe(0);
    expect(await deleteOldArchives(test.db, new Date(made.expiresAt))).toBe(1);
    test.db.sqlite.prepare('UPDATE DataExport SET expiresAt = expiresAt - ?').run(dayMs);
    expect((await fetchZip(url!)).status).toBe(404);
    expect(await read(made.id)).toMatchObject({ isDownloadable: false });
  });

  it('goes on after a download that broke, from where it broke', async () => {
    const { url } = await makeLink((await make()).id);
    const whole = (await person.agent.head(url!)).headers['content-length'];
    const half = Math.floor(Number(whole) / 2);
    const first = await fetchZip(url!).set('range', `bytes=0-${half - 1}`);
    expect(first.status).toBe(206);
    const rest = await fetchZip(url!)
      .set('range', `bytes=${half}-`)
      .set('if-range', first.headers.etag as string);
    expect(rest.status).toBe(206);
    const files = await unzip(Buffer.concat([first.body as Buffer, rest.body as Buffer]));
    expect(files.has('manifest.json')).toBe(true);
    expect((await fetchZip(url!)).status).toBe(404);
  });

  it('is not used up by a connection that breaks, and a download that begins ends the one before', async () => {
    const made = await make();
    const { url } = await makeLink(made.id);
    // So large that it cannot all lie in the buffers between server and browser.
    const [name] = filesHere();
    await writeFile(`${archiveFolder(test.db)}/${name}`, Buffer.alloc(50_000_000));
    const server = createServer(test.app.http);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const broken = await open(server, url!);
      broken.destroy();
      const slow = await open(server, url!);
      const second = await open(server, url!);
      const ended = new Promise((resolve) => slow.once('error', resolve).once('aborted', resolve));
      slow.resume();
      await ended;
      expect(await read(made.id)).toMatchObject({ isDownloadable: true });
      let size = 0;
      for await (const chunk of second) size += (chunk as Buffer).length;
      expect(size).toBe(50_000_000);
      await waitFor(async () => !(await read(made.id)).isDownloadable);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  function open(server: Server, url: string): Promise<IncomingMessage> {
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve, reject) =>
      httpGet({ port, path: url, headers: { cookie: person.cookie() }, agent: false }, resolve).once('error', reject),
    );
  }
});

describe('Asking', () => {
  it('again while one is being made gives the same', async () => {
    test.db.sqlite.prepare('UPDATE DataExport SET createdAt = createdAt - ?').run(dayMs);
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(second.id).toBe(first.id);
    await waitFor(async () => (await read(first.id)).status === 'SUCCEEDED');
  });

  it('anew puts an end to the archive before', async () => {
    const before = await make();
    const { url } = await makeLink(before.id);
    await make();
    expect(filesHere()).toHaveLength(1);
    expect((await fetchZip(url!)).status).toBe(404);
    expect(await read(before.id)).toMatchObject({ isDownloadable: false });
  });

  it('more than five times a day is refused, with the time of the next', async () => {
    await make();
    const { userId } = test.db.sqlite.prepare('SELECT userId FROM DataExport').get() as { userId: string };
    const createdAt = Date.now() - 3600_000;
    for (let index = 0; index < 5; index += 1) {
      await test.db.prisma.dataExport.create({
        data: { userId, status: 'SUCCEEDED', createdAt: new Date(createdAt), expiresAt: new Date(createdAt) },
      });
    }
    const { exportMyData } = await person.query<{ exportMyData: { __typename: string; nextExportAt: string } }>(
      'mutation { exportMyData { __typename ... on TooManyExportsError { message nextExportAt } } }',
    );
    expect(exportMyData).toMatchObject({
      __typename: 'TooManyExportsError',
      nextExportAt: new Date(createdAt + dayMs).toISOString(),
    });
  });

  it('needs somebody signed in', async () => {
    const { errors } = await test.browser().post('mutation { exportMyData { __typename } }');
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});

it('What a process that died left is deleted, what is being made is not', async () => {
  const { id } = await make();
  const mine = filesHere();
  await writeFile(archiveFile(test.db, 'nobodys'), 'x');
  await writeFile(`${archiveFile(test.db, 'nobodys')}.part`, 'x');
  await writeFile(`${archiveFolder(test.db)}/notes.txt`, 'x');
  expect(await deleteOldArchives(test.db, new Date())).toBe(2);
  expect(filesHere().sort()).toEqual([...mine, 'notes.txt'].sort());
  expect(await read(id)).toMatchObject({ isDownloadable: true });
});

it('Every table that goes into an archive is explained in its README, in both languages', async () => {
  const { archiveReadme } = await import('./archive-readme');
  const tables = personalTables.filter(({ archive }) => archive !== 'ABSENT').map(({ model }) => model);
  const facts = { displayName: 'Papier plié', exportedAt: new Date(0), rows: new Map(tables.map((model) => [model, 1])) };
  for (const locale of ['FR', 'EN'] as const) {
    const lines = archiveReadme(locale, facts).split('\r\n');
    for (const model of tables) expect(lines.find((line) => line.includes(`data/${model}.ndjson`))).toMatch(/ndjson\s+1 {2}\S/);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(130);
  }
});
