import { readRetryAfterMs, retryDelayMs } from './retry-delay';

const options = { maxRetries: 9, baseDelayMs: 500, rateLimitedBaseDelayMs: 5_000, maxDelayMs: 30_000 };

test.each([
  [{ retry: 1 }, 0, 500],
  [{ retry: 2 }, 0, 1_000],
  [{ retry: 3 }, 0, 2_000],
  [{ retry: 3 }, 0.5, 1_500],
  [{ retry: 3 }, 0.75, 1_250],
  [{ retry: 9 }, 0, 30_000],
  [{ retry: 1, isRateLimited: true }, 0, 5_000],
  [{ retry: 2, isRateLimited: true }, 0.5, 7_500],
  [{ retry: 1, retryAfterMs: 12_000 }, 0.5, 12_000],
  [{ retry: 9, retryAfterMs: 12_000 }, 0, 30_000],
])('%j with chance %s waits %s ms', (failure, random, expected) => {
  expect(retryDelayMs({ isRateLimited: false, retryAfterMs: 0, ...failure }, options, random)).toBe(expected);
});

test.each([
  [null, 0],
  ['7', 7_000],
  ['3600', 60_000],
  ['Wed, 21 Oct 2026 07:28:00 GMT', 0],
  ['-1', 0],
])('Retry-After %s is %s ms', (header, expected) => {
  expect(readRetryAfterMs(header)).toBe(expected);
});
