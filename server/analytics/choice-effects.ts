import { normalCdf } from './normal-distribution';

export type EffectVerdict = 'HIGHER' | 'LOWER' | 'NO_MEASURABLE_DIFFERENCE' | 'BELOW_THRESHOLD';

/** Bump with every change of the numbers: it is stored with each piece of evidence. */
export const CHOICE_METHOD_VERSION = 'choice-effects/2';
/** Share of the probability that the interval from low to high holds. */
export const INTERVAL_LEVEL = 0.9;
/** With fewer videos on either side, n is told and nothing else. */
export const MINIMUM_N = 5;
/** HIGHER or LOWER is said from so many on either side. */
export const MINIMUM_VERDICT_N = 10;
/** A difference in ln(views) below this (10.5 % more views) is not worth a change of habit. */
export const MINIMUM_GAIN = 0.1;
/**
 * HIGHER is said, and advised, from this probability that the gain is beyond the minimum; set so that all choices of a creator
 * for whom nothing matters together raise a false alarm for at most one creator in twenty. LOWER, which nobody is advised to do,
 * comes on top and has to be surer.
 */
export const HIGHER_PROBABILITY = 0.78;
export const LOWER_PROBABILITY = 0.9;
/** Confidence is about the next so many videos that follow a choice, held against three times as many that do not. */
export const NEXT_VIDEOS = 10;
const OTHER_VIDEOS_PER_NEXT = 3;

/** Difference in ln(views) at equal age between the videos with the choice and the creator's others; see `choiceModelSteps`. */
export interface MeasuredEffect {
  /** Compared videos with it, and compared videos known to be without it. */
  n: number;
  otherCount: number;
  /** Mean of the posterior distribution; null below the threshold, as is all that follows. */
  estimate: number | null;
  low: number | null;
  high: number | null;
  /** exp(estimate) − 1. */
  liftRate: number | null;
  /** That the choice beats the creator's own habit: that the true difference is above 0. */
  probabilityAboveHabit: number | null;
  /** That the true difference has the estimate's sign and is beyond the minimum gain. */
  probability: number | null;
  /** That the next ten videos with it will have a higher mean of ln(views) at equal age than the thirty without it around them. */
  confidence: number | null;
  verdict: EffectVerdict;
}

/** Few videos on one side: n is told, and that it does not suffice. */
export function unmeasured(n: number, otherCount: number): MeasuredEffect {
  return {
    n,
    otherCount,
    estimate: null,
    low: null,
    high: null,
    liftRate: null,
    probabilityAboveHabit: null,
    probability: null,
    confidence: null,
    verdict: 'BELOW_THRESHOLD',
  };
}

export function isBelowThreshold(n: number, otherCount: number): boolean {
  return Math.min(n, otherCount) < MINIMUM_N;
}

/**
 * What draws from the posterior distribution of an effect say.
 * @param noise standard deviation of the residuals of single videos
 */
export function describeEffect(n: number, otherCount: number, draws: Float64Array, noise: number): MeasuredEffect {
  if (isBelowThreshold(n, otherCount)) return unmeasured(n, otherCount);
  const sorted = draws.slice().sort();
  const share = (isIn: (value: number) => boolean) => draws.filter(isIn).length / draws.length;
  const estimate = meanOf(draws);
  const higher = share((value) => value > MINIMUM_GAIN);
  const lower = share((value) => value < -MINIMUM_GAIN);
  const spread = noise * Math.sqrt(1 / NEXT_VIDEOS + 1 / (OTHER_VIDEOS_PER_NEXT * NEXT_VIDEOS));
  const tail = (1 - INTERVAL_LEVEL) / 2;
  return {
    n,
    otherCount,
    estimate,
    low: quantileOf(sorted, tail),
    high: quantileOf(sorted, 1 - tail),
    liftRate: Math.expm1(estimate),
    probabilityAboveHabit: share((value) => value > 0),
    probability: estimate < 0 ? lower : higher,
    confidence: spread > 0 ? meanOf(draws.map((value) => normalCdf(value / spread))) : share((value) => value > 0),
    verdict: verdictOf(Math.min(n, otherCount), higher, lower),
  };
}

/** HIGHER or LOWER if any effect is (the more probable one decides), else what the data allows to say. */
export function overallVerdict(effects: readonly MeasuredEffect[]): EffectVerdict {
  const found = effects.filter(({ verdict }) => verdict === 'HIGHER' || verdict === 'LOWER');
  found.sort((a, b) => b.probability! - a.probability!);
  if (found[0]) return found[0].verdict;
  return effects.some(({ verdict }) => verdict === 'NO_MEASURABLE_DIFFERENCE') ? 'NO_MEASURABLE_DIFFERENCE' : 'BELOW_THRESHOLD';
}

function verdictOf(fewest: number, higher: number, lower: number): EffectVerdict {
  if (fewest < MINIMUM_VERDICT_N) return 'NO_MEASURABLE_DIFFERENCE';
  if (higher >= HIGHER_PROBABILITY) return 'HIGHER';
  return lower >= LOWER_PROBABILITY ? 'LOWER' : 'NO_MEASURABLE_DIFFERENCE';
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantileOf(sorted: Float64Array, probability: number): number {
  return sorted[Math.round(probability * (sorted.length - 1))]!;
}
