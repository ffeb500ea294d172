import { dayMs, retention } from './retention';

/** What a removal at TikTok means for what was read before it. */
export type Consequence = 'ERASE_AT_ONCE' | 'ERASE_AFTER_GRACE' | 'NOTHING';

const accountDeleted = 2;
const ageChanged = 3;
const revokedByUs = 5;

/**
 * By TikTok's reason: nobody comes back to an account that was deleted or may not be used at its owner's age, so nothing of it is
 * kept; our own revoke was asked for here, where the person decides; everything else (0 unknown, 1 by the person, 4 banned, a number
 * TikTok has not told us about, and null: found out by being refused) leaves time to come back.
 */
export function consequenceOf(reason: number | null, isDisconnectedHere: boolean): Consequence {
  if (reason === accountDeleted || reason === ageChanged) return 'ERASE_AT_ONCE';
  // Who disconnected here was told that the history stays; that TikTok then lost the authorization, too, changes nothing.
  return reason === revokedByUs || isDisconnectedHere ? 'NOTHING' : 'ERASE_AFTER_GRACE';
}

export function endOfGrace(removedAt: Date): Date {
  return new Date(removedAt.getTime() + retention.graceDays * dayMs);
}
