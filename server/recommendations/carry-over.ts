import { mixtureAbove, mixtureQuantile, normalCdf, type NormalMixture } from '../analytics/normal-distribution';
import { MINIMUM_GAIN } from '../analytics/choice-effects';

/**
 * Share of a video's distance from the level that a similar next video can be expected to keep. Serial correlation of ln(views)
 * within a creator once a trend is removed: 0.025 to 0.052 in three sets of public videos, so 0.05 is the generous end.
 */
export const CARRIED_SHARE = 0.05;

/** Spread of residuals that is assumed where a creator's own cannot be told from zero. */
const SMALLEST_SCATTER = 0.1;

export interface CarryOver {
  /** Plain mean of the residuals, in ln(views): what was seen, not what to expect. */
  seen: number;
  /** What to expect of the next video of this kind, in ln(views), with its interval. */
  effect: number;
  low: number;
  high: number;
  /** That the effect is beyond the minimum gain (10.5 % more views), 0 to 1. */
  probability: number;
}

/**
 * Expected residual of one more video like these, given theirs; of at least one video. Random-effects model: the kind of video has
 * an effect of variance CARRIED_SHARE · scatter², each video adds noise of variance (1 − CARRIED_SHARE) · scatter². The posterior
 * mean is the plain mean times w = n·s / (1 + (n − 1)·s), with variance s·scatter²·(1 − w): regression to the mean (Efron and
 * Morris 1977, Scientific American 236/5). The interval is about the effect of the kind, not about a single next video, whose
 * own noise is far larger.
 */
export function carryOver(residuals: readonly number[], scatter: number, intervalLevel: number): CarryOver {
  const n = residuals.length;
  const seen = residuals.reduce((sum, residual) => sum + residual, 0) / n;
  const weight = (n * CARRIED_SHARE) / (1 + (n - 1) * CARRIED_SHARE);
  const deviation = Math.sqrt(CARRIED_SHARE * (1 - weight)) * Math.max(scatter, SMALLEST_SCATTER);
  const posterior: NormalMixture = { weights: [1], means: [seen * weight], deviations: [deviation] };
  return {
    seen,
    effect: seen * weight,
    low: mixtureQuantile(posterior, (1 - intervalLevel) / 2),
    high: mixtureQuantile(posterior, (1 + intervalLevel) / 2),
    probability: mixtureAbove(posterior, MINIMUM_GAIN),
  };
}

/** Beyond this many scatters a residual counts as if it lay there: one hit must not make a series. */
const WINSOR_SCATTERS = 2.5;
const FAMILY_ERROR = 0.05;

/**
 * Whether the mean of these residuals is above zero by more than the best of `familySize` groups would be by chance: one-sided,
 * with Bonferroni's correction at 5 % for the whole family. A creator's captions begin alike in thousands of ways.
 */
export function isBeyondChance(residuals: readonly number[], scatter: number, familySize: number): boolean {
  const bound = WINSOR_SCATTERS * Math.max(scatter, SMALLEST_SCATTER);
  const sum = residuals.reduce((total, residual) => total + Math.min(Math.max(residual, -bound), bound), 0);
  const z = sum / Math.sqrt(residuals.length) / Math.max(scatter, SMALLEST_SCATTER);
  return 1 - normalCdf(z) < FAMILY_ERROR / Math.max(familySize, 1);
}
