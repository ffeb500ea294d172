/** One piece of advice with later videos that follow it and others that do not. */
export interface GainOfOne {
  creator: string;
  /** Difference of mean residuals, in ln(views). */
  gain: number;
  following: number;
  others: number;
}

export interface PooledGain {
  gain: number;
  /** Null with fewer than two creators. */
  standardError: number | null;
}

/** What a difference of two means weighs: the harmonic sum of the two numbers of videos. */
export function weightOf({ following, others }: Pick<GainOfOne, 'following' | 'others'>): number {
  return following + others === 0 ? 0 : (following * others) / (following + others);
}

/**
 * Weighted mean of the differences. With these weights it is the least-squares slope of the residual on following the advice with
 * an intercept for each piece of advice: nobody is compared with anybody else's videos, and a creator with one video that
 * follows says little. Standard error: jackknife that leaves out one creator at a time, so that what one creator's videos, advice and
 * origins have in common is not counted as many (Cameron and Miller 2015, Journal of Human Resources 50, 317–372).
 */
export function poolGains(gains: readonly GainOfOne[]): PooledGain | null {
  const sums = new Map<string, { weighted: number; weight: number }>();
  for (const one of gains) {
    const weight = weightOf(one);
    const { weighted, weight: before } = sums.get(one.creator) ?? { weighted: 0, weight: 0 };
    sums.set(one.creator, { weighted: weighted + weight * one.gain, weight: before + weight });
  }
  const creators = [...sums.values()].filter(({ weight }) => weight > 0);
  const weighted = creators.reduce((sum, creator) => sum + creator.weighted, 0);
  const weight = creators.reduce((sum, creator) => sum + creator.weight, 0);
  if (weight === 0) return null;
  const count = creators.length;
  if (count < 2) return { gain: weighted / weight, standardError: null };
  const without = creators.map((creator) => (weighted - creator.weighted) / (weight - creator.weight));
  const centre = without.reduce((sum, gain) => sum + gain, 0) / count;
  const squares = without.reduce((sum, gain) => sum + (gain - centre) ** 2, 0);
  return { gain: weighted / weight, standardError: Math.sqrt(((count - 1) / count) * squares) };
}
