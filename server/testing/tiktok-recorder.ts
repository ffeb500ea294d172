import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Secret } from './secret-search';

interface Request {
  path: string;
  /** Fields of a posted form; empty for anything else. */
  form: URLSearchParams;
  bearer: string | null;
}

interface Answer {
  status: number;
  type?: string;
  body: string;
}

/**
 * Stands between a server and the sandbox: passes everything on, keeps every secret that goes by, and answers in the sandbox's place
 * where a test has it quote those secrets.
 */
export interface TikTokRecorder {
  url: string;
  /** Codes, verifiers and tokens, as they went by. */
  secrets: Secret[];
  /** Requests that begin with the path, the next `times`, are answered so. */
  answer(path: string, times: number, make: (request: Request) => Answer): void;
  close(): Promise<void>;
}

export async function startTikTokRecorder(sandboxUrl: string): Promise<TikTokRecorder> {
  const secrets: Secret[] = [];
  const keep = (name: string, value: unknown) => {
    if (typeof value === 'string' && value !== '' && !secrets.some((known) => known.value === value))
      secrets.push({ name, value });
  };
  let waiting: { path: string; times: number; make: (request: Request) => Answer }[] = [];

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    const { method = 'GET', url: path = '/' } = incoming;
    const isForm = incoming.headers['content-type']?.includes('x-www-form-urlencoded');
    const form = new URLSearchParams(isForm ? body.toString('utf8') : '');
    for (const name of ['code', 'code_verifier', 'refresh_token', 'token']) keep(name, form.get(name));
    const bearer = /^Bearer (.+)$/.exec(incoming.headers.authorization ?? '')?.[1] ?? null;
    keep('access_token', bearer);

    const planned = waiting.find((plan) => path.startsWith(plan.path));
    if (planned) {
      planned.times -= 1;
      waiting = waiting.filter((plan) => plan.times > 0);
      const { status, type = 'application/json', body: text } = planned.make({ path, form, bearer });
      outgoing.writeHead(status, { 'content-type': type }).end(text);
      return;
    }
    const headers = Object.fromEntries(
      ['content-type', 'authorization', 'accept'].flatMap((name) => {
        const value = incoming.headers[name];
        return typeof value === 'string' ? [[name, value]] : [];
      }),
    );
    const response = await fetch(`${sandboxUrl}${path}`, {
      method,
      headers,
      redirect: 'manual',
      ...(method !== 'GET' && { body: new Uint8Array(body) }),
    });
    const text = await response.text();
    if (path.startsWith('/v2/oauth/token')) {
      const tokens = JSON.parse(text) as Record<string, unknown>;
      for (const name of ['access_token', 'refresh_token']) keep(name, tokens[name]);
    }
    outgoing.writeHead(response.status, { 'content-type': response.headers.get('content-type') ?? 'application/json' }).end(text);
  }

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    secrets,
    answer: (path, times, make) => void waiting.push({ path, times, make }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
