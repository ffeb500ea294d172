/** How a case ends, in the words of the document. */
export interface EndingWords {
  sees: string;
  stored: string;
  retried: string;
}

const kept = 'Everything read before; of this step nothing.';
const jobAgain = 'By itself: after 15 s, 30 s, 1, 2 and 4 minutes, then with the next reading, an hour later.';
const waits = (code: string): EndingWords => ({
  sees: `The run goes on (\`RUNNING\`), and \`retryReason\` says ${code}.`,
  stored: kept,
  retried: jobAgain,
});
const fellBack = (why: string): EndingWords => ({
  sees: `Recommendations worded by statistics, and the run says why: ${why}.`,
  stored: 'The recommendations, once, with their own evidence; no token is left set aside.',
  retried: 'By the person, who asks again.',
});
const reconnect = 'By the person, who connects the account again.';
const nobody = 'Nothing is left to try.';

export const endings = {
  connected: { sees: 'The account is connected.', stored: 'Person, consent, account and sealed tokens, once.', retried: nobody },
  connectLater: {
    sees: '`TikTokUnreachableError`: TikTok does not answer, nothing was saved, try again in a few minutes.',
    stored: 'Nothing. A grant that had arrived is handed back.',
    retried: 'By the person, who starts again.',
  },
  codeRejected: {
    sees: '`AuthorizationCodeRejectedError`: TikTok no longer accepts the authorization; connect again.',
    stored: 'Nothing.',
    retried: 'By the person, who starts again.',
  },
  synced: { sees: 'The run succeeds.', stored: 'Everything, once.', retried: nobody },
  readById: {
    sees: 'The run succeeds; `unreadableCount` counts the entries.',
    stored: 'Everything, once: what the list did not tell is read by id.',
    retried: 'At once, in the same run.',
  },
  partlyRead: {
    sees: 'The run succeeds; `unreadableCount` counts the entries.',
    stored: 'The readings that can be read. No video is called unavailable.',
    retried: 'Along the cadence of the videos concerned.',
  },
  profileKept: {
    sees: 'The run succeeds.',
    stored: 'The profile as it was known, the videos, and no reading of the account’s counters.',
    retried: 'With the next reading.',
  },
  waitsLimited: waits('`RATE_LIMITED`'),
  waitsUnavailable: waits('`TIKTOK_UNAVAILABLE`'),
  waitsUnreadable: waits('`TIKTOK_UNREADABLE`'),
  revoked: {
    sees: 'The run fails with `CONNECTION_NOT_ACTIVE`: connect the account again. Its status is `REVOKED`.',
    stored:
      'Everything read before. The dead tokens are forgotten; what follows for the data is what follows when TikTok says so itself.',
    retried: reconnect,
  },
  ranOut: {
    sees: 'The run fails with `CONNECTION_NOT_ACTIVE`: connect the account again. Its status is `NEEDS_RECONNECT`.',
    stored: 'Everything read before.',
    retried: reconnect,
  },
  pairLost: {
    sees: 'The run fails with `CONNECTION_NOT_ACTIVE`: TikTok’s answer was lost, connect the account again. Its status is `NEEDS_RECONNECT`.',
    stored: 'Everything read before. The dead tokens are forgotten; nothing is erased, for nobody took anything back.',
    retried: reconnect,
  },
  pairLostUnavailable: {
    sees: 'First `retryReason` says `TIKTOK_UNAVAILABLE`; then the run fails with `CONNECTION_NOT_ACTIVE`: TikTok’s answer was lost, connect the account again. Its status is `NEEDS_RECONNECT`.',
    stored: 'Everything read before. The dead tokens are forgotten; nothing is erased, for nobody took anything back.',
    retried: `Once by itself, after 15 s. Then ${reconnect.charAt(0).toLowerCase()}${reconnect.slice(1)}`,
  },
  pairLostUnreadable: {
    sees: 'First `retryReason` says `TIKTOK_UNREADABLE`; then the run fails with `CONNECTION_NOT_ACTIVE`: TikTok’s answer was lost, connect the account again. Its status is `NEEDS_RECONNECT`.',
    stored: 'Everything read before. The dead tokens are forgotten; nothing is erased, for nobody took anything back.',
    retried: `Once by itself, after 15 s. Then ${reconnect.charAt(0).toLowerCase()}${reconnect.slice(1)}`,
  },
  soundFound: { sees: 'The sound’s name.', stored: 'The name, once.', retried: nobody },
  soundLater: {
    sees: 'No name yet, and `measurements` says `NOT_YET`.',
    stored: 'Nothing: the video counts as not asked about.',
    retried: 'After the next sync.',
  },
  pictureRenewed: {
    sees: 'The picture.',
    stored: 'The picture and its new address.',
    retried: 'At once, with an address asked for anew.',
  },
  noPicture: {
    sees: 'A place without a picture (404, not kept by the browser).',
    stored: 'Nothing.',
    retried: 'With the next look at the page.',
  },
  revokedNow: {
    sees: 'The account is disconnected, and TikTok has confirmed it.',
    stored: 'The history. The tokens are forgotten.',
    retried: nobody,
  },
  revokedLater: {
    sees: 'The account is disconnected; TikTok has not confirmed it yet (`isRevokedAtTikTok` is false).',
    stored: 'The history, and the sealed tokens until TikTok confirms.',
    retried: 'By itself: after at once, 30 s, 1, 2, 4 … minutes, twelve times.',
  },
  worded: {
    sees: 'Recommendations in the model’s words.',
    stored: 'The recommendations and what they cost, once.',
    retried: nobody,
  },
  fellBackUnavailable: fellBack('the language model cannot be reached'),
  fellBackTimeout: fellBack('the language model did not answer in time'),
  fellBackUnparsable: fellBack('its answer cannot be used'),
  fellBackRejected: fellBack('it refused the request'),
} satisfies Record<string, EndingWords>;
export type Ending = keyof typeof endings;
