import { z } from 'zod';
import { CHOICE_METHOD_VERSION } from '../analytics/choice-effects';
import type { Clock } from '../clock';
import type { Database } from '../db/database';
import { NotFoundError } from '../users/errors';
import { findOwnVideos } from '../videos/find-own-videos';
import { compareNumbers, type NumberComparison, type NumbersNow } from './compare-numbers';
import type { Evidence } from './evidence';
import { findOwnRecommendation } from './recommendation-queries';
import { isOwnQuestion } from './reproduction';
import type { SavedRecommendation } from './saved-recommendation';

/** What came of asking a recommendation's question again. */
export interface ReproducedRecommendation extends NumberComparison {
  recommendation: SavedRecommendation;
  ranAt: Date;
  /** Null: the question was not asked, or nothing of the kind is measured any more. */
  now: (NumbersNow & { asOf: Date | null }) | null;
  /** Videos named as for or against it that TikTok no longer returns, or that are gone here. */
  goneVideoCount: number;
}

interface ReproductionDependencies {
  db: Database;
  clock: Clock;
  /** Answers a GraphQL query as the person, over the whole schema with its limits. @throws what the answer's errors say */
  ask: (document: string, variables: Record<string, unknown>) => Promise<unknown>;
}

/**
 * Asks the stored question again, as the person whose recommendation it is, and compares the answer with what is stored. A question
 * that is not word for word ours is not asked. @throws NotFoundError for what is not there or not theirs
 */
export async function reproduceRecommendation(
  { recommendationId, ownerId }: { recommendationId: string; ownerId: string },
  { db, clock, ask }: ReproductionDependencies,
): Promise<ReproducedRecommendation> {
  const recommendation = findOwnRecommendation(db, recommendationId, ownerId);
  if (!recommendation) throw new NotFoundError('recommendation');
  const { evidence, connectionId } = recommendation;
  const { criterion, period } = evidence;
  const found = {
    recommendation,
    ranAt: clock.now(),
    goneVideoCount: countGone(evidence, ownerId, db),
  };
  if (!isOwnQuestion(evidence, { connectionId, criterion, timeZone: period.timeZone })) {
    // Evidence of an earlier method asked in other words, and its numbers would not be comparable anyway.
    const reason = evidence.methodVersion === CHOICE_METHOD_VERSION ? 'DOCUMENT_REFUSED' : 'METHOD_CHANGED';
    return { ...found, reason, now: null, differences: [], conclusionStands: null };
  }
  const now = readAnswer(await ask(evidence.document, evidence.variables));
  return { ...found, now, ...compareNumbers(evidence, now) };
}

const answerSchema = z.object({
  node: z
    .object({
      analytics: z.object({
        asOf: z.coerce.date().nullable(),
        dataVersion: z.number(),
        choiceEffect: z
          .object({
            n: z.number(),
            otherCount: z.number(),
            estimate: z.number().nullable(),
            low: z.number().nullable(),
            high: z.number().nullable(),
            verdict: z.enum(['HIGHER', 'LOWER', 'NO_MEASURABLE_DIFFERENCE', 'BELOW_THRESHOLD']),
            methodVersion: z.string(),
          })
          .nullable(),
      }),
    })
    .nullable(),
});

/** The numbers of every family are read by this one function; null where nothing is measured. */
function readAnswer(answer: unknown): ReproducedRecommendation['now'] {
  const { node } = answerSchema.parse(answer);
  if (!node?.analytics.choiceEffect) return null;
  const { asOf, dataVersion, choiceEffect } = node.analytics;
  const { estimate, ...numbers } = choiceEffect;
  return { ...numbers, effect: estimate, asOf, dataVersion };
}

function countGone({ supportingVideoIds, contradictingVideoIds }: Evidence, ownerId: string, db: Database): number {
  const cited = findOwnVideos([...supportingVideoIds, ...contradictingVideoIds], ownerId, { db });
  return cited.filter((video) => video === null || video.availability === 'UNAVAILABLE').length;
}
