import type { PredictionVerdict, UndecidedReason } from '../db/generated/client/enums';
import type { Measurement } from './measure-video';

/** In ln(views): a video within 10.5 % above or 9.5 % below the baseline is neither hit nor miss; less is not worth a change of habit. */
export const VERDICT_MARGIN = 0.1;

export interface Judgement {
  measuredViews: number | null;
  verdict: PredictionVerdict;
  undecidedReason: UndecidedReason | null;
}

/** What a measurement says of a prediction; null: wait. */
export function judge(measurement: Measurement, baselineViews: number): Judgement | null {
  if (measurement === 'NOT_YET') return null;
  if ('missing' in measurement) return { measuredViews: null, verdict: 'UNDECIDED', undecidedReason: measurement.missing };
  const measuredViews = measurement.views;
  const distance = Math.log(Math.max(measuredViews, 1) / baselineViews);
  if (distance > VERDICT_MARGIN) return { measuredViews, verdict: 'HIT', undecidedReason: null };
  if (distance < -VERDICT_MARGIN) return { measuredViews, verdict: 'MISS', undecidedReason: null };
  return { measuredViews, verdict: 'UNDECIDED', undecidedReason: 'WITHIN_MARGIN' };
}
