import type { Ending } from './endings';
import type { Operation } from './fault-table';

/** What a run has landed before the step that fails: its profile, and the first page of videos. */
const landedBefore = (above: (count: number) => unknown): Partial<Record<Operation, object>> => ({
  profile: { accountReadings: 0, videoReadings: 0 },
  list: { accountReadings: 1, videoReadings: 0 },
  query: { accountReadings: 1, videoReadings: above(0) },
  refresh: { accountReadings: 0, videoReadings: 0 },
});

/** The whole of an ending as it is looked at: see `Outcome`. Matchers are handed in, so that this file knows no test runner. */
export function expectedOutcome(
  ending: Ending,
  operation: Operation,
  { message, above }: { message: (words: RegExp) => unknown; above: (count: number) => unknown },
): object {
  const landed = landedBefore(above)[operation] ?? { accountReadings: 0, videoReadings: 0 };
  const inTheEnd = { difference: null, jobLeft: false };
  const failed = (status: string, words: RegExp) => ({
    status,
    run: 'FAILED',
    error: 'CONNECTION_NOT_ACTIVE',
    retryReason: null,
    message: message(words),
  });
  const succeeded = { status: 'ACTIVE', run: 'SUCCEEDED', error: null, retryReason: null };
  const waits = (reason: string, words: RegExp) => ({
    sees: { status: 'ACTIVE', run: 'RUNNING', error: null, retryReason: reason, message: message(words), unreadableCount: 0 },
    stored: { ...landed, lost: null, unavailable: 0, tokens: 2 },
    job: { inMs: 15_000, attempts: 1 },
  });
  const goesOn = { seesThen: { ...succeeded, unreadableCount: 0 }, ...inTheEnd };
  const lost = failed('NEEDS_RECONNECT', /answer was lost on the way. Connect the account again/);
  const ended = { lost: null, unavailable: 0, tokens: 0 };
  const nothing = { accountReadings: 0, videos: 0, videoReadings: 0, unavailable: 0, tokens: 0, lost: null };
  const onceConnected = { seesThen: { stored: { tokens: 2, videos: 0 } } };
  const limited = /asks us to slow down.*within the hour/;
  const unavailable = /does not answer.*within the hour/;
  const unreadable = /cannot be read.*within the hour/;
  const fellBack = (reason: RegExp) => ({
    sees: { status: 'SUCCEEDED', outcome: 'FELL_BACK', fallbackReason: message(reason), sources: ['STATISTICS'] },
    unsettled: 0,
    isAsStatistics: true,
    seesThen: { outcome: 'WORDED', sources: ['OPENAI'] },
    ...inTheEnd,
  });

  const outcomes: Record<Ending, object> = {
    connected: { sees: { answer: 'ConnectTikTokSuccess' }, stored: { tokens: 2, videos: 0 }, ...onceConnected },
    connectLater: {
      sees: { answer: 'TikTokUnreachableError', message: message(/Nothing was saved; try again in a few minutes/) },
      stored: nothing,
      job: null,
      ...onceConnected,
    },
    codeRejected: {
      sees: { answer: 'AuthorizationCodeRejectedError', message: message(/Nothing was saved; connect again/) },
      stored: nothing,
      job: null,
      ...onceConnected,
    },
    synced: {
      sees: { ...succeeded, unreadableCount: 0 },
      stored: { lost: null, unavailable: 0, tokens: 2 },
      job: null,
      ...inTheEnd,
    },
    readById: {
      sees: { ...succeeded, unreadableCount: above(0) },
      stored: { lost: null, unavailable: 0, videos: 0 },
      job: null,
      ...inTheEnd,
    },
    partlyRead: {
      sees: { ...succeeded, unreadableCount: above(0) },
      stored: { lost: null, unavailable: 0, videos: 0, videoReadings: above(0) },
      job: null,
      ...inTheEnd,
    },
    profileKept: {
      sees: succeeded,
      stored: { accountReadings: operation === 'profile' ? 0 : 1, lost: null },
      job: null,
      ...inTheEnd,
    },
    waitsLimited: { ...waits('RATE_LIMITED', limited), ...goesOn },
    waitsUnavailable: { ...waits('TIKTOK_UNAVAILABLE', unavailable), ...goesOn },
    waitsUnreadable: { ...waits('TIKTOK_UNREADABLE', unreadable), ...goesOn },
    revoked: {
      sees: failed('REVOKED', /does not let us read .* any more. Connect the account again/),
      stored: ended,
      job: null,
      ...inTheEnd,
    },
    ranOut: {
      sees: failed('NEEDS_RECONNECT', /does not let us read .* any more. Connect the account again/),
      stored: { ...landed, lost: null, unavailable: 0 },
      job: null,
      ...inTheEnd,
    },
    pairLost: { sees: lost, stored: ended, job: null, ...inTheEnd },
    pairLostUnavailable: { ...waits('TIKTOK_UNAVAILABLE', unavailable), seesThen: lost, ...inTheEnd },
    pairLostUnreadable: { ...waits('TIKTOK_UNREADABLE', unreadable), seesThen: lost, ...inTheEnd },
    soundFound: { sees: { why: 'MEASURED', run: 'SUCCEEDED' }, stored: { lost: null }, job: null, ...inTheEnd },
    soundLater: { sees: { musicName: null, why: 'NOT_YET', run: 'SUCCEEDED' }, stored: { lost: null }, job: null, ...inTheEnd },
    pictureRenewed: { sees: { http: 200 }, stored: { ...landed, lost: null }, job: null, seesThen: { http: 200 }, ...inTheEnd },
    noPicture: { sees: { http: 404 }, stored: { ...landed, lost: null }, job: null, seesThen: { http: 200 }, ...inTheEnd },
    revokedNow: {
      sees: { isRevokedAtTikTok: true, status: 'DISCONNECTED' },
      stored: { lost: null, tokens: 0 },
      job: null,
      seesThen: { tokens: 0 },
      ...inTheEnd,
    },
    revokedLater: {
      sees: { isRevokedAtTikTok: false, status: 'DISCONNECTED' },
      stored: { lost: null, tokens: 2 },
      job: { inMs: 0, attempts: 0 },
      seesThen: { tokens: 0 },
      ...inTheEnd,
    },
    worded: {
      sees: { status: 'SUCCEEDED', outcome: 'WORDED', fallbackReason: null, sources: ['OPENAI'] },
      unsettled: 0,
      seesThen: { outcome: 'WORDED' },
      ...inTheEnd,
    },
    fellBackUnavailable: fellBack(/ne répond pas|injoignable/),
    fellBackTimeout: fellBack(/à temps/),
    fellBackUnparsable: fellBack(/inutilisable/),
    fellBackRejected: fellBack(/refusé la demande/),
  };
  return outcomes[ending];
}
