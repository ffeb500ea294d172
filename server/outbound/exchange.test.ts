import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { type LoopbackServer, type Responder, startLoopbackServer } from '../tiktok/loopback-server';
import { onHosts, sameOriginAs } from './allowed-addresses';
import { exchange, type HttpFault, type HttpLimits } from './exchange';
import { createGuardedFetch } from './guarded-fetch';

let server: LoopbackServer;
let respond: Responder;
beforeAll(async () => (server = await startLoopbackServer((...all) => respond(...all))));
afterAll(() => server.close());
beforeEach(() => void (server.seen.length = 0));

const limits = (overrides: Partial<HttpLimits> = {}): HttpLimits => ({
  isAllowed: sameOriginAs(server.origin),
  timeoutMs: 20_000,
  maxBodyBytes: 100_000,
  ...overrides,
});
const get = (overrides: Partial<HttpLimits> = {}, address = `${server.origin}/a`, signal?: AbortSignal) =>
  exchange({ method: 'GET', url: new URL(address), headers: {}, signal }, limits(overrides));
const faultOf = (promise: Promise<unknown>): Promise<HttpFault> =>
  promise.then(
    () => Promise.reject(new Error('It was expected to fail.')),
    (error: HttpFault) => error,
  );

it.each([
  ['another host', 'http://example.org/a'],
  ['another port', 'http://127.0.0.1:1/a'],
  ['a name in front of the host', () => server.origin.replace('//', '//me:secret@')],
  ['a file', 'file:///etc/passwd'],
  ['the cloud’s metadata', 'http://169.254.169.254/latest/meta-data/'],
])('does not call %s', async (_name, address) => {
  let calls = 0;
  const counting = async () => {
    calls += 1;
    return new Response();
  };
  expect(await faultOf(get({ fetch: counting }, typeof address === 'string' ? address : address()))).toMatchObject({
    code: 'not_allowed',
    mayHaveArrived: false,
  });
  expect(calls).toBe(0);
});

it.each<[string, Partial<HttpLimits>, Responder]>([
  ['never answers', { timeoutMs: 60 }, () => undefined],
  ['takes too long for its first byte', { firstByteMs: 60 }, () => undefined],
  ['stops in the middle', { timeoutMs: 60 }, (response) => void response.writeHead(200).write('{')],
  [
    'drips',
    { timeoutMs: 120 },
    (response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(drip));
    },
  ],
])('gives up in time on a host that %s', async (_name, overrides, answer) => {
  respond = answer;
  const startedAt = performance.now();
  expect(await faultOf(get(overrides))).toMatchObject({ code: 'timeout' });
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});

it('takes its time with a body whose first byte came soon enough', async () => {
  respond = (response) => {
    response.writeHead(200).write('a');
    setTimeout(() => response.end('b'), 1_000);
  };
  expect((await get({ firstByteMs: 900 })).bytes.toString()).toBe('ab');
});

const zeros = Buffer.alloc(5_000_000);
it.each([
  ['gzip', gzipSync(zeros)],
  ['br', brotliCompressSync(zeros)],
  ['deflate', deflateSync(zeros)],
])('counts what %s unpacks to, not what was sent', async (encoding, packed) => {
  expect(packed.byteLength).toBeLessThan(100_000);
  respond = (response) => void response.writeHead(200, { 'content-encoding': encoding }).end(packed);
  expect(await faultOf(get())).toMatchObject({ code: 'too_large' });
  respond = (response) => void response.writeHead(200, { 'content-encoding': encoding }).end(packed);
  expect((await get({ maxBodyBytes: zeros.byteLength })).bytes.byteLength).toBe(zeros.byteLength);
});

it('follows redirects only where it may, and never to another origin', async () => {
  respond = (response, { url }) => {
    if (url.pathname === '/end') response.end('here');
    else response.writeHead(302, { location: url.searchParams.get('to') ?? '/end' }).end();
  };
  expect(await faultOf(get())).toMatchObject({ code: 'redirected' });
  expect((await get({ maxRedirects: 1 })).bytes.toString()).toBe('here');
  server.seen.length = 0;
  for (const elsewhere of [`http://localhost:${new URL(server.origin).port}/end`, 'https://example.org/', '//example.org/']) {
    const address = `${server.origin}/a?to=${encodeURIComponent(elsewhere)}`;
    expect(await faultOf(get({ maxRedirects: 3 }, address))).toMatchObject({ code: 'redirected' });
  }
  expect(server.seen).toHaveLength(3);
});

it('stops when it is asked to, with the reason given', async () => {
  respond = () => undefined;
  const stop = new AbortController();
  const answer = get({}, undefined, stop.signal);
  stop.abort(new Error('shutting down'));
  await expect(answer).rejects.toThrow('shutting down');
  await expect(get({}, undefined, stop.signal)).rejects.toThrow('shutting down');
});

it('gives libraries a fetch with the same bounds', async () => {
  const guarded = createGuardedFetch(limits());
  respond = (response, { body, headers }) =>
    void response
      .writeHead(201, { 'content-encoding': 'gzip', 'x-kind': String(headers['x-kind']) })
      .end(gzipSync(JSON.stringify({ body })));
  const response = await guarded(`${server.origin}/a`, { method: 'POST', headers: { 'x-kind': 'test' }, body: 'é' });
  expect([response.status, response.headers.get('x-kind'), await response.json()]).toEqual([201, 'test', { body: 'é' }]);
  await expect(guarded('https://example.org/')).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(guarded(`${server.origin}/a`, { method: 'POST', body: new FormData() })).rejects.toThrow('text alone');
  respond = (response) => void response.writeHead(204).end();
  expect((await guarded(`${server.origin}/a`)).status).toBe(204);
});

it.each([
  ['https://p16-sign.tiktokcdn.com/a.jpg', true],
  ['https://tiktokcdn.com/a.jpg', false],
  ['https://eviltiktokcdn.com/a.jpg', false],
  ['https://tiktokcdn.com.evil.example/a.jpg', false],
  ['https://p16.tiktokcdn.com:8443/a.jpg', false],
  ['http://p16.tiktokcdn.com/a.jpg', false],
  ['https://me@p16.tiktokcdn.com/a.jpg', false],
  ['http://localhost:3900/a.png', true],
  ['http://localhost:3901/a.png', false],
])('with a list of hosts %s is allowed: %s', (address, isAllowed) => {
  expect(onHosts(['.tiktokcdn.com', 'localhost:3900'])(new URL(address))).toBe(isAllowed);
});
