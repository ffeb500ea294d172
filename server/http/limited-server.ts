import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

/** What Node gives a client before it closes the socket. */
export interface SocketLimits {
  /** For all headers to have arrived. */
  headersMs: number;
  /** For the whole request to have arrived. */
  requestMs: number;
  /** Without a byte in either direction. */
  idleMs: number;
  /** Between two requests. */
  keepAliveMs: number;
  /** How often the first two are looked at. */
  checkEveryMs: number;
  headerBytes: number;
  headerCount: number;
}

export const socketLimits: SocketLimits = {
  headersMs: 10_000,
  requestMs: 30_000,
  // Subscriptions send a sign of life every 12 seconds.
  idleMs: 60_000,
  // Longer than proxies keep theirs, or they would send into a socket that closes.
  keepAliveMs: 65_000,
  checkEveryMs: 2_000,
  headerBytes: 16_384,
  headerCount: 100,
};

const sentences: Record<number, string> = {
  400: 'This is no HTTP request.',
  408: 'The request did not arrive in time. Send it again.',
  431: 'The headers are too large. Clear the cookies of this site and try again.',
};

/** An HTTP server that no slow or endless client can hold up; what cannot be read as HTTP gets one sentence and a closed socket. */
export function createLimitedServer(handler: RequestListener, limits: SocketLimits = socketLimits): Server {
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: limits.checkEveryMs,
      maxHeaderSize: limits.headerBytes,
    },
    handler,
  );
  server.maxHeadersCount = limits.headerCount;
  server.setTimeout(limits.idleMs);
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
    const body = `${sentences[status]}\n`;
    const headers = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'connection: close',
      'content-type: text/plain; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'cache-control: no-store',
      'x-content-type-options: nosniff',
      "content-security-policy: default-src 'none'; frame-ancestors 'none'",
    ];
    socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`);
  });
  return server;
}
