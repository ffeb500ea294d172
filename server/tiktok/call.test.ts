import { createBreaker } from '../outbound/breaker';
import type { CallFacts } from './call';
import type { TikTokError } from './errors';
import {
  TikTokAccessTokenInvalidError,
  TikTokGrantRejectedError,
  TikTokRateLimitedError,
  TikTokRequestRejectedError,
  TikTokScopeMissingError,
  TikTokUnavailableError,
} from './errors';
import { sendJson, sendText, startLoopbackServer, type Responder, type SeenRequest } from './loopback-server';
import { closeServers, connectClient, envelope, refusal, SECRETS, type ClientUnderTest } from './test-client';

const { accessToken } = SECRETS;
const page = envelope({ videos: [{ id: '71', title: 'a secret caption' }], has_more: false });

const list = ({ client }: ClientUnderTest) => client.listVideos(accessToken, { cursor: null, maxCount: 20 });
const failure = (call: Promise<unknown>): Promise<TikTokError> =>
  call.then(
    () => Promise.reject(new Error('the call was expected to fail')),
    (error: TikTokError) => error,
  );

afterEach(closeServers);

// 4 requests: the first and three retries.
test.each([
  [401, refusal('access_token_invalid'), TikTokAccessTokenInvalidError, 'access_token_invalid', 1],
  [200, refusal('access_token_invalid'), TikTokAccessTokenInvalidError, 'access_token_invalid', 1],
  [500, refusal('access_token_invalid'), TikTokAccessTokenInvalidError, 'access_token_invalid', 1],
  [401, refusal('scope_not_authorized'), TikTokScopeMissingError, 'scope_not_authorized', 1],
  [400, refusal('scope_permission_missed'), TikTokScopeMissingError, 'scope_permission_missed', 1],
  [400, refusal('invalid_params'), TikTokRequestRejectedError, 'invalid_params', 1],
  [400, refusal('invalid_param'), TikTokRequestRejectedError, 'invalid_param', 1],
  [403, refusal('a_code_of_tomorrow'), TikTokRequestRejectedError, 'a_code_of_tomorrow', 1],
  [200, refusal('a_code_of_tomorrow'), TikTokRequestRejectedError, 'a_code_of_tomorrow', 1],
  [401, { error: 'invalid_grant', log_id: 'L' }, TikTokGrantRejectedError, 'invalid_grant', 1],
  [400, {}, TikTokUnavailableError, 'http_400', 1],
  [429, refusal('rate_limit_exceeded'), TikTokRateLimitedError, 'rate_limit_exceeded', 4],
  [200, refusal('rate_limit_exceeded'), TikTokRateLimitedError, 'rate_limit_exceeded', 4],
  [429, {}, TikTokRateLimitedError, 'http_429', 4],
  [500, refusal('internal_error'), TikTokUnavailableError, 'internal_error', 4],
  [200, refusal('internal_error'), TikTokUnavailableError, 'internal_error', 4],
  [503, refusal('a_code_of_tomorrow'), TikTokUnavailableError, 'a_code_of_tomorrow', 4],
  [200, {}, TikTokUnavailableError, 'unreadable', 4],
])('HTTP %s with %j', async (status, body, expected, code, requests) => {
  const subject = await connectClient((response) => sendJson(response, status, body));
  const error = await failure(list(subject));
  expect(error).toBeInstanceOf(expected);
  expect(error.name).toBe(expected.name);
  expect(error.code).toBe(code);
  expect(subject.server.seen).toHaveLength(requests);
});

const hang: Responder = () => undefined;
const hangInBody: Responder = (response) => void response.writeHead(200).write('{"data":');
const resetAtOnce: Responder = (response) => void response.socket?.destroy();
const resetInBody: Responder = (response) =>
  void response.writeHead(200, { 'content-length': '1000' }).write('{"data":', () => response.socket?.destroy());
const htmlPage: Responder = (response) =>
  sendText(response, 502, '<html><h1>502 Bad Gateway</h1></html>', { 'content-type': 'text/html' });
const truncated: Responder = (response) => sendText(response, 200, JSON.stringify(page).slice(0, 40));

test.each<[string, Responder, string, number]>([
  ['never answers', hang, 'timeout', 4],
  ['stops in the middle of the body', hangInBody, 'timeout', 4],
  ['resets the connection', resetAtOnce, 'network', 4],
  ['resets in the middle of the body', resetInBody, 'network', 4],
  ['sends an HTML 502', htmlPage, 'http_502', 4],
  ['sends half a JSON', truncated, 'not_json', 4],
  ['sends an empty body', (response) => sendText(response, 200, ''), 'not_json', 4],
  ['walls us off with an HTML 403', (response) => sendText(response, 403, '<html>'), 'http_403', 1],
])('TikTok %s: unavailable, after the retries that make sense', async (_case, respond, code, requests) => {
  // Short where it must run out, but not so short that a busy machine has not yet heard the request.
  const subject = await connectClient(respond, code === 'timeout' ? { timeoutMs: 300 } : {});
  const error = await failure(list(subject));
  expect(error).toBeInstanceOf(TikTokUnavailableError);
  expect(error.code).toBe(code);
  expect(subject.server.seen).toHaveLength(requests);
});

