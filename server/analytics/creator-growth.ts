import type { GrowthInterval } from './growth-interval';

/** More videos of the same creator change a forecast no more. */
const MOST_OTHERS = 12;

/**
 * What the other videos of a creator say about a video of this age: of each of the latest ones the interval nearest in ln(age).
 * @param histories intervals of the other videos, one list a video, the latest published first; taken only as far as needed
 */
export function creatorEvidence(histories: Iterable<readonly GrowthInterval[]>, ageHours: number): GrowthInterval[] {
  const evidence: GrowthInterval[] = [];
  for (const history of histories) {
    const nearest = nearestTo(ageHours, history);
    if (nearest) evidence.push(nearest);
    if (evidence.length === MOST_OTHERS) break;
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
