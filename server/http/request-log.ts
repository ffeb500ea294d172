import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from '../logger';

/** Gives every request an id (`x-request-id`) and logs it when it ends: method, path without its query, status, duration. */
export function requestLog(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    const requestId = randomUUID();
    response.locals.requestId = requestId;
    response.setHeader('x-request-id', requestId);
    response.on('close', () => {
      const durationMs = Math.round(performance.now() - startedAt);
      logger.debug(
        { requestId, method: request.method, path: loggedPath(request.path), status: response.statusCode, durationMs },
        'request',
      );
    });
    next();
  };
}

/** A path as the log may keep it: the last part of `/exports/…` opens an archive. */
export function loggedPath(path: string): string {
  return path.replace(/^\/exports\/.+/, '/exports/…');
}
