import { z } from 'zod';
import type { Clock } from '../clock';
import type { Logger } from '../logger';
import { sameOriginAs } from '../outbound/allowed-addresses';
import { createGuardedFetch } from '../outbound/guarded-fetch';

const stateSchema = z.object({ now: z.union([z.number(), z.string()]) });

/** The sandbox's clock: it runs at the system's pace, from wherever it was advanced to. */
export interface SandboxClock extends Clock {
  /** Lets time pass in the sandbox, and here with it. */
  advance(seconds: number): Promise<void>;
  /** Asks the sandbox for its time every now and then, so that whoever advances it from outside is followed. */
  follow(everyMs: number): () => void;
}

/** @throws Error when the sandbox does not answer: nothing may be dated by a clock that is not TikTok's. */
export async function createSandboxClock({ sandboxUrl, logger }: { sandboxUrl: string; logger: Logger }): Promise<SandboxClock> {
  let offsetMs = 0;
  const fetch = createGuardedFetch({ isAllowed: sameOriginAs(sandboxUrl), timeoutMs: 10_000, maxBodyBytes: 10_000 });

  async function ask(path: string, init?: RequestInit): Promise<void> {
    const response = await fetch(`${sandboxUrl}${path}`, init);
    if (!response.ok) throw new Error(`The sandbox answers ${response.status} to ${path}.`);
    offsetMs = new Date(stateSchema.parse(await response.json()).now).getTime() - Date.now();
  }

  const clock: SandboxClock = {
    now: () => new Date(Date.now() + offsetMs),
    refresh: () => ask('/_sandbox/clock'),
    advance: (advanceSeconds) =>
      ask('/_sandbox/clock', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ advanceSeconds }),
      }),
    follow(everyMs) {
      const timer = setInterval(() => {
        clock
          .refresh()
          .catch((error: unknown) =>
            logger.warn({ err: error }, 'The sandbox does not tell its time; going on with the last one'),
          );
      }, everyMs);
      return () => clearInterval(timer);
    },
  };
  await clock.refresh();
  return clock;
}
