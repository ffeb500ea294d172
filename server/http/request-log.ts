import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from '../logger';

/** Answers of what keeps others out: no session or signature, another site, a bound, too often. */
const refusals = new Set([401, 403, 405, 413, 414, 429]);

/**
 * Gives every request an id (`x-request-id`) and logs it when it ends: method, path without its query, status, duration. Whoever was
 * refused stands in the log at its ordinary level, the rest among the details.
 */
export function requestLog(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    // As it came: express cuts off what a router is mounted at.
    const { method, path } = request;
    const requestId = randomUUID();
    response.locals.requestId = requestId;
    response.setHeader('x-request-id', requestId);
    response.on('close', () => {
      const durationMs = Math.round(performance.now() - startedAt);
      const status = response.statusCode;
      const line = { requestId, method, path: loggedPath(path), status, durationMs };
      if (refusals.has(status)) logger.info(line, 'request refused');
      else logger.debug(line, 'request');
    });
    next();
  };
}

/** A path as the log may keep it: the last part of `/exports/…` opens an archive. */
export function loggedPath(path: string): string {
  return path.replace(/^\/exports\/.+/, '/exports/…');
}
