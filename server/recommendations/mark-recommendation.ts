import type { Clock } from '../clock';
import type { Database } from '../db/database';
import { NotFoundError } from '../users/errors';
import { markRecommendation } from './recommendation-queries';
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

/** The person does what it says; takes a dismissal back. @throws NotFoundError */
export function applyRecommendation(input: MarkInput, deps: MarkDependencies): SavedRecommendation {
  return mark('APPLIED', input, deps);
}

/** The person does not want it; it is not made again unless its evidence changes materially. @throws NotFoundError */
export function dismissRecommendation(input: MarkInput, deps: MarkDependencies): SavedRecommendation {
  return mark('DISMISSED', input, deps);
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
