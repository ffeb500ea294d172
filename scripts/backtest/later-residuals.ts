import type { PastVideo } from './history';

/** Posts before and after that make the level: 31 with the video itself, the width in which posting times were studied before. */
const NEIGHBOURS = 15;

/**
 * The yardstick: ln(views) of each video minus the median of the 15 posts before it and the 15 after it, without itself. It uses
 * what came later, and is for scoring only. It is deliberately not the level that the advice is computed with, so that a change of
 * the method never moves what it is measured by.
 * @returns by video id; empty for fewer than five videos
 */
export function laterResiduals(videos: readonly PastVideo[]): Map<string, number> {
  const residuals = new Map<string, number>();
  if (videos.length < 5) return residuals;
  videos.forEach(({ id, logViews }, i) => {
    const around = [...videos.slice(Math.max(0, i - NEIGHBOURS), i), ...videos.slice(i + 1, i + 1 + NEIGHBOURS)];
    residuals.set(id, logViews - medianOf(around.map((video) => video.logViews)));
  });
  return residuals;
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
