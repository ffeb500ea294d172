import type { Clock } from '../clock';
import type { Database } from '../db/database';
import { findNextVideoId, linkVideo, listAssignments, listHorizonReadings, saveMeasurements } from './assignment-queries';
import { type Assignment, type Experiment, isComplete, limits } from './experiment';
import { endExperiment, findRunningExperiment } from './experiment-queries';
import { readAtHorizon } from './horizon-reading';
import { readResult } from './read-result';

const hourMs = 3_600_000;

/**
 * Takes up what a sync has brought: links the video that followed the last toss, measures the videos that have reached the horizon,
 * and reads the experiment when, and only when, all planned videos are measured or missing. To be called again at any time.
 */
export function advanceExperiment(connectionId: string, { db, clock }: { db: Database; clock: Clock }): void {
  const experiment = findRunningExperiment(db, connectionId);
  if (!experiment) return;
  const now = clock.now();
  const assignments = db.sqlite
    .transaction(() => {
      linkLatest(db, experiment.id, now);
      return measure(db, experiment, now);
    })
    .immediate();
  if (isComplete(experiment, assignments)) read(db, experiment, assignments, now);
}

/** Only the latest toss can wait: the next is not made before its video is there. Inside the caller's transaction. */
export function linkLatest(db: Database, experimentId: string, now: Date): void {
  const latest = listAssignments(db, [experimentId])[0]!.at(-1);
  if (!latest || latest.linkedAt !== null) return;
  const videoId = findNextVideoId(db, latest.id);
  if (videoId !== null) linkVideo(db, { assignmentId: latest.id, videoId, isByCreator: false, now });
}

function measure(db: Database, { id, horizonHours }: Experiment, now: Date): Assignment[] {
  const readings = listHorizonReadings(db, id, horizonHours);
  const measurements = listAssignments(db, [id])[0]!.flatMap((assignment) => {
    if (assignment.linkedAt === null || assignment.measuredAt !== null) return [];
    // A video that was removed from here brings no reading any more.
    if (assignment.videoPublishedAt === null) return [{ id: assignment.id, logViews: null }];
    const ageHours = (now.getTime() - assignment.videoPublishedAt.getTime()) / hourMs;
    const reading = readAtHorizon(readings.get(assignment.id) ?? [], horizonHours, ageHours);
    if (reading.state === 'WAITING') return [];
    return [{ id: assignment.id, logViews: reading.state === 'MEASURED' ? reading.logViews : null }];
  });
  saveMeasurements(db, measurements, now);
  return listAssignments(db, [id])[0]!;
}

function read(db: Database, experiment: Experiment, tosses: readonly Assignment[], now: Date): void {
  const result = readResult({ ...experiment, tosses }, limits.fewestPerArm);
  endExperiment(db, { id: experiment.id, result, endReason: result ? 'PLAN_COMPLETE' : 'TOO_MANY_MISSING', now });
}
