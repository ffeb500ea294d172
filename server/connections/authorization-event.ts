import { z } from 'zod';

declare module '../events' {
  interface EventMap {
    /**
     * The use of a connection has ended at TikTok's end; `reason` is TikTok's number, null where the sync found out by itself. Comes
     * again with every repetition of the same news.
     */
    authorizationRemoved: { connectionId: string; reason: number | null };
    /** The use of a connection was ended here. */
    disconnected: { connectionId: string };
  }
}

export interface RemovedAuthorization {
  tiktokUserId: string;
  /** 0 unknown, 1 by the person, 2 account deleted, 3 age changed, 4 banned, 5 by us; null: TikTok gave none. */
  reason: number | null;
  /** Seconds since the epoch; null: TikTok did not say. */
  removedAt: number | null;
}

const envelopeSchema = z.object({
  event: z.literal('authorization.removed'),
  user_openid: z.string().min(1),
  create_time: z.unknown().optional(),
  content: z.unknown().optional(),
});
const contentSchema = z.object({ reason: z.int() });

/** What a webhook's body says of a removed authorization; null when it is another event, or nothing that can be read. */
export function readRemovedAuthorization(body: string): RemovedAuthorization | null {
  const envelope = envelopeSchema.safeParse(parseJson(body));
  if (!envelope.success) return null;
  const { user_openid, create_time, content } = envelope.data;
  const { data } = contentSchema.safeParse(typeof content === 'string' ? parseJson(content) : content);
  return { tiktokUserId: user_openid, reason: data?.reason ?? null, removedAt: toSeconds(create_time) };
}

/** TikTok's pings carried milliseconds where its documents say seconds. */
function toSeconds(time: unknown): number | null {
  if (typeof time !== 'number' || !Number.isFinite(time) || time <= 0) return null;
  return Math.floor(time > 1e11 ? time / 1000 : time);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is not JSON is no event that is known here.
    return null;
  }
}
