import type { Clock } from '../clock';
import type { Database } from '../db/database';
import type { Jobs } from '../jobs/jobs';
import { NotFoundError } from '../users/errors';
import { NothingSyncedError } from './errors';
import { createGenerationRun } from './generation-queries';
import type { GenerationRun } from './generation-run';
import { requestedTypes, type RecommendationType } from './recommendation';

export const generationJobKind = 'generate';

/**
 * Starts making recommendations, or returns the run that is under way.
 * @throws NotFoundError, NothingSyncedError
 */
export async function startGeneration(
  { connectionId, ownerId, types }: { connectionId: string; ownerId: string; types?: readonly RecommendationType[] | null },
  { db, clock, jobs }: { db: Database; clock: Clock; jobs: Pick<Jobs, 'enqueue'> },
): Promise<GenerationRun> {
  const result = createGenerationRun(db, { connectionId, ownerId, types: requestedTypes(types), now: clock.now() });
  if ('refused' in result) {
    throw result.refused === 'NOT_FOUND' ? new NotFoundError('TikTok connection') : new NothingSyncedError(result.displayName);
  }
  const { run } = result;
  // Also for a run under way: should its job have been lost, this is a new one; should it be there, nothing happens.
  await jobs.enqueue({ kind: generationJobKind, key: `${generationJobKind}:${run.id}`, payload: { runId: run.id } });
  return run;
}
