import { createHash, timingSafeEqual } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { type Request, Router } from 'express';
import type { Metrics } from './metrics';

export interface MetricsRouteOptions {
  metrics: Pick<Metrics, 'text' | 'contentType'>;
  /** What a caller must show; null where none was set. */
  token: string | null;
  isProduction: boolean;
}

/**
 * `GET /metrics`. With a token: whoever shows it. Without one: programs on this machine alone, and nobody in production, where what
 * comes from this machine is the proxy with everybody behind it.
 */
export function metricsRoute({ metrics, token, isProduction }: MetricsRouteOptions): Router {
  const router = Router();
  router.get('/metrics', (request, response, next) => {
    response.set('cache-control', 'no-store');
    if (token !== null && !showsToken(request, token)) {
      response.status(401).set('www-authenticate', 'Bearer').type('text').send('Show METRICS_TOKEN as a bearer token.\n');
      return;
    }
    if (token === null && (isProduction || !isFromHere(request))) {
      response.status(404).type('text').send('There are no metrics here. Set METRICS_TOKEN to read them from elsewhere.\n');
      return;
    }
    metrics.text().then((text) => response.set('content-type', metrics.contentType).end(text), next);
  });
  return router;
}

/** Compared as digests, in constant time whatever their lengths. */
function showsToken(request: Request, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`));
}

const proxyHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];
const ownNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Straight from this machine, to a name of this machine: a page elsewhere can point its own name here. */
function isFromHere({ socket, headers }: Request): boolean {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const isLoopback = address === '::1' || (isIPv4(address) && address.startsWith('127.'));
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  return isLoopback && ownNames.has(host) && proxyHeaders.every((name) => headers[name] === undefined);
}
