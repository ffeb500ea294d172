import type { TikTokError } from './errors';
import { TikTokGrantRejectedError, TikTokRateLimitedError, TikTokRequestRejectedError, TikTokUnavailableError } from './errors';
import { sendJson, sendText, startLoopbackServer, type Responder } from './loopback-server';
import { closeServers, connectClient, SECRETS, TOKENS, type ClientUnderTest } from './test-client';

const { code, codeVerifier, refreshToken } = SECRETS;
const flat = (error: string, description = 'TikTok says no') => ({
  error,
  error_description: description,
  log_id: '20261122130002ABCDEF',
});
const form = (subject: ClientUnderTest) => Object.fromEntries(new URLSearchParams(subject.server.seen[0]?.body));

const calls = {
  exchangeCode: ({ client }: ClientUnderTest) => client.exchangeCode({ code, codeVerifier }),
  refreshTokens: ({ client }: ClientUnderTest) => client.refreshTokens(refreshToken),
};
const bothCalls = Object.entries(calls);

afterEach(closeServers);

test('the code goes out as a form, encoded once, with the secret and without PKCE for a web app', async () => {
  const subject = await connectClient((response) => sendJson(response, 200, TOKENS));
  await expect(calls.exchangeCode(subject)).resolves.toEqual({
    tiktokUserId: '-000open',
    scopes: ['user.info.basic', 'video.list'],
    accessToken: 'act.new-access-token',
    accessTokenLifetimeSeconds: 7_200,
    refreshToken: 'rft.new-refresh-token',
    refreshTokenLifetimeSeconds: 15_552_000,
  });
  expect(subject.server.seen[0]).toMatchObject({
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(subject.server.seen[0]?.url.href).toBe(`${subject.server.origin}/v2/oauth/token/`);
  expect(subject.server.seen[0]?.headers.authorization).toBeUndefined();
  expect(form(subject)).toEqual({
    client_key: 'the-client-key',
    client_secret: 'the-client-secret',
    grant_type: 'authorization_code',
    code: 'one*time!code',
    redirect_uri: 'https://crealia.example/api/tiktok/auth/callback',
  });
});

test('a loopback redirect sends the verifier', async () => {
  const subject = await connectClient((response) => sendJson(response, 200, TOKENS), {
    redirectUri: 'http://127.0.0.1:3000/callback',
  });
  await calls.exchangeCode(subject);
  expect(form(subject)).toMatchObject({ code_verifier: codeVerifier, redirect_uri: 'http://127.0.0.1:3000/callback' });
});

test('a refresh sends the refresh token, and keeps it where TikTok sends no new one', async () => {
  const subject = await connectClient((response, _request, index) =>
    sendJson(response, 200, index === 0 ? TOKENS : { ...TOKENS, refresh_token: undefined }),
  );
  await expect(calls.refreshTokens(subject)).resolves.toMatchObject({ refreshToken: 'rft.new-refresh-token' });
  await expect(calls.refreshTokens(subject)).resolves.toMatchObject({ refreshToken });
  expect(form(subject)).toEqual({
    client_key: 'the-client-key',
    client_secret: 'the-client-secret',
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  });
});

test('an access token is a success, whatever the status', async () => {
  const subject = await connectClient((response) => sendJson(response, 400, TOKENS));
  await expect(calls.exchangeCode(subject)).resolves.toMatchObject({ accessToken: 'act.new-access-token' });
});

describe.each(bothCalls)('%s', (_name, ask) => {
  test.each([
    [200, flat('invalid_grant'), TikTokGrantRejectedError, 'invalid_grant'],
    [400, flat('invalid_grant'), TikTokGrantRejectedError, 'invalid_grant'],
    [200, flat('access_denied'), TikTokGrantRejectedError, 'access_denied'],
    [200, flat('invalid_request', 'Redirect_uri is not matched'), TikTokRequestRejectedError, 'invalid_request'],
    [401, flat('invalid_client'), TikTokRequestRejectedError, 'invalid_client'],
    [200, flat('unauthorized_client'), TikTokRequestRejectedError, 'unauthorized_client'],
    [200, flat('invalid_scope'), TikTokRequestRejectedError, 'invalid_scope'],
    [200, flat('server_error'), TikTokUnavailableError, 'server_error'],
    [500, flat('server_error'), TikTokUnavailableError, 'server_error'],
    [200, { ...TOKENS, access_token: '' }, TikTokUnavailableError, 'unreadable'],
    [200, { ...TOKENS, access_token: undefined }, TikTokUnavailableError, 'unreadable'],
    [200, { ...TOKENS, access_token: 7 }, TikTokUnavailableError, 'unreadable'],
    [200, { ...TOKENS, access_token: 'act.a\nb' }, TikTokUnavailableError, 'unreadable'],
    [200, { ...TOKENS, open_id: undefined }, TikTokUnavailableError, 'unreadable'],
    [200, { data: TOKENS, message: 'success' }, TikTokUnavailableError, 'unreadable'],
    [502, {}, TikTokUnavailableError, 'http_502'],
  ])('HTTP %s with %j is asked once and says what it is', async (status, body, expected, errorCode) => {
    const subject = await connectClient((response) => sendJson(response, status, body));
    const error = await ask(subject).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(expected);
    expect((error as TikTokError).code).toBe(errorCode);
    expect(subject.server.seen).toHaveLength(1);
  });

  test.each<[string, Responder]>([
    ['hangs', () => undefined],
    ['resets', (response) => void response.socket?.destroy()],
    [
      'resets in the middle of the answer',
      (response) => void response.writeHead(200, { 'content-length': '999' }).write('{', () => response.socket?.destroy()),
    ],
    ['sends HTML', (response) => sendText(response, 502, '<html>')],
    ['sends half an answer', (response) => sendText(response, 200, JSON.stringify(TOKENS).slice(0, 30))],
  ])('is not sent again once it may have arrived: TikTok %s', async (_case, respond) => {
    // Long enough for a busy machine to have heard the request before it runs out.
    const subject = await connectClient(respond, { timeoutMs: 500 });
    await expect(ask(subject)).rejects.toThrow(TikTokUnavailableError);
    expect(subject.server.seen).toHaveLength(1);
  });

  test.each([
    [429, flat('rate_limit_exceeded')],
    [200, flat('temporarily_unavailable')],
    [503, flat('temporarily_unavailable')],
    [429, {}],
  ])('is sent again where TikTok turned it away: HTTP %s with %j', async (status, body) => {
    const subject = await connectClient((response, _request, index) =>
      index < 2 ? sendJson(response, status, body) : sendJson(response, 200, TOKENS),
    );
    await expect(ask(subject)).resolves.toMatchObject({ accessToken: 'act.new-access-token' });
    expect(subject.server.seen).toHaveLength(3);
  });

  test('gives up on a quota that stays exceeded', async () => {
    const subject = await connectClient((response) => sendJson(response, 429, flat('rate_limit_exceeded')));
    await expect(ask(subject)).rejects.toThrow(TikTokRateLimitedError);
    expect(subject.server.seen).toHaveLength(4);
  });

  test('is sent again where nobody listened', async () => {
    const gone = await startLoopbackServer(() => undefined);
    await gone.close();
    const subject = await connectClient(() => undefined, { apiUrl: gone.origin });
    await expect(ask(subject)).rejects.toMatchObject({ name: 'TikTokNotReachedError', code: 'network' });
    expect(subject.lines()).toHaveLength(4);
  });
});

test('a first exchange without a refresh token is no connection', async () => {
  const subject = await connectClient((response) => sendJson(response, 200, { ...TOKENS, refresh_token: undefined }));
  await expect(calls.exchangeCode(subject)).rejects.toMatchObject({ code: 'unreadable' });
});
