import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { founding, testVerifier, TestSandbox } from './test-sandbox';

const day = 86_400;
let tiktok: TestSandbox;
beforeEach(async () => {
  tiktok = await TestSandbox.start();
});
afterEach(() => tiktok.close());

describe('a code', () => {
  it('gives tokens with the lifetimes of November 2026', async () => {
    const tokens = await tiktok.connect('small');
    expect(tokens).toMatchObject({ expires_in: 7_200, refresh_expires_in: 15_552_000, token_type: 'Bearer' });
    expect(tokens.access_token).toMatch(/^act\./);
    expect(tokens.refresh_token).toMatch(/^rft\./);
  });

  it('works once', async () => {
    const code = await tiktok.consent('small');
    expect((await tiktok.exchange(code)).json.access_token).toBeTruthy();
    const replay = await tiktok.exchange(code);
    expect([replay.status, replay.json.error]).toEqual([200, 'invalid_grant']);
    expect(replay.json.access_token).toBeUndefined();
  });

  it('is dead after five minutes', async () => {
    const code = await tiktok.consent('small');
    await tiktok.advance(301);
    expect((await tiktok.exchange(code)).json.error).toBe('invalid_grant');
  });

  it.each([
    [
      'another redirect address',
      { redirect_uri: 'http://localhost:3000/other' },
      'invalid_request',
      /Redirect_uri is not matched/,
    ],
    ['another verifier', { code_verifier: 'x'.repeat(43) }, 'invalid_request', /Code verifier or code challenge is invalid/],
    ['a wrong secret', { client_secret: 'guess' }, 'invalid_client', /incorrect/],
    ['another grant type', { grant_type: 'password' }, 'unsupported_grant_type', /not supported/],
  ])('is refused with %s', async (_what, change, error, description) => {
    const refused = await tiktok.exchange(await tiktok.consent('small'), change);
    expect(refused.json.error).toBe(error);
    expect(refused.json.error_description).toMatch(description);
  });

  it('is refused when the challenge was base64url, which TikTok does not use', async () => {
    const challenge = createHash('sha256').update(testVerifier).digest('base64url');
    const code = await tiktok.consent('small', undefined, { code_challenge: challenge });
    expect((await tiktok.exchange(code)).json.error_description).toBe('Code verifier or code challenge is invalid.');
  });

  it('is burnt by a failed exchange', async () => {
    const code = await tiktok.consent('small');
    await tiktok.exchange(code, { redirect_uri: 'http://localhost:3000/other' });
    expect((await tiktok.exchange(code)).json.error).toBe('invalid_grant');
  });

  it('is not read from a JSON body', async () => {
    const body = JSON.stringify({
      client_key: 'key',
      client_secret: 'secret',
      grant_type: 'authorization_code',
      code: await tiktok.consent('small'),
    });
    const response = await fetch(`${tiktok.sandbox.apiUrl}/v2/oauth/token/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(await response.json()).toMatchObject({ error: 'invalid_request' });
  });

  it('comes with an HTTP error only when the sandbox is set so', async () => {
    await tiktok.control('settings', { oauthErrorStatus: 400 });
    expect((await tiktok.exchange('wrong')).status).toBe(400);
  });
});

describe('a refresh', () => {
  it('gives a new pair and kills the old refresh token at once', async () => {
    const first = await tiktok.connect('small');
    const second = (await tiktok.refresh(first.refresh_token)).json;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(second.open_id).toBe(first.open_id);
    expect((await tiktok.refresh(first.refresh_token)).json.error).toBe('invalid_grant');
    expect((await tiktok.user(second.access_token, 'open_id')).json.error.code).toBe('ok');
  });

  it('follows the clock: the access token dies after two hours, the refresh token after 180 days', async () => {
    const tokens = await tiktok.connect('small');
    await tiktok.advance(7_201);
    const { status, json } = await tiktok.user(tokens.access_token, 'open_id');
    expect([status, json.error.code]).toEqual([401, 'access_token_invalid']);
    const renewed = (await tiktok.refresh(tokens.refresh_token)).json;
    await tiktok.advance(180 * day + 1);
    expect((await tiktok.refresh(renewed.refresh_token)).json.error).toBe('invalid_grant');
  });

  it('keeps the refresh token now and then in the legacy regime, with its longer lifetimes', async () => {
    await tiktok.control('settings', { tokenRegime: 'legacy' });
    const first = await tiktok.connect('small');
    expect(first).toMatchObject({ expires_in: 86_400, refresh_expires_in: 31_536_000 });
    const second = (await tiktok.refresh(first.refresh_token)).json;
    const third = (await tiktok.refresh(second.refresh_token)).json;
    expect(second.refresh_token).toBe(first.refresh_token);
    expect(third.refresh_token).not.toBe(first.refresh_token);
  });

  it('can be refused always, as one operator saw of TikTok’s own sandbox', async () => {
    const tokens = await tiktok.connect('small');
    await tiktok.control('settings', { refreshRefused: true });
    expect((await tiktok.refresh(tokens.refresh_token)).json.error).toBe('invalid_grant');
  });
});

describe('a removed authorization', () => {
  const received: { headers: IncomingHttpHeaders; body: string }[] = [];
  const statuses: number[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body });
      response.writeHead(statuses.shift() ?? 200).end();
      server.emit('webhook');
    });
  });

  beforeEach(async () => {
    received.length = 0;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : null;
    await tiktok.control('settings', { webhookUrl: `http://127.0.0.1:${port}/webhooks/tiktok` });
  });
  afterEach(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  it('by us: all tokens are dead, and a signed event with reason 5 arrives', async () => {
    const tokens = await tiktok.connect('small');
    const arrival = once(server, 'webhook');
    expect((await tiktok.revoke(tokens.access_token)).json).toEqual({});
    await arrival;
    const { headers, body } = received[0]!;
    const event = JSON.parse(body);
    expect(event).toMatchObject({
      client_key: 'key',
      event: 'authorization.removed',
      user_openid: tokens.open_id,
      create_time: founding / 1_000,
    });
    expect(JSON.parse(event.content)).toEqual({ reason: 5 });
    const seconds = founding / 1_000;
    const signature = createHmac('sha256', 'secret').update(`${seconds}.${body}`).digest('hex');
    expect(headers['tiktok-signature']).toBe(`t=${seconds},s=${signature}`);
    expect((await tiktok.user(tokens.access_token, 'open_id')).json.error.code).toBe('access_token_invalid');
    expect((await tiktok.refresh(tokens.refresh_token)).json.error).toBe('invalid_grant');
  });

  it('by the person: the reason is theirs, and the state tells who left', async () => {
    const tokens = await tiktok.connect('small');
    const arrival = once(server, 'webhook');
    await tiktok.control('revoke', { creator: 'atelier.lumiere', reason: 2 });
    await arrival;
    expect(JSON.parse(JSON.parse(received[0]!.body).content)).toEqual({ reason: 2 });
    expect((await tiktok.refresh(tokens.refresh_token)).json.error).toBe('invalid_grant');
    expect((await tiktok.control('state')).json.revoked).toMatchObject([{ creator: 'small', reason: 2 }]);
    expect((await tiktok.control('revoke', { creator: 'small' })).status).toBe(404);
  });

  it('is told again when the application did not answer 200, and once more on demand', async () => {
    statuses.push(503);
    await tiktok.connect('small');
    const refused = once(server, 'webhook');
    await tiktok.control('revoke', { creator: 'small' });
    await refused;
    await once(server, 'webhook');
    const repeated = once(server, 'webhook');
    await tiktok.control('webhook', {});
    await repeated;
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(received).toHaveLength(3);
  });
});
