/**
 * Probability that a standard normal variable is below z; absolute error under 1e-7
 * (Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26 for erf).
 */
export function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const tail =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-x * x);
  return z < 0 ? tail / 2 : 1 - tail / 2;
}

/** Weighted normal components; the weights add up to 1. */
export interface NormalMixture {
  weights: readonly number[];
  means: readonly number[];
  deviations: readonly number[];
}

export function mixtureMean({ weights, means }: NormalMixture): number {
  return weights.reduce((sum, weight, k) => sum + weight * means[k]!, 0);
}

/** Probability that the mixture is above `bound`. */
export function mixtureAbove({ weights, means, deviations }: NormalMixture, bound: number): number {
  return weights.reduce((sum, weight, k) => sum + weight * normalCdf((means[k]! - bound) / deviations[k]!), 0);
}

/** The value that the mixture stays below with this probability, to a thousandth of its widest component. */
export function mixtureQuantile(mixture: NormalMixture, probability: number): number {
  const reach = 6 * Math.max(...mixture.deviations);
  let low = Math.min(...mixture.means) - reach;
  let high = Math.max(...mixture.means) + reach;
  const precision = reach / 6000;
  while (high - low > precision) {
    const middle = (low + high) / 2;
    if (1 - mixtureAbove(mixture, middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
