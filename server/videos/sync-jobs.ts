import { z } from 'zod';
import type { Events } from '../events';
import type { JobHandler, Jobs } from '../jobs/jobs';
import { lookUpSounds } from './look-up-sounds';
import { syncJobKind } from './start-sync';
import { type SyncDependencies, syncVideos } from './sync-videos';

const soundsJobKind = 'sounds';
const payloadSchema = z.object({ connectionId: z.string() });

declare module '../events' {
  interface EventMap {
    /** A connection was read to the end: what is computed from its readings can be computed anew. */
    synced: { connectionId: string };
  }
}

export type SyncJobDependencies = SyncDependencies & { jobs: Pick<Jobs, 'enqueue' | 'handle'>; events: Events };

/** Registers the work of this feature; call once at start. */
export function registerSyncJobs(deps: SyncJobDependencies): void {
  deps.jobs.handle(syncJobKind, createSyncJob(deps), {
    concurrency: 4,
    attempts: 6,
    // 15 s, 30 s, 1, 2, 4 minutes: TikTok counts its calls in a window of one minute.
    retryDelayMs: (attempt) => 15_000 * 2 ** (attempt - 1),
  });
  deps.jobs.handle(
    soundsJobKind,
    async (payload, { signal }) => {
      await lookUpSounds(payloadSchema.parse(payload).connectionId, deps, signal);
    },
    { concurrency: 1, attempts: 1, retryDelayMs: () => 60_000 },
  );
}

/** A run that failed is recorded as such, with what to do: its job is done. */
function createSyncJob(deps: SyncJobDependencies): JobHandler {
  return async (payload, { signal, isLastAttempt }) => {
    const { connectionId } = payloadSchema.parse(payload);
    const run = await syncVideos(connectionId, deps, { signal, isLastAttempt });
    if (run?.status === 'SUCCEEDED') await afterSync(connectionId, deps);
  };
}

/** Tells the features that follow, and asks for the sounds of the newest videos in the background, out of the way of every sync. */
export async function afterSync(
  connectionId: string,
  { jobs, events }: { jobs: Pick<Jobs, 'enqueue'>; events: Events },
): Promise<void> {
  await events.emit('synced', { connectionId });
  await jobs.enqueue({ kind: soundsJobKind, key: `${soundsJobKind}:${connectionId}`, payload: { connectionId } });
}
