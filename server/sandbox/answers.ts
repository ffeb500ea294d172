import { randomBytes } from 'node:crypto';

/** An answer not yet sent, so that a fault can still spoil it. */
export interface Answer {
  status: number;
  json: object;
  logId: string;
}

/** As TikTok's: a timestamp of 14 digits and hex, e.g. 20220829194722CBE87ED59D524E727021. */
function newLogId(now: number): string {
  return new Date(now).toISOString().replace(/\D/g, '').slice(0, 14) + randomBytes(10).toString('hex').toUpperCase();
}

/** The envelope of the data endpoints, where `error` is there on success too. */
export function dataAnswer(data: object, now: number): Answer {
  const logId = newLogId(now);
  return { status: 200, json: { data, error: { code: 'ok', message: '', log_id: logId } }, logId };
}

const statusOf = {
  access_token_invalid: 401,
  scope_not_authorized: 401,
  scope_permission_missed: 400,
  invalid_params: 400,
  rate_limit_exceeded: 429,
  internal_error: 500,
} as const;
type DataErrorCode = keyof typeof statusOf;

export function dataError(code: DataErrorCode, message: string, now: number): Answer {
  const logId = newLogId(now);
  return { status: statusOf[code], json: { data: {}, error: { code, message, log_id: logId } }, logId };
}

/** OAuth errors are flat, and come with HTTP 200 unless the sandbox is set otherwise. */
export function oauthError(error: string, description: string, status: number, now: number): Answer {
  const logId = newLogId(now);
  return { status, json: { error, error_description: description, log_id: logId }, logId };
}

export function flatAnswer(json: object, now: number): Answer {
  return { status: 200, json, logId: newLogId(now) };
}
