import { ConnectionNotActiveError } from '../connections/errors';
import {
  TikTokAccessTokenInvalidError,
  TikTokRateLimitedError,
  TikTokRequestRejectedError,
  TikTokScopeMissingError,
  TikTokUnavailableError,
} from '../tiktok/errors';

/** Why a sync ended badly: a code for programs, a sentence for people. */
export interface SyncFailure {
  code: 'CONNECTION_NOT_ACTIVE' | 'SCOPE_MISSING' | 'RATE_LIMITED' | 'TIKTOK_UNAVAILABLE' | 'TIKTOK_REFUSED' | 'UNEXPECTED';
  message: string;
  /** Another try cannot help. */
  isPermanent: boolean;
}

const scopeMessage =
  'Crealia may not list the videos of this account: the permission “video.list” is missing. Connect the account again and leave it switched on.';

export function describeSyncFailure(error: unknown): SyncFailure {
  if (error instanceof ConnectionNotActiveError)
    return { code: 'CONNECTION_NOT_ACTIVE', message: error.message, isPermanent: true };
  if (error instanceof TikTokScopeMissingError) return { code: 'SCOPE_MISSING', message: scopeMessage, isPermanent: true };
  if (error instanceof TikTokRateLimitedError) {
    return {
      code: 'RATE_LIMITED',
      message: 'TikTok asks us to slow down. What was read is kept; the rest follows within the hour, or when you refresh again.',
      isPermanent: false,
    };
  }
  if (error instanceof TikTokUnavailableError) {
    return {
      code: 'TIKTOK_UNAVAILABLE',
      message:
        'TikTok does not answer at the moment. What was read is kept; the rest follows within the hour, or when you refresh again.',
      isPermanent: false,
    };
  }
  if (error instanceof TikTokAccessTokenInvalidError) {
    return {
      code: 'TIKTOK_REFUSED',
      message:
        'TikTok does not accept our authorization, although it was just renewed. Refresh in a few minutes; if it stays so, connect the account again.',
      isPermanent: false,
    };
  }
  if (error instanceof TikTokRequestRejectedError) {
    return {
      code: 'TIKTOK_REFUSED',
      message: `TikTok refuses the request (${error.code}). What was read is kept; whoever runs this server finds the details in its log.`,
      isPermanent: true,
    };
  }
  return {
    code: 'UNEXPECTED',
    message:
      'The sync stopped for a reason of our own. What was read is kept; whoever runs this server finds the details in its log.',
    isPermanent: false,
  };
}
