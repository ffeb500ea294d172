import type { IncomingHttpHeaders } from 'node:http';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether another site's page made a browser send this. Browsers say so themselves in `Sec-Fetch-Site`; older ones, and all of them
 * over plain http, send `Origin` with every POST. A request with neither comes from no browser and carries nobody's cookies by
 * accident. A subdomain counts as another site. (The rule of Go's `http.CrossOriginProtection`.)
 */
export function isFromElsewhere(
  { method, headers }: { method: string; headers: IncomingHttpHeaders },
  publicUrl: string,
): boolean {
  if (safeMethods.includes(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || (origin !== new URL(publicUrl).origin && new URL(origin).host !== host);
}
