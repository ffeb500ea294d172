import type { Format } from '../analytics/formats';

/** What advice is made from: one creator's videos on their own level, and the effects of choices. No database, no GraphQL. */
export interface CreatorHistory {
  connectionId: string;
  /** From the first compared video to the newest reading: effects are estimated on all of them. */
  period: { from: Date; until: Date; timeZone: string };
  /** The creator's level; null while there are too few comparable videos. */
  level: { scatter: number; n: number } | null;
  /** Of intervals around what outliers and series lead to expect, 0 to 1. */
  intervalLevel: number;
  /** All videos, newest first. */
  videos: HistoryVideo[];
  postingTimes: { blocks: TimeEffect[]; cells: TimeEffect[] } & ChoiceFrame;
  hashtags: { effects: HashtagEffect[] } & ChoiceFrame;
  durations: { effects: DurationEffect[] } & ChoiceFrame;
  formats: { effects: FormatEffect[] } & ChoiceFrame;
}

export interface HistoryVideo {
  id: string;
  caption: string;
  /** What its caption may share with others of a series: see openingKeys. */
  openings: readonly string[];
  hashtags: string[];
  durationSeconds: number | null;
  publishedAt: Date;
  /** Read, and old enough to take part in the creator's level. */
  isComparable: boolean;
  /** Against the creator's own level at equal age; null where it cannot be compared. */
  comparison: { residual: number; ratio: number; percentile: number; ageHours: number } | null;
}

/** What all effects of one kind of choice share. */
export interface ChoiceFrame {
  /** Videos that went in. */
  n: number;
  /** Videos needed with the choice, and without it, before there is an estimate. */
  minimumN: number;
  /** Of the intervals, 0 to 1. */
  intervalLevel: number;
  methodVersion: string;
}

/** One value of a choice against the creator's other videos: difference in ln(views) at equal age, shrunken. */
export interface MeasuredEffect {
  key: string;
  n: number;
  estimate: number | null;
  low: number | null;
  high: number | null;
  /** That the true difference has the estimate's sign and is beyond the minimum gain, 0 to 1. */
  probability: number | null;
  verdict: 'HIGHER' | 'LOWER' | 'NO_MEASURABLE_DIFFERENCE' | 'BELOW_THRESHOLD';
  /** The compared videos with this value; empty where the effect is not likely to be higher. */
  videoIds: string[];
}

/** Local hours, `hourUntil` exclusive; weekday 1 is Monday, null means every day. */
export interface TimeEffect extends MeasuredEffect {
  weekday: number | null;
  hourFrom: number;
  hourUntil: number;
}

/** The key is the hashtag; `together` are those that nearly always come along and cannot be told apart from it. */
export interface HashtagEffect extends MeasuredEffect {
  together: readonly string[];
}

/** Bounds in seconds, `maximumSeconds` exclusive; null: open. */
export interface DurationEffect extends MeasuredEffect {
  minimumSeconds: number;
  maximumSeconds: number | null;
}

export interface FormatEffect extends MeasuredEffect {
  format: Format;
}
