/** One HTTP exchange with TikTok, as it went over the wire; what the answer means is decided elsewhere. */
export interface HttpRequest {
  method: 'GET' | 'POST';
  url: URL;
  headers: Record<string, string>;
  body?: string;
}

export interface HttpAnswer {
  status: number;
  headers: Headers;
  text: string;
}

export interface HttpLimits {
  fetch: typeof fetch;
  /** For the whole exchange, to the last byte of the body. */
  timeoutMs: number;
  maxBodyBytes: number;
}

/**
 * No usable answer came. `mayHaveArrived` is false only where the connection itself was never made. `detail` is the system's own
 * code (`ECONNRESET`) or the error's name; the error itself is not passed on, because fetch quotes headers and URLs in its messages.
 */
export class HttpFault extends Error {
  constructor(
    readonly code: 'timeout' | 'network' | 'redirected' | 'too_large',
    readonly mayHaveArrived: boolean,
    readonly detail: string | null = null,
  ) {
    super(code);
  }
}

const MAX_REDIRECTS = 3;
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Sends the request and reads the whole answer, within the limits. A GET follows redirects on its own origin; any other redirect is
 * a fault, because the request carries a token or our secret that no other host may see. @throws HttpFault, nothing else.
 */
export async function exchange(request: HttpRequest, limits: HttpLimits): Promise<HttpAnswer> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), limits.timeoutMs);
  try {
    const response = await send(request, limits.fetch, deadline.signal);
    const text = await readBody(response, limits.maxBodyBytes);
    return { status: response.status, headers: response.headers, text };
  } catch (error) {
    if (error instanceof HttpFault) throw error;
    if (deadline.signal.aborted) throw new HttpFault('timeout', true);
    const codes = systemCodes(error);
    throw new HttpFault('network', !(codes.length > 0 && codes.every((code) => NEVER_CONNECTED.has(code))), codes[0]);
  } finally {
    clearTimeout(timer);
    // Frees the connection where the body was left unread.
    deadline.abort();
  }
}

async function send(request: HttpRequest, fetchImpl: typeof fetch, signal: AbortSignal): Promise<Response> {
  const { method, headers, body } = request;
  let url = request.url;
  for (let redirects = 0; ; redirects++) {
    const response = await fetchImpl(url, { method, headers, body, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    const target = URL.canParse(location, url) ? new URL(location, url) : null;
    if (method !== 'GET' || target?.origin !== url.origin || redirects === MAX_REDIRECTS) throw new HttpFault('redirected', true);
    await response.body?.cancel();
    url = target;
  }
}

async function readBody(response: Response, maxBytes: number): Promise<string> {
  if (!response.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new TextDecoder().decode(Buffer.concat(chunks));
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
