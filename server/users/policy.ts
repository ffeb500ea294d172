import type { ConsentPurpose } from '../db/generated/client/enums';

/** Version of the privacy policy that a consent names. Change it with the text in `web/legal`. */
export const policyVersion = '2026-11-22.3';

/** What a person must agree to before TikTok is asked. */
export const requiredPurposes: readonly ConsentPurpose[] = ['ACCOUNT_ANALYTICS'];
