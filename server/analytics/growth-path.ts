const HOURS_PER_DAY = 24;

/**
 * Median path of a video's views: age in hours, views as a share of those at 7 days. Up to 7 days the medians of 27,000
 * videos read repeatedly (2025). After that the ordinary late growth of small accounts, their median gain over a week
 * (9 % from day 6, 5 % from day 10, 4 % from day 22, 2 % from day 45, 1 % from day 90, none after day 120) accumulated:
 * the medians of a list of trending creators keep rising only because what stopped growing has left that list.
 */
const PATH: readonly (readonly [ageHours: number, share: number])[] = [
  [4, 0.14],
  [6, 0.19],
  [8, 0.24],
  [12, 0.31],
  [18, 0.4],
  [24, 0.47],
  [36, 0.59],
  [48, 0.67],
  [72, 0.8],
  [96, 0.87],
  [120, 0.92],
  [7 * HOURS_PER_DAY, 1],
  [14 * HOURS_PER_DAY, 1.06],
  [30 * HOURS_PER_DAY, 1.16],
  [60 * HOURS_PER_DAY, 1.26],
  [120 * HOURS_PER_DAY, 1.37],
];
const LOG_AGE = PATH.map(([ageHours]) => Math.log(ageHours));
const LOG_SHARE = PATH.map(([, share]) => Math.log(share));
const YOUNGEST_HOURS = 0.5;

/**
 * ln of the share of its 7-day views that a median video has at this age: 0 at 168 h, negative before. Straight lines in
 * ln-ln between the measured ages, the first line continued downwards, constant after 120 days.
 */
export function logGrowthShare(ageHours: number): number {
  const x = Math.log(Math.max(ageHours, YOUNGEST_HOURS));
  const last = LOG_AGE.length - 1;
  if (x >= LOG_AGE[last]!) return LOG_SHARE[last]!;
  let upper = 1;
  while (LOG_AGE[upper]! < x) upper++;
  const x0 = LOG_AGE[upper - 1]!;
  const y0 = LOG_SHARE[upper - 1]!;
  return y0 + ((x - x0) / (LOG_AGE[upper]! - x0)) * (LOG_SHARE[upper]! - y0);
}

/** Age in hours at which a median video has this share of its 7-day views (ln): the inverse of `logGrowthShare`, 120 days at most. */
export function ageAtLogGrowthShare(logShare: number): number {
  const last = LOG_SHARE.length - 1;
  if (logShare >= LOG_SHARE[last]!) return Math.exp(LOG_AGE[last]!);
  let upper = 1;
  while (LOG_SHARE[upper]! < logShare) upper++;
  const y0 = LOG_SHARE[upper - 1]!;
  const x0 = LOG_AGE[upper - 1]!;
  return Math.exp(x0 + ((logShare - y0) / (LOG_SHARE[upper]! - y0)) * (LOG_AGE[upper]! - x0));
}

/** Views are of little use before: at 6 h the median video has 19 % of what it has after a week. */
const YOUNGEST_COMPARED_HOURS = 6;
/** From this age a video also says something about the creator's level: half of its week is there. */
export const YOUNGEST_LEVEL_HOURS = 24;

/**
 * ln of the views a video would have at 7 days if it grew like the median; null when it is too young or unread.
 * A video without a view counts as one view, so that the logarithm exists.
 */
export function logViewsAtSevenDays(views: number | null, ageHours: number): number | null {
  if (views === null || !(ageHours >= YOUNGEST_COMPARED_HOURS)) return null;
  return Math.log(Math.max(views, 1)) - logGrowthShare(ageHours);
}
