import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { cancelledRedirect, grantedRedirect, readAuthorizeRequest } from './authorize-request';
import type { SandboxContext } from './context';
import { onDemandSizes } from './creator-profile';
import type { Creator } from './creators';
import { faultEndpoints } from './faults';
import { removeAuthorization } from './remove-authorization';
import { faultKinds } from './state-file';

const farFuture = 20 * 365 * 86_400;
const bodies = {
  clock: z.object({ advanceSeconds: z.number().nonnegative().max(farFuture) }),
  authorize: z.object({
    authorizeUrl: z.string(),
    creator: z.string().optional(),
    scopes: z.union([z.array(z.string()), z.string().transform((scopes) => scopes.split(','))]).optional(),
    cancel: z.boolean().optional(),
  }),
  faults: z.object({
    endpoint: z.preprocess(
      (name) => (typeof name === 'string' ? name.replace(/^\/?(v2\/)?|\/$/g, '') : name),
      z.enum(faultEndpoints),
    ),
    fault: z.enum(faultKinds),
    times: z.number().int().positive().max(100_000).default(1),
  }),
  revoke: z.object({ creator: z.string(), reason: z.number().int().min(0).max(5).default(1) }),
  deleteVideo: z.object({ videoId: z.string() }),
  creators: z.object({ size: z.enum(onDemandSizes), count: z.number().int().min(1).max(99) }),
  webhook: z.object({ event: z.enum(['last', 'tiktok.ping']).default('last') }),
  settings: z.strictObject({
    rateLimitPerMinute: z.number().int().positive().nullable().optional(),
    tokenRegime: z.enum(['2026-11', 'legacy']).optional(),
    oauthErrorStatus: z.union([z.literal(200), z.literal(400), z.literal(401)]).optional(),
    refreshRefused: z.boolean().optional(),
    webhookUrl: z.url().nullable().optional(),
  }),
};

/** How a test or the demonstration banner steers the sandbox; nothing of it exists at TikTok. */
export function controlRoutes(context: SandboxContext): Router {
  const router = express.Router();
  const { store } = context;
  // Only JSON is read, so that a page of another origin cannot post here without asking first.
  router.use(express.json({ limit: '100kb' }));

  const post = <T extends z.ZodType>(path: string, schema: T, act: (body: z.output<T>, response: Response) => void) =>
    router.post(path, (request: Request, response: Response) => {
      const body = schema.safeParse(request.body);
      if (body.success) return act(body.data, response);
      refuse(response, 400, 'invalid_request', z.prettifyError(body.error));
    });

  router.get('/state', (_request, response) => void response.json(describeState(context)));

  router.get('/clock', (_request, response) => void response.json({ now: new Date(context.now()).toISOString() }));
  post('/clock', bodies.clock, ({ advanceSeconds }, response) => {
    store.state.offset += Math.round(advanceSeconds * 1_000);
    store.save();
    response.json({ now: new Date(context.now()).toISOString() });
  });

  post('/authorize', bodies.authorize, ({ authorizeUrl, creator: name, scopes, cancel }, response) => {
    if (!URL.canParse(authorizeUrl)) return refuse(response, 400, 'invalid_request', 'authorizeUrl is not a URL.');
    const reading = readAuthorizeRequest(context, new URL(authorizeUrl).searchParams);
    if (reading.kind === 'redirect') return void response.json({ redirect: reading.redirect });
    if (reading.kind === 'wrong')
      return refuse(response, 400, reading.parameter, `TikTok would refuse this request: correct ${reading.parameter}.`);
    if (cancel) return void response.json({ redirect: cancelledRedirect(reading.request) });
    const creator = name === undefined ? null : findOrMake(context, name);
    if (!creator)
      return refuse(response, 404, 'creator_not_found', 'No creator goes by that name; GET /_sandbox/state lists them.');
    const redirect = grantedRedirect(context.authorizations, reading.request, creator, scopes ?? reading.request.scopes);
    response.json({ redirect });
  });

  post('/faults', bodies.faults, ({ endpoint, fault, times }, response) => {
    context.faults.add(endpoint, fault, times);
    response.json({ faults: context.faults.waiting() });
  });
  router.delete('/faults', (_request, response) => {
    context.faults.clear();
    response.json({ faults: [] });
  });

  post('/revoke', bodies.revoke, ({ creator: name, reason }, response) => {
    const creator = context.creators.named(name);
    const isRemoved = creator !== null && removeAuthorization(context, creator.profile.id, reason);
    if (!isRemoved) return refuse(response, 404, 'not_authorized', 'This creator has not authorized the application.');
    response.json({ revoked: creator.profile.id });
  });

  post('/videos/delete', bodies.deleteVideo, ({ videoId }, response) => {
    if (!context.videos.delete(videoId)) return refuse(response, 404, 'video_not_found', 'There is no such public video.');
    response.json({ deleted: videoId });
  });

  post('/creators', bodies.creators, ({ size, count }, response) => {
    const made = context.creators.freeIds(size, count).map((id) => findOrMake(context, id));
    response.json({ creators: made.flatMap((creator) => (creator ? [describeCreator(context, creator)] : [])) });
  });

  post('/webhook', bodies.webhook, ({ event }, response) => {
    if (event === 'tiktok.ping') context.webhooks.ping();
    else if (!context.webhooks.repeatLast()) return refuse(response, 404, 'no_event', 'No event has been sent yet.');
    response.status(202).json({ event });
  });

  post('/settings', bodies.settings, ({ webhookUrl, ...settings }, response) => {
    Object.assign(store.state.settings, Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)));
    if (webhookUrl !== undefined) context.webhooks.url = webhookUrl;
    store.save();
    response.json({ ...store.state.settings, webhookUrl: context.webhooks.url });
  });

  return router;
}

