import type { Database } from '../db/database';
import type { Prediction } from './prediction';
import { listLatestPredictions } from './queries';

/** The newest prediction of each recommendation, in order; null for each that has none. The caller holds the recommendations. */
export function findLatestPredictions(recommendationIds: readonly string[], { db }: { db: Database }): (Prediction | null)[] {
  return listLatestPredictions(db, recommendationIds);
}
