import { GROWTH_METHOD_VERSION } from '../../server/analytics/growth-forecast';
import { byCreator, growthCases, type AgeRange } from './growth-cases';
import { scoreGrowth, type GrowthRow } from './growth-scores';
import type { SnapshotVideo } from './read-snapshots';

export interface GrowthBacktest {
  data: { creators: number; videos: number; readings: number };
  methodVersion: string;
  rows: GrowthRow[];
}

const hours = (from: number, until: number): AgeRange => ({ from, until });

/** From which ages to which ones, in hours; the first is the one that the product promises most about. */
const RANGES: readonly (readonly [AgeRange, AgeRange])[] = [
  [hours(12, 48), hours(120, 240)],
  [hours(6, 12), hours(24, 48)],
  [hours(6, 12), hours(120, 240)],
  [hours(12, 48), hours(48, 120)],
  [hours(48, 120), hours(120, 240)],
  [hours(120, 240), hours(240, 480)],
  [hours(120, 240), hours(480, 960)],
];

/** Foretells later readings from those before, as the product does, and scores what it said. */
export function backtestGrowth(videos: readonly SnapshotVideo[]): GrowthBacktest {
  const creators = byCreator(videos);
  return {
    data: {
      creators: creators.length,
      videos: videos.length,
      readings: videos.reduce((sum, { readings }) => sum + readings.length, 0),
    },
    methodVersion: GROWTH_METHOD_VERSION,
    rows: RANGES.flatMap(([from, to]) =>
      [true, false].map((hasEarlier) => scoreGrowth(growthCases(creators, from, to, hasEarlier), from, to, hasEarlier)),
    ),
  };
}
