import type { Clock } from '../clock';
import type { Database } from '../db/database';
import { ExperimentEndedError } from './errors';
import { endExperiment } from './experiment-queries';
import { requireOwnExperiment } from './require-experiment';

/**
 * Ends an experiment before its plan is complete: it is not read, whatever it holds by then, since who may stop when it looks good
 * finds what is not there. Stopping twice is stopping once.
 * @throws NotFoundError, ExperimentEndedError
 */
export function stopExperiment(
  { experimentId, ownerId }: { experimentId: string; ownerId: string },
  { db, clock }: { db: Database; clock: Clock },
): void {
  const experiment = requireOwnExperiment({ experimentId, ownerId }, { db });
  if (experiment.status === 'READ' || experiment.endReason === 'TOO_MANY_MISSING') throw new ExperimentEndedError();
  endExperiment(db, { id: experimentId, endReason: 'STOPPED_EARLY', result: null, now: clock.now() });
}
