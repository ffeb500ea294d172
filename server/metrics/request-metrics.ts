import type { Request, RequestHandler, Response } from 'express';
import type { Metrics } from './metrics';

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Counts every request when its answer ends. */
export function requestMetrics(metrics: Pick<Metrics, 'countRequest'>): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    const [path = ''] = request.originalUrl.split('?');
    response.on('close', () => {
      metrics.countRequest({
        // A stranger may call a method anything, and each name would be a row of its own.
        method: methods.has(request.method) ? request.method : 'other',
        route: routeOf(path, request, response),
        status: response.statusCode,
        seconds: (performance.now() - startedAt) / 1000,
      });
    });
    next();
  };
}

/** Addresses that are mounted as a whole, without a pattern of their own. */
const mounts = ['/graphql', '/api', '/webhooks', '/assets'];

/** The pattern that answered: express's, or the page's (`locals.pageRoute`, see pages.ts). Never the address, which strangers choose. */
function routeOf(path: string, request: Request, response: Response): string {
  const { route } = request as { route?: { path?: unknown } };
  if (typeof route?.path === 'string') return route.path;
  const mount = mounts.find((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  if (mount) return mount;
  return typeof response.locals.pageRoute === 'string' ? response.locals.pageRoute : 'other';
}
