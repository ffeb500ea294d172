import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ZipFile } from 'yazl';
import { openTestDatabase } from '../testing/database';
import { giveOwnedRows } from '../testing/ownership/owned-rows';
import { parseRows, unzip } from '../testing/unzip';
import { exportTo } from './export-to.test-data';
import { packArchive } from './pack-archive.test-data';
import { importArchive } from './import-archive';
import { ArchiveRefusedError } from './import-errors';
import { personalTables } from './personal-tables';

const now = new Date('2026-11-22T10:00:00Z');
const clock = { now: () => now, refresh: () => Promise.resolve() };
type Files = ReadonlyMap<string, string>;
type Row = Record<string, unknown>;

let source: Awaited<ReturnType<typeof openTestDatabase>>;
let target: Awaited<ReturnType<typeof openTestDatabase>>;
let folder: string;
let files: Files;
let ids: Record<string, string>;
let number = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'crealia-refusals-'));
  source = await openTestDatabase();
  target = await openTestDatabase();
  ids = await givePerson('Papier plié');
  const file = path.join(folder, 'archive.zip');
  await exportTo(file, { userId: ids.User! }, { db: source, clock });
  files = await unzip(await readFile(file));
});
afterAll(async () => {
  await source.close();
  await target.close();
  await rm(folder, { recursive: true, force: true });
});

async function givePerson(displayName: string, db = source): Promise<Record<string, string>> {
  const user = await db.prisma.user.create({
    data: { displayName, locale: 'FR', timeZone: 'Europe/Paris', createdAt: now, role: 'OPERATOR' },
  });
  await db.prisma.consent.create({
    data: { userId: user.id, purpose: 'ACCOUNT_ANALYTICS', policyVersion: '2026-11-22.2', givenAt: now },
  });
  const connection = await db.prisma.tikTokConnection.create({
    data: {
      ownerId: user.id,
      tiktokUserId: `open-id-${displayName}`,
      displayName,
      avatarUrl: 'https://p16.tiktokcdn.com/a.jpeg',
      scopes: 'user.info.basic,video.list',
      status: 'ACTIVE',
      isActive: true,
      connectedAt: now,
    },
  });
  return giveOwnedRows(db, { ownerId: user.id, connectionId: connection.id }, clock);
}

const pack: (...input: Parameters<typeof packArchive>) => Promise<string> = async (...input) => save(await packArchive(...input));

async function save(content: Buffer): Promise<string> {
  number += 1;
  const file = path.join(folder, `${number}.zip`);
  await writeFile(file, content);
  return file;
}

/** The archive with other rows in one table. */
function withRows(model: string, change: (rows: Row[]) => Row[]): Files {
  const name = `data/${model}.ndjson`;
  const rows = change(parseRows(files.get(name)));
  return new Map([...files, [name, rows.map((row) => `${JSON.stringify(row)}\n`).join('')]]);
}

const eachRow = (change: (row: Row) => Row) => (rows: Row[]) => rows.map(change);
const countAll = () =>
  Object.fromEntries(
    personalTables.map(({ model }) => [model, target.sqlite.prepare(`SELECT count(*) FROM "${model}"`).pluck().get() as number]),
  );

