import { ConsentPurpose } from '../db/generated/client/enums';
import { policyVersion, requiredPurposes } from './policy';

/** What of a consent decides whether it stands. */
export interface ConsentRecord {
  purpose: ConsentPurpose;
  policyVersion: string;
  withdrawnAt: Date | null;
}

export interface ConsentState {
  purpose: ConsentPurpose;
  /** Nothing is read without it. */
  isRequired: boolean;
  /** Given and not withdrawn, to whatever version of the policy. */
  isGiven: boolean;
  /** Given to the current version. */
  isCurrent: boolean;
}

/** How each purpose stands by the ledger. What a consent covers is its purpose: it holds through versions until it is withdrawn. */
export function consentStates(ledger: readonly ConsentRecord[]): ConsentState[] {
  return Object.values(ConsentPurpose).map((purpose) => {
    const standing = ledger.filter((consent) => consent.purpose === purpose && consent.withdrawnAt === null);
    return {
      purpose,
      isRequired: requiredPurposes.includes(purpose),
      isGiven: standing.length > 0,
      isCurrent: standing.some((consent) => consent.policyVersion === policyVersion),
    };
  });
}