test('a call that hangs ends at the time-out', async () => {
  const subject = await connectClient(hang, { timeoutMs: 300, retry: { maxRetries: 0 } });
  const start = performance.now();
  await failure(list(subject));
  expect(performance.now() - start).toBeGreaterThanOrEqual(299);
  expect(performance.now() - start).toBeLessThan(1_900);
});

test('a port where nobody listens', async () => {
  const gone = await startLoopbackServer(hang);
  await gone.close();
  const subject = await connectClient(hang, { apiUrl: gone.origin });
  await expect(failure(list(subject))).resolves.toMatchObject({ name: 'TikTokNotReachedError', code: 'network' });
  expect(subject.lines()).toHaveLength(4);
  expect(subject.lines()[0]).toMatchObject({ status: null, code: 'network', detail: 'ECONNREFUSED' });
});

test('a body over 5 MB is not read to its end, and not asked for again', async () => {
  let sent = 0;
  const subject = await connectClient((response) => {
    const chunk = Buffer.alloc(100_000, ' ');
    const pump = (): void => {
      if (response.destroyed || sent >= 10_000_000) return void response.end();
      sent += chunk.length;
      response.write(chunk, pump);
    };
    response.writeHead(200);
    pump();
  });
  await expect(failure(list(subject))).resolves.toMatchObject({ name: 'TikTokUnavailableError', code: 'too_large' });
  expect(subject.server.seen).toHaveLength(1);
  expect(sent).toBeGreaterThan(5_000_000);
});

test('a body just under 5 MB is read', async () => {
  const padded = JSON.stringify(page).padEnd(4_900_000, ' ');
  const subject = await connectClient((response) => sendText(response, 200, padded));
  await expect(list(subject)).resolves.toMatchObject({ videos: [{ tiktokVideoId: '71' }] });
});

describe('redirects', () => {
  test('a GET follows one on its own host', async () => {
    const subject = await connectClient((response, { url }) =>
      url.pathname === '/oembed'
        ? sendText(response, 301, '', { location: '/oembed/there' })
        : sendJson(response, 200, { title: 't' }),
    );
    await expect(subject.client.getEmbed('https://x.example')).resolves.toMatchObject({ title: 't' });
  });

  test('none leads to another host, and none carries a POST', async () => {
    const other = await connectClient((response) => sendJson(response, 200, page));
    const subject = await connectClient((response) =>
      sendText(response, 307, '', { location: `${other.server.origin}/v2/video/list/` }),
    );
    await expect(failure(list(subject))).resolves.toMatchObject({ code: 'redirected' });
    await expect(failure(subject.client.getUser(accessToken, ['user.info.basic']))).resolves.toMatchObject({
      code: 'redirected',
    });
    expect(other.server.seen).toEqual([]);
    expect(subject.server.seen).toHaveLength(2);
  });

  test('a circle ends', async () => {
    const subject = await connectClient((response) => sendText(response, 302, '', { location: '/oembed' }));
    await expect(failure(subject.client.getEmbed('https://x.example'))).resolves.toMatchObject({ code: 'redirected' });
  });
});

describe('retries', () => {
  test.each<[string, Responder]>([
    ['429', (response) => sendJson(response, 429, refusal('rate_limit_exceeded'))],
    ['500', (response) => sendJson(response, 500, refusal('internal_error'))],
    ['reset', resetInBody],
  ])('%s, then success', async (_case, first) => {
    const subject = await connectClient((response, request, index) =>
      index === 0 ? first(response, request, index) : sendJson(response, 200, page),
    );
    await expect(list(subject)).resolves.toMatchObject({ videos: [{ tiktokVideoId: '71' }] });
    expect(subject.lines().map(({ attempt, level }) => ({ attempt, level }))).toEqual([
      { attempt: 1, level: 40 },
      { attempt: 2, level: 30 },
    ]);
  });

  test('wait as long as TikTok asks for', async () => {
    const times: number[] = [];
    const subject = await connectClient((response) => {
      times.push(performance.now());
      if (times.length > 1) sendJson(response, 200, page);
      else sendJson(response, 429, refusal('rate_limit_exceeded'), { 'retry-after': '1' });
    });
    await list(subject);
    // One millisecond for the rounding of timers.
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(999);
  });

  test('are spread by the given chance', async () => {
    let drawn = 0;
    const subject = await connectClient((response) => sendText(response, 500, ''), { random: () => ++drawn / 10 });
    await failure(list(subject));
    expect(drawn).toBe(3);
  });
});

