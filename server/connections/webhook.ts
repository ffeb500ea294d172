import { createHmac, timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import type { Clock } from '../clock';
import type { Database } from '../db/database';
import type { Logger } from '../logger';
import { findConnectionByTikTokUser, updateStatus } from './queries';

export interface WebhookOptions {
  db: Database;
  clock: Clock;
  clientSecret: string;
  logger: Logger;
}

/** TikTok retries for 72 hours, and whether it stamps each try anew is not documented: older ones are not taken. */
const toleranceSeconds = 72 * 3600;
/** The reason TikTok gives when we ended the authorization ourselves. */
const revokedByUs = 5;

const envelopeSchema = z.object({ event: z.string(), user_openid: z.string().optional(), content: z.string().optional() });
const removedSchema = z.object({ reason: z.number().optional() });

/**
 * `POST /webhooks/tiktok`: signed events of TikTok. `authorization.removed` ends the use of the connection at once; events that mean
 * nothing here are accepted, or TikTok would go on sending them. Every event may come twice and in any order.
 */
export function webhookRoute({ db, clock, clientSecret, logger }: WebhookOptions): Router {
  const router = Router();
  router.post('/webhooks/tiktok', (request, response, next) => {
    void (async () => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      if (!isSignedByTikTok(request.get('tiktok-signature'), body, clientSecret, clock.now())) {
        logger.warn('A webhook without TikTok’s signature was refused');
        response.sendStatus(401);
        return;
      }
      const envelope = envelopeSchema.safeParse(parseJson(body.toString('utf8')));
      if (envelope.success && envelope.data.event === 'authorization.removed' && envelope.data.user_openid) {
        await endAuthorization(envelope.data.user_openid, envelope.data.content);
      }
      response.sendStatus(200);
    })().catch(next);
  });

  async function endAuthorization(tiktokUserId: string, content: string | undefined): Promise<void> {
    const reason = removedSchema.safeParse(parseJson(content ?? '')).data?.reason;
    const connection = await findConnectionByTikTokUser(db, tiktokUserId);
    if (!connection?.isActive || reason === revokedByUs) return;
    await updateStatus(db, connection.id, 'REVOKED', null);
    logger.info({ connectionId: connection.id, reason }, 'The authorization was removed at TikTok');
  }
  return router;
}

/** `t=<seconds>,s=<hex>`, where s is HMAC-SHA256 of `t.body` under the client secret; compared in constant time. */
export function isSignedByTikTok(header: string | undefined, body: Buffer, clientSecret: string, now: Date): boolean {
  const fields = new Map((header ?? '').split(',').map((part) => part.trim().split('=', 2) as [string, string]));
  const [time, signature] = [fields.get('t'), fields.get('s')];
  if (!time || !signature || !/^\d+$/.test(time)) return false;
  const expected = createHmac('sha256', clientSecret).update(`${time}.`).update(body).digest();
  const given = Buffer.from(signature, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  return Math.abs(now.getTime() / 1000 - Number(time)) <= toleranceSeconds;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is not JSON is no event that is known here.
    return null;
  }
}
