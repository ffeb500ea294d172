import type { TikTokConnection } from '../db/generated/client/client';
import type { Events } from '../events';
import type { Jobs } from '../jobs/jobs';
import { TikTokAccessTokenInvalidError, TikTokError, TikTokGrantRejectedError } from '../tiktok/errors';
import { NotFoundError } from '../users/errors';
import type { AccessTokenDependencies, AccessTokens } from './access-tokens';
import { ConnectionNotActiveError } from './errors';
import { deleteTokens, findConnection, findOwnConnection, updateStatus } from './queries';

export const revokeJobKind = 'revoke-authorization';

export type DisconnectDependencies = Pick<AccessTokenDependencies, 'db' | 'clock' | 'tiktok'> & {
  accessTokens: AccessTokens;
  jobs: Jobs;
  events: Events;
};

/**
 * Ends the use of a connection at once and takes the authorization back at TikTok. Where TikTok does not answer, a job goes on
 * trying; the tokens are forgotten as soon as it succeeds. The history stays.
 */
export async function disconnectAccount(
  { connectionId, ownerId }: { connectionId: string; ownerId: string },
  deps: DisconnectDependencies,
): Promise<{ connection: TikTokConnection; isRevokedAtTikTok: boolean }> {
  const connection = await findOwnConnection(deps.db, connectionId, ownerId);
  if (!connection) throw new NotFoundError('TikTok connection');
  await updateStatus(deps.db, connectionId, 'DISCONNECTED', deps.clock.now());
  await deps.events.emit('disconnected', { connectionId });
  let isRevokedAtTikTok = true;
  try {
    await revokeAuthorization(connectionId, deps);
  } catch (error) {
    if (!(error instanceof TikTokError)) throw error;
    isRevokedAtTikTok = false;
    await deps.jobs.enqueue({ kind: revokeJobKind, key: `${revokeJobKind}:${connectionId}`, payload: { connectionId } });
  }
  return { connection: (await findOwnConnection(deps.db, connectionId, ownerId)) ?? connection, isRevokedAtTikTok };
}

/**
 * Revokes what is left of a disconnected account and forgets its tokens. Does nothing where it was connected again meanwhile.
 * @throws TikTokError when TikTok does not say that the authorization has ended
 */
export async function revokeAuthorization(
  connectionId: string,
  { db, tiktok, accessTokens }: Pick<DisconnectDependencies, 'db' | 'tiktok' | 'accessTokens'>,
): Promise<'REVOKED' | 'ALREADY_ENDED'> {
  const connection = await findConnection(db, connectionId);
  if (!connection || connection.isActive || connection.accessTokenEncrypted === null) return 'ALREADY_ENDED';
  let outcome: 'REVOKED' | 'ALREADY_ENDED' = 'REVOKED';
  try {
    await accessTokens.useToRevoke(connectionId, (token) => tiktok.revoke(token));
  } catch (error) {
    // Already dead at TikTok: nothing is left to revoke.
    const isDead = [ConnectionNotActiveError, TikTokAccessTokenInvalidError, TikTokGrantRejectedError].some(
      (kind) => error instanceof kind,
    );
    if (!isDead) throw error;
    outcome = 'ALREADY_ENDED';
  }
  await deleteTokens(db, connectionId);
  return outcome;
}

/** The person must connect again: a scope is gone or the authorization ran out. Called by whoever finds out. */
export async function markNeedsReconnect(connectionId: string, { db }: Pick<DisconnectDependencies, 'db'>): Promise<void> {
  await updateStatus(db, connectionId, 'NEEDS_RECONNECT', null);
}
