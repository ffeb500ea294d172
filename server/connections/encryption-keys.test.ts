import { mkdtempSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keysInFile, KeysUnusableError, makeKey, parseKeys, writeKeys } from './encryption-keys';
import { createTokenCipher } from './token-cipher';

const base64 = (byte: number, length = 32) => Buffer.alloc(length, byte).toString('base64');

describe('a list of keys', () => {
  it('is read in its order', () => {
    expect(parseKeys(`b:${base64(2)}, a:${base64(1)}`, 'KEYS').map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it.each([
    ['nothing', ''],
    ['a key of 16 bytes', `a:${base64(1, 16)}`],
    ['a key without a name', base64(1)],
    ['a name with signs', `a.b:${base64(1)}`],
    ['a comma too many', `a:${base64(1)},`],
    ['one name for two keys', `a:${base64(1)},a:${base64(2)}`],
  ])('is refused for %s, without being quoted', (_case, text) => {
    expect(() => parseKeys(text, 'KEYS')).toThrow(KeysUnusableError);
    expect(() => parseKeys(text, 'KEYS')).toThrow(/^KEYS /);
    expect(() => parseKeys(text, 'KEYS')).not.toThrow(base64(1));
  });
});

describe('a file of keys', () => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'crealia-keys-'));
    file = path.join(folder, 'keys');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('counts from the moment it is changed, without a restart', () => {
    const [first, second] = [makeKey(), makeKey()];
    writeFileSync(file, `${first.id}:${first.key.toString('base64')}\n`, { mode: 0o600 });
    const source = keysInFile(file);
    const cipher = createTokenCipher(source);
    const before = cipher.seal('act.secret', 'row');

    writeKeys(file, [second, first]);
    expect(cipher.currentKeyId()).toBe(second.id);
    expect(cipher.open(before, 'row')).toBe('act.secret');
    // What another process has sealed with the new key opens, too.
    expect(cipher.open(createTokenCipher(keysInFile(file)).seal('act.other', 'row'), 'row')).toBe('act.other');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is kept in mind when it becomes unreadable while the server runs', () => {
    const key = makeKey();
    writeFileSync(file, `${key.id}:${key.key.toString('base64')}\n`);
    const source = keysInFile(file);
    writeFileSync(file, 'half a');
    expect(source.keys()).toEqual([key]);
    unlinkSync(file);
    expect(source.keys()).toEqual([key]);
  });

  it.each([
    ['is empty', '', 'is empty'],
    ['was cut short', 'k1:AAAA', 'must be id:base64'],
  ])('is refused at first when it %s, with what to do', (_case, text, expected) => {
    writeFileSync(file, text);
    expect(() => keysInFile(file)).toThrow(expected);
    expect(() => keysInFile(file)).toThrow('put the file back from a backup');
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('is refused when it is not there', () => {
    expect(() => keysInFile(path.join(folder, 'nowhere'))).toThrow(KeysUnusableError);
  });
});
