import { type Jobs, PermanentJobError } from '../jobs/jobs';
import type { Metrics } from './metrics';

/** The same queue, whose tries are counted. */
export function observedJobs(jobs: Jobs, metrics: Pick<Metrics, 'countJob'>): Jobs {
  return {
    ...jobs,
    handle(kind, handler, options) {
      const counted: typeof handler = async (payload, run) => {
        const startedAt = performance.now();
        const count = (outcome: 'done' | 'retried' | 'failed') =>
          metrics.countJob({
            kind,
            outcome: run.signal.aborted ? 'stopped' : outcome,
            seconds: (performance.now() - startedAt) / 1000,
          });
        try {
          await handler(payload, run);
        } catch (error) {
          count(run.isLastAttempt || error instanceof PermanentJobError ? 'failed' : 'retried');
          throw error;
        }
        count('done');
      };
      jobs.handle(kind, counted, options);
    },
  };
}
