import { Repeater } from 'graphql-yoga';
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

/**
 * The run as it is now and after each announcement, until it is finished or nobody listens any more. `read` gives its present state,
 * null when it is gone.
 */
export function followSyncRun(pubsub: CrealiaPubSub, runId: string, read: () => SyncRun | null): Repeater<SyncRun> {
  return new Repeater(async (push, stop) => {
    const announcements = pubsub.subscribe('syncProgress', runId);
    void stop.then(() => announcements.return());
    for (;;) {
      // Asked for before the state is read: what happens in between is not missed.
      const next = announcements.next();
      const run = read();
      if (run) await push(run);
      if (!run || isFinished(run)) return stop();
      if ((await next).done) return;
    }
  });
}
