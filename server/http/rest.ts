import type { Request, RequestHandler, Response } from 'express';

/** What a REST route refuses with: `{error: {code, message}}`. */
export class RestError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** To send along. */
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

/** Status of each failure of the GraphQL operations behind the REST routes. */
const statusOf: Record<string, number> = {
  ConsentRequiredError: 400,
  InvalidInputError: 400,
  AuthorizationStateError: 400,
  AuthorizationCodeRejectedError: 400,
  MissingScopeError: 400,
  ConnectionOwnedBySomeoneElseError: 409,
  TikTokRefusedError: 502,
  TikTokUnreachableError: 503,
  NotFoundError: 404,
  ConnectionNotActiveError: 409,
  NothingSyncedError: 409,
  UNAUTHENTICATED: 401,
  RATE_LIMITED: 429,
  INTERNAL_ERROR: 500,
  DATABASE_BUSY: 503,
  DATABASE_FULL: 503,
  DATABASE_UNWRITABLE: 503,
};

interface Answer<Data> {
  data: Data | null;
  errors: readonly { message: string; extensions?: { code?: string; retryAfterSeconds?: number } }[];
}

/** The data of an answer. @throws RestError for an answer with errors. */
export function requireData<Data>({ data, errors }: Answer<Data>): Data {
  const [error] = errors;
  if (!error && data) return data;
  const code = error?.extensions?.code ?? 'INTERNAL_ERROR';
  const wait = error?.extensions?.retryAfterSeconds;
  throw new RestError(
    statusOf[code] ?? 400,
    code,
    error?.message ?? 'Nothing came back. Try again.',
    wait === undefined ? {} : { 'retry-after': String(wait) },
  );
}

/** The success of a result union. @throws RestError for any of its errors. */
export function requireSuccess<Result extends { __typename: string }>(
  result: Result,
): Extract<Result, { __typename: `${string}Success` }> {
  if (result.__typename.endsWith('Success')) return result as Extract<Result, { __typename: `${string}Success` }>;
  const { __typename: code, message } = result as unknown as { __typename: string; message: string };
  throw new RestError(statusOf[code] ?? 400, code, message);
}

/** A person may name themselves (`userId`), never somebody else. @throws RestError 403 */
export function refuseOtherUser(named: unknown, viewer: { user: { id: string } } | null): void {
  if (named === undefined || named === null) return;
  const rawId = viewer && Buffer.from(viewer.user.id, 'base64').toString('utf8').split(':').at(-1);
  if (viewer && (named === viewer.user.id || named === rawId)) return;
  throw new RestError(403, 'FORBIDDEN', 'userId is not yours. Leave it out: the person comes from the session.');
}

/** A count in an address, once and in digits; 20 when it is left out. @throws RestError when it is not from 1 to `most` */
export function readCount(said: unknown, name: string, most: number): number {
  if (said === undefined) return 20;
  const count = typeof said === 'string' && /^\d{1,9}$/.test(said) ? Number(said) : 0;
  if (count >= 1 && count <= most) return count;
  throw new RestError(400, 'INVALID_INPUT', `${name} must be a whole number from 1 to ${most}.`);
}

/** Runs a route and answers a failure in the REST shape. */
export function restRoute(handler: (request: Request, response: Response) => Promise<void>): RequestHandler {
  return (request, response, next) => {
    handler(request, response).catch((error: unknown) => {
      if (!(error instanceof RestError)) return next(error);
      response
        .status(error.status)
        .set(error.headers)
        .json({ error: { code: error.code, message: error.message } });
    });
  };
}

/** A JSON body; other content types could be sent by another site's form. @throws RestError */
export function jsonBody(request: Request): Record<string, unknown> {
  if (!request.is('application/json')) throw new RestError(415, 'JSON_REQUIRED', 'Send the body as application/json.');
  try {
    const body: unknown = JSON.parse((request.body as Buffer).toString('utf8'));
    if (body && typeof body === 'object' && !Array.isArray(body)) return body as Record<string, unknown>;
  } catch {
    // Said below, like every other body that is not an object.
  }
  throw new RestError(400, 'INVALID_JSON', 'The body must be a JSON object.');
}
