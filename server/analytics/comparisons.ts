import { baselineSteps, type Baseline } from './baseline';
import { ageHoursOf, type AnalyzedVideo } from './creator-data';
import { fitOutlierModel, outlierOf, type Outlier, type OutlierModel } from './outlier';
import { runSteps } from './steps';
import { logGrowthShare, logViewsAtSevenDays, YOUNGEST_LEVEL_HOURS } from './growth-path';

/** One video against its creator's own level at equal age. */
export interface BaselineComparison {
  ageHours: number;
  /** Views a typical video of this creator has at this age. */
  expectedViews: number;
  /** ln(views) − ln(expectedViews); a video without views counts as one view. */
  residual: number;
  /** views / expectedViews. */
  ratio: number;
  /** Share of the creator's other compared videos with a lower residual, 0–1. */
  percentile: number;
  /** Other videos that the level was estimated from. */
  n: number;
  /** Null with fewer than ten compared videos. */
  outlier: Outlier | null;
}

export interface CreatorBaseline {
  /** exp of the present level of ln(views at 7 days). */
  typicalViews: number;
  /** Robust standard deviation of the residuals, in ln. */
  scatter: number;
  n: number;
}

/** A creator's videos in posting order with their residuals. */
export interface Comparisons {
  videos: readonly AnalyzedVideo[];
  /** Null with fewer than five videos old enough to make a level. */
  baseline: Baseline | null;
  /** Positions of the videos that have a residual and are old enough for the level: the ones choices are compared on. */
  comparable: readonly number[];
  sortedResiduals: Float64Array;
  /** What ordinary and outlying residuals of this creator look like; null with fewer than ten comparable videos. */
  outliers: OutlierModel | null;
}

/** Puts videos, in any order, against their creator's level. */
export function compareVideos(unordered: readonly AnalyzedVideo[]): Comparisons {
  return runSteps(comparisonSteps(unordered));
}

/** The same, in steps. */
export function* comparisonSteps(unordered: readonly AnalyzedVideo[]): Generator<void, Comparisons> {
  const videos = [...unordered].sort((a, b) => a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1));
  const leveled = videos.map((video) => {
    const ageHours = ageHoursOf(video);
    return {
      publishedAt: video.publishedAt,
      logViews: ageHours === null ? null : logViewsAtSevenDays(video.views, ageHours),
      isInLevel: ageHours !== null && ageHours >= YOUNGEST_LEVEL_HOURS,
    };
  });
  yield;
  const baseline = yield* baselineSteps(leveled);
  const comparable = baseline ? leveled.flatMap(({ isInLevel, logViews }, i) => (isInLevel && logViews !== null ? [i] : [])) : [];
  const sortedResiduals = Float64Array.from(comparable, (i) => baseline!.residual[i]!).sort();
  yield;
  const outliers = fitOutlierModel(
    comparable.map((i) => ({ residual: baseline!.residual[i]!, ageHours: ageHoursOf(videos[i]!)! })),
  );
  return { videos, baseline, comparable, sortedResiduals, outliers };
}

/** The comparison of the video at this position; null when it is too young, unread, or there is no level. */
export function comparisonAt(
  { videos, baseline, comparable, sortedResiduals, outliers }: Comparisons,
  position: number,
): BaselineComparison | null {
  const video = videos[position]!;
  const ageHours = ageHoursOf(video);
  if (!baseline || ageHours === null || video.views === null || Number.isNaN(baseline.residual[position]!)) return null;
  const residual = baseline.residual[position]!;
  const isComparable = comparable.length > 0 && binaryHas(comparable, position);
  const others = comparable.length - (isComparable ? 1 : 0);
  const expectedViews = Math.exp(baseline.level[position]! + logGrowthShare(ageHours));
  return {
    ageHours,
    expectedViews,
    residual,
    ratio: video.views / expectedViews,
    percentile: countBelow(sortedResiduals, residual) / others,
    n: others,
    outlier: outliers && outlierOf(outliers, { residual, ageHours }),
  };
}

export function creatorBaseline({ baseline }: Comparisons): CreatorBaseline | null {
  return baseline && { typicalViews: Math.exp(baseline.latestLevel), scatter: baseline.scatter, n: baseline.n };
}

function countBelow(sorted: Float64Array | readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function binaryHas(sorted: readonly number[], value: number): boolean {
  return sorted[countBelow(sorted, value)] === value;
}