describe('the log', () => {
  test('has one line for each attempt, with what support asks for', async () => {
    const subject = await connectClient((response, _request, index) =>
      index === 0 ? sendJson(response, 500, {}, { 'x-tt-logid': 'FROM-HEADER' }) : sendJson(response, 200, page),
    );
    await list(subject);
    expect(subject.lines()).toMatchObject([
      {
        endpoint: '/v2/video/list/',
        status: 500,
        code: 'http_500',
        log_id: 'FROM-HEADER',
        attempt: 1,
        durationMs: expect.any(Number),
      },
      {
        endpoint: '/v2/video/list/',
        status: 200,
        code: 'ok',
        log_id: '20261122130000ABCDEF',
        attempt: 2,
        durationMs: expect.any(Number),
      },
    ]);
  });

  test('the error carries log_id too', async () => {
    const subject = await connectClient((response) =>
      sendJson(response, 400, refusal('invalid_params', 'fields: fps is unknown')),
    );
    const error = await failure(list(subject));
    expect(error.logId).toBe('20261122130001ABCDEF');
    expect(error.message).toBe('TikTok answered /v2/video/list/ with invalid_params (HTTP 400): fields: fps is unknown');
  });

  test('carries no token, code, caption or query, not even where TikTok quotes them or the answer is broken', async () => {
    // What an API that echoes its request would say: raw, decoded, and with a token that is not ours.
    const quote = ({ body, headers, url }: SeenRequest): string =>
      `${headers.authorization} ${new URLSearchParams(body).get('code')} ${new URLSearchParams(body).get('token')} ${body} rft.another ${url.pathname}`;
    const responders: Responder[] = [
      (response) => sendJson(response, 200, page),
      (response, request) => sendJson(response, 400, refusal('invalid_params', quote(request))),
      (response, request) =>
        sendJson(response, 200, { error: 'invalid_grant', error_description: quote(request), log_id: quote(request) }),
      (response, request) =>
        sendJson(
          response,
          400,
          { error: { code: quote(request), message: '', log_id: '' } },
          { 'x-tt-logid': encodeURIComponent(quote(request)) },
        ),
      (response, request) => sendText(response, 200, `${quote(request)} is not JSON`),
      resetInBody,
    ];
    for (const respond of responders) {
      const subject = await connectClient(respond, { redirectUri: 'http://localhost:3000/callback', retry: { maxRetries: 0 } });
      const { client } = subject;
      const results = await Promise.allSettled([
        list(subject),
        client.getUser(accessToken, ['user.info.basic']),
        client.getEmbed('https://www.tiktok.com/@lea/video/71'),
        client.exchangeCode({ code: SECRETS.code, codeVerifier: SECRETS.codeVerifier }),
        client.refreshTokens(SECRETS.refreshToken),
        client.revoke(accessToken),
      ]);
      const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []));
      const said = subject.logText() + errors.map((error) => `${error.stack} ${JSON.stringify(error)}`).join('\n');
      expect(subject.lines()).toHaveLength(6);
      for (const secret of [
        ...Object.values(SECRETS),
        'time%21code',
        'rft.another',
        'a secret caption',
        'fields=',
        'url=',
        '@lea',
      ]) {
        expect(said).not.toContain(secret);
      }
    }
  });

  test('a token that cannot go into a header stays out of it', async () => {
    const subject = await connectClient((response) => sendJson(response, 200, page));
    const error = await failure(subject.client.listVideos('act.broken\ntoken', { cursor: null, maxCount: 20 }));
    expect(error).toBeInstanceOf(TikTokUnavailableError);
    expect(subject.logText() + error.stack).not.toContain('broken');
  });
});

test('an open breaker refuses at once, without a call, a retry or a place in the quota', async () => {
  let now = 0;
  const breakerOf = (service: 'tiktok' | 'oembed') =>
    createBreaker({ service, failures: 4, openMs: 30_000, monotonicNow: () => now });
  const breakers = { tiktok: breakerOf('tiktok'), oembed: breakerOf('oembed') };
  let isDown = true;
  const seen: CallFacts[] = [];
  const subject = await connectClient((response) => (isDown ? sendText(response, 503, 'down') : sendJson(response, 200, page)), {
    breakers,
    limits: { callsPerMinute: 5, oembedCallsPerMinute: 5 },
    observe: (call) => void seen.push(call),
  });
  await failure(list(subject));
  for (let times = 0; times < 20; times++) {
    const error = await failure(list(subject));
    expect(error).toBeInstanceOf(TikTokUnavailableError);
    expect(error.code).toBe('circuit_open');
  }
  expect(subject.server.seen).toHaveLength(4);
  expect(breakers.oembed.state()).toBe('closed');
  expect(seen.map(({ code }) => code)).toEqual([...Array(4).fill('http_503'), ...Array(20).fill('circuit_open')]);

  isDown = false;
  now += 30_000;
  expect((await list(subject)).videos).toHaveLength(1);
  expect(seen.at(-1)).toEqual({ endpoint: '/v2/video/list/', code: 'ok', durationMs: expect.any(Number) });
});

test('whoever counts is not told words that the other side makes up', async () => {
  const seen: CallFacts[] = [];
  const subject = await connectClient((response) => sendJson(response, 403, refusal('a_code_of_tomorrow')), {
    observe: (call) => void seen.push(call),
  });
  await failure(list(subject));
  expect(seen).toEqual([{ endpoint: '/v2/video/list/', code: 'other', durationMs: expect.any(Number) }]);
});
