import type { CrealiaPubSub } from '../pubsub';
import { isFinished, type SyncRun } from './sync-run';

declare module '../pubsub' {
  interface Channels {
    /** A sync run has moved; the payload is its id. */
    syncProgress: [runId: string, payload: string];
  }
}

/** Tells who follows a run that it has moved. */
export interface SyncProgressAnnouncer {
  announce(run: Pick<SyncRun, 'id' | 'status'>): void;
}

const leastMsBetween = 250;

/** At most four announcements a second for each run, and always the last one. `monotonicMs` is the system's time, whatever day the data live in. */
export function createSyncProgressAnnouncer(pubsub: CrealiaPubSub, monotonicMs: () => number): SyncProgressAnnouncer {
  const announcedAt = new Map<string, number>();
  return {
    announce(run) {
      const now = monotonicMs();
      if (isFinished(run)) announcedAt.delete(run.id);
      else if (now - (announcedAt.get(run.id) ?? -Infinity) < leastMsBetween) return;
      else announcedAt.set(run.id, now);
      pubsub.publish('syncProgress', run.id, run.id);
    },
  };
}

/** The run as it is now and after each announcement, until it is finished or nobody listens; `read` gives its present state, null when it is gone. */
export async function* followSyncRun(pubsub: CrealiaPubSub, runId: string, read: () => SyncRun | null): AsyncGenerator<SyncRun> {
  const announcements = pubsub.subscribe('syncProgress', runId);
  try {
    // Asked for before the state is read: what happens in between is not missed.
    let next = announcements.next();
    for (;;) {
      const run = read();
      if (!run) return;
      yield run;
      if (isFinished(run) || (await next).done) return;
      next = announcements.next();
    }
  } finally {
    await announcements.return();
  }
}
