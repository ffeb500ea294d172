import type { Criterion } from '../../server/analytics/criterion';
import { isMet } from '../../server/analytics/criterion';
import { meanOf, type PastVideo } from './history';

/** Confidence is about the next ten videos that follow the advice. */
const FOLLOWING = 10;
const FEWEST = 5;
/** Where others are rarer than this in the stretch, it is extended: their own noise would drown the answer. */
const OTHERS = 20;

export interface Agreement {
  confidence: number;
  /** NOT_COUNTED: the same advice is being tried already. TOO_FEW: fewer than five videos follow it, or do not. */
  outcome: 'AGREED' | 'DISAGREED' | 'TOO_FEW' | 'NOT_COUNTED' | 'NO_CRITERION';
  /** When the last of the videos that follow was posted; only with an outcome that counts. */
  until?: number;
}

interface Tried {
  criterion: Criterion;
  confidence: number;
  /** All videos after the gap, in posting order. */
  later: readonly PastVideo[];
  residuals: ReadonlyMap<string, number>;
  /** Until then the same advice, given at an earlier origin, is being tried: its ten videos would be counted twice. */
  busyUntil: number;
}

/**
 * Whether the first ten later videos that follow the advice did better, on average, than the creator's others of the same time:
 * those between the origin and the tenth, at least twenty. Mean against mean, because views are skewed: against a median level
 * more than half of all advice would seem to hold.
 */
export function agreementOf({ criterion, confidence, later, residuals, busyUntil }: Tried): Agreement {
  if (later[0] && later[0].publishedAt <= busyUntil) return { confidence, outcome: 'NOT_COUNTED' };
  const following: number[] = [];
  const others: number[] = [];
  let until = 0;
  for (const video of later) {
    if (following.length >= FOLLOWING && others.length >= OTHERS) break;
    const follows = isMet(criterion, video);
    if (follows === null) continue;
    if (!follows) others.push(residuals.get(video.id)!);
    else if (following.length < FOLLOWING) {
      following.push(residuals.get(video.id)!);
      until = video.publishedAt;
    }
  }
  if (following.length < FEWEST || others.length < FEWEST) return { confidence, outcome: 'TOO_FEW' };
  return { confidence, outcome: meanOf(following) > meanOf(others) ? 'AGREED' : 'DISAGREED', until };
}
