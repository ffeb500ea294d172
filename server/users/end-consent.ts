import type { Clock } from '../clock';
import type { Database } from '../db/database';
import type { ConsentPurpose } from '../db/generated/client/enums';
import { withdrawConsents } from './queries';

/** Withdraws whatever stands for this purpose, to any version of the policy. Nothing else of the ledger changes. */
export async function endConsent(
  { userId, purpose }: { userId: string; purpose: ConsentPurpose },
  { db, clock }: { db: Database; clock: Clock },
): Promise<void> {
  await withdrawConsents(db, { userId, purpose, withdrawnAt: clock.now() });
}
