import { shrinkEffects } from './adaptive-shrinkage';
import { mixtureAbove, mixtureMean, mixtureQuantile, type NormalMixture } from './normal-distribution';

export type EffectVerdict = 'HIGHER' | 'LOWER' | 'NO_MEASURABLE_DIFFERENCE' | 'BELOW_THRESHOLD';

/** Bump with every change of the numbers: it is stored with each piece of evidence. */
export const CHOICE_METHOD_VERSION = 'choice-effects/1';
/** Share of the probability that the interval from low to high holds. */
export const INTERVAL_LEVEL = 0.9;
/** With fewer videos on either side, n is told and nothing else. */
export const MINIMUM_N = 5;
/** HIGHER or LOWER is said from so many: views are skewed, and a mean of fewer is not normal enough to be trusted. */
export const MINIMUM_VERDICT_N = 10;
/** A difference in ln(views) below this (10.5 % more views) is not worth a change of habit. */
export const MINIMUM_GAIN = 0.1;
/** HIGHER or LOWER is said from this probability that the difference is beyond the minimum gain. */
export const VERDICT_PROBABILITY = 0.9;

/** Residuals beyond this many deviations count as if they lay there: one hit must not make a habit. */
const WINSOR_DEVIATIONS = 2.5;
/** Scatter of ln(views) within a median creator, and for how many videos that prior knowledge counts. */
const USUAL_DEVIATION = 1.09;
const USUAL_DEVIATION_WEIGHT = 5;

/** Videos that share a value of a choice: positions in the array of residuals. */
export interface Choice {
  key: string;
  members: readonly number[];
  /** Mean of the prior, from the effect of a larger whole that this is a part of, with its standard deviation. */
  prior?: { mean: number; deviation: number };
}

/** Difference in ln(views) at equal age between the videos with the choice and the creator's other videos. */
export interface ChoiceEffect {
  key: string;
  n: number;
  /** Shrunken estimate (posterior mean) and its interval; null below the threshold, as is all that follows. */
  estimate: number | null;
  low: number | null;
  high: number | null;
  /** exp(estimate) − 1. */
  liftRate: number | null;
  /** That the true difference has the estimate's sign and is beyond the minimum gain. */
  probability: number | null;
  verdict: EffectVerdict;
}

/** Residuals of the videos a family of choices is about, held in at 2.5 deviations, with what every difference needs. */
export class ResidualSample {
  readonly values: Float64Array;
  readonly size: number;
  readonly deviation: number;
  private readonly sum: number;
  /**
   * @param residuals ln(views) minus the creator's level, NaN where there is none
   * @param scatter robust standard deviation of the residuals
   * @param universe positions of the videos for which the choice is known
   */
  constructor(residuals: Float64Array, scatter: number, universe: readonly number[]) {
    const bound = WINSOR_DEVIATIONS * scatter;
    this.values = residuals.map((value) => Math.min(Math.max(value, -bound), bound));
    this.size = universe.length;
    this.sum = universe.reduce((sum, i) => sum + this.values[i]!, 0);
    const mean = this.size === 0 ? 0 : this.sum / this.size;
    const squares = universe.reduce((sum, i) => sum + (this.values[i]! - mean) ** 2, 0);
    const known = USUAL_DEVIATION_WEIGHT * USUAL_DEVIATION ** 2;
    this.deviation = Math.sqrt((known + squares) / (USUAL_DEVIATION_WEIGHT + Math.max(this.size - 1, 0)));
  }

  /** Mean of the members minus mean of the others; null when either side is below the minimum. */
  difference(members: readonly number[]): { difference: number; standardError: number } | null {
    const others = this.size - members.length;
    if (members.length < MINIMUM_N || others < MINIMUM_N) return null;
    const sum = members.reduce((total, i) => total + this.values[i]!, 0);
    return {
      difference: sum / members.length - (this.sum - sum) / others,
      standardError: this.deviation * Math.sqrt(1 / members.length + 1 / others),
    };
  }
}

/** Effects of one family of choices, shrunk together, in the order given. `nullPseudoCount` as in adaptive-shrinkage. */
export function estimateChoiceEffects(
  sample: ResidualSample,
  choices: readonly Choice[],
  nullPseudoCount?: number,
): ChoiceEffect[] {
  const raw = choices.map(({ members }) => sample.difference(members));
  const measured = choices.flatMap((choice, j) => {
    const effect = raw[j];
    return effect ? [{ ...effect, centre: choice.prior?.mean ?? 0 }] : [];
  });
  const posteriors = shrinkEffects(measured, sample.deviation, nullPseudoCount);
  let next = 0;
  return choices.map(({ key, members, prior }, j) => {
    const n = members.length;
    if (!raw[j]) return belowThreshold(key, n);
    const isEnough = Math.min(n, sample.size - n) >= MINIMUM_VERDICT_N;
    return describe(key, n, widen(posteriors[next++]!, prior?.deviation ?? 0), isEnough);
  });
}

/** HIGHER or LOWER if any effect is (the more probable one decides), else what the data allows to say. */
export function overallVerdict(effects: readonly ChoiceEffect[]): EffectVerdict {
  const found = effects.filter(({ verdict }) => verdict === 'HIGHER' || verdict === 'LOWER');
  found.sort((a, b) => b.probability! - a.probability!);
  if (found[0]) return found[0].verdict;
  return effects.some(({ verdict }) => verdict === 'NO_MEASURABLE_DIFFERENCE') ? 'NO_MEASURABLE_DIFFERENCE' : 'BELOW_THRESHOLD';
}

function belowThreshold(key: string, n: number): ChoiceEffect {
  return { key, n, estimate: null, low: null, high: null, liftRate: null, probability: null, verdict: 'BELOW_THRESHOLD' };
}

function describe(key: string, n: number, posterior: NormalMixture, isEnough: boolean): ChoiceEffect {
  const estimate = mixtureMean(posterior);
  const tail = (1 - INTERVAL_LEVEL) / 2;
  const higher = mixtureAbove(posterior, MINIMUM_GAIN);
  const lower = 1 - mixtureAbove(posterior, -MINIMUM_GAIN);
  return {
    key,
    n,
    estimate,
    low: mixtureQuantile(posterior, tail),
    high: mixtureQuantile(posterior, 1 - tail),
    liftRate: Math.expm1(estimate),
    probability: estimate < 0 ? lower : higher,
    verdict: isEnough ? verdictOf(higher, lower) : 'NO_MEASURABLE_DIFFERENCE',
  };
}

function verdictOf(higher: number, lower: number): EffectVerdict {
  if (higher >= VERDICT_PROBABILITY) return 'HIGHER';
  return lower >= VERDICT_PROBABILITY ? 'LOWER' : 'NO_MEASURABLE_DIFFERENCE';
}

/** The uncertainty of the prior's own mean is added to what the data leave open. */
function widen(posterior: NormalMixture, deviation: number): NormalMixture {
  return { ...posterior, deviations: posterior.deviations.map((own) => Math.hypot(own, deviation)) };
}
