import { ConnectionNotActiveError } from '../connections/errors';
import type { Events } from '../events';
import type { CrealiaPubSub } from '../pubsub';
import { NotFoundError } from '../users/errors';
import { openSyncRun, type StartSyncDependencies } from './start-sync';
import { afterSync } from './sync-jobs';
import { createSyncProgressAnnouncer } from './sync-progress';
import { listDueConnectionIds } from './sync-run-queries';
import { type SyncDependencies, syncVideos } from './sync-videos';

const atMost = 100;

export type SyncDueDependencies = StartSyncDependencies &
  Omit<SyncDependencies, 'syncProgress'> & { pubsub: CrealiaPubSub; events: Events };

/**
 * Syncs every connection whose time has come, one after the other and without the queue, and resolves when all of them have ended
 * or `signal` aborts. A run that TikTok lets fail ends as FAILED and holds nothing back.
 */
export async function syncDueConnections(deps: SyncDueDependencies, signal: AbortSignal): Promise<void> {
  const syncProgress = createSyncProgressAnnouncer(deps.pubsub, () => performance.now());
  for (const connectionId of listDueConnectionIds(deps.db, deps.clock.now(), atMost)) {
    if (signal.aborted) return;
    try {
      openSyncRun({ connectionId, trigger: 'SCHEDULED' }, deps);
    } catch (error) {
      // Disconnected or erased since it was listed: nothing is due any more.
      if (error instanceof ConnectionNotActiveError || error instanceof NotFoundError) continue;
      throw error;
    }
    const run = await syncVideos(connectionId, { ...deps, syncProgress }, { signal, isLastAttempt: true });
    if (run?.status === 'SUCCEEDED') await afterSync(connectionId, deps);
  }
}
