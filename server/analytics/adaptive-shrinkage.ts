import type { NormalMixture } from './normal-distribution';

/** A raw difference with its standard error, and what is believed of it before it is looked at. */
export interface RawEffect {
  difference: number;
  standardError: number;
  /** Centre that the difference is shrunk toward; 0 but for the parts of a larger whole. */
  centre: number;
}

/**
 * Possible spreads of true effects, in standard deviations of a single video. The smallest is what the published panels show
 * for a creator's own 4-hour blocks (0 to 0.1): there is no component of exactly zero, so that an interval never pretends
 * that a difference is known to be nothing.
 */
const SPREADS = [0.08, 0.25, 0.5, 1, 2] as const;
/**
 * Weight of the belief that effects are of the smallest kind, counted in effects; none for the others. Set on simulated
 * creators, for families of 2 to some 50 choices, so that all families together raise a false alarm for at most one creator in
 * twenty (1 to 3 %) and an effect of 0.8 among 200 videos is mostly found.
 */
const NULL_PSEUDO_COUNT = 2;
const ROUNDS = 60;
const LOG_2_PI = Math.log(2 * Math.PI);

/**
 * Empirical Bayes with a mixture of normal distributions around the centre as prior, its weights estimated from all effects
 * of the family by EM with a penalty in favour of the smallest: adaptive shrinkage (Stephens 2017, "False discovery rates: a
 * new deal", Biostatistics 18, 275–294). Many effects looked at together cost nothing extra: the more of them are noise, the
 * more each is shrunk. One clear effect among many noughts is kept, which a single normal prior would flatten.
 * @param deviation standard deviation of a single video, the unit of the possible spreads
 * @param nullPseudoCount weight of the belief that effects are of the smallest kind, counted in effects
 * @returns the posterior distribution of each effect, in the order given
 */
export function shrinkEffects(
  effects: readonly RawEffect[],
  deviation: number,
  nullPseudoCount = NULL_PSEUDO_COUNT,
): NormalMixture[] {
  const spreads = SPREADS.map((spread) => spread * deviation);
  const likelihoods = effects.map((effect) => likelihoodBySpread(effect, spreads));
  const weights = estimateWeights(likelihoods, nullPseudoCount);
  return effects.map(({ difference, standardError, centre }, j) => {
    const variance = standardError ** 2;
    const kept = spreads.map((spread) => spread ** 2 / (spread ** 2 + variance));
    return {
      weights: normalise(weights.map((weight, k) => weight * likelihoods[j]![k]!)),
      means: kept.map((share) => centre + share * (difference - centre)),
      deviations: kept.map((share) => Math.sqrt(share * variance)),
    };
  });
}

/** Likelihood of the difference under each spread, relative to the best. */
function likelihoodBySpread({ difference, standardError, centre }: RawEffect, spreads: readonly number[]): number[] {
  const logs = spreads.map((spread) => {
    const variance = spread ** 2 + standardError ** 2;
    return -0.5 * (LOG_2_PI + Math.log(variance) + (difference - centre) ** 2 / variance);
  });
  const best = Math.max(...logs);
  return logs.map((log) => Math.exp(log - best));
}

function estimateWeights(likelihoods: readonly number[][], nullPseudoCount: number): number[] {
  let weights: number[] = SPREADS.map(() => 1 / SPREADS.length);
  for (let round = 0; round < ROUNDS; round++) {
    const counts: number[] = SPREADS.map((_spread, k) => (k === 0 ? nullPseudoCount : 0));
    for (const likelihood of likelihoods) {
      const responsibility = normalise(weights.map((weight, k) => weight * likelihood[k]!));
      responsibility.forEach((share, k) => (counts[k] = counts[k]! + share));
    }
    weights = normalise(counts);
  }
  return weights;
}

function normalise(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
}
