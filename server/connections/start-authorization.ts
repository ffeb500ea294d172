import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { ConsentPurpose, Locale } from '../db/generated/client/enums';
import type { Database } from '../db/database';
import type { Clock } from '../clock';
import type { TikTokClient } from '../tiktok/client';
import { InvalidInputError } from '../users/errors';
import { policyVersion as currentPolicyVersion, requiredPurposes } from '../users/policy';
import { hashToken } from '../users/sessions';
import { defaultTimeZone, isTimeZone } from '../users/time-zone';
import { ConsentRequiredError } from './errors';
import { createAttempt } from './queries';
import { safeReturnPath } from './return-path';
import { requestedScopes } from './scopes';
import type { TokenCipher } from './token-cipher';

const attemptLifetimeMs = 10 * 60_000;

export interface StartAuthorizationInput {
  consents: readonly ConsentPurpose[];
  policyVersion: string;
  userId: string | null;
  browserId: string;
  locale: Locale;
  timeZone: string | null;
  returnTo: string | null;
}

export interface AuthorizationDependencies {
  db: Database;
  clock: Clock;
  tiktok: TikTokClient;
  cipher: TokenCipher;
  /** People take their time in the system's time, whatever the data's clock does meanwhile. */
  systemNow: () => Date;
}

/** Remembers the consent and where it was given, and returns TikTok's authorize address. The state is good for ten minutes and one use. */
export async function startAuthorization(
  input: StartAuthorizationInput,
  { db, clock, tiktok, cipher, systemNow }: AuthorizationDependencies,
): Promise<{ authorizeUrl: string; expiresAt: Date }> {
  if (input.policyVersion !== currentPolicyVersion || requiredPurposes.some((purpose) => !input.consents.includes(purpose))) {
    throw new ConsentRequiredError();
  }
  if (input.timeZone !== null && !isTimeZone(input.timeZone)) {
    throw new InvalidInputError('timeZone', 'This is not a time zone. Choose one such as Europe/Paris.');
  }
  const state = randomBytes(32).toString('base64url');
  const codeVerifier = randomBytes(48).toString('base64url');
  const createdAt = systemNow();
  const expiresAt = new Date(createdAt.getTime() + attemptLifetimeMs);
  const id = uuid();
  await createAttempt(db, {
    id,
    stateHash: hashToken(state),
    browserHash: hashToken(input.browserId),
    userId: input.userId,
    codeVerifierEncrypted: cipher.seal(codeVerifier, id),
    consents: [...input.consents],
    policyVersion: input.policyVersion,
    consentedAt: clock.now(),
    locale: input.locale,
    timeZone: input.timeZone ?? defaultTimeZone,
    returnTo: safeReturnPath(input.returnTo),
    createdAt,
    expiresAt,
  });
  return { authorizeUrl: tiktok.authorizeUrl({ state, codeVerifier, scopes: requestedScopes }), expiresAt };
}
