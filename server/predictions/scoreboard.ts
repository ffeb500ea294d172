import type { RecommendationType } from '../db/generated/client/enums';
import { correctionOf, type TrackRecord } from './recalibration';

/** With fewer videos measured no share is shown: of nine videos, chance alone takes it anywhere. */
export const MINIMUM_VIDEOS_FOR_RATES = 10;

/** How many predictions stand how. */
export interface Tally {
  hits: number;
  misses: number;
  undecided: number;
  measuring: number;
  waiting: number;
  cancelled: number;
}

/** What was stated against what came, over the videos that were measured at 7 days. */
export type MeasuredRecord = TrackRecord & { inside: number };

export interface ScoreboardRow {
  /** Null: all types together. */
  type: RecommendationType | null;
  tally: Tally;
  record: MeasuredRecord;
}

export interface Rates {
  statedRate: number | null;
  observedRate: number | null;
  insideIntervalRate: number | null;
}

const noTally: Tally = { hits: 0, misses: 0, undecided: 0, measuring: 0, waiting: 0, cancelled: 0 };
const noRecord: MeasuredRecord = { videos: 0, above: 0, stated: 0, inside: 0 };

/** Null below ten videos. */
export function ratesOf({ videos, above, stated, inside }: MeasuredRecord): Rates {
  if (videos < MINIMUM_VIDEOS_FOR_RATES) return { statedRate: null, observedRate: null, insideIntervalRate: null };
  return { statedRate: stated / videos, observedRate: above / videos, insideIntervalRate: inside / videos };
}

export interface Scoreboard {
  overall: ScoreboardRow;
  /** The types that have a prediction. */
  types: (ScoreboardRow & { type: RecommendationType; correction: number })[];
}

/** Puts together what was counted. `overall` counts a video once, whatever the number of types it serves. */
export function assembleScoreboard(
  tallies: ReadonlyMap<RecommendationType, Tally>,
  records: ReadonlyMap<RecommendationType, MeasuredRecord>,
  overall: MeasuredRecord,
): Scoreboard {
  const sum = { ...noTally };
  for (const tally of tallies.values()) for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
  return {
    overall: { type: null, tally: sum, record: overall },
    types: [...tallies].map(([type, tally]) => {
      const record = records.get(type) ?? noRecord;
      return { type, tally, record, correction: correctionOf(record) };
    }),
  };
}
