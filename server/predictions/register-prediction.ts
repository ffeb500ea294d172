import type { CreatorBaseline } from '../analytics/comparisons';
import type { Criterion } from '../analytics/criterion';
import type { Database } from '../db/database';
import type { RecommendationType } from '../db/generated/client/enums';
import { PREDICTION_METHOD_VERSION, predictVideo } from './predict-video';
import { expiryOf, statusOf } from './prediction';
import { cancelPredictions, insertPrediction, listLatestPredictions } from './queries';

export interface AppliedAdvice {
  connectionId: string;
  recommendationId: string;
  type: RecommendationType;
  criterion: Criterion | null;
  /** In ln(views) against the creator's level. */
  effect: number;
  effectLow: number;
  effectHigh: number;
  intervalLevel: number;
  /** Videos that the effect was estimated from. */
  n: number;
}

interface RegisterDependencies {
  db: Database;
  now: Date;
}

/**
 * Keeps what is predicted of the next video that follows a recommendation, before that video exists. To be called in the
 * transaction that marks the recommendation as applied. One prediction for a recommendation: nothing happens while the one before
 * waits, is measured or was judged; after it was taken back, expired, or had no level, a new one is made.
 */
export function registerPrediction(
  advice: AppliedAdvice,
  baseline: CreatorBaseline | null,
  { db, now }: RegisterDependencies,
): void {
  const [known] = listLatestPredictions(db, [advice.recommendationId]);
  if (known && ['WAITING', 'MEASURING', 'SETTLED'].includes(statusOf(known))) return;
  const level = baseline && { level: Math.log(baseline.typicalViews), scatter: baseline.scatter, levelVideos: baseline.n };
  insertPrediction(db, {
    ...advice,
    ...(level ?? { level: null, scatter: null, levelVideos: null }),
    methodVersion: PREDICTION_METHOD_VERSION,
    registeredAt: now,
    expiresAt: expiryOf(now),
    horizons: level ? predictVideo({ ...advice, ...level }) : [],
  });
}

/** Takes the prediction of a recommendation back, unless a video followed already: then it stands. */
export function cancelPrediction(recommendationId: string, { db, now }: RegisterDependencies): void {
  cancelPredictions(db, recommendationId, now);
}
