import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clock } from '../clock';
import { type Database, openDatabase } from '../db/database';
import { createEvents, type Events } from '../events';
import { createLogger } from '../logger';
import type { TikTokClient, TokenGrant } from '../tiktok/client';
import {
  TikTokAccessTokenInvalidError,
  TikTokGrantRejectedError,
  TikTokNotReachedError,
  TikTokScopeMissingError,
  TikTokUnavailableError,
} from '../tiktok/errors';
import { openTestDatabase } from '../testing/database';
import { type AccessTokens, createAccessTokens, sealTokens } from './access-tokens';
import { AuthorizationLostError, ConnectionNotActiveError } from './errors';
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
  isUnreachable = false;
  losesAnswer = false;

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
    if (this.isUnreachable) throw new TikTokNotReachedError('no such host', 'network');
    if (this.isDown) throw new TikTokUnavailableError('no answer', 'network');
    if (this.isRevoked || refreshToken !== `rft.${this.generation}`)
      throw new TikTokGrantRejectedError('refused', 'invalid_grant');
    this.generation += 1;
    if (this.losesAnswer) throw new TikTokUnavailableError('reset', 'network');
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
  let db: Database & { file: string };
  let issuer: TokenIssuer;
  let tokens: AccessTokens;
  let events: Events;
  let removals: { connectionId: string; reason: number | null }[];
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
    events = createEvents();
    removals = [];
    events.on('authorizationRemoved', (removal) => void removals.push(removal));
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
    tokens = newTokens(db);
  });

  const newTokens = (database: Database) =>
    createAccessTokens({
      db: database,
      clock,
      cipher,
      tiktok: issuer as unknown as TikTokClient,
      logger: createLogger('silent'),
      events,
      systemNow: () => new Date(),
    });
  const status = () => db.sqlite.prepare('SELECT status FROM TikTokConnection WHERE id = ?').pluck().get(connectionId);
  const stored = () =>
    String(db.sqlite.prepare('SELECT refreshTokenEncrypted FROM TikTokConnection WHERE id = ?').pluck().get(connectionId));
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

  it('rotates once for two instances on one database', async () => {
    const other = await openDatabase(db.file);
    try {
      const instances = [tokens, newTokens(other)];
      pass(3 * hour);
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, index) => instances[index % 2]!.use(connectionId, issuer.read)),
      );
      expect(new Set(answers)).toEqual(new Set(['read with act.2']));
      expect([issuer.refreshes, status()]).toEqual([1, 'ACTIVE']);
    } finally {
      await other.close();
    }
  });

  it('takes over from an instance that died while it was renewing, once its lease is over', async () => {
    const lease = db.sqlite.prepare("UPDATE TikTokConnection SET refreshLeasedBy = 'dead', refreshLeaseExpiresAt = ?");
    lease.run(Date.now() + 120);
    pass(3 * hour);
    expect(await tokens.use(connectionId, issuer.read)).toBe('read with act.2');
    expect(db.sqlite.prepare('SELECT refreshLeasedBy FROM TikTokConnection').pluck().get()).toBeNull();
  });

  it('keeps the pair of somebody who connected again while a refresh was under way', async () => {
    pass(3 * hour);
    const use = tokens.use(connectionId, async (token) => token);
    const younger = { ...issuer.grant, accessToken: 'act.younger', refreshToken: 'rft.younger' };
    await db.prisma.tikTokConnection.update({
      where: { id: connectionId },
      data: { ...sealTokens(younger, connectionId, { cipher, clock }), refreshLeasedBy: null, refreshLeaseExpiresAt: null },
    });
    expect(await use).toBe('act.younger');
  });

  it('keeps the renewed pair when the rows are sealed with another key meanwhile', async () => {
    pass(3 * hour);
    const use = tokens.use(connectionId, issuer.read);
    const { accessToken, refreshToken } = issuer.grant;
    await db.prisma.tikTokConnection.update({
      where: { id: connectionId },
      data: {
        accessTokenEncrypted: cipher.seal(accessToken, connectionId),
        refreshTokenEncrypted: cipher.seal(refreshToken, connectionId),
      },
    });
    expect(await use).toBe('read with act.2');
    expect(await tokens.use(connectionId, issuer.read)).toBe('read with act.2');
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
    const reborn = newTokens(db);
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
    // Told once, without a reason, and the dead tokens are gone.
    expect(removals).toEqual([{ connectionId, reason: null }]);
    expect(db.sqlite.prepare('SELECT accessTokenEncrypted, refreshTokenEncrypted FROM TikTokConnection').get()).toEqual({
      accessTokenEncrypted: null,
      refreshTokenEncrypted: null,
    });
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

  it('keeps the pair that TikTok gives while the database cannot be written, and stores it when it can', async () => {
    pass(3 * hour);
    const { read } = issuer;
    const refresh = issuer.refreshTokens.bind(issuer);
    issuer.refreshTokens = async (token) => {
      const grant = await refresh(token);
      await db.prisma.$executeRawUnsafe('PRAGMA query_only = 1');
      db.sqlite.pragma('query_only = 1');
      return grant;
    };
    const result = tokens.use(connectionId, read);
    while (issuer.generation === 1) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(cipher.open(stored(), connectionId)).toBe('rft.1');
    await db.prisma.$executeRawUnsafe('PRAGMA query_only = 0');
    db.sqlite.pragma('query_only = 0');
    expect(await result).toBe('read with act.2');
    expect(cipher.open(stored(), connectionId)).toBe('rft.2');
    expect(issuer.refreshes).toBe(1);
  });

  it('asks the person to connect again when the answer to a refresh was lost and the old pair is dead', async () => {
    pass(3 * hour);
    issuer.losesAnswer = true;
    await expect(tokens.use(connectionId, issuer.read)).rejects.toThrow(TikTokUnavailableError);
    expect(status()).toBe('ACTIVE');
    issuer.losesAnswer = false;
    await expect(tokens.use(connectionId, issuer.read)).rejects.toThrow(AuthorizationLostError);
    expect(status()).toBe('NEEDS_RECONNECT');
  });

  it('takes a refusal for what it is when an earlier refresh never reached TikTok', async () => {
    pass(3 * hour);
    issuer.isUnreachable = true;
    await expect(tokens.use(connectionId, issuer.read)).rejects.toThrow(TikTokUnavailableError);
    issuer.isUnreachable = false;
    issuer.isRevoked = true;
    await expect(tokens.use(connectionId, issuer.read)).rejects.toThrow(ConnectionNotActiveError);
    expect(status()).toBe('REVOKED');
  });

  it('refreshes a token that TikTok refuses to revoke because it has run out, and revokes with the new one', async () => {
    const revoked: string[] = [];
    await tokens.useToRevoke(connectionId, async (token) => {
      if (token === 'act.1') throw new TikTokGrantRejectedError('expired', 'invalid_grant');
      revoked.push(token);
    });
    expect(revoked).toEqual(['act.2']);
  });

  it('leaves a disconnected account disconnected when its authorization has run out', async () => {
    pass(181 * 24 * hour);
    await db.prisma.tikTokConnection.update({ where: { id: connectionId }, data: { status: 'DISCONNECTED', isActive: false } });
    await expect(tokens.useToRevoke(connectionId, async () => undefined)).rejects.toThrow(ConnectionNotActiveError);
    expect(status()).toBe('DISCONNECTED');
  });

  it('asks the person to connect again once the refresh token itself has run out', async () => {
    pass(181 * 24 * hour);
    await expect(tokens.use(connectionId, issuer.read)).rejects.toThrow(ConnectionNotActiveError);
    expect(status()).toBe('NEEDS_RECONNECT');
    expect(issuer.refreshes).toBe(0);
  });
});
