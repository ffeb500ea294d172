import express, { type Request, type Router } from 'express';
import { z } from 'zod';
import { dataAnswer, dataError, type Answer } from './answers';
import { readBearer } from './bearer';
import type { SandboxContext } from './context';
import type { Creator } from './creators';
import { endpoint } from './respond';

const scopeOfUserField: Record<string, string> = {
  open_id: 'user.info.basic',
  union_id: 'user.info.basic',
  avatar_url: 'user.info.basic',
  avatar_url_100: 'user.info.basic',
  avatar_large_url: 'user.info.basic',
  display_name: 'user.info.basic',
  bio_description: 'user.info.profile',
  profile_deep_link: 'user.info.profile',
  profile_web_link: 'user.info.profile',
  is_verified: 'user.info.profile',
  username: 'user.info.profile',
  follower_count: 'user.info.stats',
  following_count: 'user.info.stats',
  likes_count: 'user.info.stats',
  video_count: 'user.info.stats',
};
const videoFields = new Set([
  'id', 'create_time', 'cover_image_url', 'share_url', 'video_description', 'duration', 'height', 'width', 'title',
  'embed_html', 'embed_link', 'like_count', 'comment_count', 'share_count', 'view_count', 'is_aigc',
]); // prettier-ignore
const listBody = z.object({
  cursor: z.number().int().nonnegative().optional(),
  max_count: z.number().int().min(1).max(20).default(10),
});
const queryBody = z.object({ filters: z.object({ video_ids: z.array(z.string()).min(1).max(20) }) });

/** The Display API: user info, video list, video query. */
export function dataRoutes(context: SandboxContext): Router {
  const router = express.Router();
  router.use('/v2/video', express.json({ limit: '20kb' }));
  router.get(
    '/v2/user/info',
    endpoint(context, 'user/info', (request) => userInfo(context, request)),
  );
  router.post(
    '/v2/video/list',
    endpoint(context, 'video/list', (request) => videoList(context, request)),
  );
  router.post(
    '/v2/video/query',
    endpoint(context, 'video/query', (request) => videoQuery(context, request)),
  );
  return router;
}

interface Caller {
  creator: Creator;
  scopes: readonly string[];
}

/** Who is calling, or the 401: the token is not valid, or its scopes have nothing to do with this endpoint. */
function readCaller(context: SandboxContext, request: Request, scope: string): Caller | Answer {
  const token = readBearer(request);
  const found = token === null ? null : context.authorizations.find('access', token);
  const creator = found && context.creators.withId(found.creatorId);
  if (!creator)
    return dataError('access_token_invalid', 'The access token is invalid or not found in the request.', context.now());
  if (!found.scopes.includes(scope)) {
    return dataError(
      'scope_not_authorized',
      `The user did not authorize the scope required for completing this request: ${scope}`,
      context.now(),
    );
  }
  return { creator, scopes: found.scopes };
}

/** The fields asked for in the query string, or the 400. */
function readFields(context: SandboxContext, request: Request, isKnown: (field: string) => boolean): string[] | Answer {
  const asked = typeof request.query.fields === 'string' ? request.query.fields.split(',').map((field) => field.trim()) : [];
  const fields = asked.filter((field) => field !== '');
  if (fields.length === 0)
    return dataError('invalid_params', 'The request parameters are invalid: fields is required.', context.now());
  const unknown = fields.find((field) => !isKnown(field));
  return unknown === undefined ? fields : dataError('invalid_params', `Invalid fields: ${unknown}`, context.now());
}

function projected(record: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.filter((field) => field in record).map((field) => [field, record[field]]));
}

function userInfo(context: SandboxContext, request: Request): Answer {
  const now = context.now();
  const caller = readCaller(context, request, 'user.info.basic');
  if ('status' in caller) return caller;
  const fields = readFields(context, request, (field) => field in scopeOfUserField);
  if ('status' in fields) return fields;
  const missing = fields.find((field) => !caller.scopes.includes(scopeOfUserField[field] ?? ''));
  if (missing !== undefined) {
    return dataError(
      'scope_permission_missed',
      `Some fields need additional scopes: ${scopeOfUserField[missing]} for ${missing}`,
      now,
    );
  }
  return dataAnswer({ user: projected(wireUser(context, caller.creator, fields.includes('likes_count')), fields) }, now);
}

/** The likes of ten thousand videos are summed only when they are asked for. */
function wireUser(context: SandboxContext, creator: Creator, withLikes: boolean): Record<string, unknown> {
  const { profile } = creator;
  const avatar = (size: number) => context.pictures.link('avatar', profile.id, { size: String(size) });
  const link = `${context.baseUrl}/@${profile.username}`;
  return {
    open_id: creator.openId,
    union_id: creator.unionId,
    avatar_url: avatar(168),
    avatar_url_100: avatar(100),
    avatar_large_url: avatar(320),
    display_name: profile.displayName,
    bio_description: profile.bio,
    profile_deep_link: link,
    profile_web_link: link,
    is_verified: profile.isVerified,
    username: profile.username,
    follower_count: creator.followersAt(context.now()),
    following_count: profile.following,
    likes_count: withLikes ? creator.likesAt(context.now()) : undefined,
    video_count: context.videos.countOf(creator),
  };
}

function videoList(context: SandboxContext, request: Request): Answer {
  const now = context.now();
  const caller = readCaller(context, request, 'video.list');
  if ('status' in caller) return caller;
  const fields = readFields(context, request, (field) => videoFields.has(field));
  if ('status' in fields) return fields;
  const body = listBody.safeParse(request.body ?? {});
  if (!body.success) return dataError('invalid_params', 'cursor must be a time in milliseconds, max_count 1 to 20.', now);
  const page = context.videos.list(caller.creator, body.data.cursor ?? null, body.data.max_count);
  const videos = page.videos.map((video) => projected(context.videos.wireVideo(video), fields));
  return dataAnswer({ videos, cursor: page.cursor, has_more: page.hasMore }, now);
}

function videoQuery(context: SandboxContext, request: Request): Answer {
  const now = context.now();
  const caller = readCaller(context, request, 'video.list');
  if ('status' in caller) return caller;
  const fields = readFields(context, request, (field) => videoFields.has(field));
  if ('status' in fields) return fields;
  const body = queryBody.safeParse(request.body);
  if (!body.success) return dataError('invalid_params', 'filters.video_ids must hold 1 to 20 ids.', now);
  const videos = [...new Set(body.data.filters.video_ids)]
    .map((id) => context.videos.withId(id))
    .filter((video) => video?.creator === caller.creator)
    .map((video) => projected(context.videos.wireVideo(video!), fields));
  return dataAnswer({ videos }, now);
}
