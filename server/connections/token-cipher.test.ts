import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type EncryptionKey, fixedKeys } from './encryption-keys';
import { createTokenCipher, SealedSecretError } from './token-cipher';

describe('the token cipher', () => {
  const [oldKey, newKey] = [
    { id: 'old', key: randomBytes(32) },
    { id: 'new', key: randomBytes(32) },
  ];
  const cipherOf = (...keys: EncryptionKey[]) => createTokenCipher(fixedKeys(keys));
  const sealed = cipherOf(oldKey).seal('act.secret', 'row-1');

  it('opens what it sealed, also after a new key was put first', () => {
    const rotated = cipherOf(newKey, oldKey);
    expect(rotated.open(sealed, 'row-1')).toBe('act.secret');
    expect(rotated.seal('x', 'row-1')).toMatch(/^v1\.new\./);
  });

  it.each<[string, () => unknown]>([
    ['another row', () => cipherOf(oldKey).open(sealed, 'row-2')],
    ['a changed text', () => cipherOf(oldKey).open(sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA'), 'row-1')],
    ['a key that is gone', () => cipherOf(newKey).open(sealed, 'row-1')],
    ['a tag cut short', () => cipherOf(oldKey).open(sealed.slice(0, -4), 'row-1')],
    ['another form', () => cipherOf(oldKey).open('act.secret', 'row-1')],
  ])('refuses %s', (_case, open) => {
    expect(open).toThrow(SealedSecretError);
    expect(open).not.toThrow('act.secret');
  });
});
