import { v7 as uuid } from 'uuid';
import type { AuthorizationAttempt } from '../db/generated/client/client';
import type { ConsentPurpose } from '../db/generated/client/enums';
import type { Events } from '../events';
import type { Logger } from '../logger';
import type { TokenGrant } from '../tiktok/client';
import {
  TikTokAccessTokenInvalidError,
  TikTokError,
  TikTokGrantRejectedError,
  TikTokRateLimitedError,
  TikTokRequestRejectedError,
  TikTokScopeMissingError,
  TikTokUnavailableError,
} from '../tiktok/errors';
import { hashToken } from '../users/sessions';
import { type AccessTokenDependencies, sealTokens } from './access-tokens';
import {
  AuthorizationCodeRejectedError,
  AuthorizationStateError,
  ConnectionOwnedBySomeoneElseError,
  MissingScopeError,
  TikTokRefusedError,
  TikTokUnreachableError,
} from './errors';
import { getOwnerOfTikTokUser, saveConnectedAccount, takeAttempt, updateProfile } from './queries';
import { missingScopes, requiredScopes } from './scopes';
import { SealedSecretError } from './token-cipher';

declare module '../events' {
  interface EventMap {
    /** An account was connected, for the first time or again; its history can be read now. */
    connected: { connectionId: string };
  }
}

export interface ConnectAccountInput {
  code: string;
  state: string;
  browserId: string;
  /** Who is signed in in this browser; null: the account itself says who it is. */
  viewerId: string | null;
}

export interface ConnectedAccountResult {
  connectionId: string;
  ownerId: string;
  isNewUser: boolean;
  returnTo: string;
}

export type ConnectAccountDependencies = AccessTokenDependencies & { events: Events; systemNow: () => Date };

/**
 * Exchanges TikTok's answer for a connection. The person, the consent and the tokens are written together, after everything
 * that can fail has succeeded; a grant that is not kept is handed back to TikTok.
 * @throws the errors of this feature, each saying what to do.
 */
export async function connectAccount(
  input: ConnectAccountInput,
  deps: ConnectAccountDependencies,
): Promise<ConnectedAccountResult> {
  const { db, tiktok, clock, events, systemNow } = deps;
  const attempt = await takeAttempt(db, {
    stateHash: hashToken(input.state),
    browserHash: hashToken(input.browserId),
    now: systemNow(),
  });
  // Begun by whoever was signed in then, or by nobody: an account must not land with a person who signed in meanwhile.
  if (!attempt || attempt.userId !== input.viewerId) throw new AuthorizationStateError();

  const codeVerifier = openVerifier(attempt, deps);
  const grant = await translateTikTokErrors(() => exchangeCode({ code: input.code, codeVerifier }, deps));
  const missing = missingScopes(grant.scopes, requiredScopes);
  if (missing.length > 0) {
    // TikTok keeps one authorization per person and app: handing back would end a connection that is in use.
    if (!getOwnerOfTikTokUser(db, grant.tiktokUserId)) await handBack(grant, deps);
    throw new MissingScopeError(missing);
  }
  refuseSomebodyElses(getOwnerOfTikTokUser(db, grant.tiktokUserId), input.viewerId);
  const profile = await translateTikTokErrors(() => tiktok.getUser(grant.accessToken, grant.scopes)).catch(
    async (error: unknown) => {
      if (!getOwnerOfTikTokUser(db, grant.tiktokUserId)) await handBack(grant, deps);
      throw error;
    },
  );

  // Looked at again after the last wait: another browser may have connected the same account meanwhile. Up to the writing nothing waits.
  const known = getOwnerOfTikTokUser(db, grant.tiktokUserId);
  refuseSomebodyElses(known, input.viewerId);
  const connectionId = known?.connectionId ?? uuid();
  const ownerId = saveConnectedAccount(db, {
    connectionId,
    ownerId: known?.ownerId ?? input.viewerId,
    profile: { ...profile, tiktokUserId: grant.tiktokUserId },
    tokens: sealTokens(grant, connectionId, deps),
    consent: {
      purposes: attempt.consents as ConsentPurpose[],
      policyVersion: attempt.policyVersion,
      givenAt: attempt.consentedAt,
    },
    locale: attempt.locale,
    timeZone: attempt.timeZone,
    now: clock.now(),
  });
  await updateProfile(db, connectionId, profile);
  await events.emit('connected', { connectionId });
  return { connectionId, ownerId, isNewUser: !known && input.viewerId === null, returnTo: attempt.returnTo };
}

/** @throws AuthorizationStateError when the key was taken away while the person was at TikTok: starting again helps. */
function openVerifier({ id, codeVerifierEncrypted }: AuthorizationAttempt, { cipher, logger }: AccessTokenDependencies): string {
  try {
    return cipher.open(codeVerifierEncrypted, id);
  } catch (error) {
    if (!(error instanceof SealedSecretError)) throw error;
    logger.warn({ err: error }, 'An authorization cannot be finished');
    throw new AuthorizationStateError();
  }
}

/** @throws ConnectionOwnedBySomeoneElseError */
function refuseSomebodyElses(known: { ownerId: string } | null, viewerId: string | null): void {
  if (known && viewerId !== null && known.ownerId !== viewerId) throw new ConnectionOwnedBySomeoneElseError();
}

/** A code of another attempt does not fit this one's verifier, which TikTok calls a malformed request; a wrong redirect address too. */
async function exchangeCode(
  input: { code: string; codeVerifier: string },
  { tiktok, logger }: { tiktok: ConnectAccountDependencies['tiktok']; logger: Logger },
): Promise<TokenGrant> {
  try {
    return await tiktok.exchangeCode(input);
  } catch (error) {
    if (!(error instanceof TikTokRequestRejectedError && error.code === 'invalid_request')) throw error;
    logger.warn(
      { err: error, logId: error.logId },
      'TikTok refused a code as malformed: another attempt’s, or TIKTOK_REDIRECT_URI differs',
    );
    throw new AuthorizationCodeRejectedError();
  }
}

async function translateTikTokErrors<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof TikTokGrantRejectedError || error instanceof TikTokAccessTokenInvalidError)
      throw new AuthorizationCodeRejectedError();
    if (error instanceof TikTokUnavailableError || error instanceof TikTokRateLimitedError) throw new TikTokUnreachableError();
    if (error instanceof TikTokScopeMissingError) throw new MissingScopeError(['user.info.basic']);
    if (error instanceof TikTokRequestRejectedError) throw new TikTokRefusedError(error.code);
    throw error;
  }
}

async function handBack(
  grant: TokenGrant,
  { tiktok, logger }: { tiktok: ConnectAccountDependencies['tiktok']; logger: Logger },
): Promise<void> {
  try {
    await tiktok.revoke(grant.accessToken);
  } catch (error) {
    if (!(error instanceof TikTokError)) throw error;
    logger.warn({ code: error.code, logId: error.logId }, 'An unused grant could not be handed back; it ends by itself');
  }
}
