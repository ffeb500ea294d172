import type { ConsentPurpose } from '../db/generated/client/enums';
import { endConsent } from '../users/end-consent';
import { requiredPurposes } from '../users/policy';
import { ConsentInUseError } from './errors';
import { countActiveConnections } from './queries';

/**
 * Withdraws a consent, with effect on the next request. One that the reading of an account rests on stays until the account is
 * disconnected. Withdrawing what does not stand does nothing.
 * @throws ConsentInUseError
 */
export async function withdrawConsent(
  { userId, purpose }: { userId: string; purpose: ConsentPurpose },
  deps: Parameters<typeof endConsent>[1],
): Promise<void> {
  if (requiredPurposes.includes(purpose) && (await countActiveConnections(deps.db, userId)) > 0) throw new ConsentInUseError();
  await endConsent({ userId, purpose }, deps);
}
