import { afterEach, expect, it, jest } from '@jest/globals';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { createRateLimits } from './rate-limits';

const rates = {
  signIn: { points: 2, seconds: 600 },
  mutation: { points: 3, seconds: 60 },
  generation: { points: 1, seconds: 3_600 },
};

afterEach(() => {
  jest.useRealTimers();
});

it('grants so many in a window, says how long to wait, and grants again afterwards', async () => {
  jest.useFakeTimers({ now: Date.UTC(2026, 10, 22) });
  const limits = createRateLimits(rates);
  expect([await limits.take('mutation', 'a'), await limits.take('mutation', 'a'), await limits.take('mutation', 'a')]).toEqual([
    null,
    null,
    null,
  ]);
  jest.setSystemTime(Date.now() + 20_500);
  expect(await limits.take('mutation', 'a')).toBe(40);
  jest.setSystemTime(Date.now() + 39_499);
  expect(await limits.take('mutation', 'a')).toBe(1);
  jest.setSystemTime(Date.now() + 1);
  expect(await limits.take('mutation', 'a')).toBeNull();
});

it('counts each person and each kind apart', async () => {
  const limits = createRateLimits(rates);
  expect(await limits.take('generation', 'a')).toBeNull();
  expect(await limits.take('generation', 'a')).toBe(3_600);
  expect(await limits.take('generation', 'b')).toBeNull();
  expect(await limits.take('signIn', 'a')).toBeNull();
});

it('limits nothing without rates', async () => {
  const limits = createRateLimits(null);
  for (let times = 0; times < 1_000; times += 1) expect(await limits.take('signIn', 'a')).toBeNull();
});

it('does not take a broken store for a refusal', async () => {
  const limits = createRateLimits(rates, (options) =>
    Object.assign(new RateLimiterMemory(options), { consume: () => Promise.reject(new Error('The store is gone')) }),
  );
  await expect(limits.take('signIn', 'a')).rejects.toThrow('The store is gone');
});
