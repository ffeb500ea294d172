import type { ExpectedGrowth } from './growth-forecast';
import { normalCdf } from './normal-distribution';

/** What is said of a young video. */
export const MOMENTA = ['BREAKING_OUT', 'STALLING', 'AS_EXPECTED', 'UNKNOWN'] as const;
export type Momentum = (typeof MOMENTA)[number];

export type MomentumGap = 'NOT_YET' | 'NO_LEVEL' | 'WEEK_OVER';

/** Breaking out: at least three times the creator's typical views at 7 days, which one video in six is. Stalling: at most a third. */
export const MOMENTUM_FACTOR = 3;
/** From this probability it is said. */
export const MOMENTUM_THRESHOLD = 0.8;
export const MOMENTUM_AGE_HOURS = 168;

export interface VideoMomentum {
  momentum: Momentum;
  /** Probability of what is said; for AS_EXPECTED that of neither of the other two. Null: unknown. */
  probability: number | null;
  breakingOutProbability: number | null;
  stallingProbability: number | null;
  /** Views at 7 days that a typical video of the creator has. */
  typicalViews: number | null;
  /** Why it is UNKNOWN, else null. */
  gap: MomentumGap | null;
}

/** The creator's level of ln(views at 7 days), told from the other videos, and its standard error. */
export interface CreatorLevel {
  level: number;
  standardError: number;
}

/** The distribution of the views to come is averaged over as many equally likely values. */
const DRAWS = 40;
const SMALLEST_ERROR = 1e-6;

export function unknownMomentum(gap: MomentumGap): VideoMomentum {
  return {
    momentum: 'UNKNOWN',
    probability: null,
    breakingOutProbability: null,
    stallingProbability: null,
    typicalViews: null,
    gap,
  };
}

/**
 * Where the views at 7 days will stand against the creator's typical ones, both uncertain.
 * @param logViews ln of the views now
 * @param untilWeek growth still to come until 7 days
 */
export function momentumOf(logViews: number, untilWeek: ExpectedGrowth, { level, standardError }: CreatorLevel): VideoMomentum {
  const error = Math.max(standardError, SMALLEST_ERROR);
  const bound = Math.log(MOMENTUM_FACTOR);
  let above = 0;
  let below = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const distance = logViews + untilWeek.quantile((draw + 0.5) / DRAWS) - level;
    above += normalCdf((distance - bound) / error) / DRAWS;
    below += normalCdf((-distance - bound) / error) / DRAWS;
  }
  const momentum = above >= MOMENTUM_THRESHOLD ? 'BREAKING_OUT' : below >= MOMENTUM_THRESHOLD ? 'STALLING' : 'AS_EXPECTED';
  const probability = { BREAKING_OUT: above, STALLING: below, AS_EXPECTED: Math.max(0, 1 - above - below) }[momentum];
  return {
    momentum,
    probability,
    breakingOutProbability: above,
    stallingProbability: below,
    typicalViews: Math.exp(level),
    gap: null,
  };
}
