import type { RequestHandler } from 'express';
import express from 'express';
import { refusal } from '../graphql/refusal';

export const maximumBodyBytes = 1_000_000;

/** Reads the body as bytes, up to a bound; more gets 413 before it is held in memory. */
export function limitedBody(): RequestHandler[] {
  const read = express.raw({ type: () => true, limit: maximumBodyBytes });
  return [
    (request, response, next) => {
      read(request, response, (error?: unknown) => {
        if (!error) return next();
        const status = (error as { status?: number }).status === 413 ? 413 : 400;
        const message =
          status === 413 ? 'The body is over 1 MB. Ask for less at a time.' : 'The body could not be read. Send it again.';
        const [body, init] = refusal(status, status === 413 ? 'BODY_TOO_LARGE' : 'BODY_UNREADABLE', message);
        response.status(init.status).set(init.headers).send(body);
      });
    },
  ];
}
