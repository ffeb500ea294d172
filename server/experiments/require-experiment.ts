import type { Database } from '../db/database';
import { NotFoundError } from '../users/errors';
import { findOwnAssignment, listAssignments } from './assignment-queries';
import { ExperimentEndedError, VideoSettledError } from './errors';
import { type Assignment, changeableUntil, type Experiment } from './experiment';
import { findOwnExperiment } from './experiment-queries';

/** The person's experiment. @throws NotFoundError */
export function requireOwnExperiment(
  { experimentId, ownerId }: { experimentId: string; ownerId: string },
  { db }: { db: Database },
): Experiment {
  const experiment = findOwnExperiment(db, experimentId, ownerId);
  if (!experiment) throw new NotFoundError('experiment');
  return experiment;
}

/** The experiment of the person's toss. @throws NotFoundError */
export function requireExperimentOfToss(
  { assignmentId, ownerId }: { assignmentId: string; ownerId: string },
  { db }: { db: Database },
): Experiment {
  const assignment = findOwnAssignment(db, assignmentId, ownerId);
  if (!assignment) throw new NotFoundError('toss');
  return requireOwnExperiment({ experimentId: assignment.experimentId, ownerId }, { db });
}

/** The person's experiment, still under way. @throws NotFoundError, ExperimentEndedError */
export function requireRunningExperiment(db: Database, id: string, ownerId: string): Experiment {
  const experiment = requireOwnExperiment({ experimentId: id, ownerId }, { db });
  if (experiment.status !== 'RUNNING') throw new ExperimentEndedError();
  return experiment;
}

interface OwnToss {
  assignment: Assignment;
  experiment: Experiment;
}

/** The person's toss, in an experiment still under way. @throws NotFoundError, ExperimentEndedError */
export function requireRunningToss(db: Database, id: string, ownerId: string): OwnToss {
  const assignment = findOwnAssignment(db, id, ownerId);
  if (!assignment) throw new NotFoundError('toss');
  return { assignment, experiment: requireRunningExperiment(db, assignment.experimentId, ownerId) };
}

/**
 * The same, as long as its video may still be exchanged or excluded.
 * @throws NotFoundError, ExperimentEndedError, VideoSettledError
 */
export function requireChangeableToss(db: Database, id: string, ownerId: string, now: Date): OwnToss {
  const toss = requireRunningToss(db, id, ownerId);
  const isLatest = listAssignments(db, [toss.experiment.id])[0]!.at(-1)?.id === id;
  const until = changeableUntil(toss.assignment, isLatest);
  if (!isLatest || (until !== null && until <= now)) throw new VideoSettledError();
  return toss;
}
