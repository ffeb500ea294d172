import { Random } from './random';

/**
 * The median path of a video's views, age in hours → ln(views / views at 7 days), from tiktok-statistics.md §5: the path of
 * exact readings up to 7 days, then the weekly ratios of small accounts, because later readings of trending lists
 * keep only the videos that still perform. Flat after a year.
 */
const medianPath: readonly (readonly [ageHours: number, logShare: number])[] = [
  [0.25, Math.log(0.0125)],
  [1, Math.log(0.042)],
  [4, Math.log(0.14)],
  [6, Math.log(0.19)],
  [8, Math.log(0.24)],
  [12, Math.log(0.31)],
  [18, Math.log(0.4)],
  [24, Math.log(0.47)],
  [36, Math.log(0.59)],
  [48, Math.log(0.67)],
  [72, Math.log(0.8)],
  [96, Math.log(0.87)],
  [120, Math.log(0.92)],
  [168, 0],
  [336, 0.055],
  [720, 0.141],
  [1440, 0.222],
  [2880, 0.304],
  [8760, 0.335],
];
const sevenDays = 13;
/** A video of this age no longer grows. */
export const grownUpAgeHours = 8760;

/** How a video's own growth differs from the median: ×1 is the median; p10 and p90 are 0.35 and 2. */
export function growthExponent(random: Random): number {
  const z = random.normal();
  return Math.exp(z * (z < 0 ? 0.82 : 0.54));
}

/** Spread between the intervals of one video that leaves a rank correlation of about 0.78 between neighbours. */
const intervalSpread = 0.35;

/**
 * Views at an age as a share of the views at 7 days, for one video. Never falls with age; 0 at age 0.
 * @param exponent the video's own multiplier of the median's growth
 * @param videoSeed makes the intervals of one video differ, the same way every time
 */
export function shareOfSevenDayViews(ageHours: number, exponent: number, videoSeed: number): number {
  if (ageHours <= 0) return 0;
  const age = Math.min(ageHours, grownUpAgeHours);
  let log = 0;
  if (age >= 168) {
    for (let i = sevenDays; i < medianPath.length - 1; i++) {
      const [from, to] = [medianPath[i]!, medianPath[i + 1]!];
      if (age <= from[0]) break;
      log += intervalGrowth(i, exponent, videoSeed) * (to[1] - from[1]) * position(Math.min(age, to[0]), from[0], to[0]);
    }
    return Math.exp(log);
  }
  for (let i = sevenDays; i > 0; i--) {
    const [from, to] = [medianPath[i - 1]!, medianPath[i]!];
    const reached = Math.max(age, from[0]);
    log -= intervalGrowth(i - 1, exponent, videoSeed) * (to[1] - from[1]) * (1 - position(reached, from[0], to[0]));
    if (age >= from[0]) return Math.exp(log);
  }
  return (Math.exp(log) * age) / medianPath[0]![0];
}

function position(age: number, from: number, to: number): number {
  return age >= to ? 1 : Math.log(age / from) / Math.log(to / from);
}

function intervalGrowth(interval: number, exponent: number, videoSeed: number): number {
  return exponent * Math.exp(intervalSpread * new Random(videoSeed, interval, 77).normal());
}
