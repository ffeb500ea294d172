import { robustScatter } from './robust-scatter';
import { runSteps } from './steps';

/** A level is not told from fewer videos. */
const MINIMUM_LEVEL_VIDEOS = 5;

/** How much of a video's say is left one post further away: the decay of the serial correlation of ln(views) within creators. */
const DECAY_PER_POST = 0.95;
const DAY_MS = 86_400_000;
/** After a long silence the old videos say less: beyond two months each further week counts as one more post, up to a year. */
const SILENCE_DAYS = 60;
const LONGEST_STEP = 52;
/** Huber's constant: 95 % efficient for normal data. */
const HUBER = 1.345;
const ROUNDS = 5;
/** Scatter below this is rounding noise. */
const SMALLEST_SCATTER = 1e-9;

export interface LeveledVideo {
  publishedAt: number;
  /** ln of the views at 7 days; null: not comparable yet. */
  logViews: number | null;
  /** Old enough to take part in the level. */
  isInLevel: boolean;
}

/** Arrays run parallel to the videos given. */
export interface Baseline {
  /** ln of the 7-day views that the creator's other videos around this one lead to expect; NaN where there is no other. */
  level: Float64Array;
  /** logViews − level; NaN where logViews is null. */
  residual: Float64Array;
  /** Level at the newest video, itself included: what the next one starts from. */
  latestLevel: number;
  /** Robust standard deviation of the residuals of the level's videos, in ln. */
  scatter: number;
  /** Videos in the level. */
  n: number;
}

/**
 * The creator's slowly moving level of ln(views at 7 days), and each video's residual from it.
 *
 * A mean over the posts before and after, weighted by 0.95 per post of distance, without the video itself (a hit must not
 * hide itself), in which far-off videos are held down by Huber's weights, found by reweighting (Huber 1964, Annals of
 * Mathematical Statistics 35, 73–101). Null with fewer than five videos in the level. Expects the videos in posting order.
 */
export function estimateBaseline(videos: readonly LeveledVideo[]): Baseline | null {
  return runSteps(baselineSteps(videos));
}

/** The same, in steps. */
export function* baselineSteps(videos: readonly LeveledVideo[]): Generator<void, Baseline | null> {
  const size = videos.length;
  const y = Float64Array.from(videos, (video) => video.logViews ?? NaN);
  const isInLevel = videos.map((video) => video.isInLevel && video.logViews !== null);
  const n = isInLevel.filter(Boolean).length;
  if (n < MINIMUM_LEVEL_VIDEOS) return null;

  const decay = Float64Array.from(videos, (video, i) => (i === 0 ? 0 : decayBetween(videos[i - 1]!, video)));
  const weight = Float64Array.from(isInLevel, (is) => (is ? 1 : 0));
  let level = leaveOneOutMean(y, weight, decay);
  let scatter = 0;
  for (let round = 0; round < ROUNDS; round++) {
    scatter = robustScatter(y.map((value, i) => value - level[i]!).filter((_value, i) => isInLevel[i]));
    if (round === ROUNDS - 1) break;
    const bound = HUBER * Math.max(scatter, SMALLEST_SCATTER);
    for (let i = 0; i < size; i++) {
      if (!isInLevel[i]) continue;
      const distance = Math.abs(y[i]! - level[i]!);
      weight[i] = distance <= bound ? 1 : bound / distance;
    }
    level = leaveOneOutMean(y, weight, decay);
    yield;
  }
  const residual = y.map((value, i) => withoutRoundingNoise(value - level[i]!));
  return { level, residual, latestLevel: latestMean(y, weight, decay), scatter: scatter < SMALLEST_SCATTER ? 0 : scatter, n };
}

function decayBetween(before: LeveledVideo, after: LeveledVideo): number {
  const silentWeeks = ((after.publishedAt - before.publishedAt) / DAY_MS - SILENCE_DAYS) / 7;
  return DECAY_PER_POST ** (1 + Math.min(Math.max(silentWeeks, 0), LONGEST_STEP));
}

/** For each video the weighted mean of the others, weights falling with distance in both directions; two passes. */
function leaveOneOutMean(y: Float64Array, weight: Float64Array, decay: Float64Array): Float64Array {
  const size = y.length;
  const sum = new Float64Array(size);
  const total = new Float64Array(size);
  let runningSum = 0;
  let runningTotal = 0;
  for (let i = 0; i < size; i++) {
    runningSum *= decay[i]!;
    runningTotal *= decay[i]!;
    sum[i] = runningSum;
    total[i] = runningTotal;
    if (weight[i]! > 0) {
      runningSum += weight[i]! * y[i]!;
      runningTotal += weight[i]!;
    }
  }
  runningSum = 0;
  runningTotal = 0;
  for (let i = size - 1; i >= 0; i--) {
    sum[i] = sum[i]! + runningSum;
    total[i] = total[i]! + runningTotal;
    if (weight[i]! > 0) {
      runningSum += weight[i]! * y[i]!;
      runningTotal += weight[i]!;
    }
    runningSum *= decay[i]!;
    runningTotal *= decay[i]!;
  }
  return sum.map((value, i) => value / total[i]!);
}

function latestMean(y: Float64Array, weight: Float64Array, decay: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < y.length; i++) {
    sum *= decay[i]!;
    total *= decay[i]!;
    if (weight[i]! > 0) {
      sum += weight[i]! * y[i]!;
      total += weight[i]!;
    }
  }
  return sum / total;
}

/** Videos with equal counts have residuals that are equal, not apart by 1e-16 in posting order. */
function withoutRoundingNoise(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0;
}
