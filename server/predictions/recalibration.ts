/**
 * What became of measured predictions of one type: of how many videos, how many of them were above the baseline, and how many were
 * stated to be (the sum of the stated probabilities). A video that serves several predictions counts once, with their mean.
 */
export interface TrackRecord {
  videos: number;
  above: number;
  stated: number;
}

/** So many videos that turned out exactly as stated are thought in beforehand: a few videos must not overturn a method. */
export const PRIOR_VIDEOS = 20;
const LOWEST = 0.01;
const HIGHEST = 0.99;

/**
 * How much the confidence of a type is moved: the share above the baseline minus the share stated, held down by 20 videos thought
 * in as exactly as stated. (above − stated) / (videos + 20), in −1 to 1; 0 without any measured video.
 */
export function correctionOf({ videos, above, stated }: TrackRecord): number {
  return (above - stated) / (videos + PRIOR_VIDEOS);
}

/** The confidence stated by the statistics, moved by what became of this account's earlier predictions of the type; 0.01 to 0.99. */
export function recalibrate(stated: number, record: TrackRecord | null): number {
  if (record === null || record.videos === 0) return stated;
  return Math.min(HIGHEST, Math.max(LOWEST, stated + correctionOf(record)));
}
