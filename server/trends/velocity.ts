/** Creators who used a hashtag, and those who posted at all: in the last fortnight, and summed over the fortnights before. */
export interface FortnightCounts {
  users: number;
  creators: number;
  earlierUsers: number;
  earlierCreators: number;
}

/** How much more a hashtag is used now than before, in ln: 0 as before, 0.69 twice as much. */
export interface Velocity {
  estimate: number;
  low: number;
  high: number;
}

/** Probability between `low` and `high`. */
export const VELOCITY_LEVEL = 0.9;
/** From one month to the next, use is thought to double or halve now and then: standard deviation of the change in ln. */
const USUAL_CHANGE = Math.LN2;
/** The posterior is computed at these points, six standard deviations of the prior to either side. */
const POINTS = 300;
const STEP = (12 * USUAL_CHANGE) / POINTS;
const GRID = Float64Array.from({ length: POINTS + 1 }, (_unused, i) => (i - POINTS / 2) * STEP);
const GROWTH = GRID.map(Math.exp);
const LOG_PRIOR = GRID.map((v) => -(v ** 2) / (2 * USUAL_CHANGE ** 2));

/**
 * Change v = ln(rate now / rate before), where a rate is the share of the creators posting in a fortnight who use the hashtag.
 * Given that they use it in n fortnights together, the number of those in the last one is binomial with odds
 * e^v × creators / earlierCreators (two Poisson rates compared by conditioning: Przyborowski and Wilenski 1940, Biometrika 31,
 * 313–323). With the prior v ~ N(0, ln 2) the mean and the interval of the posterior, computed on a grid: few users leave it
 * near 0. A creator counts once a fortnight, however many videos carry the hashtag. Null where nobody posted before, or now.
 */
export function velocityOf({ users, creators, earlierUsers, earlierCreators }: FortnightCounts): Velocity | null {
  if (creators === 0 || earlierCreators === 0) return null;
  const n = users + earlierUsers;
  const logs = GRID.map((v, i) => users * v - n * Math.log(creators * GROWTH[i]! + earlierCreators) + LOG_PRIOR[i]!);
  const largest = logs.reduce((most, log) => Math.max(most, log), -Infinity);
  const weights = logs.map((log) => Math.exp(log - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const quantile = (probability: number): number => {
    let below = 0;
    const i = weights.findIndex((weight) => (below += weight) >= probability * total);
    return GRID[i]! - STEP * ((below - probability * total) / weights[i]! - 0.5);
  };
  return {
    estimate: weights.reduce((sum, weight, i) => sum + weight * GRID[i]!, 0) / total,
    low: quantile((1 - VELOCITY_LEVEL) / 2),
    high: quantile((1 + VELOCITY_LEVEL) / 2),
  };
}
