import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TestSandbox, type TokenBody } from './test-sandbox';

let tiktok: TestSandbox;
let tokens: TokenBody;
beforeEach(async () => {
  tiktok = await TestSandbox.start();
  tokens = await tiktok.connect('small');
});
afterEach(() => tiktok.close());

const plant = (endpoint: string, fault: string, times = 1) => tiktok.control('faults', { endpoint, fault, times });
const rawList = (signal?: AbortSignal) =>
  fetch(`${tiktok.sandbox.apiUrl}/v2/video/list/?fields=id`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.access_token}` },
    signal,
  });

describe('faults', () => {
  it.each([
    ['rate_limit', 429, 'rate_limit_exceeded'],
    ['internal_error', 500, 'internal_error'],
    ['token_expired', 401, 'access_token_invalid'],
    ['user_revoked', 401, 'access_token_invalid'],
  ])('%s answers %d with %s', async (fault, status, code) => {
    await plant('video/list', fault);
    const answer = await tiktok.list(tokens.access_token);
    expect([answer.status, answer.json.error.code]).toEqual([status, code]);
  });

  it('happen as often as asked, at their endpoint alone, and can be taken back', async () => {
    await plant('/v2/user/info/', 'internal_error', 2);
    const codes: string[] = [(await tiktok.list(tokens.access_token)).json.error.code];
    for (let i = 0; i < 3; i++) codes.push((await tiktok.user(tokens.access_token, 'open_id')).json.error.code);
    expect(codes).toEqual(['ok', 'internal_error', 'internal_error', 'ok']);
    await plant('*', 'internal_error', 5);
    await tiktok.control('faults', undefined, 'DELETE');
    expect((await tiktok.user(tokens.access_token, 'open_id')).status).toBe(200);
  });

  it('bad_gateway_html answers with a page that is no API', async () => {
    await plant('*', 'bad_gateway_html');
    const response = await rawList();
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
  });

  it('truncated_json ends in the middle', async () => {
    await plant('video/list', 'truncated_json');
    const body = await (await rawList()).text();
    expect(body).toMatch(/^\{"data"/);
    expect(() => JSON.parse(body)).toThrow(SyntaxError);
  });

  it('hang never answers, and does not keep the sandbox from closing', async () => {
    await plant('video/list', 'hang');
    const outcome = rawList(AbortSignal.timeout(5_000)).then(
      () => 'answered',
      () => 'gone',
    );
    expect(await Promise.race([outcome, pause(200, 'waiting')])).toBe('waiting');
    await tiktok.close();
    expect(await outcome).toBe('gone');
    tiktok = await TestSandbox.start();
  });

  it('reset cuts the connection', async () => {
    await plant('video/list', 'reset');
    await expect(rawList()).rejects.toThrow('fetch failed');
  });

  it('video_deleted takes the video away for good', async () => {
    const id = (await tiktok.list(tokens.access_token)).json.data.videos[0]!.id;
    await plant('video/query', 'video_deleted');
    expect((await tiktok.query(tokens.access_token, [id])).json.data.videos).toEqual([]);
    await plant('video/list', 'video_deleted');
    await tiktok.list(tokens.access_token);
    expect((await tiktok.user(tokens.access_token, 'video_count')).json.data.user.video_count).toBe(148);
  });

  it('at the token endpoint are flat, and leave the refresh token alive unless it expired', async () => {
    await plant('oauth/token', 'invalid_grant');
    await plant('oauth/token', 'internal_error');
    expect((await tiktok.refresh(tokens.refresh_token)).json.error).toBe('invalid_grant');
    const broken = await tiktok.refresh(tokens.refresh_token);
    expect([broken.status, broken.json.error]).toEqual([500, 'server_error']);
    const renewed = (await tiktok.refresh(tokens.refresh_token)).json;
    expect(renewed.access_token).toBeTruthy();
    await plant('oauth/token', 'user_revoked');
    expect((await tiktok.refresh(renewed.refresh_token)).json.error).toBe('invalid_grant');
    expect((await tiktok.control('state')).json.revoked).toMatchObject([{ creator: 'small', reason: 1 }]);
  });

  it('that do not exist are refused with the list of those that do', async () => {
    const { status, json } = await plant('video/list', 'meteorite');
    expect(status).toBe(400);
    expect(json.error.message).toContain('bad_gateway_html');
  });
});

describe('the rate limit', () => {
  it('is a sliding minute on the sandbox’s clock for each endpoint, and can be lifted', async () => {
    await tiktok.control('settings', { rateLimitPerMinute: 3 });
    const ask = async () => (await tiktok.user(tokens.access_token, 'open_id')).status;
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([200, 200, 200, 429]);
    expect((await tiktok.list(tokens.access_token)).status).toBe(200);
    await tiktok.advance(60);
    expect(await ask()).toBe(200);
    await tiktok.control('settings', { rateLimitPerMinute: null });
    expect(await Promise.all(Array.from({ length: 5 }, ask))).toEqual([200, 200, 200, 200, 200]);
  });
});
