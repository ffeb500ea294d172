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

/**
 * The value that a standard normal variable stays below with probability p, 0 < p < 1; relative error under 2e-9
 * (P. J. Acklam 2003, An algorithm for computing the inverse normal cumulative distribution function).
 */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return (
      (((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
        4.374664141464968) *
        q +
        2.938163982698783) /
      ((((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1)
    );
  }
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r - 30.66479806614716) *
      r +
      2.506628277459239) *
      q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r - 13.28068155288572) *
      r +
      1)
  );
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
