import { z } from 'zod';

/**
 * What TikTok sends, in TikTok's words. Only ids are required; a field that is absent or of the wrong type is null, so that one odd
 * value does not cost a creator the whole page, and `unreadableFields` tells which ones were there but could not be read.
 */

const SECONDS_IN_YEAR_5138 = 1e11;

/** Visible ASCII: an id is looked up again, and with NUL or half a character in it the database would not find what it was given. */
const id = z.union([z.string().regex(/^[\x21-\x7e]{1,128}$/), z.int().positive()]).transform(String);

/** TikTok's captions end at a few thousand characters; far beyond that, a text would only fill the database and every page. */
const LONGEST_TEXT = 10_000;
/**
 * Lone surrogates (a caption cut in the middle of an emoji) and NUL cannot be stored by every database; what is longer than any
 * caption is cut.
 */
const text = z
  .string()
  .transform((value) => Buffer.from(value.slice(0, LONGEST_TEXT).replaceAll('\u0000', '')).toString())
  .nullable()
  .catch(null);
const integer = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,16}$/)
      .transform(Number),
  ])
  .pipe(z.int().nonnegative())
  .nullable()
  .catch(null);
/** Lengths and sizes; a count of views may be larger. */
const MAX_INT_32 = 2 ** 31 - 1;
const smallInteger = integer.transform((value) => (value !== null && value <= MAX_INT_32 ? value : null));
const strictFlag = z.union([
  z.boolean(),
  z.literal([0, 1]).transform(Boolean),
  z.enum(['true', 'false']).transform((value) => value === 'true'),
]);
const flag = strictFlag.nullable().catch(null);
const LONGEST_LINK = 4_096;
/** Links end up in pages: anything but http(s) is not one, and none has spaces, control characters or half characters in it. */
const link = z
  .url({ protocol: /^https?$/ })
  .max(LONGEST_LINK)
  .regex(/^[^\s\p{Cc}\p{Cs}]+$/u)
  .nullable()
  .catch(null);
const epochSeconds = integer.transform((seconds) =>
  seconds !== null && seconds > 0 && seconds < SECONDS_IN_YEAR_5138 ? seconds : null,
);
/** Goes into a header or a form as it is. */
const token = z.string().regex(/^[\x21-\x7e]+$/);

export const wireTokens = z.object({
  open_id: id,
  scope: text,
  access_token: token,
  expires_in: integer,
  refresh_token: token.nullable().catch(null),
  refresh_expires_in: integer,
});
export type WireTokens = z.infer<typeof wireTokens>;

export const wireUser = z.object({
  open_id: id,
  union_id: text,
  avatar_url: link,
  display_name: text,
  bio_description: text,
  profile_deep_link: link,
  is_verified: flag,
  username: text,
  follower_count: integer,
  following_count: integer,
  likes_count: integer,
  video_count: smallInteger,
});
export type WireUser = z.infer<typeof wireUser>;

export const wireVideo = z.object({
  id,
  create_time: epochSeconds,
  cover_image_url: link,
  share_url: link,
  video_description: text,
  duration: smallInteger,
  height: smallInteger,
  width: smallInteger,
  title: text,
  embed_link: link,
  like_count: integer,
  comment_count: integer,
  share_count: integer,
  view_count: integer,
  is_aigc: flag,
});
export type WireVideo = z.infer<typeof wireVideo>;

export const wireUserData = z.object({ user: wireUser });

// Lists are read strictly: an answer that makes no sense must not pass for an account without videos, or for its last page.
// One entry that makes none is null and leaves the others readable.
const videos = z
  .array(z.unknown())
  .nullable()
  .transform((list) => (list ?? []).map((entry) => wireVideo.safeParse(entry).data ?? null))
  .refine((list) => list.length === 0 || list.some((video) => video !== null), 'no video that can be read');
export const wireVideoList = z.object({ videos });
export const wireVideoPage = z
  .object({ videos: videos.optional(), cursor: integer, has_more: strictFlag.nullish() })
  .refine((page) => page.videos !== undefined || typeof page.has_more === 'boolean', 'neither videos nor has_more')
  .refine((page) => page.has_more !== true || page.cursor !== null, 'has_more without a cursor');
export type WireVideoPage = z.infer<typeof wireVideoPage>;

export const wireEmbed = z
  .object({ title: text, author_name: text, html: text, thumbnail_url: link })
  .refine((embed) => Object.values(embed).some((value) => value !== null), 'none of the fields');
export type WireEmbed = z.infer<typeof wireEmbed>;

/** TikTok's verdict on a call, out of any of the three shapes it comes in. `code` is null where there is none. */
export interface Verdict {
  code: string | null;
  message: string | null;
  logId: string | null;
}

const code = z
  .union([z.string(), z.int().transform(String)])
  .pipe(z.string().regex(/^[\w.-]{1,64}$/))
  .nullable()
  .catch(null);
const logId = z
  .string()
  .regex(/^[\w-]{1,128}$/)
  .nullable()
  .catch(null);
const inner = z.object({ code, message: text, log_id: logId, logid: logId });
const flat = z.object({ error: z.string(), error_description: text, log_id: logId, logid: logId });

/** `{error: {code, …}}` of the data endpoints, `{error: "…", …}` of the token endpoints, or the inner object alone. */
export function readVerdict(body: unknown): Verdict {
  const oauth = flat.safeParse(body).data;
  if (oauth) return { code: code.parse(oauth.error), message: oauth.error_description, logId: oauth.log_id ?? oauth.logid };
  const error = z.object({ error: inner }).safeParse(body).data?.error ?? inner.safeParse(body).data;
  return { code: error?.code ?? null, message: error?.message ?? null, logId: error?.log_id ?? error?.logid ?? null };
}

/** Names of fields that TikTok sent with a value which the schema could not read. */
export function unreadableFields(sent: unknown, read: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(sent) && Array.isArray(read)) {
    sent.forEach((item, index) =>
      read[index] === null ? found.add('(a whole entry)') : unreadableFields(item, read[index], found),
    );
  } else if (isRecord(sent) && isRecord(read)) {
    for (const [name, value] of Object.entries(read)) {
      const original = sent[name];
      if (value === null && original !== null && original !== undefined && original !== '') found.add(name);
      else unreadableFields(original, value, found);
    }
  }
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
