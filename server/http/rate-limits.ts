import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** `signIn` counts by address, `generation` by person, `mutation` by person or, where nobody is signed in, by address. */
export type RateKind = 'signIn' | 'mutation' | 'generation';

/** So many in a window of so many seconds, which begins with the first. */
export interface Rate {
  points: number;
  seconds: number;
}

export interface RateLimits {
  /** Takes one for this person or address. @returns null when granted, else the whole seconds to wait */
  take(kind: RateKind, who: string): Promise<number | null>;
}

interface LimiterOptions {
  keyPrefix: string;
  points: number;
  duration: number;
}

/** Counts in this process's memory; several processes pass a maker of `RateLimiterRedis`, which has the same interface. */
export function createRateLimits(
  rates: Record<RateKind, Rate> | null,
  makeLimiter: (options: LimiterOptions) => RateLimiterAbstract = (options) => new RateLimiterMemory(options),
): RateLimits {
  if (!rates) return { take: () => Promise.resolve(null) };
  const make = (kind: RateKind) => makeLimiter({ keyPrefix: kind, points: rates[kind].points, duration: rates[kind].seconds });
  const limiters: Record<RateKind, RateLimiterAbstract> = {
    signIn: make('signIn'),
    mutation: make('mutation'),
    generation: make('generation'),
  };
  return {
    async take(kind, who) {
      try {
        await limiters[kind].consume(who);
        return null;
      } catch (refused) {
        // Too many is told by rejecting with the count; anything else is a fault of the store.
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      }
    },
  };
}
