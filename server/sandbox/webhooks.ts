import { createHmac } from 'node:crypto';
import type { Logger } from '../logger';

/** TikTok goes on for 72 hours; the sandbox tries for half a minute, since nobody waits longer for a demonstration. */
const retryDelays = [500, 2_000, 8_000, 20_000];
const answerTimeout = 5_000;

interface WebhookEvent {
  event: string;
  userOpenId: string;
  content: object;
}

/** Signs with the client secret over `t.body`; `t` and `create_time` are the sandbox's time, in seconds. */
export function signWebhook(clientSecret: string, seconds: number, body: string): string {
  return `t=${seconds},s=${createHmac('sha256', clientSecret).update(`${seconds}.${body}`).digest('hex')}`;
}

/** Sends signed events to the one URL of the application, again after a failure. */
export class Webhooks {
  url: string | null;
  private last: WebhookEvent | null = null;
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly options: { url: string | null; clientKey: string; clientSecret: string; now: () => number; logger: Logger },
  ) {
    this.url = options.url;
  }

  authorizationRemoved(userOpenId: string, reason: number): void {
    this.send({ event: 'authorization.removed', userOpenId, content: { reason } });
  }

  /** Sends the last event again, as TikTok may at any time; false when there was none. */
  repeatLast(): boolean {
    if (this.last) this.send(this.last);
    return this.last !== null;
  }

  /** What the portal's "Test URL" sends. */
  ping(): void {
    this.send({ event: 'tiktok.ping', userOpenId: '0', content: { reason: 'testing Webhook' } });
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private send(event: WebhookEvent): void {
    if (event.event !== 'tiktok.ping') this.last = event;
    if (this.url === null) return;
    const { clientKey, now } = this.options;
    const isPing = event.event === 'tiktok.ping';
    const body = JSON.stringify({
      client_key: clientKey,
      event: event.event,
      // The captured ping had milliseconds, all other events seconds.
      create_time: isPing ? now() : Math.floor(now() / 1_000),
      user_openid: event.userOpenId,
      content: JSON.stringify(event.content),
    });
    this.later(0, () => this.attempt(this.url, event.event, body, 0));
  }

  private async attempt(url: string | null, event: string, body: string, failures: number): Promise<void> {
    if (url === null) return;
    const { clientSecret, now, logger } = this.options;
    let outcome: string;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'tiktok-signature': signWebhook(clientSecret, Math.floor(now() / 1_000), body),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(answerTimeout),
      });
      if (response.status === 200) return;
      outcome = `HTTP ${response.status}`;
    } catch (error) {
      outcome = error instanceof Error ? error.message : String(error);
    }
    const delay = retryDelays[failures];
    logger.warn({ event, outcome, attempt: failures + 1, triesAgain: delay !== undefined }, 'sandbox webhook was not accepted');
    if (delay !== undefined) this.later(delay, () => this.attempt(url, event, body, failures + 1));
  }

  private later(delay: number, action: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void action();
    }, delay);
    timer.unref();
    this.timers.add(timer);
  }
}
