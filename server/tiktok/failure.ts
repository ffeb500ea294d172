import type { TikTokError } from './errors';
import {
  TikTokAccessTokenInvalidError,
  TikTokGrantRejectedError,
  TikTokNotReachedError,
  TikTokRateLimitedError,
  TikTokRequestRejectedError,
  TikTokScopeMissingError,
  TikTokUnavailableError,
} from './errors';

/**
 * Whether the same request may be sent again. `always`: TikTok has surely not acted on it. `if-repeatable`: it may have, so only
 * what changes nothing may be repeated. `never`: it would fail the same way.
 */
export type Again = 'always' | 'if-repeatable' | 'never';

type ErrorClass = new (message: string, code: string, logId: string | null) => TikTokError;

export interface FailureKind {
  Error: ErrorClass;
  again: Again;
}

const rateLimited: FailureKind = { Error: TikTokRateLimitedError, again: 'always' };
const tokenInvalid: FailureKind = { Error: TikTokAccessTokenInvalidError, again: 'never' };
const scopeMissing: FailureKind = { Error: TikTokScopeMissingError, again: 'never' };
const grantRejected: FailureKind = { Error: TikTokGrantRejectedError, again: 'never' };
const requestRejected: FailureKind = { Error: TikTokRequestRejectedError, again: 'never' };
const unavailable: FailureKind = { Error: TikTokUnavailableError, again: 'if-repeatable' };
const notTheApi: FailureKind = { Error: TikTokUnavailableError, again: 'never' };
/** TikTok's words for "I did not even begin": safe to send again, single-use codes included. */
const turnedAway: FailureKind = { Error: TikTokNotReachedError, again: 'always' };

const KIND_BY_CODE = new Map<string, FailureKind>([
  ['access_token_invalid', tokenInvalid],
  ['scope_not_authorized', scopeMissing],
  ['scope_permission_missed', scopeMissing],
  ['invalid_grant', grantRejected],
  ['access_denied', grantRejected],
  ['rate_limit_exceeded', rateLimited],
  ['temporarily_unavailable', turnedAway],
  ['internal_error', unavailable],
  ['server_error', unavailable],
  ['invalid_client', requestRejected],
  ['invalid_param', requestRejected],
  ['invalid_params', requestRejected],
  ['invalid_request', requestRejected],
  ['invalid_scope', requestRejected],
  ['unauthorized_client', requestRejected],
  ['unsupported_grant_type', requestRejected],
  ['unsupported_response_type', requestRejected],
]);

const OWN_CODES = new Set([
  'ok',
  'timeout',
  'network',
  'redirected',
  'too_large',
  'circuit_open',
  'not_allowed',
  'not_json',
  'unreadable',
]);

/** The code where it is one of a known few, otherwise `other`: for counting, where each word of the other side would make a row. */
export function countedCode(code: string): string {
  return KIND_BY_CODE.has(code) || OWN_CODES.has(code) || /^http_[1-5]\d\d$/.test(code) ? code : 'other';
}

/** What TikTok's `error.code` means; the status counts only for a code that we do not know (null: the answer had none). */
export function failureKind(code: string | null, status: number): FailureKind {
  const known = code === null ? undefined : KIND_BY_CODE.get(code);
  if (known) return known;
  if (status === 429) return rateLimited;
  if (status >= 500) return unavailable;
  if (code !== null) return requestRejected;
  // A page of HTML or half an answer: behind a success it is a passing fault, behind a 4xx a wall that stands.
  return status < 400 ? unavailable : notTheApi;
}

/** A fault on the way: no answer at all, none that may be read, or none that was asked for. */
export function faultKind(fault: { code: string; mayHaveArrived: boolean }): FailureKind {
  if (fault.code === 'circuit_open' || fault.code === 'not_allowed') return notTheApi;
  if (!fault.mayHaveArrived) return turnedAway;
  return fault.code === 'timeout' || fault.code === 'network' ? unavailable : notTheApi;
}