const cases: [string, RegExp, () => Promise<string>][] = [
  ['is no zip', /cannot be read/, () => save(Buffer.from('not a zip at all, but a text'))],
  ['is cut off', /cannot be read/, async () => save((await readFile(await pack(files))).subarray(0, -200))],
  [
    'has a byte that was changed',
    /cannot be read|damaged or was changed/,
    async () => {
      const zip = await readFile(await pack(files));
      zip[zip.indexOf('data/Video.ndjson') + 60]! ^= 0xff;
      return save(zip);
    },
  ],
  [
    'has rows that its manifest does not know',
    /damaged or was changed: data\/Video.ndjson/,
    () =>
      pack(
        withRows('Video', (rows) => [...rows, { ...rows[0], id: 'another' }]),
        { isFitted: false },
      ),
  ],
  [
    'misses a file',
    /data\/Video.ndjson is missing/,
    () => pack(new Map([...files].filter(([name]) => name !== 'data/Video.ndjson'))),
  ],
  ['has no manifest', /it has no manifest/, () => pack(new Map([...files].filter(([name]) => name !== 'manifest.json')))],
  [
    'is another program’s',
    /no archive of Crealia/,
    () => pack(files, { change: (manifest) => ({ ...manifest, format: 'x' as never }) }),
  ],
  ['is of a later version', /Update Crealia/, () => pack(files, { change: (manifest) => ({ ...manifest, formatVersion: 2 }) })],
  ['has a manifest that is cut down', /not complete/, () => pack(files, { change: ({ files: _, ...rest }) => rest as never })],
  [
    'holds a file of another name',
    /does not know \("data\/Job.ndjson"\)/,
    () => pack(new Map([...files, ['data/Job.ndjson', '']])),
  ],
  [
    'holds a name that leads out of a folder',
    /cannot be read|does not know/,
    async () => {
      const zip = await readFile(await pack(files));
      for (let at = zip.indexOf('README.txt'); at >= 0; at = zip.indexOf('README.txt', at)) zip.write('../../a.md', at);
      return save(zip);
    },
  ],
  [
    'holds a file twice',
    /twice/,
    async () => {
      const zip = new ZipFile();
      for (const name of ['manifest.json', 'README.txt', 'README.txt']) zip.addBuffer(Buffer.from(files.get(name)!), name);
      zip.end();
      return save(await buffer(zip.outputStream));
    },
  ],
  [
    'would unpack to far more than it is',
    /would unpack to more/,
    () => pack(new Map([...files, ['README.txt', '0'.repeat(50_000_000)]])),
  ],
  [
    'unpacks to more than it says',
    /cannot be read/,
    async () => {
      const zip = await readFile(await pack(new Map([...files, ['README.txt', '0'.repeat(900_000)]])));
      // In the central directory, which is what counts: the size before compression.
      const entry = zip.lastIndexOf('README.txt') - 46;
      zip.writeUInt32LE(1_000, entry + 24);
      return save(zip);
    },
  ],
  [
    'has a line that is no JSON',
    /line 2 of data\/Video.ndjson is not JSON/,
    () => {
      const text = `${files.get('data/Video.ndjson')!}{"id":\n`;
      return pack(new Map([...files, ['data/Video.ndjson', text]]));
    },
  ],
  ['ends in the middle of a line', /cut off/, () => pack(new Map([...files, ['data/Consent.ndjson', '{"id":"x"}']]))],
  ['has a line that is no record', /not a record/, () => pack(withRows('Video', () => [['a'] as never]))],
  [
    'has a value of a wrong type',
    /“viewCount” is not a whole number/,
    () =>
      pack(
        withRows(
          'Video',
          eachRow((row) => ({ ...row, viewCount: '12' })),
        ),
      ),
  ],
  [
    'has an unknown word',
    /“status” is not one of/,
    () =>
      pack(
        withRows(
          'SyncRun',
          eachRow((row) => ({ ...row, status: 'DONE' })),
        ),
      ),
  ],
  [
    'has a column that is not exported',
    /“accessTokenEncrypted”/,
    () =>
      pack(
        withRows(
          'TikTokConnection',
          eachRow((row) => ({ ...row, accessTokenEncrypted: 'x' })),
        ),
      ),
  ],
  [
    'lacks a column that is needed',
    /no “scopes”/,
    () =>
      pack(
        withRows(
          'TikTokConnection',
          eachRow(({ scopes: _, ...row }) => row),
        ),
      ),
  ],
  ['has two people', /not of its person/, () => pack(withRows('User', (rows) => [...rows, { ...rows[0], id: 'somebody' }]))],
  ['has nobody', /does not fit|not of its person/, () => pack(withRows('User', () => []))],
  ['has a row twice', /does not fit/, () => pack(withRows('Video', (rows) => [...rows, ...rows]))],
  [
    'points to nothing',
    /does not fit/,
    () =>
      pack(
        withRows(
          'Video',
          eachRow((row) => ({ ...row, connectionId: 'nothing' })),
        ),
      ),
  ],
];

