import type { Analyses } from '../analytics/analyses';
import { creatorBaseline } from '../analytics/comparisons';
import type { Clock } from '../clock';
import type { Database } from '../db/database';
import { cancelPrediction } from '../predictions/register-prediction';
import { NotFoundError } from '../users/errors';
import { predictFollowing } from './predict-following';
import { findOwnRecommendation, markRecommendation } from './recommendation-queries';
import type { SavedRecommendation } from './saved-recommendation';

interface MarkInput {
  recommendationId: string;
  ownerId: string;
}

interface MarkDependencies {
  db: Database;
  clock: Clock;
}

/** Keeps the first time it was read. @throws NotFoundError */
export function markRecommendationRead(input: MarkInput, deps: MarkDependencies): SavedRecommendation {
  return mark('READ', input, deps);
}

/**
 * The person does what it says; takes a dismissal back. What is predicted of the video that follows is registered at once, before
 * it exists. @throws NotFoundError
 */
export async function applyRecommendation(
  input: MarkInput,
  deps: MarkDependencies & { analyses: Analyses },
): Promise<SavedRecommendation> {
  const { db, clock, analyses } = deps;
  const found = findOwnRecommendation(db, input.recommendationId, input.ownerId);
  if (!found) throw new NotFoundError('recommendation');
  const { connectionId, evidence } = found;
  const { comparisons } = await analyses.get({ connectionId, timeZone: evidence.period.timeZone });
  return db.sqlite
    .transaction(() => {
      const applied = mark('APPLIED', input, deps);
      predictFollowing(applied, creatorBaseline(comparisons), { db, now: clock.now() });
      return applied;
    })
    .immediate();
}

/**
 * The person does not want it; it is not made again unless its evidence changes materially. What was predicted is taken back, as
 * long as no video followed. @throws NotFoundError
 */
export function dismissRecommendation(input: MarkInput, deps: MarkDependencies): SavedRecommendation {
  const { db, clock } = deps;
  return db.sqlite
    .transaction(() => {
      const dismissed = mark('DISMISSED', input, deps);
      cancelPrediction(dismissed.id, { db, now: clock.now() });
      return dismissed;
    })
    .immediate();
}

function mark(
  as: 'READ' | 'APPLIED' | 'DISMISSED',
  { recommendationId, ownerId }: MarkInput,
  { db, clock }: MarkDependencies,
): SavedRecommendation {
  const marked = markRecommendation(db, { id: recommendationId, ownerId, mark: as, now: clock.now() });
  if (!marked) throw new NotFoundError('recommendation');
  return marked;
}
