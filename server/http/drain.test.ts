import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createDrain, type Drain } from './drain';

describe('a server that is drained', () => {
  let server: Server;
  let drain: Drain;
  let port: number;
  /** Lets the request that waits go on. */
  let goOn: () => void;
  const arrived = () => new Promise<void>((resolve) => server.once('request', () => resolve()));
  beforeEach(async () => {
    const wait = new Promise<void>((resolve) => (goOn = resolve));
    server = createServer((incoming, response) => {
      if (incoming.url === '/events') {
        response.setHeader('content-type', 'text/event-stream');
        response.write('data: 1\n\n');
      } else if (incoming.url === '/never') {
        // Nothing.
      } else void wait.then(() => response.end('finished'));
    });
    drain = createDrain(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterEach(() => server.closeAllConnections());
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);

  it('lets a request finish, ends event streams, and takes nobody new', async () => {
    const events = await get('/events');
    const isThere = arrived();
    const slow = get('/slow');
    await isThere;
    const drained = drain.drain(10_000);
    expect(await events.text()).toBe('data: 1\n\n');
    await expect(get('/slow')).rejects.toThrow();
    goOn();
    expect(await (await slow).text()).toBe('finished');
    await drained;
  });

  it('cuts what does not end in time', async () => {
    const isThere = arrived();
    const hanging = request({ port, host: '127.0.0.1', path: '/never' });
    const cut = new Promise((resolve) => hanging.once('error', resolve));
    hanging.end();
    await isThere;
    await drain.drain(30);
    expect(await cut).toMatchObject({ code: 'ECONNRESET' });
  });
});
