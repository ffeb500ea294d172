import type { GrowthAtFragment } from '../graphql/generated';

/** A point at which something is expected: all its numbers are there. */
export type ExpectedPoint = GrowthAtFragment & Record<'views' | 'low50' | 'high50' | 'low80' | 'high80', number>;

const WEEK_HOURS = 168;

export function isExpected(point: GrowthAtFragment): point is ExpectedPoint {
  return point.status === 'EXPECTED' && point.views !== null && point.low80 !== null;
}

/** What is expected of a video next: at a week while that is ahead, then at thirty days; null when both have passed or cannot be told. */
export function nextExpected(points: readonly GrowthAtFragment[]): ExpectedPoint | null {
  return points.filter(isExpected).find(({ ageHours }) => ageHours >= WEEK_HOURS) ?? null;
}

/** The part of the path that is drawn: until `nextExpected`, so that a young video's first days are not pressed together. */
export function drawnPath(path: readonly GrowthAtFragment[], points: readonly GrowthAtFragment[]): ExpectedPoint[] {
  const end = nextExpected(points);
  return end ? [...path.filter(isExpected).filter(({ ageHours }) => ageHours < end.ageHours), end] : [];
}
