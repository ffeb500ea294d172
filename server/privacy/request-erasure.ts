import { randomBytes } from 'node:crypto';
import type { Database } from '../db/database';
import type { ErasureReason } from '../db/generated/client/enums';
import type { Events } from '../events';
import type { Jobs } from '../jobs/jobs';
import type { Erasure } from './erasure';
import { listIdsInJobs, openErasure } from './erasure-queries';

export const erasureJobKind = 'erase';

export interface RequestErasureDependencies {
  db: Database;
  events: Events;
  jobs: Jobs;
  systemNow: () => Date;
}

/**
 * Stops every use at once and has the rest done in the background: a person with everything (`userId`), or one account
 * (`connectionId`). Asking again gives the erasure that is under way.
 */
export async function requestErasure(
  what: { reason: ErasureReason } & ({ userId: string; connectionId: null } | { userId: null; connectionId: string }),
  deps: RequestErasureDependencies,
): Promise<Erasure> {
  const { db, events, jobs, systemNow } = deps;
  const erasure = openErasure(db, { ...what, id: randomBytes(18).toString('base64url'), now: systemNow() });
  // Their jobs are dropped before the erasure's own is made; should the process die in between, the sweep makes it.
  for (const connectionId of erasure.connectionIds) await events.emit('disconnected', { connectionId });
  await jobs.discard([...listIdsInJobs(db, erasure), ...(erasure.userId === null ? [] : [erasure.userId])]);
  await enqueueErasure(erasure.id, deps);
  return erasure;
}

/** The payload names nobody: what is left of a finished job in the file says nothing. */
export async function enqueueErasure(id: string, { jobs }: { jobs: Pick<Jobs, 'enqueue'> }): Promise<void> {
  await jobs.enqueue({ kind: erasureJobKind, key: `${erasureJobKind}:${id}`, payload: { erasureId: id } });
}
