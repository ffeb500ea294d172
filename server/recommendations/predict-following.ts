import type { CreatorBaseline } from '../analytics/comparisons';
import type { Database } from '../db/database';
import { registerPrediction } from '../predictions/register-prediction';
import type { Evidence } from './evidence';
import type { SavedRecommendation } from './saved-recommendation';

/** Metric of a choice, whose effect is against the creator's other videos; every other effect is against the level. */
const choiceMetric = 'estimate';

/**
 * The effect as a next video would show it against the creator's level. The level holds the videos with the choice as well as the
 * others, so that a choice of a third of the videos stands only two thirds of its effect above it.
 */
export function effectAgainstLevel({
  metric,
  effect,
  low,
  high,
  arms,
}: Pick<Evidence, 'metric' | 'effect' | 'low' | 'high' | 'arms'>): { effect: number; effectLow: number; effectHigh: number } {
  const [chosen, others] = arms;
  const share = metric === choiceMetric && chosen && others ? others.n / Math.max(1, chosen.n + others.n) : 1;
  return { effect: effect * share, effectLow: low * share, effectHigh: high * share };
}

/** Registers what is predicted of the video that follows; in the transaction that marks the recommendation as applied. */
export function predictFollowing(
  { id, connectionId, type, evidence }: SavedRecommendation,
  baseline: CreatorBaseline | null,
  deps: { db: Database; now: Date },
): void {
  const { criterion, intervalLevel, n } = evidence;
  registerPrediction(
    { connectionId, recommendationId: id, type, criterion, intervalLevel, n, ...effectAgainstLevel(evidence) },
    baseline,
    deps,
  );
}
