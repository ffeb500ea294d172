import { creatorBaseline } from '../analytics/comparisons';
import type { CreatorAnalysis } from '../analytics/creator-analysis';
import { limits } from './experiment';
import { detectableDifference, usualScatter, videosPerArmFor } from './power';

const weekMs = 7 * 86_400_000;
/** The rhythm is that of the last eight weeks. */
const rhythmWeeks = 8;
/** Twice as many views: a difference worth changing a habit for. */
const worthwhile = Math.log(2);

/** What an account's past says about a test to come. */
export interface Planning {
  /** ln of the views that its videos usually have at 7 days; null with fewer than five old enough. */
  level: number | null;
  levelVideoCount: number;
  scatter: number;
  isScatterOwn: boolean;
  /** Over the eight weeks before the newest video; null without two videos. */
  videosPerWeek: number | null;
  /** Fewest on each side that find twice as many views with 80 % probability, within what may be planned. */
  suggestedVideosPerArm: number;
}

export function planningFrom({ comparisons }: Pick<CreatorAnalysis, 'comparisons'>): Planning {
  const baseline = creatorBaseline(comparisons);
  const isScatterOwn = baseline !== null && baseline.scatter > 0;
  const scatter = isScatterOwn ? baseline.scatter : usualScatter;
  return {
    level: baseline && Math.log(baseline.typicalViews),
    levelVideoCount: baseline?.n ?? 0,
    scatter,
    isScatterOwn,
    videosPerWeek: videosPerWeek(comparisons.videos.map(({ publishedAt }) => publishedAt)),
    suggestedVideosPerArm: videosPerArmFor(worthwhile, scatter, { fewest: limits.fewestPerArm, most: limits.mostPerArm }),
  };
}

/** @param publishedAt in posting order, in milliseconds */
export function videosPerWeek(publishedAt: readonly number[]): number | null {
  const newest = publishedAt.at(-1);
  const oldest = publishedAt[0];
  if (newest === undefined || oldest === undefined || newest === oldest) return null;
  const weeks = Math.min(rhythmWeeks, Math.max(1, (newest - oldest) / weekMs));
  return publishedAt.filter((time) => time > newest - weeks * weekMs).length / weeks;
}

/** What so many videos could find, and how long they would take. */
export interface TestSize {
  videosPerArm: number;
  /** In ln, with 80 % probability. */
  detectableDifference: number;
  /** At the rhythm of the last weeks; null where there is none. */
  weeks: number | null;
}

export function testSize(videosPerArm: number, { scatter, videosPerWeek: rhythm }: Planning): TestSize {
  return {
    videosPerArm,
    detectableDifference: detectableDifference(videosPerArm, scatter),
    weeks: rhythm === null ? null : (2 * videosPerArm) / rhythm,
  };
}
