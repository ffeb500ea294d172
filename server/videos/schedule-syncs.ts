import { ConnectionNotActiveError } from '../connections/errors';
import { NotFoundError } from '../users/errors';
import { type StartSyncDependencies, startSync } from './start-sync';
import { findEarliestSyncAt, listDueConnectionIds } from './sync-run-queries';
import type { Database } from '../db/database';

/** More wait for the next call: a schedule that slept for a week must not hold everything up. */
const atMost = 500;

/** Starts a run for every connection whose time has come, and takes up again those whose job was lost. Returns how many. */
export async function scheduleSyncs(deps: StartSyncDependencies): Promise<number> {
  const connectionIds = listDueConnectionIds(deps.db, deps.clock.now(), atMost);
  let started = 0;
  for (const connectionId of connectionIds) {
    try {
      await startSync({ connectionId, trigger: 'SCHEDULED' }, deps);
      started += 1;
    } catch (error) {
      // Disconnected or erased since it was listed: nothing is due any more.
      if (!(error instanceof ConnectionNotActiveError || error instanceof NotFoundError)) throw error;
    }
  }
  return started;
}

/** When the next reading of any account is due; null when none is active. */
export function findNextSyncAt(db: Database): Date | null {
  return findEarliestSyncAt(db);
}