describe('An archive that', () => {
  it.each(cases)('%s is refused, and nothing is written', async (_what, sentence, make) => {
    const file = await make();
    const refusal = await importArchive({ file }, { db: target }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ArchiveRefusedError);
    expect((refusal as Error).message).toMatch(sentence);
    expect(Object.values(countAll()).every((count) => count === 0)).toBe(true);
    expect(target.sqlite.inTransaction).toBe(false);
  });
});

describe('In a database with other people', () => {
  let theirs: Record<string, string>;
  let stood: ReturnType<typeof countAll>;
  beforeAll(async () => {
    theirs = await givePerson('Vélo du matin', target);
    stood = countAll();
  });

  const theirsFor = (column: string, model: string) => eachRow((row) => ({ ...row, [column]: theirs[model] }));
  it.each<[string, () => Files]>([
    ['a video of somebody else’s account', () => withRows('Video', theirsFor('connectionId', 'TikTokConnection'))],
    ['an account of somebody else', () => withRows('TikTokConnection', theirsFor('ownerId', 'User'))],
    ['a prediction of somebody else’s video', () => withRows('Prediction', theirsFor('videoId', 'Video'))],
    ['a toss followed by somebody else’s video', () => withRows('ExperimentAssignment', theirsFor('videoId', 'Video'))],
    ['advice from somebody else’s run', () => withRows('Recommendation', theirsFor('generationRunId', 'GenerationRun'))],
  ])('%s is refused', async (_what, make) => {
    await expect(importArchive({ file: await pack(make()) }, { db: target })).rejects.toThrow(/was changed|does not fit/);
    expect(countAll()).toEqual(stood);
  });

  it('an account that is here already is refused by its name', async () => {
    const changed = withRows(
      'TikTokConnection',
      eachRow((row) => ({ ...row, tiktokUserId: 'open-id-Vélo du matin' })),
    );
    await expect(importArchive({ file: await pack(changed) }, { db: target })).rejects.toThrow(
      /The TikTok account Papier plié is in this database already/,
    );
    expect(countAll()).toEqual(stood);
  });

  it('a person comes in beside them, as nobody’s operator, and shares a hashtag that both use', async () => {
    const mine = await source.prisma.hashtag.create({ data: { name: 'papier' } });
    const shared = await target.prisma.hashtag.create({ data: { name: 'papier' } });
    await source.prisma.videoHashtag.create({ data: { videoId: ids.Video!, hashtagId: mine.id, position: 0 } });
    await target.prisma.videoHashtag.create({ data: { videoId: theirs.Video!, hashtagId: shared.id, position: 0 } });
    await source.prisma.syncRun.update({ where: { id: ids.SyncRun }, data: { status: 'RUNNING', finishedAt: null } });
    const file = path.join(folder, 'beside.zip');
    await exportTo(file, { userId: ids.User! }, { db: source, clock });
    await importArchive({ file }, { db: target });

    expect(await target.prisma.user.findUnique({ where: { id: ids.User } })).toMatchObject({ role: 'CREATOR' });
    const hashtags = await target.prisma.hashtag.findMany({ include: { videos: true } });
    expect(hashtags.map(({ id, videos }) => [id, videos.length])).toEqual([[shared.id, 2]]);
    // Nothing works on it here: it must not stand in the way of the next.
    expect(await target.prisma.syncRun.findUnique({ where: { id: ids.SyncRun } })).toMatchObject({
      status: 'FAILED',
      errorMessage: 'Interrompu par le déménagement des données.',
      finishedAt: new Date('2026-11-22T12:00:00Z'),
    });
  });

  it('a person who is here is refused', async () => {
    const there = countAll();
    await expect(importArchive({ file: await pack(files) }, { db: target })).rejects.toThrow(
      /Papier plié is in this database already/,
    );
    expect(countAll()).toEqual(there);
  });
});
