import type { Clock } from '../clock';
import type { Database } from '../db/database';
import type { Consent } from '../db/generated/client/client';
import type { ConsentPurpose } from '../db/generated/client/enums';
import { OutdatedPolicyError } from './errors';
import { policyVersion as currentPolicyVersion } from './policy';
import { saveConsent } from './queries';

/** Puts a consent to the current policy on record; one that stands already stays as it is. @throws OutdatedPolicyError */
export function giveConsent(
  { userId, purpose, policyVersion }: { userId: string; purpose: ConsentPurpose; policyVersion: string },
  { db, clock }: { db: Database; clock: Clock },
): Promise<Consent> {
  if (policyVersion !== currentPolicyVersion) throw new OutdatedPolicyError(currentPolicyVersion);
  return saveConsent(db, { userId, purpose, policyVersion, givenAt: clock.now() });
}
