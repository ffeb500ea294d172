import type { Clock } from '../clock';
import type { Database } from '../db/database';
import { InvalidInputError, NotFoundError } from '../users/errors';
import { linkLatest } from './advance-experiment';
import { excludeVideo, findCandidate, linkVideo, listExclusions, markFollowed } from './assignment-queries';
import { checkReason } from './check-plan';
import { type Assignment, type Experiment, mostExclusions, settledAfterHours, youngestSettled } from './experiment';
import { requireChangeableToss, requireRunningToss } from './require-experiment';

interface TossInput {
  assignmentId: string;
  ownerId: string;
}

interface ChangeDependencies {
  db: Database;
  clock: Clock;
}

/**
 * Says which video followed a toss, where the first one after it is not the one. A video that stood there is excluded for the
 * reason given. Only videos too young to say anything may be chosen. The same video again changes nothing.
 * @throws NotFoundError, InvalidInputError, ExperimentEndedError, VideoSettledError
 */
export function linkExperimentVideo(
  { assignmentId, ownerId, videoId, reason }: TossInput & { videoId: string; reason: string | null },
  { db, clock }: ChangeDependencies,
): void {
  db.sqlite
    .transaction(() => {
      const now = clock.now();
      const { assignment, experiment } = requireRunningToss(db, assignmentId, ownerId);
      if (assignment.videoId === videoId) return;
      requireChangeableToss(db, assignmentId, ownerId, now);
      checkCandidate(findCandidate(db, { experimentId: experiment.id, videoId }), assignment, now);
      if (assignment.videoId !== null) exclude(db, { experiment, assignment, reason: reason ?? '', now });
      linkVideo(db, { assignmentId, videoId, isByCreator: true, now });
    })
    .immediate();
}

/**
 * Takes a video out before its numbers say anything; its toss goes on to the next video, so that nobody gets another coin for it.
 * @throws NotFoundError, InvalidInputError, ExperimentEndedError, VideoSettledError
 */
export function excludeExperimentVideo(
  { assignmentId, ownerId, reason }: TossInput & { reason: string },
  { db, clock }: ChangeDependencies,
): void {
  db.sqlite
    .transaction(() => {
      const now = clock.now();
      const { assignment, experiment } = requireChangeableToss(db, assignmentId, ownerId, now);
      // Excluded a moment ago, by the first of two clicks.
      if (assignment.videoId === null) return;
      exclude(db, { experiment, assignment, reason, now });
      linkLatest(db, experiment.id, now);
    })
    .immediate();
}

/**
 * Keeps whether the video did what the coin said. It counts on the side of the coin either way (intention to treat).
 * @throws NotFoundError, ExperimentEndedError
 */
export function markExperimentVideo(
  { assignmentId, ownerId, isFollowed }: TossInput & { isFollowed: boolean },
  { db }: Pick<ChangeDependencies, 'db'>,
): void {
  requireRunningToss(db, assignmentId, ownerId);
  markFollowed(db, assignmentId, isFollowed);
}

function checkCandidate(candidate: ReturnType<typeof findCandidate>, { tossedAt }: Assignment, now: Date): void {
  if (!candidate) throw new NotFoundError('video');
  if (candidate.isTaken) throw new InvalidInputError('videoId', 'This video already counts in an experiment. Choose another.');
  if (candidate.isExcluded) throw new InvalidInputError('videoId', 'This video was excluded here. Choose another.');
  if (candidate.publishedAt <= tossedAt) {
    throw new InvalidInputError(
      'videoId',
      'This video was published before the toss, so the coin did not decide it. Choose a later one.',
    );
  }
  if (candidate.publishedAt < youngestSettled(now)) {
    throw new InvalidInputError(
      'videoId',
      `This video is more than ${settledAfterHours} hours old: its numbers are known. The first video after the toss counts.`,
    );
  }
}

function exclude(
  db: Database,
  { experiment, assignment, reason, now }: { experiment: Experiment; assignment: Assignment; reason: string; now: Date },
): void {
  const most = mostExclusions(experiment);
  if (listExclusions(db, [experiment.id])[0]!.length >= most) {
    throw new InvalidInputError('reason', `${most} videos are excluded already, as many as this plan allows. This one counts.`);
  }
  excludeVideo(db, { assignment, reason: checkReason(reason), now });
}
