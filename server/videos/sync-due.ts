import type { CrealiaPubSub } from '../pubsub';
import { ConnectionNotActiveError } from '../connections/errors';
import { NotFoundError } from '../users/errors';
import { type StartSyncDependencies, startSync } from './start-sync';
import { isFinished } from './sync-run';
import { findSyncRun, listDueConnectionIds } from './sync-run-queries';

const atMost = 100;

/** Syncs every connection whose time has come and resolves when all of them have ended, or `signal` aborts. */
export async function syncDueConnections(
  deps: StartSyncDependencies & { pubsub: CrealiaPubSub },
  signal: AbortSignal,
): Promise<void> {
  await Promise.all(
    listDueConnectionIds(deps.db, deps.clock.now(), atMost).map((connectionId) => syncToTheEnd(connectionId, deps, signal)),
  );
}

async function syncToTheEnd(
  connectionId: string,
  deps: StartSyncDependencies & { pubsub: CrealiaPubSub },
  signal: AbortSignal,
): Promise<void> {
  try {
    const { id } = await startSync({ connectionId, trigger: 'SCHEDULED' }, deps);
    const announcements = deps.pubsub.subscribe('syncProgress', id);
    const stop = () => void announcements.return();
    signal.addEventListener('abort', stop, { once: true });
    try {
      while (!signal.aborted) {
        // Asked for before the state is read: an end in between is not missed.
        const next = announcements.next();
        const run = findSyncRun(deps.db, id);
        if (!run || isFinished(run) || (await next).done) return;
      }
    } finally {
      signal.removeEventListener('abort', stop);
      await announcements.return();
    }
  } catch (error) {
    // Disconnected or erased since it was listed: nothing is due any more.
    if (!(error instanceof ConnectionNotActiveError || error instanceof NotFoundError)) throw error;
  }
}