function refuse(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ error: { code, message } });
}

/** A creator by id, username or open_id; a name such as `small-07` is made on the spot. */
function findOrMake(context: SandboxContext, name: string): Creator | null {
  const known = context.creators.named(name);
  if (known) return known;
  const made = context.creators.addOnDemand(name);
  if (made) {
    context.store.state.onDemandIds.push(made.profile.id);
    context.store.save();
  }
  return made;
}

function describeCreator(context: SandboxContext, creator: Creator): object {
  const { id, username, displayName, size, timeZone, plantedEffect, special } = creator.profile;
  return {
    id,
    openId: creator.openId,
    username,
    displayName,
    size,
    timeZone,
    followerCount: creator.followersAt(context.now()),
    videoCount: context.videos.countOf(creator),
    plantedEffect,
    special,
    grantedScopes: context.authorizations.grantedScopes(id),
  };
}

/** No secret is in it: tokens are counted, not shown. */
function describeState(context: SandboxContext): object {
  const now = context.now();
  const { state } = context.store;
  const alive = state.tokens.filter((token) => token.expiresAt > now);
  const byCreator = new Map<string, { creator: string; access: number; refresh: number }>();
  for (const { creatorId, kind } of alive) {
    const counts = byCreator.get(creatorId) ?? { creator: creatorId, access: 0, refresh: 0 };
    counts[kind]++;
    byCreator.set(creatorId, counts);
  }
  return {
    now: new Date(now).toISOString(),
    seed: state.seed,
    foundedAt: new Date(state.foundedAt).toISOString(),
    creators: context.creators.all().map((creator) => describeCreator(context, creator)),
    tokens: [...byCreator.values()],
    revoked: state.revoked.map(({ creatorId, reason, at }) => ({ creator: creatorId, reason, at: new Date(at).toISOString() })),
    deletedVideoIds: state.deletedVideoIds,
    faults: context.faults.waiting(),
    settings: { ...state.settings, webhookUrl: context.webhooks.url },
  };
}
