import type { VideoWithReadings } from './creator-data';
import { growthIntervals, inOrderOfAge, type GrowthInterval, type GrowthReading } from './growth-interval';
import { logGrowthShare } from './growth-path';

/** Ages that growth is told at, in hours: a day, two days, a week, thirty days. */
export const GROWTH_AGES_HOURS = [24, 48, 168, 720] as const;

/** Views at one of these ages that has passed. */
export interface PassedAge {
  status: 'MEASURED' | 'INTERPOLATED';
  views: number;
}

/** What a forecast needs of a video's readings; everything else is forgotten. */
export interface GrowthHistory {
  /** Null without any reading of the views. */
  newest: GrowthReading | null;
  /** Readings with views at different ages. */
  n: number;
  intervals: readonly GrowthInterval[];
  /** Views at each of `GROWTH_AGES_HOURS`; null where no reading is near enough. */
  passed: readonly (PassedAge | null)[];
}

const HOUR_MS = 3_600_000;
/** A reading at most this far in ln(age) from an age counts as taken at it: half an hour from a day, three hours from a week. */
const AT_AGE = 0.022;
/** Between readings further apart (in ln(views) of the median video) nothing is interpolated. */
const WIDEST_GAP = 0.5;
const UNREAD: readonly null[] = GROWTH_AGES_HOURS.map(() => null);

export function growthHistory({ video, readings }: VideoWithReadings): GrowthHistory {
  const ordered = inOrderOfAge(
    readings.flatMap(({ observedAt, views }) =>
      views === null ? [] : [{ ageHours: (observedAt - video.publishedAt) / HOUR_MS, views }],
    ),
  );
  const passed = GROWTH_AGES_HOURS.map((age) => viewsAt(age, ordered));
  return {
    newest: ordered.at(-1) ?? null,
    n: ordered.length,
    intervals: growthIntervals(ordered),
    passed: passed.some((point) => point !== null) ? passed : UNREAD,
  };
}

/** Whether one of the ages is still ahead. */
export function isExpectedMore({ newest }: Pick<GrowthHistory, 'newest'>): boolean {
  return newest !== null && newest.ageHours < GROWTH_AGES_HOURS[GROWTH_AGES_HOURS.length - 1]!;
}

function viewsAt(ageHours: number, ordered: readonly GrowthReading[]): PassedAge | null {
  const distance = (reading: GrowthReading) => Math.abs(Math.log(reading.ageHours / ageHours));
  const index = ordered.findIndex((reading) => reading.ageHours >= ageHours);
  const after = index === -1 ? undefined : ordered[index];
  const before = index === -1 ? ordered.at(-1) : ordered[index - 1];
  const near = [before, after]
    .filter((reading) => reading !== undefined && distance(reading) <= AT_AGE)
    .sort((a, b) => distance(a!) - distance(b!))[0];
  if (near) return { status: 'MEASURED', views: near.views };
  if (!before || !after) return null;
  const start = logGrowthShare(before.ageHours);
  const gap = logGrowthShare(after.ageHours) - start;
  if (!(gap > 0 && gap <= WIDEST_GAP)) return null;
  const share = (logGrowthShare(ageHours) - start) / gap;
  const [low, high] = [Math.log(Math.max(before.views, 1)), Math.log(Math.max(after.views, 1))];
  return { status: 'INTERPOLATED', views: Math.round(Math.exp(low + share * (high - low))) };
}
