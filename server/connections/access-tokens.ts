import { setTimeout as wait } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import type { Clock } from '../clock';
import type { TikTokConnection } from '../db/generated/client/client';
import type { Database } from '../db/database';
import { untilStored } from '../db/until-stored';
import type { Events } from '../events';
import type { Logger } from '../logger';
import type { TikTokClient, TokenGrant } from '../tiktok/client';
import {
  TikTokAccessTokenInvalidError,
  TikTokError,
  TikTokGrantRejectedError,
  TikTokNotReachedError,
  TikTokUnavailableError,
} from '../tiktok/errors';
import { AuthorizationLostError, ConnectionNotActiveError } from './errors';
import { findConnection, type SealedTokens, touchLastUsed, updateStatus } from './queries';
import {
  closeRefresh,
  endAsLost,
  endSilently,
  openRefresh,
  releaseRefreshLease,
  renewRefreshLease,
  replaceTokens,
  takeRefreshLease,
} from './token-queries';
import { parseScopes } from './scopes';
import type { TokenCipher } from './token-cipher';

/** Calls TikTok for a connection with a token that is alive. */
export interface AccessTokens {
  /**
   * Refreshes ahead of the token's end, and once more when TikTok calls it invalid, then tries the call a second time.
   * @throws ConnectionNotActiveError when the connection is not to be used any more, or TikTok refuses to refresh it.
   */
  use<Result>(connectionId: string, call: (accessToken: string, scopes: readonly string[]) => Promise<Result>): Promise<Result>;
  /** The same for a connection that was just disconnected, to revoke it. TikTok calls a dead token a refused grant there. */
  useToRevoke(connectionId: string, call: (accessToken: string) => Promise<void>): Promise<void>;
}

export interface AccessTokenDependencies {
  db: Database;
  clock: Clock;
  tiktok: TikTokClient;
  cipher: TokenCipher;
  logger: Logger;
  events: Events;
  /** Leases are between processes: they live in the system's time. */
  systemNow: () => Date;
}

const refreshAheadMs = 5 * 60_000;
const touchEveryMs = 60_000;
const leaseMs = 30_000;
/** How often a process looks whether another one has renewed the tokens. */
const leasePollMs = 50;

