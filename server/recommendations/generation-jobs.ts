import { z } from 'zod';
import type { Jobs } from '../jobs/jobs';
import { makeRecommendations, type GenerationDependencies } from './make-recommendations';
import { generationJobKind } from './start-generation';

const payloadSchema = z.object({ runId: z.string() });

/** Registers the work of this feature; call once at start. */
export function registerGenerationJobs({ jobs, ...deps }: GenerationDependencies & { jobs: Pick<Jobs, 'handle'> }): void {
  jobs.handle(generationJobKind, (payload, run) => makeRecommendations(payloadSchema.parse(payload).runId, deps, run), {
    // Statistics share the processor with the pages; waiting for the language model does not.
    concurrency: 2,
    attempts: 3,
    retryDelayMs: (attempt) => 2_000 * 2 ** (attempt - 1),
  });
}
