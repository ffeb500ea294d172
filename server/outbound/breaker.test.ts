import { createBreaker } from './breaker';
import { HttpFault, type HttpAnswer } from './exchange';

const answer = (status: number): HttpAnswer => ({ status, headers: new Headers(), bytes: Buffer.alloc(0) });
const timeout = new HttpFault('timeout', true);

function createWorld() {
  let now = 0;
  let calls = 0;
  const changes: string[] = [];
  const breaker = createBreaker({
    service: 'tiktok',
    failures: 3,
    openMs: 30_000,
    monotonicNow: () => now,
    onChange: (_service, state) => changes.push(state),
  });
  const call = (outcome: HttpAnswer | Error) =>
    breaker
      .run(async () => {
        calls += 1;
        if (outcome instanceof Error) throw outcome;
        return outcome;
      })
      .catch((error: unknown) => (error instanceof HttpFault ? error.code : String(error)));
  return { breaker, changes, call, pass: (ms: number) => (now += ms), calls: () => calls };
}

async function openedWorld() {
  const world = createWorld();
  for (let times = 0; times < 3; times++) await world.call(timeout);
  return world;
}

it.each<[string, HttpAnswer | Error]>([
  ['a time-out', timeout],
  ['a reset', new HttpFault('network', true, 'ECONNRESET')],
  ['a host that cannot be found', new HttpFault('network', false, 'ENOTFOUND')],
  ['a 500', answer(500)],
  ['a 503', answer(503)],
])('opens after three in a row of %s, and then calls nobody', async (_name, outcome) => {
  const { breaker, call, calls } = createWorld();
  await call(outcome);
  await call(outcome);
  expect(breaker.state()).toBe('closed');
  await call(outcome);
  expect(breaker.state()).toBe('open');
  expect(breaker.isOpen()).toBe(true);
  expect(await call(answer(200))).toBe('circuit_open');
  expect(calls()).toBe(3);
});

it.each<[string, HttpAnswer | Error]>([
  ['a 400', answer(400)],
  ['a 401', answer(401)],
  ['a 429', answer(429)],
])('takes %s for the answer of a service that works', async (_name, outcome) => {
  const { breaker, call } = createWorld();
  for (let times = 0; times < 10; times++) await call(outcome);
  await call(timeout);
  await call(timeout);
  await call(outcome);
  await call(timeout);
  expect(breaker.state()).toBe('closed');
});

it.each<[string, Error]>([
  ['an answer that is too large', new HttpFault('too_large', true)],
  ['a redirect', new HttpFault('redirected', true)],
  ['a request that cannot be sent', new HttpFault('network', true, 'TypeError')],
  ['a mistake of our own', new TypeError('x is undefined')],
  ['a request to stop', new Error('shutting down')],
])('does not count %s', async (_name, error) => {
  const { breaker, call } = createWorld();
  for (let times = 0; times < 10; times++) await call(error);
  expect(breaker.state()).toBe('closed');
});

it('lets one call through after its time, and closes when that is answered', async () => {
  const { breaker, call, pass, changes } = await openedWorld();
  pass(29_999);
  expect(await call(answer(200))).toBe('circuit_open');
  pass(1);
  expect(await call(answer(200))).toMatchObject({ status: 200 });
  expect([breaker.state(), breaker.reason()]).toEqual(['closed', null]);
  expect(changes).toEqual(['open', 'half-open', 'closed']);
});

it('stays open for as long again when the call that was let through fails', async () => {
  const { breaker, call, pass, calls } = await openedWorld();
  pass(30_000);
  expect(await call(answer(502))).toMatchObject({ status: 502 });
  expect(breaker.isOpen()).toBe(true);
  pass(29_999);
  expect(await call(answer(200))).toBe('circuit_open');
  expect(calls()).toBe(4);
});

it('refuses the others while one call tries', async () => {
  const { breaker, call, pass, calls } = await openedWorld();
  pass(30_000);
  let fail: (fault: HttpFault) => void = () => undefined;
  const probe = breaker.run(() => new Promise((_resolve, reject) => (fail = reject)));
  expect(breaker.state()).toBe('half-open');
  expect(await Promise.all([call(answer(200)), call(answer(200))])).toEqual(['circuit_open', 'circuit_open']);
  fail(timeout);
  await expect(probe).rejects.toBe(timeout);
  expect([breaker.isOpen(), calls()]).toEqual([true, 3]);
});

it('says why it is open, and for how long', async () => {
  const { breaker, call, pass } = await openedWorld();
  pass(12_000);
  expect(breaker.reason()).toBe('3 calls in a row failed, the last with timeout; tried again in 18 s.');
  pass(20_000);
  expect(breaker.reason()).toBe('3 calls in a row failed, the last with timeout; the next call tries it.');
  await call(answer(503));
  expect(breaker.reason()).toBe('3 calls in a row failed, the last with HTTP 503; tried again in 30 s.');
});

it('does not mind the wall clock being set back', async () => {
  const { call, pass } = await openedWorld();
  const realNow = Date.now;
  Date.now = () => realNow() - 3_600_000;
  try {
    pass(30_000);
    expect(await call(answer(200))).toMatchObject({ status: 200 });
  } finally {
    Date.now = realNow;
  }
});