export function createAccessTokens(deps: AccessTokenDependencies): AccessTokens {
  const { db, clock, tiktok, cipher, logger, events, systemNow } = deps;
  // TikTok's refresh tokens are dead once used: two refreshes at a time would orphan one of them. Within the process they share one,
  // between processes the lease in the row holds.
  const refreshing = new Map<string, Promise<string>>();

  function refresh(connectionId: string, staleToken: string): Promise<string> {
    const running = refreshing.get(connectionId);
    if (running) return running;
    const started = refreshUnderLease(connectionId, staleToken).finally(() => refreshing.delete(connectionId));
    refreshing.set(connectionId, started);
    return started;
  }

  async function refreshUnderLease(connectionId: string, staleToken: string): Promise<string> {
    const lease = { connectionId, holder: uuid() };
    const expiresAt = () => new Date(systemNow().getTime() + leaseMs);
    for (;;) {
      // Taken before the row is read: whatever another process saved until then is seen.
      const isMine = takeRefreshLease(db, lease, { now: systemNow(), expiresAt: expiresAt() });
      const renewal = isMine ? setInterval(() => tryTo(() => renewRefreshLease(db, lease, expiresAt())), leaseMs / 3) : undefined;
      try {
        const connection = await requireTokens(db, connectionId);
        const stored = cipher.open(connection.accessTokenEncrypted, connectionId);
        if (stored !== staleToken) return stored;
        if (isMine) return await rotate(connection, staleToken, lease);
      } finally {
        clearInterval(renewal);
        if (isMine) tryTo(() => releaseRefreshLease(db, lease));
      }
      await wait(leasePollMs);
    }
  }

  /** A lease that the database could not be told of ends by itself; it must end neither the process nor what it was taken for. */
  function tryTo(write: () => void): void {
    try {
      write();
    } catch (error) {
      logger.warn({ err: error }, 'The lease of a refresh could not be written');
    }
  }

  async function rotate(connection: ConnectionWithTokens, staleToken: string, lease: RefreshLease): Promise<string> {
    const { id } = connection;
    if (connection.refreshTokenExpiresAt <= clock.now()) {
      if (connection.isActive) await updateStatus(db, id, 'NEEDS_RECONNECT', null);
      throw new ConnectionNotActiveError(connection.displayName);
    }
    // Written down before it is sent: whatever happens on the way, the mark says that TikTok may have made a pair nobody got.
    openRefresh(db, lease, clock.now());
    try {
      const grant = await tiktok.refreshTokens(cipher.open(connection.refreshTokenEncrypted, id));
      const sealed = sealTokens(grant, id, deps);
      // TikTok's answer has ended the stored pair: until the new one is stored, this process holds the only one there is.
      const isStored = await untilStored(
        () =>
          replaceTokens(db, lease, {
            ...sealed,
            scopes: sealed.scopes || connection.scopes,
            // A token that was kept ends when it would have ended.
            ...(grant.isRefreshTokenKept && { refreshTokenExpiresAt: connection.refreshTokenExpiresAt }),
          }),
        ({ code, remedy }) => logger.error({ connectionId: id, code, remedy }, 'A new pair of tokens cannot be stored yet'),
      );
      // Should TikTok refuse the token that was kept, its successor got lost.
      if (isStored && grant.isRefreshTokenKept) openRefresh(db, lease, clock.now());
      if (isStored) return grant.accessToken;
      // Connected anew meanwhile: what is stored now is younger than this pair.
      return cipher.open((await requireTokens(db, id)).accessTokenEncrypted, id);
    } catch (error) {
      if (!(error instanceof TikTokGrantRejectedError)) {
        if (!connection.refreshOpenSince && isNotActedOn(error)) tryTo(() => closeRefresh(db, lease));
        throw error;
      }
      const now = cipher.open((await requireTokens(db, id)).accessTokenEncrypted, id);
      if (now !== staleToken) return now;
      const details = { connectionId: id, code: error.code, logId: error.logId };
      if (connection.refreshOpenSince) {
        logger.warn(details, 'TikTok refuses to refresh after an answer was lost; the account must be connected again');
        endAsLost(db, lease);
        throw new AuthorizationLostError(connection.displayName);
      }
      logger.warn(details, 'TikTok refuses to refresh; the connection is revoked');
      if (endSilently(db, lease)) await events.emit('authorizationRemoved', { connectionId: id, reason: null });
      throw new ConnectionNotActiveError(connection.displayName);
    }
  }

  async function callWithToken<Result>(
    connection: ConnectionWithTokens,
    call: (token: string) => Promise<Result>,
    isTokenDead = (error: unknown): boolean => error instanceof TikTokAccessTokenInvalidError,
  ): Promise<Result> {
    let token = cipher.open(connection.accessTokenEncrypted, connection.id);
    if (connection.accessTokenExpiresAt.getTime() - clock.now().getTime() < refreshAheadMs)
      token = await refresh(connection.id, token);
    try {
      return await call(token);
    } catch (error) {
      if (!isTokenDead(error)) throw error;
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
      await callWithToken(
        await requireTokens(db, connectionId),
        call,
        (error) => error instanceof TikTokAccessTokenInvalidError || error instanceof TikTokGrantRejectedError,
      );
    },
  };
}

/** Whether a refresh that failed so has surely changed nothing at TikTok. */
function isNotActedOn(error: unknown): boolean {
  if (error instanceof TikTokUnavailableError) return error instanceof TikTokNotReachedError;
  return error instanceof TikTokError;
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

type RefreshLease = Parameters<typeof releaseRefreshLease>[1];
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
