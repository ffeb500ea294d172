/** Scatter of ln(views) within a creator, where the own one is not known yet: the middle of public data, 1.0 to 1.2. */
export const usualScatter = 1.1;

/** Standard normal quantiles of 0.975 and 0.8. */
const z = { alpha: 1.959964, power: 0.841621 };

/**
 * The difference in ln(views) that `videosPerArm` videos on each side find with 80 % probability in a two-sided test at 5 %:
 * (t₀.₉₇₅ + t₀.₈) · scatter · √(2 / n), t with 2n − 2 degrees of freedom (Lachin 1981, Controlled Clinical Trials 2, 93–113).
 * @param scatter standard deviation of ln(views) within the creator
 */
export function detectableDifference(videosPerArm: number, scatter: number): number {
  const freedom = 2 * videosPerArm - 2;
  return (studentQuantile(z.alpha, freedom) + studentQuantile(z.power, freedom)) * scatter * Math.sqrt(2 / videosPerArm);
}

/** Fewest videos on each side that find `difference` with 80 % probability; no more than `most`. */
export function videosPerArmFor(difference: number, scatter: number, { fewest, most }: { fewest: number; most: number }): number {
  for (let n = fewest; n < most; n++) if (detectableDifference(n, scatter) <= difference) return n;
  return most;
}

/** Student's quantile from the normal one; under 0.01 off from 10 degrees of freedom on (Abramowitz and Stegun, 26.7.5). */
function studentQuantile(x: number, freedom: number): number {
  return x + (x ** 3 + x) / (4 * freedom) + (5 * x ** 5 + 16 * x ** 3 + 3 * x) / (96 * freedom ** 2);
}
