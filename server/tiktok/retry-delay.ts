export interface RetryOptions {
  /** After the first attempt. */
  maxRetries: number;
  /** Doubled from retry to retry, less a random part of up to a half. */
  baseDelayMs: number;
  /** The same after a 429, where TikTok's window is a minute and it names no time to wait. */
  rateLimitedBaseDelayMs: number;
  maxDelayMs: number;
}

const LONGEST_RETRY_AFTER_MS = 60_000;

/**
 * How long to wait before retry number `retry` (from 1): exponential, and spread so that calls which failed together do not come
 * back together.
 * @param random in [0, 1)
 */
export function retryDelayMs(
  failure: { retry: number; isRateLimited: boolean; retryAfterMs: number },
  { baseDelayMs, rateLimitedBaseDelayMs, maxDelayMs }: RetryOptions,
  random: number,
): number {
  const base = failure.isRateLimited ? rateLimitedBaseDelayMs : baseDelayMs;
  const full = Math.min(maxDelayMs, base * 2 ** (failure.retry - 1));
  return Math.max(failure.retryAfterMs, full * (1 - random / 2));
}

/** `Retry-After` in seconds. TikTok documents no such header; should it come, it is obeyed up to a minute. 0 where it says nothing. */
export function readRetryAfterMs(header: string | null): number {
  return header !== null && /^\d{1,6}$/.test(header) ? Math.min(Number(header) * 1000, LONGEST_RETRY_AFTER_MS) : 0;
}
