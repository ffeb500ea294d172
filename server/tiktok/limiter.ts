import Bottleneck from 'bottleneck';

/** Runs a call as soon as its endpoint's quota allows; first come, first served. */
export type Limiter = <T>(call: () => Promise<T>) => Promise<T>;

const unlimited: Limiter = (call) => call();

/**
 * At most `calls` in any `windowMs`, the sliding window in which TikTok counts; null or Infinity lifts the limit. A place is given
 * back one window after its call has ended, because only then has TikTok surely forgotten it. Bottleneck's own timed refill
 * works in fixed windows, which let twice the quota through around their edges.
 */
export function createLimiter(calls: number | null, windowMs = 60_000): Limiter {
  if (calls === null || calls === Infinity) return unlimited;
  if (!Number.isInteger(calls) || calls < 1)
    throw new RangeError(`A limit is a whole number of calls, at least 1; got ${calls}.`);
  const bottleneck = new Bottleneck({ reservoir: calls });
  const returns = new Set<NodeJS.Timeout>();
  let waiting = 0;

  // While somebody waits for a place, its timer must keep the process alive; otherwise it must not hold up its end.
  const countWaiting = (change: 1 | -1): void => {
    waiting += change;
    if (waiting === 0) returns.forEach((timer) => timer.unref());
    else if (waiting === 1 && change === 1) returns.forEach((timer) => timer.ref());
  };
  const giveBackLater = (): void => {
    const timer = setTimeout(() => {
      returns.delete(timer);
      void bottleneck.incrementReservoir(1);
    }, windowMs);
    returns.add(timer);
    if (waiting === 0) timer.unref();
  };

  return (call) => {
    countWaiting(1);
    return bottleneck.schedule(async () => {
      countWaiting(-1);
      try {
        return await call();
      } finally {
        giveBackLater();
      }
    });
  };
}
