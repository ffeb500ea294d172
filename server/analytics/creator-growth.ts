import type { GrowthInterval } from './growth-interval';

/** More videos of the same creator change a forecast no more. */
const MOST_OTHERS = 12;

/**
 * What the other videos of a creator say about a video of this age: of each of the latest ones the interval nearest in ln(age).
 * @param histories intervals of the other videos, one list a video, in order of publication
 */
export function creatorEvidence(histories: readonly (readonly GrowthInterval[])[], ageHours: number): GrowthInterval[] {
  const evidence: GrowthInterval[] = [];
  for (let i = histories.length - 1; i >= 0 && evidence.length < MOST_OTHERS; i--) {
    const nearest = nearestTo(ageHours, histories[i]!);
    if (nearest) evidence.push(nearest);
  }
  return evidence;
}

function nearestTo(ageHours: number, intervals: readonly GrowthInterval[]): GrowthInterval | null {
  let nearest: GrowthInterval | null = null;
  let smallest = Infinity;
  for (const interval of intervals) {
    const distance = Math.abs(Math.log(interval.fromAgeHours * interval.untilAgeHours) / 2 - Math.log(ageHours));
    if (distance < smallest) [nearest, smallest] = [interval, distance];
  }
  return nearest;
}
