import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { createMediaStore, type MediaStore } from './media-store';
import { type Picture, PictureGoneError, PictureUnavailableError } from './picture';

const day = 24 * 3_600_000;
let folder: string;
let now: number;
let fetched: number;
let warnings: string[];

beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'crealia-media-')), 'media');
  now = Date.UTC(2026, 10, 22);
  fetched = 0;
  warnings = [];
});
afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }));

const open = (maxBytes = 1_000_000): MediaStore =>
  createMediaStore({
    folder,
    maxBytes,
    systemNow: () => new Date(now),
    logger: pino({ level: 'warn' }, { write: (line: string) => void warnings.push(line) }),
  });

const pictureOf = (content: string, bytes = 1_000): Picture => ({ type: 'image/png', bytes: Buffer.alloc(bytes, content) });
const cover = { connectionId: 'lea', name: 'cover-1' };
const fetching = (picture: Picture) => async () => {
  fetched += 1;
  return picture;
};
const listFiles = async (connectionId = 'lea') => readdir(path.join(folder, connectionId)).catch(() => []);
const onlyFile = async () => path.join(folder, 'lea', (await listFiles())[0] ?? 'none');

it('fetches a picture once, keeps it on disk, and still has it after a restart', async () => {
  const store = open();
  const [first, second] = await Promise.all([
    store.get(cover, fetching(pictureOf('a')), day),
    store.get(cover, fetching(pictureOf('b')), day),
  ]);
  expect(second).toBe(first);
  expect(await open().get(cover, fetching(pictureOf('c')), day)).toEqual(first);
  expect(fetched).toBe(1);
  expect(await listFiles()).toEqual([expect.stringMatching(/^cover-1\.[0-9a-f]{32}\.png$/)]);
  const { mode } = await stat(await onlyFile());
  expect(mode & 0o077).toBe(0);
});

it.each<[string, (file: string) => Promise<void>]>([
  ['cut short', (file) => truncate(file, 10)],
  ['emptied', (file) => truncate(file, 0)],
  ['changed', (file) => writeFile(file, Buffer.alloc(1_000, 'x'))],
  ['deleted', (file) => rm(file)],
])('fetches a picture again whose file was %s, before and after a restart', async (_name, damage) => {
  for (const reopen of [false, true]) {
    let store = open();
    await store.get(cover, fetching(pictureOf('a')), day);
    await damage(await onlyFile());
    if (reopen) store = open();
    fetched = 0;
    expect((await store.get(cover, fetching(pictureOf('a')), day)).bytes).toEqual(pictureOf('a').bytes);
    expect(fetched).toBe(1);
    expect(await readFile(await onlyFile())).toEqual(pictureOf('a').bytes);
  }
});

it('stays within its room: the least recently used go first, also after a restart and with less room', async () => {
  const four = ['1', '2', '3', '4'].map((name) => ({ connectionId: 'lea', name }));
  const store = open(4 * 4_096);
  for (const key of four) {
    now += 2 * 3_600_000;
    await store.get(key, fetching(pictureOf(key.name)), day);
  }
  now += 2 * 3_600_000;
  await store.get({ connectionId: 'lea', name: '1' }, fetching(pictureOf('never')), day);
  await store.get({ connectionId: 'lea', name: '5' }, fetching(pictureOf('5')), day);
  const names = async () => (await listFiles()).map((file) => file[0]).sort();
  expect(await names()).toEqual(['1', '3', '4', '5']);

  const smaller = open(2 * 4_096);
  await smaller.get({ connectionId: 'lea', name: '1' }, fetching(pictureOf('never')), day);
  expect(await names()).toEqual(['1', '5']);
  expect(fetched).toBe(5);
});

it('does not keep what is larger than all of its room', async () => {
  const store = open(8_192);
  expect((await store.get(cover, fetching(pictureOf('a', 9_000)), day)).bytes).toHaveLength(9_000);
  expect(await listFiles()).toEqual([]);
});

it('replaces a picture past its age, and leaves one file', async () => {
  const store = open();
  await store.get(cover, fetching(pictureOf('a')), day);
  now += day;
  expect((await store.get(cover, fetching(pictureOf('b')), day)).bytes).toEqual(pictureOf('b').bytes);
  expect(await listFiles()).toHaveLength(1);
});

