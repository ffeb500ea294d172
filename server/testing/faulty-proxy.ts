import {
  createServer,
  request as sendRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { manglers, padded, type Mangling } from './mangled-answers';

/** What goes wrong between the product and a service outside. */
export const proxyFaults = [
  'rate-limited',
  'server-error',
  'bad-gateway',
  'hang',
  'reset',
  'truncated',
  'wrong-types',
  'one-odd-entry',
  'missing-fields',
  'unknown-fields',
  'ten-megabytes',
  'slow-drip',
  'token-expired',
  'token-refused',
  'unknown-host',
] as const;
export type ProxyFault = (typeof proxyFaults)[number];

/** TikTok's endpoints, told apart as the product uses them, and the language model's. */
export type Endpoint = 'exchange' | 'refresh' | 'revoke' | 'user' | 'list' | 'query' | 'oembed' | 'cover' | 'avatar' | 'model';

export interface Rule {
  endpoint: Endpoint;
  fault: ProxyFault;
  /** Whose calls: the open_id behind the token, or any text of the request; null: everybody's. */
  marks: readonly string[] | null;
}

export interface FaultyProxy {
  origin: string;
  /** Where the calls go on to. Set before the first call. */
  upstream: { sandbox: string; languageModel: string };
  rules: Set<Rule>;
  /** How many calls met a rule. */
  hits: Map<Rule, number>;
  /** To hand to the client under test: a host that does not exist cannot be played by a server. */
  fetch: typeof fetch;
  close(): Promise<void>;
}

interface Seen {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

const neverAnswering: readonly ProxyFault[] = [
  'hang',
  'rate-limited',
  'server-error',
  'bad-gateway',
  'token-expired',
  'token-refused',
];
/** Too long a label for any name server: refused by the resolver of this machine, without a question to anybody. */
export const unknownHost = `${'x'.repeat(64)}.invalid`;

/** Stands in front of the sandbox and the language model, passes everything on, and does to the chosen calls what it is told to. */
export async function startFaultyProxy(): Promise<FaultyProxy> {
  const owners = new Map<string, string>();
  const expired = new Map<Rule, Set<string>>();
  const server = createServer((incoming, outgoing) => {
    void readAll(incoming).then((bytes) =>
      serve({ path: incoming.url ?? '/', headers: incoming.headers, body: bytes.toString() }, incoming, outgoing),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const proxy: FaultyProxy = {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    upstream: { sandbox: '', languageModel: '' },
    rules: new Set(),
    hits: new Map(),
    fetch: (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const seen = {
        path: url.pathname + url.search,
        headers: Object.fromEntries(new Headers(init?.headers)),
        body: String(init?.body ?? ''),
      };
      const rule = findRule(seen);
      if (rule?.fault !== 'unknown-host') return fetch(input, init);
      hit(rule);
      return fetch(new URL(seen.path, `http://${unknownHost}`), init);
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };

  const hit = (rule: Rule) => proxy.hits.set(rule, (proxy.hits.get(rule) ?? 0) + 1);

  function findRule(seen: Seen): Rule | undefined {
    const token = tokenOf(seen);
    const text = [owners.get(token ?? ''), decodeURIComponent(seen.path), ...new URLSearchParams(seen.body).values()].join(' ');
    const endpoint = endpointOf(seen);
    return [...proxy.rules].find((rule) => {
      if (rule.endpoint !== endpoint || !(rule.marks?.some((mark) => text.includes(mark)) ?? true)) return false;
      if (rule.fault !== 'token-expired' || token === null) return true;
      // What was in use at its first call has run out; what is renewed lives.
      const old = expired.get(rule) ?? new Set(owners.keys());
      expired.set(rule, old);
      return old.has(token);
    });
  }

  async function serve(seen: Seen, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const rule = findRule(seen);
    if (rule) hit(rule);
    const fault = rule?.fault;
    if (fault === 'hang') return;
    if (fault && neverAnswering.includes(fault)) return refuse(outgoing, fault, endpointOf(seen));
    const answer = await passOn(seen, incoming);
    rememberTokens(answer.body);
    const { status } = answer;
    let { body } = answer;
    const headers: Record<string, string> = { 'content-type': answer.type };
    if (fault === 'ten-megabytes') body = padded(body, answer.type);
    else if (fault && fault in manglers) body = manglers[fault as Mangling](body, endpointOf(seen));
    if (fault === 'truncated') body = body.subarray(0, Math.ceil(body.length / 2));
    if (fault === 'wrong-types' && answer.type.startsWith('image/')) headers['content-type'] = 'text/html';
    outgoing.writeHead(status, { ...headers, 'content-length': String(body.length) });
    if (fault === 'reset') {
      outgoing.write(body.subarray(0, Math.ceil(body.length / 2)), () => incoming.socket.resetAndDestroy());
    } else if (fault === 'slow-drip') {
      let sent = 0;
      const drip = setInterval(() => (sent < body.length ? outgoing.write(body.subarray(sent, ++sent)) : outgoing.end()), 1_000);
      outgoing.on('close', () => clearInterval(drip));
    } else outgoing.end(body);
  }

  function passOn({ path }: Seen, incoming: IncomingMessage): Promise<{ status: number; type: string; body: Buffer }> {
    const base = path.startsWith('/v1/') ? proxy.upstream.languageModel : proxy.upstream.sandbox;
    return new Promise((resolve, reject) => {
      const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
      const onward = sendRequest(new URL(path, base), { method: incoming.method, headers }, (response) => {
        const type = String(response.headers['content-type'] ?? '');
        readAll(response).then((body) => resolve({ status: response.statusCode ?? 502, type, body }), reject);
      });
      onward.on('error', reject).end((incoming as IncomingMessage & { kept?: Buffer }).kept);
    });
  }

  function rememberTokens(body: Buffer): void {
    const text = body.length < 4_000 ? body.toString() : '';
    if (!text.includes('"access_token"')) return;
    const grant = JSON.parse(text) as Record<string, string>;
    for (const token of [grant.access_token, grant.refresh_token]) if (token && grant.open_id) owners.set(token, grant.open_id);
  }
  return proxy;
}

function endpointOf({ path, body }: Seen): Endpoint | null {
  if (path.startsWith('/v2/oauth/token')) return body.includes('grant_type=refresh_token') ? 'refresh' : 'exchange';
  const known: [string, Endpoint][] = [
    ['/v2/oauth/revoke', 'revoke'],
    ['/v2/user/info', 'user'],
    ['/v2/video/list', 'list'],
    ['/v2/video/query', 'query'],
    ['/oembed', 'oembed'],
    ['/covers/', 'cover'],
    ['/avatars/', 'avatar'],
    ['/v1/', 'model'],
  ];
  return known.find(([prefix]) => path.startsWith(prefix))?.[1] ?? null;
}

/** The token that a request carries; null where it carries none. */
function tokenOf({ headers, body }: Seen): string | null {
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  const form = new URLSearchParams(body);
  return bearer ?? form.get('refresh_token') ?? form.get('token');
}

/** Answers that say no, each service in its own words. */
function refuse(outgoing: ServerResponse, fault: ProxyFault, endpoint: Endpoint | null): void {
  if (fault === 'bad-gateway') {
    return void outgoing
      .writeHead(502, { 'content-type': 'text/html' })
      .end('<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>');
  }
  const isOauth = endpoint === 'exchange' || endpoint === 'refresh' || endpoint === 'revoke';
  const isModel = endpoint === 'model';
  const [status, code] = {
    'rate-limited': [429, 'rate_limit_exceeded'] as const,
    'server-error': [500, isOauth ? 'server_error' : 'internal_error'] as const,
    'token-expired': isOauth ? ([200, 'invalid_grant'] as const) : ([401, 'access_token_invalid'] as const),
    'token-refused': isOauth ? ([200, 'invalid_grant'] as const) : ([401, 'access_token_invalid'] as const),
  }[fault as 'rate-limited'];
  const json = isModel
    ? { error: { message: 'no', type: 'stub', code } }
    : isOauth && fault !== 'rate-limited'
      ? { error: code, error_description: 'no', log_id: '1' }
      : { error: { code, message: 'no', log_id: '1' } };
  outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  Object.assign(stream, { kept: bytes });
  return bytes;
}
