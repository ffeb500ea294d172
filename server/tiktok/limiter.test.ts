import { setTimeout as sleep } from 'node:timers/promises';
import { createLimiter } from './limiter';

test('no window ever holds more calls than the limit, and every call is made in order', async () => {
  const windowMs = 300;
  const limiter = createLimiter(5, windowMs);
  const startedAt: number[] = [];
  const results = await Promise.all(
    Array.from({ length: 17 }, (_, index) =>
      limiter(async () => {
        startedAt.push(performance.now());
        await sleep(index % 3);
        return index;
      }),
    ),
  );
  expect(results).toEqual(Array.from({ length: 17 }, (_, index) => index));
  // One millisecond for the rounding of timers.
  for (let later = 5; later < 17; later++) expect(startedAt[later]! - startedAt[later - 5]!).toBeGreaterThanOrEqual(windowMs - 1);
  expect(startedAt[4]! - startedAt[0]!).toBeLessThan(windowMs);
});

test('a call that fails takes its place like any other and passes its error on', async () => {
  const limiter = createLimiter(1, 60);
  const start = performance.now();
  await expect(limiter(() => Promise.reject(new Error('down')))).rejects.toThrow('down');
  await expect(limiter(async () => 'up')).resolves.toBe('up');
  expect(performance.now() - start).toBeGreaterThanOrEqual(59);
});

test.each([null, Infinity])('%s lifts the limit', async (calls) => {
  const limiter = createLimiter(calls, 60_000);
  await expect(Promise.all(Array.from({ length: 2_000 }, () => limiter(async () => 1)))).resolves.toHaveLength(2_000);
});

test.each([0, -1, 1.5, NaN])('%s is no limit', (calls) => {
  expect(() => createLimiter(calls)).toThrow(RangeError);
});
