import type { Request, RequestHandler, Response } from 'express';
import { dataError, oauthError, type Answer } from './answers';
import type { SandboxContext } from './context';
import type { FaultEndpoint } from './faults';
import { readBearer } from './bearer';
import { removeAuthorization } from './remove-authorization';
import type { FaultKind } from './state-file';

type Endpoint = Exclude<FaultEndpoint, '*'>;
const limited = new Set<Endpoint>(['video/list', 'video/query', 'user/info']);

/** An endpoint of the API: waiting faults and the rate limit come first, then `answer`. */
export function endpoint(context: SandboxContext, name: Endpoint, answer: (request: Request) => Answer): RequestHandler {
  return (request, response) => {
    const fault = context.faults.take(name);
    if (fault !== null) context.logger.info({ endpoint: name, fault }, 'sandbox fault');
    if (fault === 'hang') return;
    if (fault === 'reset') return void request.socket.resetAndDestroy();
    if (fault === 'bad_gateway_html') {
      return void response
        .status(502)
        .type('html')
        .send('<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>');
    }
    const limit = context.store.state.settings.rateLimitPerMinute;
    const refused =
      (fault && faultAnswer(context, name, fault)) ??
      (limited.has(name) && !context.rateLimits.allows(name, limit, context.now())
        ? dataError('rate_limit_exceeded', 'The API rate limit was exceeded. Please try again later.', context.now())
        : null);
    if (refused) return send(response, refused);
    if (fault) actOn(context, name, fault, request);
    const answered = answer(request);
    if (fault === 'truncated_json') return sendHalf(response, answered);
    send(response, answered);
  };
}

export function send(response: Response, { status, json, logId }: Answer): void {
  response.status(status).set('x-tt-logid', logId).json(json);
}

function sendHalf(response: Response, { status, json, logId }: Answer): void {
  const whole = JSON.stringify(json);
  response.status(status).set('x-tt-logid', logId).type('application/json');
  response.send(whole.slice(0, Math.max(1, Math.floor(whole.length / 2))));
}

/** What a fault answers by itself; null when it changes the world instead and lets the endpoint answer. */
function faultAnswer(context: SandboxContext, name: Endpoint, fault: FaultKind): Answer | null {
  const now = context.now();
  const isOauth = name.startsWith('oauth/');
  if (fault === 'rate_limit')
    return dataError('rate_limit_exceeded', 'The API rate limit was exceeded. Please try again later.', now);
  if (fault === 'internal_error') {
    return isOauth
      ? oauthError('server_error', 'Something went wrong. Please try again later.', 500, now)
      : dataError('internal_error', 'Something went wrong. Please try again later.', now);
  }
  if (fault === 'invalid_grant' && isOauth) {
    return oauthError(
      'invalid_grant',
      'Refresh token is invalid or expired.',
      context.store.state.settings.oauthErrorStatus,
      now,
    );
  }
  return null;
}

/** Token expired, person gone, video gone: made true just before the call is answered. */
function actOn(context: SandboxContext, name: Endpoint, fault: FaultKind, request: Request): void {
  const { authorizations } = context;
  const form: Record<string, unknown> = request.body ?? {};
  const refreshToken = typeof form.refresh_token === 'string' ? form.refresh_token : null;
  const accessToken = name === 'oauth/revoke' && typeof form.token === 'string' ? form.token : readBearer(request);
  if (fault === 'token_expired') {
    if (refreshToken) authorizations.expire('refresh', refreshToken);
    else if (accessToken) authorizations.expire('access', accessToken);
  }
  const token = refreshToken
    ? authorizations.find('refresh', refreshToken)
    : accessToken && authorizations.find('access', accessToken);
  if (fault === 'user_revoked' && token) removeAuthorization(context, token.creatorId, 1);
  if (fault === 'video_deleted') deleteOneVideo(context, token ? token.creatorId : null, request);
}

/** The first video asked for, or the newest of the page asked for. */
function deleteOneVideo(context: SandboxContext, creatorId: string | null, request: Request): void {
  const asked: unknown = request.body?.filters?.video_ids;
  const first: unknown = Array.isArray(asked) ? asked[0] : undefined;
  if (typeof first === 'string') return void context.videos.delete(first);
  const creator = creatorId === null ? null : context.creators.withId(creatorId);
  if (!creator) return;
  const cursor: unknown = request.body?.cursor;
  const newest = context.videos.list(creator, typeof cursor === 'number' ? cursor : null, 20).videos[0];
  if (newest) context.videos.delete(newest.id);
}
