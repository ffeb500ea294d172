import type { Clock } from '../clock';
import type { Database } from '../db/database';
import { linkLatest } from './advance-experiment';
import { insertAssignment, listAssignments } from './assignment-queries';
import { NoTossLeftError } from './errors';
import { plannedVideos } from './experiment';
import { requireRunningExperiment } from './require-experiment';
import { type DrawBelow, nextToss } from './toss';

/**
 * What to do in the next video. Asking again before that video is there gives the same answer: nobody tosses until it suits.
 * @throws NotFoundError, ExperimentEndedError, NoTossLeftError
 */
export function tossForNextVideo(
  { experimentId, ownerId }: { experimentId: string; ownerId: string },
  { db, clock, drawBelow }: { db: Database; clock: Clock; drawBelow: DrawBelow },
): void {
  db.sqlite
    .transaction(() => {
      const experiment = requireRunningExperiment(db, experimentId, ownerId);
      const now = clock.now();
      linkLatest(db, experimentId, now);
      const before = listAssignments(db, [experimentId])[0]!;
      const latest = before.at(-1);
      if (latest && latest.linkedAt === null) return;
      const toss = nextToss(before, plannedVideos(experiment), drawBelow);
      if (!toss) throw new NoTossLeftError();
      insertAssignment(db, { ...toss, experimentId, position: before.length + 1, now });
    })
    .immediate();
}
