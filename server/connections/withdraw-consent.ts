import type { ConsentPurpose } from '../db/generated/client/enums';
import type { TikTokConnection } from '../db/generated/client/client';
import { endConsent } from '../users/end-consent';
import { requiredPurposes } from '../users/policy';
import { disconnectAccount, type DisconnectDependencies } from './disconnect-account';
import { listActiveConnectionIds } from './queries';

/**
 * Withdraws a consent, with effect on the next request. The accounts whose reading rests on it are disconnected: their reading stops
 * at once, and what was read stays until the person asks for its erasure. Withdrawing what does not stand does nothing.
 * @returns the accounts that were disconnected
 */
export async function withdrawConsent(
  { userId, purpose }: { userId: string; purpose: ConsentPurpose },
  deps: DisconnectDependencies,
): Promise<{ disconnected: TikTokConnection[] }> {
  await endConsent({ userId, purpose }, deps);
  const disconnected: TikTokConnection[] = [];
  if (requiredPurposes.includes(purpose)) {
    for (const connectionId of await listActiveConnectionIds(deps.db, userId)) {
      disconnected.push((await disconnectAccount({ connectionId, ownerId: userId }, deps)).connection);
    }
  }
  return { disconnected };
}
