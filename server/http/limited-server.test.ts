import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createLimitedServer, socketLimits } from './limited-server';

let server: Server;
let answered: number;

beforeEach(async () => {
  answered = 0;
  server = createLimitedServer(
    (request, response) => {
      request.resume().on('end', () => {
        answered += 1;
        response.end('answered');
      });
    },
    { ...socketLimits, headersMs: 150, requestMs: 300, idleMs: 500, keepAliveMs: 200, checkEveryMs: 20, headerBytes: 2_000 },
  );
  await new Promise<void>((resolve) => server.listen(0, resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** All that comes back until the server closes the socket. */
function talk(say: (socket: Socket) => void): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect((server.address() as AddressInfo).port);
    let heard = '';
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
    say(socket);
  });
}

/** Says one piece after another for as long as the socket is open. */
function drip(socket: Socket, piece: string): void {
  const timer = setInterval(() => socket.writable && socket.write(piece), 20);
  socket.on('close', () => clearInterval(timer));
}

it('gives up on headers that trickle in', async () => {
  const heard = await talk((socket) => {
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n');
    drip(socket, 'x-a: b\r\n');
  });
  expect(heard).toMatch(/^HTTP\/1\.1 408 /);
  expect(heard).toContain('The request did not arrive in time.');
});

it('gives up on a body that trickles in', async () => {
  const heard = await talk((socket) => {
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n');
    drip(socket, 'a');
  });
  expect(heard).toMatch(/^HTTP\/1\.1 408 /);
  expect(answered).toBe(0);
});

it('closes a socket on which nothing is said', async () => {
  const startedAt = performance.now();
  await talk(() => undefined);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});

it('closes a socket that waits for a second request', async () => {
  const heard = await talk((socket) => socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n'));
  expect(heard).toMatch(/^HTTP\/1\.1 200 /);
});

it('refuses headers that are too large', async () => {
  const heard = await talk((socket) => socket.write(`GET / HTTP/1.1\r\nhost: x\r\ncookie: ${'x'.repeat(3_000)}\r\n\r\n`));
  expect(heard).toMatch(/^HTTP\/1\.1 431 /);
  expect(heard).toContain('Clear the cookies');
});

it.each([
  'no http at all\r\n\r\n',
  'GET / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
  'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
  'GET / HTTP/1.1\r\nhost: x\r\nbad header: y\r\n\r\n',
])('refuses %j in one sentence, with its headers', async (text) => {
  const heard = await talk((socket) => socket.write(text));
  expect(heard).toMatch(/^HTTP\/1\.1 400 /);
  expect(heard).toMatch(/x-content-type-options: nosniff/);
  expect(answered).toBe(0);
});
