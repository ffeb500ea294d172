import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clock } from '../clock';
import type { Database } from '../db/database';
import { createLogger } from '../logger';
import type { TikTokClient, TokenGrant } from '../tiktok/client';
import {
  TikTokAccessTokenInvalidError,
  TikTokGrantRejectedError,
  TikTokScopeMissingError,
  TikTokUnavailableError,
} from '../tiktok/errors';
import { openTestDatabase } from '../testing/database';
import { type AccessTokens, createAccessTokens, sealTokens } from './access-tokens';
import { ConnectionNotActiveError } from './errors';
import { fixedKeys } from './encryption-keys';
import { rotateKeys } from './rotate-keys';
import { createTokenCipher } from './token-cipher';

const connectionId = 'a-connection';
const hour = 3600_000;

/** TikTok's side of tokens: one valid pair at a time, rotated by every refresh. */
class TokenIssuer {
  generation = 1;
  refreshes = 0;
  isRevoked = false;
  isDown = false;
  /** Happens between TikTok's taking the request and its answer. */
  meanwhile: () => unknown = () => undefined;

  get grant(): TokenGrant {
    return {
      tiktokUserId: 'open-id',
      scopes: ['user.info.basic', 'video.list'],
      accessToken: `act.${this.generation}`,
      accessTokenLifetimeSeconds: 7200,
      refreshToken: `rft.${this.generation}`,
      refreshTokenLifetimeSeconds: 180 * 86_400,
    };
  }

  async refreshTokens(refreshToken: string): Promise<TokenGrant> {
    this.refreshes += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    this.meanwhile();
    if (this.isDown) throw new TikTokUnavailableError('no answer', 'network');
    if (this.isRevoked || refreshToken !== `rft.${this.generation}`)
      throw new TikTokGrantRejectedError('refused', 'invalid_grant');
    this.generation += 1;
    return this.grant;
  }

  /** Any call of the API. */
  read = async (accessToken: string): Promise<string> => {
    if (this.isRevoked || accessToken !== `act.${this.generation}`)
      throw new TikTokAccessTokenInvalidError('dead', 'access_token_invalid');
    return `read with ${accessToken}`;
  };
}

