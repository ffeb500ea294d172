import type { Clock } from '../clock';
import { findRemoved, listGraceOver, scheduleMissing, setEraseAfter } from './grace-queries';
import { consequenceOf, endOfGrace } from './removed-authorization';
import { requestErasure, type RequestErasureDependencies } from './request-erasure';

type Dependencies = RequestErasureDependencies & { clock: Clock };

/** What a removal at TikTok sets off: erasure at once or after the grace, by its reason. Saying it again changes nothing. */
export async function handleRemovedAuthorization(
  { connectionId, reason }: { connectionId: string; reason: number | null },
  deps: Dependencies,
): Promise<void> {
  const connection = findRemoved(deps.db, connectionId);
  if (!connection) return;
  const consequence = consequenceOf(reason, connection.status === 'DISCONNECTED');
  if (consequence === 'ERASE_AT_ONCE') await eraseConnection(connectionId, 'REMOVED_AT_TIKTOK', deps);
  if (consequence === 'ERASE_AFTER_GRACE') setEraseAfter(deps.db, connectionId, endOfGrace(deps.clock.now()));
}

/** Erases the accounts whose grace is over. One that was removed before a grace was kept, or as the process died, gets its own now. */
export async function eraseGraceOver(deps: Dependencies): Promise<void> {
  const now = deps.clock.now();
  scheduleMissing(deps.db, endOfGrace(now));
  for (const connectionId of listGraceOver(deps.db, now)) await eraseConnection(connectionId, 'GRACE_OVER', deps);
}

/** With the only account goes the person: their name is the account's, and nothing is left to sign in with. */
async function eraseConnection(
  connectionId: string,
  reason: 'REMOVED_AT_TIKTOK' | 'GRACE_OVER',
  deps: Dependencies,
): Promise<void> {
  const connection = findRemoved(deps.db, connectionId);
  if (!connection) return;
  await requestErasure(
    connection.isOnlyOne ? { reason, userId: connection.ownerId, connectionId: null } : { reason, userId: null, connectionId },
    deps,
  );
}
