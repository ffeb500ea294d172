import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPictureFetcher } from './picture-fetcher';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
let server: Server;
let host: string;
let answer: RequestListener;
let requests: number;

beforeAll(async () => {
  server = createServer((request, response) => {
    requests += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => (requests = 0));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const fetchPicture = (path = '/cover.png', options: { maxBytes?: number; timeoutMs?: number } = {}) =>
  createPictureFetcher({ hosts: [host], ...options })(`http://${host}${path}`);

it('fetches a picture from a host that is named', async () => {
  answer = (_request, response) => response.setHeader('content-type', 'image/png; charset=binary').end(png);
  expect(await fetchPicture()).toEqual({ type: 'image/png', bytes: png });
});

it.each([
  ['another host', 'https://example.org/a.png'],
  ['another port', 'http://127.0.0.1:1/a.png'],
  ['a host that only ends alike', 'https://eviltiktokcdn.com/a.png'],
  ['the bare domain of a subdomain pattern', 'https://tiktokcdn.com/a.png'],
  ['a subdomain on another port', 'https://p16.tiktokcdn.com:8443/a.png'],
  ['plain http elsewhere', 'http://p16.tiktokcdn.com/a.png'],
  ['a name and password', 'https://me:secret@p16.tiktokcdn.com/a.png'],
  ['another protocol', 'file:///etc/passwd'],
  ['no address', 'cover.png'],
])('does not call %s', async (_name, address) => {
  let calls = 0;
  const fetchPicture = createPictureFetcher({
    hosts: [host, '.tiktokcdn.com'],
    fetch: async () => {
      calls += 1;
      return new Response();
    },
  });
  await expect(fetchPicture(address)).rejects.toThrow('Pictures are not fetched');
  expect(calls).toBe(0);
});

it('calls every subdomain of a host with a leading dot', async () => {
  const fetchPicture = createPictureFetcher({
    hosts: ['.tiktokcdn.com'],
    fetch: async () => new Response(png, { headers: { 'content-type': 'image/png' } }),
  });
  expect((await fetchPicture('https://p16-sign.tiktokcdn.com/a.png')).bytes).toEqual(png);
});

it.each(['text/html', 'image/svg+xml', ''])('refuses what is no picture or can run: "%s"', async (type) => {
  answer = (_request, response) => response.setHeader('content-type', type).end('<svg/>');
  await expect(fetchPicture()).rejects.toMatchObject({ isRefused: false });
});

it.each([
  [403, true],
  [404, true],
  [500, false],
])('says of status %i whether a fresh address may help', async (status, isRefused) => {
  answer = (_request, response) => response.writeHead(status, { 'content-type': 'image/png' }).end(png);
  await expect(fetchPicture()).rejects.toMatchObject({ isRefused });
});

it('follows no redirect', async () => {
  answer = (_request, response) => response.writeHead(302, { location: `http://${host}/elsewhere.png` }).end();
  await expect(fetchPicture()).rejects.toThrow('did not answer with a picture');
  expect(requests).toBe(1);
});

it('stops reading at its bound', async () => {
  answer = (_request, response) => response.setHeader('content-type', 'image/png').end(Buffer.alloc(200_000));
  await expect(fetchPicture('/big.png', { maxBytes: 100_000 })).rejects.toThrow('Larger than');
});

it('gives up on a host that hangs', async () => {
  answer = (_request, response) => void response.setHeader('content-type', 'image/png').write(png);
  await expect(fetchPicture('/slow.png', { timeoutMs: 100 })).rejects.toThrow('did not answer with a picture');
});
