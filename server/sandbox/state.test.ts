import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SandboxPortBusyError } from './sandbox';
import { founding, TestSandbox } from './test-sandbox';

const day = 86_400;
let folder: string;
let stateFile: string;
const running: TestSandbox[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sandbox-'));
  stateFile = path.join(folder, 'data', 'sandbox.json');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
  rmSync(folder, { recursive: true });
});

async function start(options: Parameters<typeof TestSandbox.start>[0] = {}): Promise<TestSandbox> {
  const sandbox = await TestSandbox.start(options);
  running.push(sandbox);
  return sandbox;
}

describe('after a restart', () => {
  it('the clock, the tokens, the deleted videos, the faults and the creators made on demand are still there', async () => {
    const before = await start({ stateFile });
    const first = await before.connect('small');
    const renewed = (await before.refresh(first.refresh_token)).json;
    await before.advance(3_600);
    const ids = (await before.list(renewed.access_token)).json.data.videos.map((video) => video.id);
    await before.control('videos/delete', { videoId: ids[0] });
    await before.control('creators', { size: 'newcomer', count: 2 });
    await before.control('faults', { endpoint: 'user/info', fault: 'internal_error', times: 2 });
    await before.user(renewed.access_token, 'open_id');
    await before.close();
    running.pop();

    const after = await start({ stateFile, seed: 'another seed' });
    expect(after.sandbox.now().getTime()).toBe(founding + 3_600_000);
    expect((await after.user(renewed.access_token, 'open_id')).status).toBe(500);
    expect((await after.user(renewed.access_token, 'open_id')).json.data.user.open_id).toBe(first.open_id);
    expect((await after.query(renewed.access_token, ids)).json.data.videos.map((video) => video.id).sort()).toEqual(
      ids.slice(1).sort(),
    );
    expect((await after.refresh(first.refresh_token)).json.error).toBe('invalid_grant');
    expect((await after.refresh(renewed.refresh_token)).json.access_token).toBeTruthy();
    expect((await after.control('state')).json.creators.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['newcomer-01', 'newcomer-02']),
    );
  });

  it('the new pair of a refresh is in the file before it is answered, as a hash', async () => {
    const sandbox = await start({ stateFile });
    const first = await sandbox.connect('small');
    const before = readFileSync(stateFile, 'utf8');
    const { refresh_token: renewed } = (await sandbox.refresh(first.refresh_token)).json;
    const after = readFileSync(stateFile, 'utf8');
    expect(after).not.toBe(before);
    expect(after).not.toContain(renewed);
    const copy = path.join(folder, 'as-after-a-kill.json');
    writeFileSync(copy, after);
    const restarted = await start({ stateFile: copy });
    expect((await restarted.refresh(renewed)).json.access_token).toBeTruthy();
  });

  it('a half-written file beside the state does no harm, and an unreadable state says what to do', async () => {
    const first = await start({ stateFile });
    const tokens = await first.connect('small');
    await first.close();
    running.pop();
    writeFileSync(`${stateFile}.new`, '{"version":1,"see');
    const second = await start({ stateFile });
    expect((await second.user(tokens.access_token, 'open_id')).status).toBe(200);
    await second.close();
    running.pop();
    writeFileSync(stateFile, '{"version":1,"see');
    await expect(TestSandbox.start({ stateFile })).rejects.toThrow(/Delete the file to start a new demonstration/);
  });
});

describe('the clock', () => {
  it('is advanced on demand and goes on with the system’s', async () => {
    let systemTime = founding;
    const sandbox = await start({ systemTime: () => systemTime });
    const { json } = await sandbox.control('clock', { advanceSeconds: 90 });
    expect(json.now).toBe(new Date(founding + 90_000).toISOString());
    systemTime += 5_000;
    expect((await sandbox.control('clock')).json.now).toBe(new Date(founding + 95_000).toISOString());
    expect((await sandbox.control('clock', { advanceSeconds: -5 })).status).toBe(400);
  });

  it('lets numbers grow, never fall, and creators go on posting at their rhythm', async () => {
    const sandbox = await start();
    const tokens = await sandbox.connect('established');
    const read = async () => {
      const { json } = await sandbox.user(await token(), 'follower_count,likes_count,video_count');
      const { videos } = await sandbox.walk(await token());
      return { user: json.data.user, videos: new Map(videos.map((video) => [video.id, video])) };
    };
    let { refresh_token: refreshToken } = tokens;
    const token = async () => {
      const renewed = (await sandbox.refresh(refreshToken)).json;
      refreshToken = renewed.refresh_token;
      return renewed.access_token;
    };
    const before = await read();
    await sandbox.advance(30 * day);
    const after = await read();

    for (const [id, { view_count, like_count, comment_count, share_count }] of before.videos) {
      const later = after.videos.get(id)!;
      expect([later.view_count >= view_count, later.like_count >= like_count]).toEqual([true, true]);
      expect([later.comment_count >= comment_count, later.share_count >= share_count]).toEqual([true, true]);
    }
    const posted = after.videos.size - before.videos.size;
    expect(posted).toBeGreaterThan(12);
    expect(posted).toBeLessThan(50);
    expect(after.user.video_count).toBe(after.videos.size);
    expect(Number(after.user.follower_count)).toBeGreaterThan(Number(before.user.follower_count));
    expect(Number(after.user.likes_count)).toBeGreaterThan(Number(before.user.likes_count));
  });
});

describe('the state', () => {
  it('lists every creator with what was planted, and counts tokens without showing one', async () => {
    const sandbox = await start();
    const tokens = await sandbox.connect('planted-hours');
    const { json } = await sandbox.control('state');
    const planted = json.creators.filter((creator) => creator.plantedEffect !== null);
    expect(planted).toMatchObject([
      {
        id: 'planted-hours',
        plantedEffect: { kind: 'POSTING_HOURS', fromHour: 8, toHour: 12, timeZone: 'Europe/Paris', sizeLn: 0.8 },
      },
      { id: 'planted-hashtag', plantedEffect: { kind: 'HASHTAG', hashtag: 'leplienénigme', sizeLn: 0.8 } },
    ]);
    const counts = Object.fromEntries(json.creators.map(({ id, videoCount }) => [id, videoCount]));
    expect(counts).toEqual({
      newcomer: 8,
      small: 150,
      established: 1_000,
      giant: 10_000,
      'planted-hours': 400,
      'planted-hashtag': 300,
      'no-effect': 320,
      few: 3,
      empty: 0,
    });
    expect(json.tokens).toEqual([{ creator: 'planted-hours', access: 1, refresh: 1 }]);
    expect(JSON.stringify(json)).not.toContain(tokens.access_token);
  });

  it('takes a dozen more creators of a size', async () => {
    const sandbox = await start();
    const { json } = await sandbox.control('creators', { size: 'small', count: 12 });
    expect(new Set(json.creators.map(({ username }) => username)).size).toBe(12);
    expect(json.creators.every(({ videoCount }) => videoCount === 150)).toBe(true);
  });
});

it('a busy port is one message for people', async () => {
  const first = await start();
  await expect(TestSandbox.start({ port: first.sandbox.port })).rejects.toThrow(SandboxPortBusyError);
});
