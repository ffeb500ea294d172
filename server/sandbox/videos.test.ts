import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { founding, TestSandbox } from './test-sandbox';

let tiktok: TestSandbox;
let small: string;
beforeAll(async () => {
  tiktok = await TestSandbox.start();
  small = (await tiktok.connect('small')).access_token;
});
afterAll(() => tiktok.close());

describe('user info', () => {
  it('gives the fields asked for, in an envelope whose error says ok', async () => {
    const { json, headers } = await tiktok.user(small, 'open_id,username,follower_count,video_count');
    expect(Object.keys(json.data.user)).toEqual(['open_id', 'username', 'follower_count', 'video_count']);
    expect(json.data.user).toMatchObject({ username: 'atelier.lumiere', video_count: 150 });
    expect(json.error).toEqual({ code: 'ok', message: '', log_id: expect.stringMatching(/^\d{14}[0-9A-F]{20}$/) });
    expect(headers.get('x-tt-logid')).toBe(json.error.log_id);
  });

  it('counts the likes of all videos', async () => {
    const { json } = await tiktok.user(small, 'likes_count');
    const { videos } = await tiktok.walk(small);
    const ofPublicVideos = videos.reduce((sum, video) => sum + video.like_count, 0);
    expect(json.data.user.likes_count).toBeGreaterThanOrEqual(ofPublicVideos);
    expect(json.data.user.likes_count).toBeLessThan(ofPublicVideos * 1.5);
  });

  it('refuses a field without its scope with 400, an unknown or missing field with invalid_params', async () => {
    const basic = (await tiktok.connect('newcomer', ['user.info.basic'])).access_token;
    const codes = await Promise.all([
      tiktok.user(basic, 'open_id,username'),
      tiktok.user(basic, 'open_id,fps'),
      tiktok.user(basic, ''),
      tiktok.user(basic, 'open_id'),
    ]);
    expect(codes.map(({ status, json }) => [status, json.error.code])).toEqual([
      [400, 'scope_permission_missed'],
      [400, 'invalid_params'],
      [400, 'invalid_params'],
      [200, 'ok'],
    ]);
  });
});

