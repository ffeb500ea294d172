import { createHmac, timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import type { Clock } from '../clock';
import type { Database } from '../db/database';
import type { Events } from '../events';
import type { Logger } from '../logger';
import { type RemovedAuthorization, readRemovedAuthorization } from './authorization-event';
import { endByTikTok } from './token-queries';

export interface WebhookOptions {
  db: Database;
  clock: Clock;
  clientSecret: string;
  logger: Logger;
  events: Events;
}

/** TikTok retries for 72 hours, and whether it stamps each try anew is not documented: older ones are not taken. */
const toleranceSeconds = 72 * 3600;
/** Clocks differ; a time further ahead was not stamped by TikTok now. */
const aheadSeconds = 300;
/** The reason TikTok gives when we ended the authorization ourselves. */
const revokedByUs = 5;

/**
 * `POST /webhooks/tiktok`: signed events of TikTok. `authorization.removed` ends the use of the connection at once, and is passed on
 * for what it means by its reason; events that mean nothing here are accepted, or TikTok would go on sending them. Every event may
 * come twice and in any order: a removal that is older than the authorization that stands changes nothing.
 */
export function webhookRoute({ db, clock, clientSecret, logger, events }: WebhookOptions): Router {
  const router = Router();
  router.post('/webhooks/tiktok', (request, response, next) => {
    void (async () => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      if (!isSignedByTikTok(request.get('tiktok-signature'), body, clientSecret, clock.now())) {
        logger.warn('A webhook without TikTok’s signature was refused');
        response.sendStatus(401);
        return;
      }
      const removed = readRemovedAuthorization(body.toString('utf8'));
      if (removed && removed.reason !== revokedByUs) await endAuthorization(removed);
      response.sendStatus(200);
    })().catch(next);
  });

  async function endAuthorization({ tiktokUserId, reason, removedAt }: RemovedAuthorization): Promise<void> {
    const ended = endByTikTok(db, { tiktokUserId, removedAt });
    if (!ended) return;
    logger.info({ connectionId: ended.connectionId, reason }, 'The authorization was removed at TikTok');
    // Also when it had ended before: had the process died before its listeners were done, TikTok's next try makes it good.
    await events.emit('authorizationRemoved', { connectionId: ended.connectionId, reason });
  }
  return router;
}

/** `t=<seconds>,s=<hex>`, where s is HMAC-SHA256 of `t.body` under the client secret; compared in constant time. */
export function isSignedByTikTok(header: string | undefined, body: Buffer, clientSecret: string, now: Date): boolean {
  const fields = new Map((header ?? '').split(',').map((part) => part.trim().split('=', 2) as [string, string]));
  const [time, signature] = [fields.get('t'), fields.get('s')];
  if (!time || !signature || !/^\d{1,12}$/.test(time) || !/^[0-9a-f]{64}$/i.test(signature)) return false;
  const expected = createHmac('sha256', clientSecret).update(`${time}.`).update(body).digest();
  if (!timingSafeEqual(Buffer.from(signature, 'hex'), expected)) return false;
  const ageSeconds = now.getTime() / 1000 - Number(time);
  return ageSeconds <= toleranceSeconds && ageSeconds >= -aheadSeconds;
}
