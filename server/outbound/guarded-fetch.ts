import { exchange, type HttpLimits } from './exchange';

/** Statuses of which the platform allows no body. */
const withoutBody = new Set([204, 205, 304]);

/** `fetch` within limits, for libraries that want one: sends text alone, and answers when the whole body has been read. */
export function createGuardedFetch(limits: HttpLimits): typeof fetch {
  return async (input, init = {}) => {
    if (input instanceof Request) throw new TypeError('The guarded fetch takes an address and options.');
    const { method = 'GET', headers, body, signal } = init;
    if (body != null && typeof body !== 'string') throw new TypeError('The guarded fetch sends text alone.');
    const {
      status,
      headers: answered,
      bytes,
    } = await exchange(
      {
        method,
        url: new URL(input),
        headers: Object.fromEntries(new Headers(headers)),
        body: body ?? undefined,
        signal: signal ?? undefined,
      },
      limits,
    );
    // The body is decompressed by now.
    const kept = [...answered].filter(([name]) => !['content-encoding', 'content-length', 'transfer-encoding'].includes(name));
    return new Response(withoutBody.has(status) ? null : new Uint8Array(bytes), { status, headers: kept });
  };
}