describe('access tokens', () => {
  let db: Database;
  let issuer: TokenIssuer;
  let tokens: AccessTokens;
  let time: Date;
  const clock: Clock = { now: () => time, refresh: async () => undefined };
  const anotherKey = { id: 'another', key: randomBytes(32) };
  const keys = [{ id: 'test', key: randomBytes(32) }, anotherKey];
  const cipher = createTokenCipher(fixedKeys(keys));

  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  beforeEach(async () => {
    time = new Date('2026-11-22T12:00:00Z');
    issuer = new TokenIssuer();
    db.sqlite.exec('DELETE FROM User');
    await db.prisma.user.create({
      data: { id: 'owner', displayName: 'A', locale: 'FR', timeZone: 'Europe/Paris', createdAt: time },
    });
    await db.prisma.tikTokConnection.create({
      data: {
        id: connectionId,
        ownerId: 'owner',
        tiktokUserId: 'open-id',
        displayName: 'Atelier',
        status: 'ACTIVE',
        isActive: true,
        connectedAt: time,
        ...sealTokens(issuer.grant, connectionId, { cipher, clock }),
      },
    });
    tokens = createAccessTokens({ db, clock, cipher, tiktok: issuer as unknown as TikTokClient, logger: createLogger('silent') });
  });

  const status = () => db.sqlite.prepare('SELECT status FROM TikTokConnection WHERE id = ?').pluck().get(connectionId);
  const pass = (ms: number) => {
    time = new Date(time.getTime() + ms);
  };

  it('uses the token it has while it lives', async () => {
    expect(await tokens.use(connectionId, issuer.read)).toBe('read with act.1');
    expect(issuer.refreshes).toBe(0);
  });

  it('refreshes ahead of the end', async () => {
    pass(2 * hour - 60_000);
    expect(await tokens.use(connectionId, issuer.read)).toBe('read with act.2');
  });

  it('rotates once for fifty parallel calls', async () => {
    pass(3 * hour);
    const answers = await Promise.all(Array.from({ length: 50 }, () => tokens.use(connectionId, issuer.read)));
    expect(new Set(answers)).toEqual(new Set(['read with act.2']));
    expect(issuer.refreshes).toBe(1);
  });

  it('refreshes once and tries once more when TikTok calls a token invalid before its time', async () => {
    let calls = 0;
    const answer = await tokens.use(connectionId, async (token) => {
      calls += 1;
      if (calls === 1) throw new TikTokAccessTokenInvalidError('dead', 'access_token_invalid');
      return issuer.read(token);
    });
    expect([answer, calls, issuer.refreshes]).toEqual(['read with act.2', 2, 1]);
  });

  it('saves the new pair before using it: a crash in the call that follows loses nothing', async () => {
    pass(3 * hour);
    await expect(
      tokens.use(connectionId, async () => {
        throw new Error('the process dies here');
      }),
    ).rejects.toThrow('dies');
    const reborn = createAccessTokens({
      db,
      clock,
      cipher,
      tiktok: issuer as unknown as TikTokClient,
      logger: createLogger('silent'),
    });
    expect(await reborn.use(connectionId, issuer.read)).toBe('read with act.2');
    expect(issuer.refreshes).toBe(1);
  });

  it('never refreshes for a missing scope', async () => {
    const call = async () => {
      throw new TikTokScopeMissingError('not granted', 'scope_not_authorized');
    };
    await expect(tokens.use(connectionId, call)).rejects.toThrow(TikTokScopeMissingError);
    expect(issuer.refreshes).toBe(0);
  });

  it('ends the connection when TikTok refuses to refresh', async () => {
    issuer.isRevoked = true;
    await expect(tokens.use(connectionId, issuer.read)).rejects.toThrow(ConnectionNotActiveError);
    expect(status()).toBe('REVOKED');
    await expect(tokens.use(connectionId, issuer.read)).rejects.toThrow(ConnectionNotActiveError);
    expect(issuer.refreshes).toBe(1);
  });

  it('keeps the connection when TikTok merely does not answer', async () => {
    pass(3 * hour);
    issuer.isDown = true;
    await expect(tokens.use(connectionId, issuer.read)).rejects.toThrow(TikTokUnavailableError);
    expect(status()).toBe('ACTIVE');
    issuer.isDown = false;
    expect(await tokens.use(connectionId, issuer.read)).toBe('read with act.2');
  });

  /** The stored pair sealed anew, as keys:rotate does it from another process. */
  const sealAnew = () => rotateKeys({ isForgetting: false }, { db, source: fixedKeys([...keys].reverse()) });

  it('keeps the new pair when the old one is sealed with another key while TikTok is asked', async () => {
    pass(3 * hour);
    issuer.meanwhile = sealAnew;
    expect(await tokens.use(connectionId, issuer.read)).toBe('read with act.2');
    expect(await tokens.use(connectionId, issuer.read)).toBe('read with act.2');
    expect(issuer.refreshes).toBe(1);
  });

  it('sees a revoked account as such although its pair is sealed with another key while TikTok is asked', async () => {
    pass(3 * hour);
    issuer.isRevoked = true;
    issuer.meanwhile = sealAnew;
    await expect(tokens.use(connectionId, issuer.read)).rejects.toThrow(ConnectionNotActiveError);
    expect(status()).toBe('REVOKED');
  });

  it('asks the person to connect again once the refresh token itself has run out', async () => {
    pass(181 * 24 * hour);
    await expect(tokens.use(connectionId, issuer.read)).rejects.toThrow(ConnectionNotActiveError);
    expect(status()).toBe('NEEDS_RECONNECT');
    expect(issuer.refreshes).toBe(0);
  });
});

describe('the token cipher', () => {
  const [oldKey, newKey] = [
    { id: 'old', key: randomBytes(32) },
    { id: 'new', key: randomBytes(32) },
  ];
  const sealed = createTokenCipher(fixedKeys([oldKey])).seal('act.secret', 'row-1');

  it('opens what it sealed, also after a new key was put first', () => {
    const rotated = createTokenCipher(fixedKeys([newKey, oldKey]));
    expect(rotated.open(sealed, 'row-1')).toBe('act.secret');
    expect(rotated.seal('x', 'row-1')).toMatch(/^v1\.new\./);
  });

  it.each<[string, () => unknown]>([
    ['another row', () => createTokenCipher(fixedKeys([oldKey])).open(sealed, 'row-2')],
    [
      'a changed text',
      () => createTokenCipher(fixedKeys([oldKey])).open(sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA'), 'row-1'),
    ],
    ['a key that is gone', () => createTokenCipher(fixedKeys([newKey])).open(sealed, 'row-1')],
    ['another form', () => createTokenCipher(fixedKeys([oldKey])).open('act.secret', 'row-1')],
  ])('refuses %s', (_case, open) => {
    expect(open).toThrow();
  });
});
