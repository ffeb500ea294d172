import { createHmac } from 'node:crypto';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSignedByTikTok } from './webhook';

const secret = 'the-client-secret';
const now = new Date('2026-11-22T12:00:00Z');
const seconds = now.getTime() / 1000;
const sign = (time: number, body: Buffer, key = secret) =>
  createHmac('sha256', key).update(`${time}.`).update(body).digest('hex');
const bodies = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));

it('takes what TikTok signed, whatever bytes it signed', () => {
  fc.assert(
    fc.property(bodies, fc.integer({ min: 0, max: 72 * 3600 }), (body, age) => {
      const time = seconds - age;
      expect(isSignedByTikTok(`t=${time},s=${sign(time, body)}`, body, secret, now)).toBe(true);
    }),
  );
});

it('takes nothing else, and never throws', () => {
  const header = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.tuple(fc.string(), fc.string()).map(([time, signature]) => `t=${time},s=${signature}`),
    fc
      .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
      .map((hex) => `t=${seconds},s=${hex}`),
    fc.constantFrom('', ',', '=', 't=,s=', `t=${seconds}`, `s=${'0'.repeat(64)}`, 't=__proto__,s=constructor'),
  );
  fc.assert(
    fc.property(header, bodies, (given, body) => expect(isSignedByTikTok(given, body, secret, now)).toBe(false)),
    { numRuns: 500 },
  );
});

it('takes no signature of another key, another time or one byte more', () => {
  fc.assert(
    fc.property(bodies, fc.string({ minLength: 1 }), (body, key) => {
      fc.pre(key !== secret);
      const more = Buffer.concat([body, Buffer.from([0])]);
      expect(isSignedByTikTok(`t=${seconds},s=${sign(seconds, body, key)}`, body, secret, now)).toBe(false);
      expect(isSignedByTikTok(`t=${seconds},s=${sign(seconds - 1, body)}`, body, secret, now)).toBe(false);
      expect(isSignedByTikTok(`t=${seconds},s=${sign(seconds, body)}`, more, secret, now)).toBe(false);
    }),
  );
});
