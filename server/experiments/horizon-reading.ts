import { logGrowthShare } from '../analytics/growth-path';

/** One reading of a video's views. */
export interface AgedReading {
  ageHours: number;
  views: number;
}

export type HorizonReading =
  | { state: 'MEASURED'; logViews: number }
  /** Too young, or a reading that would do better may still come. */
  | { state: 'WAITING' }
  /** No reading near the horizon, and none can come any more. */
  | { state: 'MISSING' };

/** Readings as far from the horizon as this are still of use on both sides of it, as parts of the horizon. */
export const furthestBefore = 3 / 4;
export const furthestAfter = 4 / 3;
/** A single one must be nearer: between 90 and 110 % of 7 days the median video gains 2 %. */
const nearEnough = 0.1;

/**
 * ln(views) of a video at the horizon.
 *
 * Between the last reading before it and the first after it a straight line in ln(views) over ln(age), when both lie between ¾ and
 * 4⁄3 of the horizon. With one of them only, within a tenth of the horizon, it is brought there along the median path. As long as a
 * better reading may come, it waits; after 4⁄3 of the horizon it is missing. No view counts as one, so that the logarithm exists.
 * @param ageHours of the video now
 * @param readings in any order
 */
export function readAtHorizon(readings: readonly AgedReading[], horizonHours: number, ageHours: number): HorizonReading {
  const usable = readings.filter(
    (reading) => reading.ageHours >= furthestBefore * horizonHours && reading.ageHours <= furthestAfter * horizonHours,
  );
  const before = usable.filter((reading) => reading.ageHours <= horizonHours).sort((x, y) => y.ageHours - x.ageHours)[0];
  const after = usable.filter((reading) => reading.ageHours >= horizonHours).sort((x, y) => x.ageHours - y.ageHours)[0];
  if (before && after) return measured(between(before, after, horizonHours));
  if (after && isNear(after, horizonHours)) return measured(alongMedianPath(after, horizonHours));
  // A reading beyond the horizon is there, so none before it can come any more; without one, the next sync may bring it.
  const isOver = after !== undefined || ageHours > furthestAfter * horizonHours;
  if (!isOver) return { state: 'WAITING' };
  return before && isNear(before, horizonHours) ? measured(alongMedianPath(before, horizonHours)) : { state: 'MISSING' };
}

function measured(logViews: number): HorizonReading {
  return { state: 'MEASURED', logViews };
}

function isNear({ ageHours }: AgedReading, horizonHours: number): boolean {
  return Math.abs(ageHours - horizonHours) <= nearEnough * horizonHours;
}

function between(before: AgedReading, after: AgedReading, horizonHours: number): number {
  if (after.ageHours === before.ageHours) return logViewsOf(after);
  const way = Math.log(horizonHours / before.ageHours) / Math.log(after.ageHours / before.ageHours);
  return logViewsOf(before) + way * (logViewsOf(after) - logViewsOf(before));
}

function alongMedianPath(reading: AgedReading, horizonHours: number): number {
  return logViewsOf(reading) + logGrowthShare(horizonHours) - logGrowthShare(reading.ageHours);
}

function logViewsOf({ views }: AgedReading): number {
  return Math.log(Math.max(views, 1));
}
