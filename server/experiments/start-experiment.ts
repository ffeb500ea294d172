import type { Analyses } from '../analytics/analyses';
import type { Clock } from '../clock';
import { ConnectionNotActiveError } from '../connections/errors';
import type { Database } from '../db/database';
import { NotFoundError } from '../users/errors';
import { checkPlan } from './check-plan';
import { ExperimentRunningError } from './errors';
import { alpha, type Experiment, type ExperimentPlan } from './experiment';
import { findOwnAccount, insertExperiment } from './experiment-queries';
import { planningFrom } from './plan-experiment';
import { detectableDifference } from './power';
import { methodVersion } from './read-result';
import type { DrawBelow } from './toss';

export interface StartInput extends ExperimentPlan {
  connectionId: string;
  ownerId: string;
}

interface StartDependencies {
  db: Database;
  clock: Clock;
  analyses: Analyses;
  drawBelow: DrawBelow;
}

/**
 * Registers a plan, which never changes from then on. The same plan twice is one experiment.
 * @throws NotFoundError, InvalidInputError, ConnectionNotActiveError, ExperimentRunningError
 */
export async function startExperiment(
  { connectionId, ownerId, ...asked }: StartInput,
  { db, clock, analyses, drawBelow }: StartDependencies,
): Promise<Experiment> {
  const account = findOwnAccount(db, connectionId, ownerId);
  if (!account) throw new NotFoundError('TikTok connection');
  const plan = checkPlan(asked);
  if (!account.isActive) throw new ConnectionNotActiveError(account.displayName);
  const analysis = await analyses.get({ connectionId, timeZone: account.timeZone });
  const { level, levelVideoCount, scatter, isScatterOwn } = planningFrom(analysis);
  const { experiment, isNew } = insertExperiment(db, {
    ...plan,
    connectionId,
    alpha,
    level,
    levelVideoCount,
    scatter,
    isScatterOwn,
    detectableDifference: detectableDifference(plan.videosPerArm, scatter),
    seed: drawBelow(2 ** 31),
    methodVersion,
    now: clock.now(),
  });
  if (!isNew && !isSamePlan(experiment, plan)) throw new ExperimentRunningError();
  return experiment;
}

function isSamePlan(one: ExperimentPlan, other: ExperimentPlan): boolean {
  const parts = ({ kind, labelA, labelB, videosPerArm, horizonHours }: ExperimentPlan) =>
    JSON.stringify([kind, labelA, labelB, videosPerArm, horizonHours]);
  return parts(one) === parts(other);
}
