import { GrowthForecast } from '../../server/analytics/growth-forecast';
import { logGrowthShare } from '../../server/analytics/growth-path';
import type { AgeRange, GrowthCase } from './growth-cases';

/** How well the later readings of one range were foretold. Errors are medians of |ln(foretold / came)|, coverages fractions. */
export interface GrowthRow {
  /** Ages in hours of the reading predicted from and of the one predicted, such as "12-48". */
  from: string;
  to: string;
  earlierReading: boolean;
  n: number;
  creators: number;
  error: number | null;
  errorMedianPath: number | null;
  errorNoGrowth: number | null;
  coverage50: number | null;
  coverage80: number | null;
  /** Standard errors of the coverages, clustered by creator. */
  coverage50Se: number | null;
  coverage80Se: number | null;
}

export function scoreGrowth(cases: readonly GrowthCase[], from: AgeRange, to: AgeRange, earlierReading: boolean): GrowthRow {
  const scored = cases.map((one) => {
    const { quantile } = new GrowthForecast(one.fromAgeHours, one.own, one.others).until(one.untilAgeHours);
    const isWithin = (low: number, high: number) => (one.growth >= quantile(low) && one.growth <= quantile(high) ? 1 : 0);
    return {
      creator: one.creator,
      error: Math.abs(one.growth - quantile(0.5)),
      errorMedianPath: Math.abs(one.growth - (logGrowthShare(one.untilAgeHours) - logGrowthShare(one.fromAgeHours))),
      errorNoGrowth: Math.abs(one.growth),
      isIn50: isWithin(0.25, 0.75),
      isIn80: isWithin(0.1, 0.9),
    };
  });
  const inside50 = clusteredMean(scored.map(({ creator, isIn50 }) => ({ creator, value: isIn50 })));
  const inside80 = clusteredMean(scored.map(({ creator, isIn80 }) => ({ creator, value: isIn80 })));
  return {
    from: `${from.from}-${from.until}`,
    to: `${to.from}-${to.until}`,
    earlierReading,
    n: scored.length,
    creators: new Set(scored.map(({ creator }) => creator)).size,
    error: median(scored.map(({ error }) => error)),
    errorMedianPath: median(scored.map(({ errorMedianPath }) => errorMedianPath)),
    errorNoGrowth: median(scored.map(({ errorNoGrowth }) => errorNoGrowth)),
    coverage50: inside50.mean,
    coverage80: inside80.mean,
    coverage50Se: inside50.se,
    coverage80Se: inside80.se,
  };
}

/** Null for an empty list. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}

/** Mean with a standard error that allows the videos of a creator to go together; null below one value, the error below two creators. */
export function clusteredMean(values: readonly { creator: string; value: number }[]): { mean: number | null; se: number | null } {
  if (values.length === 0) return { mean: null, se: null };
  const mean = values.reduce((sum, { value }) => sum + value, 0) / values.length;
  const sums = new Map<string, number>();
  for (const { creator, value } of values) sums.set(creator, (sums.get(creator) ?? 0) + value - mean);
  if (sums.size < 2) return { mean, se: null };
  const squares = [...sums.values()].reduce((sum, value) => sum + value * value, 0);
  return { mean, se: Math.sqrt((sums.size / (sums.size - 1)) * squares) / values.length };
}
