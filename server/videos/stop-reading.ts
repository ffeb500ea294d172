import type { Clock } from '../clock';
import { ConnectionNotActiveError } from '../connections/errors';
import type { Database } from '../db/database';
import type { Jobs } from '../jobs/jobs';
import { describeSyncFailure } from './sync-failure';
import { failActiveRuns } from './sync-run-queries';

/**
 * Ends whatever reads a connection that is not to be read any more: the run that is under way fails with its reason, an answer of
 * TikTok that is still on its way is not kept, and the jobs that wait are dropped.
 */
export async function stopReading(
  connectionId: string,
  { db, clock, jobs }: { db: Database; clock: Clock; jobs: Pick<Jobs, 'discard'> },
): Promise<void> {
  failActiveRuns(db, connectionId, {
    describe: (displayName) => describeSyncFailure(new ConnectionNotActiveError(displayName)),
    now: clock.now(),
  });
  await jobs.discard([connectionId]);
}
