import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../db/database';
import { getDatamodel } from '../db/generated/pothos-types';
import { openTestDatabase } from '../testing/database';
import { type EncryptionKey, fixedKeys } from './encryption-keys';
import { requireReadableTokens, UnreadableTokensError } from './require-readable-tokens';
import { rotateKeys } from './rotate-keys';
import { replaceSealed, sealedColumns } from './sealed-secret-queries';
import { createTokenCipher } from './token-cipher';

const key = (id: string): EncryptionKey => ({ id, key: randomBytes(32) });
const [oldKey, newKey] = [key('old'), key('new')];
const cipherOf = (...keys: EncryptionKey[]) => createTokenCipher(fixedKeys(keys));

describe('keys and what is sealed with them', () => {
  let db: Database;
  beforeEach(async () => {
    db = await openTestDatabase();
    db.sqlite
      .prepare("INSERT INTO User (id, displayName, locale, timeZone, createdAt) VALUES ('owner', 'A', 'FR', 'UTC', 0)")
      .run();
  });
  afterEach(() => db.close());

  function connect(id: string, sealedWith: EncryptionKey | null, status = 'ACTIVE') {
    const seal = (token: string) => sealedWith && cipherOf(sealedWith).seal(`${token} of ${id}`, id);
    db.sqlite
      .prepare(
        `INSERT INTO TikTokConnection (id, ownerId, tiktokUserId, displayName, scopes, status, isActive, connectedAt, nextSyncAt,
           accessTokenEncrypted, refreshTokenEncrypted) VALUES (@id, 'owner', @id, 'A', '', @status, 1, 0, 0, @access, @refresh)`,
      )
      .run({ id, status, access: seal('access'), refresh: seal('refresh') });
  }
  const connectMany = (count: number) =>
    db.sqlite.transaction(() => {
      for (let n = 0; n < count; n++) connect(`c${n}`, oldKey);
    })();
  function visitTikTok(id: string, sealedWith: EncryptionKey) {
    db.sqlite
      .prepare(
        `INSERT INTO AuthorizationAttempt (id, stateHash, browserHash, codeVerifierEncrypted, consents, policyVersion, consentedAt, locale,
           timeZone, returnTo, createdAt, expiresAt) VALUES (@id, @id, 'b', @sealed, '[]', '1', 0, 'FR', 'UTC', '/', 0, 0)`,
      )
      .run({ id, sealed: cipherOf(sealedWith).seal(`verifier of ${id}`, id) });
  }
  const row = (id: string) =>
    db.sqlite.prepare('SELECT * FROM TikTokConnection WHERE id = ?').get(id) as Record<string, string | number | null>;
  const rotate = (keys: EncryptionKey[], isForgetting = false) => rotateKeys({ isForgetting }, { db, source: fixedKeys(keys) });
  const require = (...keys: EncryptionKey[]) => requireReadableTokens(db, fixedKeys(keys));

  it('knows every column that is said to be encrypted', () => {
    const encrypted = Object.entries(getDatamodel().datamodel.models).flatMap(([name, { fields }]) =>
      fields.flatMap((field) => (/encrypted/i.test(field.name) ? [`${name}.${field.name}`] : [])),
    );
    const listed = Object.entries(sealedColumns).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));
    expect(encrypted.sort()).toEqual(listed.sort());
  });

  it('seals everything with the first key, and says which one is left over', () => {
    connectMany(450);
    connect('already', newKey);
    connect('without tokens', null, 'DISCONNECTED');
    visitTikTok('a visit', oldKey);
    expect(rotate([newKey, oldKey])).toEqual({
      currentKeyId: 'new',
      accounts: { stored: 451, resealed: 450, contested: 0, unreadable: 0, forgotten: 0 },
      authorizations: { stored: 1, resealed: 1, contested: 0, unreadable: 0, forgotten: 0 },
      unusedKeyIds: ['old'],
    });
    expect(cipherOf(newKey).open(String(row('c7').refreshTokenEncrypted), 'c7')).toBe('refresh of c7');
    const attempt = db.sqlite.prepare('SELECT codeVerifierEncrypted FROM AuthorizationAttempt').pluck().get();
    expect(cipherOf(newKey).open(String(attempt), 'a visit')).toBe('verifier of a visit');
    expect(rotate([newKey]).accounts.resealed).toBe(0);
  });

  it('goes on where a run that was killed stopped', () => {
    connectMany(5);
    // Killed after two rows: what it had done is what is there.
    for (const id of ['c0', 'c1']) {
      const { accessTokenEncrypted, refreshTokenEncrypted } = row(id);
      const texts = [accessTokenEncrypted, refreshTokenEncrypted] as string[];
      const anew = texts.map((text) => cipherOf(newKey).seal(cipherOf(oldKey).open(text, id), id));
      expect(replaceSealed(db, 'TikTokConnection', { id, texts }, anew)).toBe(true);
    }
    expect(() => require(newKey, oldKey)).not.toThrow();
    expect(rotate([newKey, oldKey]).accounts).toMatchObject({ stored: 5, resealed: 3 });
  });

  it('leaves a pair that was refreshed between its reading and its writing, and comes back for it', () => {
    connect('busy', oldKey);
    const stale = row('busy');
    const texts = [stale.accessTokenEncrypted, stale.refreshTokenEncrypted] as string[];
    const refreshed = cipherOf(oldKey).seal('refreshed', 'busy');
    db.sqlite.prepare('UPDATE TikTokConnection SET refreshTokenEncrypted = ?').run(refreshed);
    expect(replaceSealed(db, 'TikTokConnection', { id: 'busy', texts }, ['x', 'y'])).toBe(false);
    expect(row('busy').refreshTokenEncrypted).toBe(refreshed);

    // The same inside a run: a server with the old key refreshes just as the row is sealed anew.
    let times = 2;
    const source = {
      ...fixedKeys([]),
      keys: () => {
        const again = cipherOf(oldKey).seal(`refreshed ${times}`, 'busy');
        if (times-- > 0) db.sqlite.prepare('UPDATE TikTokConnection SET refreshTokenEncrypted = ?').run(again);
        return [newKey, oldKey];
      },
    };
    const { accounts } = rotateKeys({ isForgetting: false }, { db, source });
    expect(accounts).toMatchObject({ resealed: 1, unreadable: 0 });
    expect(cipherOf(newKey).open(String(row('busy').refreshTokenEncrypted), 'busy')).toMatch(/^refreshed [12]$/);
  });

  it('starts with keys that open what is stored, whatever was disconnected since', () => {
    connect('a', oldKey);
    connect('b', newKey);
    connect('gone', null, 'DISCONNECTED');
    expect(() => require(newKey, oldKey)).not.toThrow();
  });

  it.each<[string, EncryptionKey[], RegExp]>([
    ['a missing key', [newKey], /Key “old” is missing: the tokens of 2 accounts/],
    ['another key of the same name', [newKey, key('old')], /Key “old” is not the one that it was: the tokens of 2 accounts/],
    ['every key lost', [key('fresh')], /Key “new” is missing: the tokens of 1 account are[^]*Key “old” is missing/],
  ])('refuses %s in one message that says how many accounts and what to do', (_case, keys, message) => {
    connect('a', oldKey);
    connect('b', oldKey);
    connect('c', newKey);
    expect(() => require(...keys)).toThrow(UnreadableTokensError);
    expect(() => require(...keys)).toThrow(message);
    expect(() => require(...keys)).toThrow('npm run keys:rotate -- --forget-unreadable');
  });

  it('refuses tokens in a form that it does not know', () => {
    connect('a', oldKey);
    db.sqlite.prepare("UPDATE TikTokConnection SET accessTokenEncrypted = 'act.plain'").run();
    expect(() => require(oldKey)).toThrow('The tokens of 1 account are in a form that this version does not know.');
  });

  it('asks once by key, however many accounts there are', () => {
    connectMany(300);
    let opened = 0;
    const source = { ...fixedKeys([oldKey]), keys: () => (opened++, [oldKey]) };
    requireReadableTokens(db, source);
    expect(opened).toBeLessThanOrEqual(3);
  });

  it('gives up what nobody can read only when that is asked: those people connect again', () => {
    connect('lost', key('lost'));
    connect('fine', oldKey);
    connect('other key of the same name', { ...key('new') });
    expect(rotate([newKey, oldKey]).accounts).toMatchObject({ resealed: 1, unreadable: 1 });
    expect(row('lost').refreshTokenEncrypted).not.toBeNull();

    expect(rotate([newKey, oldKey], true).accounts).toMatchObject({ stored: 1, resealed: 0, unreadable: 0, forgotten: 2 });
    expect(row('lost')).toMatchObject({ refreshTokenEncrypted: null, status: 'NEEDS_RECONNECT', isActive: 0, nextSyncAt: null });
    expect(row('fine')).toMatchObject({ status: 'ACTIVE', isActive: 1 });
    expect(() => require(newKey)).not.toThrow();
  });
});
