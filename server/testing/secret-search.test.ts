import { expect, it } from '@jest/globals';
import { findSecrets } from './secret-search';

const value = 'act.se/cret+0123456789&=';
const secret = { name: 'a token', value };
const found = (content: string | Buffer) => findSecrets([secret], [{ name: 'here', content }]).length > 0;

it.each<[string, string | Buffer]>([
  ['plain', `before ${value} after`],
  ['among bytes', Buffer.concat([Buffer.from([0, 255, 254]), Buffer.from(value), Buffer.from([0])])],
  ['in hex', Buffer.from(`x${value}`).toString('hex')],
  ['in capital hex', Buffer.from(value).toString('hex').toUpperCase()],
  ...['', 'a', 'ab', 'abc'].map((before): [string, string] => [
    `in base64 behind ${before.length} bytes`,
    Buffer.from(`${before}${value}${before}`).toString('base64'),
  ]),
  ...['', 'a', 'ab', 'abc'].map((before): [string, string] => [
    `in base64url behind ${before.length} bytes`,
    Buffer.from(`${before}${value}!`).toString('base64url'),
  ]),
  ['in an address', `https://x.test/?token=${encodeURIComponent(value)}`],
  ['in a form', new URLSearchParams({ token: value }).toString()],
  ['in JSON', JSON.stringify({ error: `no: ${value}` })],
  ['in JSON with escaped slashes', JSON.stringify({ value }).replaceAll('/', '\\/')],
  ['in HTML', `<p>${value.replaceAll('&', '&amp;')}</p>`],
])('a secret is found %s', (_where, content) => {
  expect(found(content)).toBe(true);
});

it('is not found where it is not, nor where it belongs', () => {
  expect(found(value.slice(0, -1))).toBe(false);
  expect(found(Buffer.from(value).toString('base64').slice(1, -4))).toBe(false);
  expect(findSecrets([secret], [{ name: 'its own answer', content: value, mayHold: ['a token'] }])).toEqual([]);
  expect(() => findSecrets([{ name: 'short', value: 'abc' }], [])).toThrow('by chance');
});

it('says what was found where, bytes included', () => {
  const key = { name: 'a key', value: Buffer.alloc(32, 7) };
  expect(findSecrets([key], [{ name: 'the log', content: `key ${key.value.toString('base64')}` }])).toEqual([
    { secret: 'a key', form: 'base64 at 0', place: 'the log' },
  ]);
});
