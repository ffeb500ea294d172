import { creatorEvidence } from './creator-growth';
import { GrowthForecast } from './growth-forecast';
import { GROWTH_AGES_HOURS, isExpectedMore, type GrowthHistory, type PassedAge } from './growth-history';
import type { GrowthInterval, GrowthReading } from './growth-interval';
import { MOMENTUM_AGE_HOURS, momentumOf, unknownMomentum, type CreatorLevel, type VideoMomentum } from './momentum';

/** Views at an age, as they were or as they are expected, with the intervals that hold half and four fifths of the probability. */
export interface GrowthPoint {
  ageHours: number;
  status: PassedAge['status'] | 'EXPECTED' | 'NOT_READ' | 'NOT_YET';
  /** The median where expected. */
  views: number | null;
  /** Null unless expected. */
  low50: number | null;
  high50: number | null;
  low80: number | null;
  high80: number | null;
}

export interface VideoGrowth {
  /** NOT_YET with fewer than two readings far enough apart, NOT_IN_API without any count of views. */
  status: 'MEASURED' | 'NOT_YET' | 'NOT_IN_API';
  /** Readings with views at different ages. */
  n: number;
  /** Intervals of other videos of the creator that the expectation rests on. */
  otherVideos: number;
  /** One for each of `GROWTH_AGES_HOURS`. */
  points: readonly GrowthPoint[];
  /** From the newest reading to the last age that is still ahead; empty when nothing is expected. */
  path: readonly GrowthPoint[];
  momentum: VideoMomentum;
}

/** Points of the path to be drawn, evenly spread in ln(age). */
const PATH_STEPS = 12;
const NO_INTERVAL = { low50: null, high50: null, low80: null, high80: null };

/**
 * The growth of one video, past and to come.
 * @param others intervals of the creator's other videos, the latest published first
 * @param level null without enough videos to tell it
 */
export function videoGrowth(
  { newest, n, intervals, passed }: GrowthHistory,
  others: Iterable<readonly GrowthInterval[]>,
  level: CreatorLevel | null,
): VideoGrowth {
  const past = GROWTH_AGES_HOURS.map((ageHours, i) => pastPoint(ageHours, passed[i] ?? null, newest));
  const told = { n, otherVideos: 0, points: past, path: [] };
  if (!newest) return { ...told, status: 'NOT_IN_API', momentum: unknownMomentum('NOT_YET') };
  const gap = newest.ageHours >= MOMENTUM_AGE_HOURS ? 'WEEK_OVER' : 'NOT_YET';
  if (!isExpectedMore({ newest })) return { ...told, status: n < 2 ? 'NOT_YET' : 'MEASURED', momentum: unknownMomentum(gap) };
  if (intervals.length === 0) return { ...told, status: 'NOT_YET', momentum: unknownMomentum(gap) };
  const evidence = creatorEvidence(others, newest.ageHours);
  const forecast = new GrowthForecast(newest.ageHours, intervals, evidence);
  const points = past.map((point) => (point.status === 'NOT_YET' ? expectedAt(point.ageHours, newest, forecast) : point));
  const lastAge = points.findLast(({ status }) => status === 'EXPECTED')?.ageHours;
  return {
    status: 'MEASURED',
    n,
    otherVideos: evidence.length,
    points,
    path: lastAge === undefined ? [] : pathAges(newest.ageHours, lastAge).map((age) => expectedAt(age, newest, forecast)),
    momentum: momentumNow(newest, forecast, level),
  };
}

function momentumNow(newest: GrowthReading, forecast: GrowthForecast, level: CreatorLevel | null): VideoMomentum {
  if (newest.ageHours >= MOMENTUM_AGE_HOURS) return unknownMomentum('WEEK_OVER');
  if (!level) return unknownMomentum('NO_LEVEL');
  return momentumOf(Math.log(Math.max(newest.views, 1)), forecast.until(MOMENTUM_AGE_HOURS), level);
}

function pastPoint(ageHours: number, passed: PassedAge | null, newest: GrowthReading | null): GrowthPoint {
  const isAhead = newest === null || newest.ageHours < ageHours;
  return { ageHours, status: passed?.status ?? (isAhead ? 'NOT_YET' : 'NOT_READ'), views: passed?.views ?? null, ...NO_INTERVAL };
}

function expectedAt(ageHours: number, newest: GrowthReading, forecast: GrowthForecast): GrowthPoint {
  const { quantile } = forecast.until(ageHours);
  const views = (p: number) => Math.max(newest.views, 1) * Math.exp(quantile(p));
  return {
    ageHours,
    status: 'EXPECTED',
    views: views(0.5),
    low50: views(0.25),
    high50: views(0.75),
    low80: views(0.1),
    high80: views(0.9),
  };
}

function pathAges(fromHours: number, untilHours: number): number[] {
  const width = Math.log(untilHours / fromHours);
  return Array.from({ length: PATH_STEPS + 1 }, (_unused, step) =>
    step === PATH_STEPS ? untilHours : fromHours * Math.exp((step / PATH_STEPS) * width),
  );
}
