import type { Database } from '../db/database';
import type { SealedTokens } from './queries';

/** Who may renew the tokens of a connection: `holder` is drawn anew for each attempt. */
interface RefreshLease {
  connectionId: string;
  holder: string;
}

/**
 * Takes the right to renew the tokens, if nobody has it or whoever had it is gone. Between processes: one statement decides. A lease
 * that ends later than one taken now is from before the clock was set back: nobody renews it any more.
 */
export function takeRefreshLease(
  { sqlite }: Database,
  { connectionId, holder }: RefreshLease,
  { now, expiresAt }: { now: Date; expiresAt: Date },
): boolean {
  const { changes } = sqlite
    .prepare(
      `UPDATE TikTokConnection SET refreshLeasedBy = @holder, refreshLeaseExpiresAt = @expiresAt
       WHERE id = @connectionId AND (refreshLeasedBy IS NULL OR refreshLeaseExpiresAt <= @now OR refreshLeaseExpiresAt > @expiresAt)`,
    )
    .run({ connectionId, holder, now: now.getTime(), expiresAt: expiresAt.getTime() });
  return changes > 0;
}

const isHeld = 'id = @connectionId AND refreshLeasedBy = @holder';

export function renewRefreshLease({ sqlite }: Database, lease: RefreshLease, expiresAt: Date): void {
  sqlite
    .prepare(`UPDATE TikTokConnection SET refreshLeaseExpiresAt = @expiresAt WHERE ${isHeld}`)
    .run({ ...lease, expiresAt: expiresAt.getTime() });
}

export function releaseRefreshLease({ sqlite }: Database, lease: RefreshLease): void {
  sqlite.prepare(`UPDATE TikTokConnection SET refreshLeasedBy = NULL, refreshLeaseExpiresAt = NULL WHERE ${isHeld}`).run(lease);
}

/** At start of the only process: whoever held a lease is gone, so nobody needs to wait for it to end. */
export function releaseAllRefreshLeases({ sqlite }: Database): void {
  sqlite
    .prepare('UPDATE TikTokConnection SET refreshLeasedBy = NULL, refreshLeaseExpiresAt = NULL WHERE refreshLeasedBy IS NOT NULL')
    .run();
}

/**
 * Saves a renewed pair while the lease is held. Connecting anew takes the lease away: its pair is the younger one. Not compared by
 * the sealed text: that changes with the encryption key, and the only pair that lives must not be dropped for it.
 */
export function replaceTokens({ sqlite }: Database, lease: RefreshLease, tokens: SealedTokens): boolean {
  const { changes } = sqlite
    .prepare(
      `UPDATE TikTokConnection SET accessTokenEncrypted = @accessTokenEncrypted, refreshTokenEncrypted = @refreshTokenEncrypted,
         accessTokenExpiresAt = @accessTokenExpiresAt, refreshTokenExpiresAt = @refreshTokenExpiresAt, scopes = @scopes,
         refreshOpenSince = NULL WHERE ${isHeld} AND accessTokenEncrypted IS NOT NULL`,
    )
    .run({
      ...tokens,
      ...lease,
      accessTokenExpiresAt: tokens.accessTokenExpiresAt.getTime(),
      refreshTokenExpiresAt: tokens.refreshTokenExpiresAt.getTime(),
    });
  return changes > 0;
}

const endOfUse = `isActive = 0, nextSyncAt = NULL, refreshOpenSince = NULL, refreshLeasedBy = NULL, refreshLeaseExpiresAt = NULL,
  accessTokenEncrypted = NULL, refreshTokenEncrypted = NULL, accessTokenExpiresAt = NULL, refreshTokenExpiresAt = NULL`;

/** A refresh is about to be sent; one that has had no answer before keeps its time. */
export function openRefresh({ sqlite }: Database, lease: RefreshLease, now: Date): void {
  sqlite
    .prepare(`UPDATE TikTokConnection SET refreshOpenSince = coalesce(refreshOpenSince, @now) WHERE ${isHeld}`)
    .run({ ...lease, now: now.getTime() });
}

/** TikTok has surely not begun the refresh. */
export function closeRefresh({ sqlite }: Database, lease: RefreshLease): void {
  sqlite.prepare(`UPDATE TikTokConnection SET refreshOpenSince = NULL WHERE ${isHeld}`).run(lease);
}

/** TikTok made a pair that never arrived, and refuses the old one: the person has to connect again, and has taken nothing back. */
export function endAsLost({ sqlite }: Database, lease: RefreshLease): void {
  sqlite
    .prepare(`UPDATE TikTokConnection SET status = 'NEEDS_RECONNECT', ${endOfUse} WHERE ${isHeld} AND isActive = 1`)
    .run(lease);
}

/** TikTok refused to renew the tokens: the use ends and the dead tokens go. False when it was not in use, or connected anew meanwhile. */
export function endSilently({ sqlite }: Database, lease: RefreshLease): boolean {
  return (
    sqlite.prepare(`UPDATE TikTokConnection SET status = 'REVOKED', ${endOfUse} WHERE ${isHeld} AND isActive = 1`).run(lease)
      .changes > 0
  );
}

/**
 * TikTok says that the authorization was removed: the use ends and the dead tokens go. An account that was disconnected here stays
 * so. Returns the connection, however often it is said; null when there is none, it is being erased, or TikTok let us in after that.
 * @param removedAt in seconds, as TikTok gives it; null: it did not say, so nothing is known to be younger
 */
export function endByTikTok(
  { sqlite }: Database,
  { tiktokUserId, removedAt }: { tiktokUserId: string; removedAt: number | null },
): { connectionId: string } | null {
  return sqlite
    .transaction(() => {
      const row = sqlite
        .prepare<{ tiktokUserId: string; removedAt: number | null }, { connectionId: string }>(
          `SELECT id AS connectionId FROM TikTokConnection WHERE tiktokUserId = @tiktokUserId AND erasureId IS NULL
             AND (@removedAt IS NULL OR coalesce(authorizedAt, connectedAt) / 1000 <= @removedAt)`,
        )
        .get({ tiktokUserId, removedAt });
      if (!row) return null;
      sqlite
        .prepare(`UPDATE TikTokConnection SET status = 'REVOKED', ${endOfUse} WHERE id = ? AND status != 'DISCONNECTED'`)
        .run(row.connectionId);
      return row;
    })
    .immediate();
}
