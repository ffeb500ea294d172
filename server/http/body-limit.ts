import express, { type RequestHandler } from 'express';
import { jsonDepth } from './json-depth';
import { refuse } from './refuse';
import type { RequestLimits } from './request-limits';

/** Reads the body as bytes, up to a bound; more gets 413 before it is held in memory, and JSON nested too deep 400 before it is parsed. */
export function limitedBody({ bodyBytes, jsonDepth: deepest }: Pick<RequestLimits, 'bodyBytes' | 'jsonDepth'>): RequestHandler {
  const read = express.raw({ type: () => true, limit: bodyBytes });
  return (request, response, next) => {
    read(request, response, (error?: unknown) => {
      if ((error as { status?: number } | undefined)?.status === 413) return tooLarge(request, response, bodyBytes);
      if (error) {
        const message = 'The body could not be read. Send it again.';
        return refuse(request, response, { status: 400, code: 'BODY_UNREADABLE', message });
      }
      if (Buffer.isBuffer(request.body) && jsonDepth(request.body, deepest) > deepest) {
        const message = `The body is nested more than ${deepest} deep. Send it flatter.`;
        return refuse(request, response, { status: 400, code: 'BODY_TOO_DEEP', message });
      }
      next();
    });
  };
}

/**
 * For the pages, whose actions read the body themselves: only one that says how long it is, which Node holds it to, and that is no
 * longer than a form of ours can be. Browsers always say.
 */
export function limitedForm({ formBytes }: Pick<RequestLimits, 'formBytes'>): RequestHandler {
  return (request, response, next) => {
    if (Number(request.headers['content-length'] ?? 0) > formBytes) return tooLarge(request, response, formBytes);
    if (request.headers['transfer-encoding'] !== undefined) {
      const message = 'Say how long the body is: send a content-length.';
      return refuse(request, response, { status: 411, code: 'LENGTH_REQUIRED', message });
    }
    next();
  };
}

function tooLarge(request: express.Request, response: express.Response, bytes: number): void {
  const message = `The body is over ${bytes >= 1_000_000 ? `${bytes / 1_000_000} MB` : `${bytes / 1_000} kB`}. Ask for less at a time.`;
  refuse(request, response, { status: 413, code: 'BODY_TOO_LARGE', message });
}
