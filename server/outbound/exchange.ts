import type { Breaker } from './breaker';

/** One HTTP exchange with a host outside, as it went over the wire; what the answer means is decided elsewhere. */
export interface HttpRequest {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body?: string;
  /** Gives up early; the exchange then rejects with the signal's reason. */
  signal?: AbortSignal;
}

export interface HttpAnswer {
  status: number;
  headers: Headers;
  bytes: Buffer;
}

export interface HttpLimits {
  isAllowed: (url: URL) => boolean;
  /** To the answer's first byte; as long as the whole where it is left out. */
  firstByteMs?: number;
  /** For the whole exchange, to the last byte of the body. */
  timeoutMs: number;
  /** As they are after decompression. */
  maxBodyBytes: number;
  /** Followed by a GET on its own origin; none where it is left out. */
  maxRedirects?: number;
  breaker?: Breaker;
  fetch?: typeof fetch;
}

export type HttpFaultCode = 'timeout' | 'network' | 'redirected' | 'too_large' | 'not_allowed' | 'circuit_open';

/**
 * No usable answer came. `mayHaveArrived` is false only where the connection itself was never made. `detail` is the system's own
 * code (`ECONNRESET`) or the error's name; the error itself is not passed on, because fetch quotes headers and URLs in its messages.
 */
export class HttpFault extends Error {
  constructor(
    readonly code: HttpFaultCode,
    readonly mayHaveArrived: boolean,
    readonly detail: string | null = null,
  ) {
    super(code);
    this.name = new.target.name;
  }
}

const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Sends the request and reads the whole answer, within the limits: the only way out of this server. Redirects to another origin are
 * faults, because the request carries a token or our secret that no other host may see.
 * @throws HttpFault, and the reason of the request's own signal; nothing else.
 */
export function exchange(request: HttpRequest, limits: HttpLimits): Promise<HttpAnswer> {
  if (!limits.isAllowed(request.url)) return Promise.reject(new HttpFault('not_allowed', false, request.url.host));
  const once = () => exchangeOnce(request, limits);
  return limits.breaker ? limits.breaker.run(once) : once();
}

async function exchangeOnce(request: HttpRequest, limits: HttpLimits): Promise<HttpAnswer> {
  const deadline = new AbortController();
  const giveUp = () => deadline.abort();
  const timers = [limits.timeoutMs, limits.firstByteMs ?? limits.timeoutMs].map((ms) => setTimeout(giveUp, ms));
  request.signal?.addEventListener('abort', giveUp);
  try {
    request.signal?.throwIfAborted();
    const response = await send(request, limits, deadline.signal);
    clearTimeout(timers[1]);
    const bytes = await readBody(response, limits.maxBodyBytes);
    return { status: response.status, headers: response.headers, bytes };
  } catch (error) {
    if (error instanceof HttpFault) throw error;
    if (request.signal?.aborted) throw request.signal.reason;
    if (deadline.signal.aborted) throw new HttpFault('timeout', true);
    const codes = systemCodes(error);
    throw new HttpFault('network', !(codes.length > 0 && codes.every((code) => NEVER_CONNECTED.has(code))), codes[0]);
  } finally {
    timers.forEach(clearTimeout);
    request.signal?.removeEventListener('abort', giveUp);
    // Frees the connection where the body was left unread.
    deadline.abort();
  }
}

async function send(request: HttpRequest, limits: HttpLimits, signal: AbortSignal): Promise<Response> {
  const { method, headers, body } = request;
  const { fetch: fetchImpl = fetch, maxRedirects = 0 } = limits;
  let url = request.url;
  for (let redirects = 0; ; redirects++) {
    const response = await fetchImpl(url, { method, headers, body, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    const target = URL.canParse(location, url) ? new URL(location, url) : null;
    if (method !== 'GET' || target?.origin !== url.origin || redirects === maxRedirects) throw new HttpFault('redirected', true);
    await response.body?.cancel();
    url = target;
  }
}

async function readBody(response: Response, maxBytes: number): Promise<Buffer> {
  if (!response.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > maxBytes) throw new HttpFault('too_large', true);
    chunks.push(value);
  }
}

/** undici wraps the system's error, and one error per address where a host has several. */
function systemCodes(error: unknown): string[] {
  const cause = property(error, 'cause');
  const several = property(cause, 'errors');
  return (Array.isArray(several) ? several : [cause]).map((one: unknown) =>
    String(property(one, 'code') ?? property(error, 'name') ?? 'unknown'),
  );
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
