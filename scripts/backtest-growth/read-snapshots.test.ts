import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { readSnapshots } from './read-snapshots';

const line = (values: object = {}) =>
  JSON.stringify({
    video: 'v',
    creator: 'c',
    createTime: 1_700_000_000,
    snapshots: [
      [1.5, 10, 2],
      [24, 90, 8],
    ],
    ...values,
  });
const read = {
  video: 'v',
  creator: 'c',
  createTime: 1_700_000_000,
  readings: [
    { ageHours: 1.5, views: 10 },
    { ageHours: 24, views: 90 },
  ],
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'crealia-snapshots-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, content: string | Buffer): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

it('reads records line by line, plain and gzipped', async () => {
  const text = `${line()}\n\n${line({ video: 'w', followers: 3, category: 'Nature' })}\n`;
  const expected = [read, { ...read, video: 'w' }];
  expect(await readSnapshots(await write('plain.ndjson', text))).toEqual(expected);
  expect(await readSnapshots(await write('zipped.ndjson.gz', gzipSync(text)))).toEqual(expected);
});

it.each<[string, string, string | Buffer, RegExp]>([
  ['is not JSON', 'a.ndjson', `${line()}\n{"video":`, /^Line 2 of .*a\.ndjson is not JSON\.$/],
  ['lacks a field', 'b.ndjson', `${line()}\n${line()}\n${line({ creator: undefined })}`, /^Line 3 of .*: creator: /],
  ['has views that are no number', 'c.ndjson', line({ snapshots: [[1, 'many']] }), /^Line 1 of .*: snapshots\.0\.1: /],
  ['is not gzip', 'd.gz', line(), /d\.gz is not gzip, or is cut off\.$/],
  ['is cut off', 'e.gz', gzipSync(line().repeat(50)).subarray(0, 60), /e\.gz is not gzip, or is cut off\.$/],
  ['is empty', 'f.ndjson', '\n', /f\.ndjson holds no video\.$/],
])('says in a sentence that a file %s', async (_case, name, content, message) => {
  const file = await write(name, content);
  await expect(readSnapshots(file)).rejects.toThrow(message);
});

it('says that there is no such file, or that it is a folder', async () => {
  await expect(readSnapshots(path.join(folder, 'none.gz'))).rejects.toThrow(/^There is no file .*none\.gz\.$/);
  await expect(readSnapshots(folder)).rejects.toThrow(/is a folder\.$/);
});
