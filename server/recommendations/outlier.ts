import type { HistoryVideo } from './creator-history';

/** With fewer comparable videos "above nine out of ten of your videos" means nothing. */
export const fewestVideosForOutliers = 10;

/** A video's first day is guesswork; after two, two thirds of its first week's views are there. */
const youngestAgeHours = 48;
const fewestScatters = 1.5;
const smallestRatio = 2;
const lowestPercentile = 0.9;

export type ComparedVideo = HistoryVideo & { comparison: NonNullable<HistoryVideo['comparison']> };

/** Videos old enough to be compared with the creator's level at equal age. */
export function comparableVideos(videos: readonly HistoryVideo[]): ComparedVideo[] {
  return videos.flatMap((video) =>
    video.comparison && video.comparison.ageHours >= youngestAgeHours ? [{ ...video, comparison: video.comparison }] : [],
  );
}

/**
 * Videos that stood well above the creator's own level at equal age: at least 1.5 times the creator's scatter above it, with at
 * least twice the expected views, and above nine out of ten of the creator's videos. Highest first.
 */
export function upwardOutliers(videos: readonly ComparedVideo[], scatter: number): ComparedVideo[] {
  return videos
    .filter(
      ({ comparison }) =>
        comparison.residual >= fewestScatters * scatter &&
        comparison.ratio >= smallestRatio &&
        comparison.percentile >= lowestPercentile,
    )
    .sort((a, b) => b.comparison.residual - a.comparison.residual || a.id.localeCompare(b.id));
}
