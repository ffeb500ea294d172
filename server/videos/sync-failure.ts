import { ConnectionNotActiveError } from '../connections/errors';
import { describeDatabaseFailure, type DatabaseFailure } from '../db/failures';
import {
  TikTokAccessTokenInvalidError,
  TikTokRateLimitedError,
  TikTokRequestRejectedError,
  TikTokScopeMissingError,
  TikTokUnavailableError,
} from '../tiktok/errors';

/** Why a sync ended badly: a code for programs, a sentence for people. */
export interface SyncFailure {
  code:
    | 'CONNECTION_NOT_ACTIVE'
    | 'SCOPE_MISSING'
    | 'RATE_LIMITED'
    | 'TIKTOK_UNAVAILABLE'
    | 'TIKTOK_UNREADABLE'
    | 'TIKTOK_REFUSED'
    | DatabaseFailure['code']
    | 'UNEXPECTED';
  message: string;
  /** Another try cannot help. */
  isPermanent: boolean;
}

/** TikTok answered, but not in a form that its API promises. */
const unreadableCodes = new Set(['not_json', 'unreadable', 'too_large']);

const scopeMessage =
  'Crealia may not list the videos of this account: the permission “video.list” is missing. Connect the account again and leave it switched on.';

const databaseMessages: Record<DatabaseFailure['code'], string> = {
  DATABASE_BUSY:
    'The database was in use by another program for too long. What was read is kept; the rest follows within the hour, or when you refresh again.',
  DATABASE_FULL:
    'There is no room left on this server to store your numbers. What was read is kept; the rest follows when whoever runs it has made room.',
  DATABASE_UNWRITABLE:
    'This server cannot write its database. What was read is kept; the rest follows when whoever runs it has mended that.',
};

const leftAloneMessage =
  'TikTok has failed several times in a row, so Crealia leaves it alone for half a minute at a time. What was read is kept; the rest follows within the hour, or when you refresh again.';

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
  if (error instanceof TikTokUnavailableError && unreadableCodes.has(error.code)) {
    return {
      code: 'TIKTOK_UNREADABLE',
      message:
        'What TikTok answers cannot be read at the moment. What was read is kept; the rest follows within the hour, or when you refresh again.',
      isPermanent: false,
    };
  }
  if (error instanceof TikTokUnavailableError) {
    return {
      code: 'TIKTOK_UNAVAILABLE',
      message:
        error.code === 'circuit_open'
          ? leftAloneMessage
          : 'TikTok does not answer at the moment. What was read is kept; the rest follows within the hour, or when you refresh again.',
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
  const database = describeDatabaseFailure(error);
  if (database) return { code: database.code, message: databaseMessages[database.code], isPermanent: false };
  return {
    code: 'UNEXPECTED',
    message:
      'The sync stopped for a reason of our own. What was read is kept; whoever runs this server finds the details in its log.',
    isPermanent: false,
  };
}
