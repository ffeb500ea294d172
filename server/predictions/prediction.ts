import type { Criterion } from '../analytics/criterion';
import type { PredictionLink, PredictionVerdict, RecommendationType, UndecidedReason } from '../db/generated/client/enums';

/** Ages at which the video that follows is measured, in hours; the last one decides. */
export const HORIZONS_HOURS = [24, 48, 168] as const;
export const LAST_HORIZON_HOURS = 168;

/** A video has to follow within so many days. */
const DAYS_TO_FOLLOW = 60;
/**
 * A video is found within three hours of its publication; a day covers an interrupted reading. Only then is a prediction that
 * nothing followed, or that was taken back, closed: a video that was out before may still be on its way to us.
 */
export const GRACE_HOURS = 24;

const HOUR_MS = 3_600_000;

export function expiryOf(registeredAt: Date): Date {
  return new Date(registeredAt.getTime() + DAYS_TO_FOLLOW * 24 * HOUR_MS);
}

/** What was predicted for one age, in views. */
export interface PredictedHorizon {
  ageHours: number;
  /** A typical video of the creator at this age. */
  baselineViews: number;
  /** The median of videos that follow the advice. */
  expectedViews: number;
  /** 80 % of the videos that follow lie between these. */
  lowViews: number;
  highViews: number;
  /** That a video that follows is above the baseline, 0 to 1. */
  probability: number;
}

/** The same with what came of it; everything null until it is judged. */
export interface Horizon extends PredictedHorizon {
  /** Null also where no reading was near enough. */
  measuredViews: number | null;
  verdict: PredictionVerdict | null;
  undecidedReason: UndecidedReason | null;
  judgedAt: Date | null;
}

/** A prediction as it is kept. */
export interface Prediction {
  id: string;
  connectionId: string;
  /** Null: the recommendation was removed since. */
  recommendationId: string | null;
  type: RecommendationType;
  /** Null: a video that follows cannot be recognised; the creator has to say which it is. */
  criterion: Criterion | null;
  /** In ln(views) against the creator's level. */
  effect: number;
  effectLow: number;
  effectHigh: number;
  intervalLevel: number;
  /** Videos that the effect was estimated from; null in predictions registered before it was kept. */
  n: number | null;
  /** ln(views at 7 days) of a typical video; null, as is what follows: there was no level, and nothing is predicted. */
  level: number | null;
  scatter: number | null;
  levelVideos: number | null;
  methodVersion: string;
  registeredAt: Date;
  expiresAt: Date;
  cancelledAt: Date | null;
  /** Null once linked only when the video was erased since. */
  videoId: string | null;
  /** Null as long as no video is linked. */
  linkedAt: Date | null;
  linkedBy: PredictionLink | null;
  verdict: PredictionVerdict | null;
  undecidedReason: UndecidedReason | null;
  settledAt: Date | null;
}

export type PredictionStatus = 'NOT_PREDICTED' | 'WAITING' | 'MEASURING' | 'SETTLED' | 'EXPIRED' | 'CANCELLED';

type Standing = Pick<Prediction, 'level' | 'linkedAt' | 'settledAt' | 'cancelledAt' | 'verdict'>;

/** A video that was out before the advice was taken back still counts: the link is stronger than the cancellation. */
export function statusOf({ level, linkedAt, settledAt, cancelledAt, verdict }: Standing): PredictionStatus {
  if (level === null) return 'NOT_PREDICTED';
  if (settledAt !== null && verdict !== null) return linkedAt === null ? 'EXPIRED' : 'SETTLED';
  if (linkedAt !== null) return 'MEASURING';
  return cancelledAt === null ? 'WAITING' : 'CANCELLED';
}

/** Whether a video published then may be the one that follows: after the registration, before the end or the taking back. */
export function isInTime(
  publishedAt: number,
  { registeredAt, expiresAt, cancelledAt }: Pick<Prediction, 'registeredAt' | 'expiresAt' | 'cancelledAt'>,
): boolean {
  return publishedAt > registeredAt.getTime() && publishedAt <= Math.min(expiresAt.getTime(), cancelledAt?.getTime() ?? Infinity);
}
