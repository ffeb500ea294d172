import { z } from 'zod';
import type { Jobs } from '../jobs/jobs';
import { carryOutErasure, type CarryOutErasureDependencies } from './carry-out-erasure';
import { listUnfinishedErasureIds } from './erasure-queries';
import { enqueueErasure, erasureJobKind } from './request-erasure';

const payloadSchema = z.object({ erasureId: z.string() });

/** Registers the work of this feature; call once at start. */
export function registerErasureJobs(deps: CarryOutErasureDependencies & { jobs: Jobs }): void {
  deps.jobs.handle(erasureJobKind, (payload, run) => carryOutErasure(payloadSchema.parse(payload).erasureId, deps, run), {
    concurrency: 1,
    // Failing for good is not an end: the sweep takes it up again.
    attempts: 10,
    // 2, 8, 32, 128 s until TikTok is given up; 10 minutes at most.
    retryDelayMs: (attempt) => Math.min(600_000, 2_000 * 4 ** (attempt - 1)),
  });
}

/** Takes up every erasure that is not done: one whose job was lost or failed for good. */
export async function resumeErasures(deps: {
  db: CarryOutErasureDependencies['db'];
  jobs: Pick<Jobs, 'enqueue'>;
}): Promise<void> {
  for (const id of listUnfinishedErasureIds(deps.db)) await enqueueErasure(id, deps);
}