it('gives the old picture while a new one cannot be had, and drops it when it is gone', async () => {
  const store = open();
  const failing = (error: Error) => async () => {
    throw error;
  };
  await store.get(cover, fetching(pictureOf('a')), day);
  now += day;
  const kept = await store.get(cover, failing(new PictureUnavailableError('Answered 500.')), day);
  expect(kept.bytes).toEqual(pictureOf('a').bytes);
  await expect(store.get(cover, failing(new PictureGoneError('Gone.')), day)).rejects.toThrow('Gone.');
  expect(await listFiles()).toEqual([]);
});

it('forgets an account: every file, those of a process before, and what is on its way', async () => {
  await open().get({ connectionId: 'lea', name: 'avatar' }, fetching(pictureOf('a')), day);
  await open().get({ connectionId: 'noa', name: 'avatar' }, fetching(pictureOf('b')), day);
  await writeFile(path.join(folder, 'lea', 'cover-9.0123.png.part'), 'half');
  const store = open();
  let arrive: (picture: Picture) => void = () => undefined;
  const slow = store.get(cover, () => new Promise((resolve) => (arrive = resolve)), day);
  const writing = store.get({ connectionId: 'lea', name: 'cover-2' }, fetching(pictureOf('c')), day);
  await writing;
  const removed = await store.forget('lea');
  expect(removed).toBe(2);
  arrive(pictureOf('d'));
  expect((await slow).bytes).toEqual(pictureOf('d').bytes);
  expect(await listFiles('lea')).toEqual([]);
  expect(await listFiles('noa')).toHaveLength(1);
  expect(await store.forget('lea')).toBe(0);
});

it('forgets hundreds of pictures of one account, and none of another', async () => {
  const store = open(10_000_000);
  const keys = Array.from({ length: 300 }, (_, index) => ({
    connectionId: index % 3 === 0 ? 'noa' : 'lea',
    name: `cover-${index}`,
  }));
  await Promise.all(keys.map((key) => store.get(key, fetching(pictureOf(key.name)), day)));
  expect(await store.forget('lea')).toBe(200);
  expect(store.size()).toEqual({ files: 100, bytes: 100 * 4_096 });
  expect(await listFiles('noa')).toHaveLength(100);
});

it('removes what a process left half written', async () => {
  await open().get(cover, fetching(pictureOf('a')), day);
  await writeFile(path.join(folder, 'lea', 'cover-1.x.part'), 'half');
  await open().get(cover, fetching(pictureOf('a')), day);
  expect(await listFiles()).toHaveLength(1);
});

it.each([
  ['a file in place of its folder', () => writeFile(folder, '')],
  [
    'a file in place of an account’s folder',
    async () => {
      await mkdir(folder);
      await writeFile(path.join(folder, 'lea'), '');
    },
  ],
])('serves pictures without keeping them where the disk refuses (%s), and says so once', async (_name, refuse) => {
  await refuse();
  const store = open();
  for (let times = 0; times < 3; times++) {
    expect((await store.get(cover, fetching(pictureOf('a')), day)).bytes).toEqual(pictureOf('a').bytes);
  }
  expect(fetched).toBe(3);
  expect(warnings).toHaveLength(1);
  await rm(folder, { recursive: true });
  await store.get(cover, fetching(pictureOf('a')), day);
  expect(await listFiles()).toHaveLength(1);
});

it('serves a picture whose file may not be read', async () => {
  const store = open();
  await store.get(cover, fetching(pictureOf('a')), day);
  const file = await onlyFile();
  await rm(file);
  await mkdir(file);
  expect((await store.get(cover, fetching(pictureOf('b')), day)).bytes).toEqual(pictureOf('b').bytes);
});

it.each([
  { connectionId: '..', name: 'cover-1' },
  { connectionId: 'lea/../noa', name: 'cover-1' },
  { connectionId: '', name: 'cover-1' },
  { connectionId: 'lea', name: '../../crealia.db' },
  { connectionId: 'lea', name: 'a\0b' },
])('leads nowhere outside its folder: %j', async (key) => {
  expect(() => open().get(key, fetching(pictureOf('a')), day)).toThrow(RangeError);
  expect(fetched).toBe(0);
});

it('forgets no folder but an account’s', async () => {
  await expect(open().forget('..')).rejects.toThrow(RangeError);
});