describe('the video list', () => {
  it('gives ten videos unless asked otherwise, newest first, with seconds in the videos and milliseconds in the cursor', async () => {
    const { data } = (await tiktok.list(small)).json;
    const times = data.videos.map((video) => video.create_time);
    expect(data.videos.length).toBeGreaterThan(5);
    expect(data.videos.length).toBeLessThanOrEqual(10);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(times[0]! * 1_000).toBeLessThanOrEqual(founding);
    expect(data.cursor).toBeLessThanOrEqual(times.at(-1)! * 1_000);
    expect(data.has_more).toBe(true);
    const older = (await tiktok.list(small, { cursor: data.cursor })).json.data.videos;
    expect(older[0]!.create_time * 1_000).toBeLessThan(data.cursor);
  });

  it('gives each of 1,000 videos once, over pages that may be short or even empty', async () => {
    const { videos, pageSizes } = await tiktok.walk((await tiktok.connect('established')).access_token);
    expect(videos).toHaveLength(1_000);
    expect(new Set(videos.map((video) => video.id)).size).toBe(1_000);
    expect(videos.every((video) => /^\d{19}$/.test(video.id))).toBe(true);
    expect(pageSizes).toContain(0);
    expect(pageSizes.filter((size) => size > 0 && size < 20).length).toBeGreaterThan(5);
  });

  it.each([
    ['empty', 0],
    ['few', 3],
    ['newcomer', 8],
  ])('of the creator %s has %d videos', async (creator, count) => {
    const { videos } = await tiktok.walk((await tiktok.connect(creator)).access_token);
    expect(videos).toHaveLength(count);
  });

  it('cuts descriptions at 150 characters, which may cost hashtags', async () => {
    const { videos } = await tiktok.walk(small);
    const lengths = videos.map((video) => video.video_description.length);
    expect(Math.max(...lengths)).toBe(150);
    expect(videos.some((video) => /#\p{L}+$/u.test(video.video_description))).toBe(true);
  });

  it.each([
    ['no token', 'nothing', {}, 401, 'access_token_invalid'],
    ['a page of 21', null, { max_count: 21 }, 400, 'invalid_params'],
    ['a cursor of letters', null, { cursor: 'x' }, 400, 'invalid_params'],
  ])('refuses %s', async (_what, token, body, status, code) => {
    const answer = await tiktok.list(token ?? small, body);
    expect([answer.status, answer.json.error.code]).toEqual([status, code]);
  });

  it('refuses a token without its scope with 401, and an unknown field with 400', async () => {
    const basic = (await tiktok.connect('newcomer', ['user.info.profile'])).access_token;
    const unscoped = await tiktok.list(basic);
    expect([unscoped.status, unscoped.json.error.code]).toEqual([401, 'scope_not_authorized']);
    expect((await tiktok.list(small, {}, 'id,music_id')).json.error.code).toBe('invalid_params');
  });

  it('counts a body that is not JSON as invalid', async () => {
    const headers = { authorization: `Bearer ${small}`, 'content-type': 'application/json' };
    const response = await fetch(`${tiktok.sandbox.apiUrl}/v2/video/list/?fields=id`, { method: 'POST', headers, body: '{' });
    expect([response.status, await response.json()]).toMatchObject([400, { error: { code: 'invalid_params' } }]);
  });
});

describe('the video query', () => {
  it('gives the videos of the caller; others and unknown ones are absent', async () => {
    const mine = (await tiktok.list(small)).json.data.videos.map((video) => video.id);
    const other = (await tiktok.list((await tiktok.connect('no-effect')).access_token)).json.data.videos[0]!.id;
    const found = (await tiktok.query(small, [mine[0]!, other, '7000000000000000000', mine[1]!])).json.data.videos;
    expect(found.map((video) => video.id)).toEqual([mine[0], mine[1]]);
  });

  it('takes at most 20 ids', async () => {
    expect((await tiktok.query(small, Array<string>(21).fill('1'))).json.error.code).toBe('invalid_params');
  });

  it('no longer gives a deleted video, nor does the list, nor the count', async () => {
    const { access_token: token } = await tiktok.connect('planted-hashtag');
    const id = (await tiktok.list(token)).json.data.videos[2]!.id;
    expect((await tiktok.control('videos/delete', { videoId: id })).status).toBe(200);
    expect((await tiktok.query(token, [id])).json.data.videos).toEqual([]);
    expect((await tiktok.walk(token)).videos).toHaveLength(299);
    expect((await tiktok.user(token, 'video_count')).json.data.user.video_count).toBe(299);
    expect((await tiktok.control('videos/delete', { videoId: id })).status).toBe(404);
  });
});

describe('pictures and public pages', () => {
  it('answers oEmbed with the whole caption, the tags and the sound, and 400 for what is not public', async () => {
    const { videos } = await tiktok.walk(small);
    const cut = videos.find((video) => video.video_description.length === 150)!;
    const embed = await (await fetch(`${tiktok.sandbox.oembedUrl}?url=${encodeURIComponent(cut.share_url)}`)).json();
    expect(embed.title.length).toBeGreaterThan(150);
    expect(embed.html).toMatch(/♬ [^<]+ - [^<]+/);
    expect(embed.html).toContain('/tag/');
    expect((await fetch(`${tiktok.sandbox.oembedUrl}?url=${tiktok.sandbox.url}/@x/video/7000000000000000000`)).status).toBe(400);
  });

  it('has a player and a share page that say that the video is made up', async () => {
    const { id, share_url } = (await tiktok.list(small)).json.data.videos[0]!;
    for (const url of [share_url, `${tiktok.sandbox.url}/player/v1/${id}`]) {
      expect(await (await fetch(url)).text()).toContain('cette vidéo est inventée');
    }
    expect((await fetch(`${tiktok.sandbox.url}/player/v1/7000000000000000000`)).status).toBe(404);
  });

  it('end with a picture that is there until its six hours are over, and 403 afterwards', async () => {
    const tokens = await tiktok.connect('newcomer');
    const video = (await tiktok.list(tokens.access_token)).json.data.videos[0]!;
    const response = await fetch(video.cover_image_url);
    const picture = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toBe('image/png');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([144, 256]);
    const dataAt = picture.indexOf('IDAT');
    const data = picture.subarray(dataAt + 4, dataAt + 4 + picture.readUInt32BE(dataAt - 4));
    expect(inflateSync(data)).toHaveLength(256 * (144 * 3 + 1));
    expect((await fetch(video.cover_image_url.replace(/x-signature=./, 'x-signature=-'))).status).toBe(403);
    await tiktok.advance(6 * 3_600 + 1);
    expect((await fetch(video.cover_image_url)).status).toBe(403);
    const { access_token: token } = (await tiktok.refresh(tokens.refresh_token)).json;
    const renewed = (await tiktok.query(token, [video.id])).json.data.videos[0]!;
    expect((await fetch(renewed.cover_image_url)).status).toBe(200);
  });
});
