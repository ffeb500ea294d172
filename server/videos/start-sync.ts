import type { Clock } from '../clock';
import { ConnectionNotActiveError } from '../connections/errors';
import type { Database } from '../db/database';
import type { SyncTrigger } from '../db/generated/client/enums';
import type { Jobs } from '../jobs/jobs';
import { NotFoundError } from '../users/errors';
import type { SyncRun } from './sync-run';
import { createSyncRun } from './sync-run-queries';

export const syncJobKind = 'sync';

export interface StartSyncDependencies {
  db: Database;
  clock: Clock;
  jobs: Pick<Jobs, 'enqueue'>;
}

export interface StartSyncInput {
  connectionId: string;
  /** Whose connection it must be; left out where nobody in particular asks: the schedule, a connection just made. */
  ownerId?: string;
  trigger: SyncTrigger;
}

/**
 * Starts reading a connection, or returns the run that is under way.
 * @throws NotFoundError, ConnectionNotActiveError
 */
export async function startSync(input: StartSyncInput, deps: StartSyncDependencies): Promise<SyncRun> {
  const run = openSyncRun(input, deps);
  // Also for a run under way: should its job have been lost, this is a new one; should it be there, nothing happens. The key is the
  // run's, because the job of the run before may still be there in the moment after its end.
  await deps.jobs.enqueue({ kind: syncJobKind, key: `${syncJobKind}:${run.id}`, payload: { connectionId: input.connectionId } });
  return run;
}

/** The same without a job, for whoever carries the run on by calling `syncVideos`. */
export function openSyncRun(input: StartSyncInput, { db, clock }: Pick<StartSyncDependencies, 'db' | 'clock'>): SyncRun {
  const result = createSyncRun(db, { ...input, now: clock.now() });
  if ('run' in result) return result.run;
  throw result.refused === 'NOT_FOUND'
    ? new NotFoundError('TikTok connection')
    : new ConnectionNotActiveError(result.displayName);
}
