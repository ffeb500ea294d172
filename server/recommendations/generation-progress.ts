import type { CrealiaPubSub } from '../pubsub';
import { isFinished, type GenerationRun } from './generation-run';

declare module '../pubsub' {
  interface Channels {
    /** A generation run has moved; the payload is its id. */
    recommendationProgress: [runId: string, payload: string];
  }
}

export function announceGeneration(pubsub: CrealiaPubSub, runId: string): void {
  pubsub.publish('recommendationProgress', runId, runId);
}

/** The run as it is now and after each announcement, until it is finished or nobody listens; `read` gives its present state, null when it is gone. */
export async function* followGeneration(
  pubsub: CrealiaPubSub,
  runId: string,
  read: () => GenerationRun | null,
): AsyncGenerator<GenerationRun> {
  const announcements = pubsub.subscribe('recommendationProgress', runId);
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
