import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readHistories } from './read-histories';

const record = {
  creator: 'a',
  followers: 900,
  createTime: 1_700_000_000,
  snapshotTime: 1_701_000_000,
  views: 1_200,
  likes: 30,
  comments: 2,
  shares: 0,
  bookmarks: null,
  durationSec: 15,
  hashtags: ['Food', '#FOOD', '', 'tết'],
  musicId: null,
  musicOriginal: true,
  descriptionLength: 60,
};
const lines = (...records: object[]) => records.map((one) => JSON.stringify(one)).join('\n');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'crealia-backtest-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(content: string | Buffer, name = 'histories.ndjson') {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return readHistories(file, 'Asia/Ho_Chi_Minh');
}

describe('a file of histories', () => {
  it('gives each creator the videos in posting order, with what the method may know', async () => {
    const { histories, creators, videos } = await read(
      lines(record, { ...record, creator: 'b', musicOriginal: false, musicId: 'm' }, { ...record, createTime: 1_699_900_000 }) +
        '\n\n',
    );
    expect({ creators, videos }).toEqual({ creators: 2, videos: 3 });
    const [a, b] = histories;
    expect(a!.videos.map(({ publishedAt }) => publishedAt)).toEqual([1_699_900_000_000, 1_700_000_000_000]);
    expect(a!.videos.map(({ previousPublishedAt }) => previousPublishedAt)).toEqual([null, 1_699_900_000_000]);
    expect(a!.videos[1]).toMatchObject({
      hashtags: ['food', 'tết'],
      sound: 'OWN',
      captionLength: 60,
      durationSeconds: 15,
      views: 1_200,
    });
    expect(a!.videos[1]!.followersAtPublication).toBeNull();
    expect(b!.videos[0]).toMatchObject({ sound: 'BORROWED' });
    expect(a!.timeZone).toBe('Asia/Ho_Chi_Minh');
  });

  it('leaves out what was read before its seventh day, and keeps it as the video before', async () => {
    const day = 86_400;
    const young = { ...record, snapshotTime: record.createTime + 7 * day - 1 };
    const { histories, videos } = await read(
      lines(young, { ...record, createTime: record.createTime + 60, snapshotTime: record.createTime + 60 + 7 * day }),
    );
    expect(videos).toBe(2);
    expect(histories[0]!.videos).toHaveLength(1);
    expect(histories[0]!.videos[0]!.previousPublishedAt).toBe(record.createTime * 1000);
  });

  it('may know little of a video', async () => {
    const { creator, createTime, snapshotTime, views } = record;
    const { histories } = await read(lines({ creator, createTime, snapshotTime, views, hashtags: null, durationSec: null }));
    expect(histories[0]!.videos[0]).toMatchObject({ hashtags: [], durationSeconds: null, sound: null, captionLength: null });
  });

  it('may be gzipped', async () => {
    expect((await read(gzipSync(lines(record)), 'histories.ndjson.gz')).videos).toBe(1);
  });

  it.each<[string, string | Buffer, string, RegExp]>([
    ['a line that is not JSON', `${lines(record)}\n{`, 'x.ndjson', /^Line 2 of .* is not JSON\.$/],
    ['a missing field', lines(record, { creator: 'a' }), 'x.ndjson', /^Line 2 of .* has a wrong createTime: /],
    ['views below zero', lines({ ...record, views: -1 }), 'x.ndjson', /^Line 1 of .* has a wrong views: /],
    ['hashtags that are no list', lines({ ...record, hashtags: 'food' }), 'x.ndjson', /^Line 1 of .* has a wrong hashtags: /],
    [
      'times in milliseconds',
      lines({ ...record, createTime: 1_700_000_000_000 }),
      'x.ndjson',
      /^Line 1 of .* has a wrong createTime: /,
    ],
    ['nothing', '', 'x.ndjson', /holds no videos\.$/],
    ['a broken archive', gzipSync(lines(record)).subarray(0, 30), 'x.ndjson.gz', /cannot be read: unexpected end of file\.$/],
    ['text that is called an archive', lines(record), 'x.ndjson.gz', /cannot be read: incorrect header check\.$/],
  ])('with %s is refused in a sentence', async (_what, content, name, message) => {
    await expect(read(content, name)).rejects.toThrow(message);
  });

  it('that is not there is refused in a sentence', async () => {
    await expect(readHistories(path.join(folder, 'none.ndjson.gz'), 'UTC')).rejects.toThrow(/cannot be read: ENOENT/);
  });
});
