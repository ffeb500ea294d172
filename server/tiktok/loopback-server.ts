import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a test's server saw it. */
export interface SeenRequest {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface LoopbackServer {
  origin: string;
  seen: SeenRequest[];
  close(): Promise<void>;
}

/** Answers one request; `index` counts the requests from 0. */
export type Responder = (response: ServerResponse, request: SeenRequest, index: number) => void;

/** An HTTP server on a free port of this machine that records what it is asked: the other end of the client's tests. */
export async function startLoopbackServer(respond: Responder): Promise<LoopbackServer> {
  const seen: SeenRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const url = new URL(incoming.url ?? '/', origin());
      const request = { method: incoming.method ?? '', url, headers: incoming.headers, body: Buffer.concat(chunks).toString() };
      seen.push(request);
      respond(response, request, seen.length - 1);
    });
  });
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: origin(),
    seen,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  sendText(response, status, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
}

export function sendText(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, headers).end(text);
}
