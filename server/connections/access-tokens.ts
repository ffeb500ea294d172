import type { Clock } from '../clock';
import type { TikTokConnection } from '../db/generated/client/client';
import type { Database } from '../db/database';
import type { Logger } from '../logger';
import type { TikTokClient, TokenGrant } from '../tiktok/client';
import { TikTokAccessTokenInvalidError, TikTokGrantRejectedError } from '../tiktok/errors';
import { ConnectionNotActiveError } from './errors';
import { findConnection, replaceTokens, type SealedTokens, touchLastUsed, updateStatus } from './queries';
import { parseScopes } from './scopes';
import type { TokenCipher } from './token-cipher';

/** Calls TikTok for a connection with a token that is alive. */
export interface AccessTokens {
  /**
   * Refreshes ahead of the token's end, and once more when TikTok calls it invalid, then tries the call a second time.
   * @throws ConnectionNotActiveError when the connection is not to be used any more, or TikTok refuses to refresh it.
   */
  use<Result>(connectionId: string, call: (accessToken: string, scopes: readonly string[]) => Promise<Result>): Promise<Result>;
  /** The same for a connection that was just disconnected, to revoke it. */
  useToRevoke(connectionId: string, call: (accessToken: string) => Promise<void>): Promise<void>;
}

export interface AccessTokenDependencies {
  db: Database;
  clock: Clock;
  tiktok: TikTokClient;
  cipher: TokenCipher;
  logger: Logger;
}

const refreshAheadMs = 5 * 60_000;
const touchEveryMs = 60_000;

export function createAccessTokens(deps: AccessTokenDependencies): AccessTokens {
  const { db, clock, tiktok, cipher, logger } = deps;
  // TikTok's refresh tokens are dead once used: two refreshes at a time would orphan one of them.
  const refreshing = new Map<string, Promise<string>>();

  function refresh(connectionId: string, staleToken: string): Promise<string> {
    const running = refreshing.get(connectionId);
    if (running) return running;
    const started = refreshOnce(connectionId, staleToken).finally(() => refreshing.delete(connectionId));
    refreshing.set(connectionId, started);
    return started;
  }

  async function refreshOnce(connectionId: string, staleToken: string): Promise<string> {
    const connection = await requireTokens(db, connectionId);
    const stored = cipher.open(connection.accessTokenEncrypted, connectionId);
    if (stored !== staleToken) return stored;
    if (connection.refreshTokenExpiresAt <= clock.now()) {
      await updateStatus(db, connectionId, 'NEEDS_RECONNECT', null);
      throw new ConnectionNotActiveError(connection.displayName);
    }
    const refreshToken = cipher.open(connection.refreshTokenEncrypted, connectionId);
    try {
      const grant = await tiktok.refreshTokens(refreshToken);
      const sealed = sealTokens(grant, connectionId, deps);
      const scopes = sealed.scopes || connection.scopes;
      await saveRefreshed(connection, refreshToken, { ...sealed, scopes });
      return grant.accessToken;
    } catch (error) {
      if (!(error instanceof TikTokGrantRejectedError)) throw error;
      const now = await requireTokens(db, connectionId);
      if (cipher.open(now.refreshTokenEncrypted, connectionId) !== refreshToken)
        return cipher.open(now.accessTokenEncrypted, connectionId);
      logger.warn({ connectionId, code: error.code, logId: error.logId }, 'TikTok refuses to refresh; the connection is revoked');
      if (now.isActive) await updateStatus(db, connectionId, 'REVOKED', null);
      throw new ConnectionNotActiveError(connection.displayName);
    }
  }

  /** The old pair may have been sealed with another key while TikTok was asked: what is in it counts, not how it is sealed. */
  async function saveRefreshed({ id, refreshTokenEncrypted }: ConnectionWithTokens, refreshToken: string, pair: SealedTokens) {
    let previous = refreshTokenEncrypted;
    while (!(await replaceTokens(db, id, previous, pair))) {
      const stored = (await findConnection(db, id))?.refreshTokenEncrypted;
      // Forgotten, or connected anew: there is nothing to replace.
      if (!stored || cipher.open(stored, id) !== refreshToken) return;
      previous = stored;
    }
  }

  async function callWithToken<Result>(
    connection: ConnectionWithTokens,
    call: (token: string) => Promise<Result>,
  ): Promise<Result> {
    let token = cipher.open(connection.accessTokenEncrypted, connection.id);
    if (connection.accessTokenExpiresAt.getTime() - clock.now().getTime() < refreshAheadMs)
      token = await refresh(connection.id, token);
    try {
      return await call(token);
    } catch (error) {
      if (!(error instanceof TikTokAccessTokenInvalidError)) throw error;
      return call(await refresh(connection.id, token));
    }
  }

  return {
    async use(connectionId, call) {
      const connection = await requireTokens(db, connectionId);
      if (!connection.isActive) throw new ConnectionNotActiveError(connection.displayName);
      const scopes = parseScopes(connection.scopes);
      const result = await callWithToken(connection, (token) => call(token, scopes));
      const now = clock.now();
      if (now.getTime() - (connection.lastUsedAt?.getTime() ?? 0) > touchEveryMs) await touchLastUsed(db, connectionId, now);
      return result;
    },
    async useToRevoke(connectionId, call) {
      await callWithToken(await requireTokens(db, connectionId), call);
    },
  };
}

/** What a grant becomes in the row of connection `connectionId`. */
export function sealTokens(
  grant: TokenGrant,
  connectionId: string,
  { cipher, clock }: Pick<AccessTokenDependencies, 'cipher' | 'clock'>,
): SealedTokens {
  const now = clock.now().getTime();
  return {
    accessTokenEncrypted: cipher.seal(grant.accessToken, connectionId),
    refreshTokenEncrypted: cipher.seal(grant.refreshToken, connectionId),
    accessTokenExpiresAt: new Date(now + grant.accessTokenLifetimeSeconds * 1000),
    refreshTokenExpiresAt: new Date(now + grant.refreshTokenLifetimeSeconds * 1000),
    scopes: grant.scopes.join(','),
  };
}

type ConnectionWithTokens = TikTokConnection & SealedTokens;

async function requireTokens(db: Database, connectionId: string): Promise<ConnectionWithTokens> {
  const connection = await findConnection(db, connectionId);
  if (
    !connection?.accessTokenEncrypted ||
    !connection.refreshTokenEncrypted ||
    !connection.accessTokenExpiresAt ||
    !connection.refreshTokenExpiresAt
  ) {
    throw new ConnectionNotActiveError(connection?.displayName ?? 'this account');
  }
  return connection as ConnectionWithTokens;
}
