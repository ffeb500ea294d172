import type { ErrorRequestHandler } from 'express';
import { describeDatabaseFailure } from '../db/failures';
import type { Logger } from '../logger';
import { refuse } from './refuse';
import { loggedPath } from './request-log';

/** What no route expected: logged in full, told in one sentence with the request's id. What express itself found unreadable is the sender's. */
export function answerUnexpected(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const requestId = String(response.locals.requestId);
    // Given up already: what a slow route still wanted to say comes too late.
    if (response.locals.isOverdue === true && response.writableEnded) return;
    const status = (error as { status?: unknown } | null)?.status;
    if (typeof status === 'number' && status >= 400 && status < 500 && !response.headersSent) {
      const message = 'The request could not be read. Check the address and the body.';
      return refuse(request, response, { status, code: 'BAD_REQUEST', message });
    }
    logger.error({ err: error, requestId, path: loggedPath(request.path) }, 'A request failed');
    if (response.headersSent) return next(error);
    const failure = describeDatabaseFailure(error);
    if (failure) return refuse(request, response, { status: 503, ...failure, headers: { 'retry-after': '5' } });
    const message = `Something went wrong here. Tell the operator this request id: ${requestId}.`;
    refuse(request, response, { status: 500, code: 'INTERNAL_ERROR', message });
  };
}
