import { setImmediate as giveWay } from 'node:timers/promises';
import { revokeAuthorization } from '../connections/disconnect-account';
import type { AccessTokens } from '../connections/access-tokens';
import type { Database } from '../db/database';
import type { ErasurePhase } from '../db/generated/client/enums';
import type { Jobs } from '../jobs/jobs';
import type { Logger } from '../logger';
import type { TikTokClient } from '../tiktok/client';
import { cleanDatabase } from './clean-database';
import { beginDeletion, deleteAccounts, deleteSomeVideos } from './deletion-queries';
import type { Erasure, ErasureTarget } from './erasure';
import type { PersonalFiles } from './personal-files';
import {
  addDeletedFiles,
  addRevocation,
  findErasure,
  finishErasure,
  forgetTarget,
  giveUpRevoking,
  listIdsInJobs,
  listUnrevoked,
  settleRevocations,
} from './erasure-queries';

export interface CarryOutErasureDependencies {
  db: Database;
  jobs: Pick<Jobs, 'discard' | 'whenEnded'>;
  tiktok: TikTokClient;
  accessTokens: AccessTokens;
  personalFiles: readonly PersonalFiles[];
  logger: Logger;
  systemNow: () => Date;
  /** Drops what this process remembers of accounts that are gone. */
  forgetInMemory: (connectionIds: readonly string[]) => void;
}

/** Tries to reach TikTok before the data goes anyway, unrevoked: three minutes with the delays of the job. */
export const revokeAttempts = 5;

/**
 * Takes an erasure from where it stands to its end. Each step can be repeated, and the phase is kept with what was done, so one that
 * was interrupted anywhere goes on from there. Returns early, to be taken up again, once `signal` aborts.
 * @throws what stopped it, to be tried again; TikTok's silence only before `revokeAttempts`
 */
export async function carryOutErasure(
  id: string,
  deps: CarryOutErasureDependencies,
  { attempt, signal }: { attempt: number; signal?: AbortSignal },
): Promise<void> {
  for (;;) {
    const erasure = findErasure(deps.db, id);
    if (!erasure || erasure.phase === 'DONE' || signal?.aborted) return;
    await steps[erasure.phase](erasure, deps, { attempt, signal });
  }
}

type Step = (
  erasure: Erasure,
  deps: CarryOutErasureDependencies,
  run: { attempt: number; signal?: AbortSignal },
) => Promise<void>;

const steps: Record<Exclude<ErasurePhase, 'DONE'>, Step> = {
  async REVOKING({ id, connectionIds }, deps, { attempt }) {
    for (const connectionId of listUnrevoked(deps.db, connectionIds)) {
      try {
        addRevocation(deps.db, id, await revokeAuthorization(connectionId, deps));
      } catch (error) {
        if (attempt < revokeAttempts) throw error;
        deps.logger.warn(
          { err: error, erasureId: id },
          'TikTok does not confirm the end of an authorization; its data goes anyway',
        );
        giveUpRevoking(deps.db, id, connectionId);
      }
    }
    beginDeletion(deps.db, id);
  },

  async DELETING(erasure, { db, jobs, personalFiles }, { signal }) {
    const { id, userId, connectionIds } = erasure;
    const ids = [...connectionIds, ...listIdsInJobs(db, erasure), ...(userId === null ? [] : [userId])];
    // A sync that ended just now asks for what follows it; that asks for nothing more.
    await dropJobs(ids, jobs);
    await dropJobs(ids, jobs);
    // Before the rows, by which some of them are found.
    addDeletedFiles(db, id, await forgetFiles(personalFiles, erasure));
    while (deleteSomeVideos(db, id)) {
      if (signal?.aborted) return;
      await giveWay();
    }
    settleRevocations(db, id);
    deleteAccounts(db, id);
  },

  async FORGETTING_FILES(erasure, { db, personalFiles, forgetInMemory }) {
    const { id } = erasure;
    forgetInMemory(erasure.connectionIds);
    // Whoever was served a picture meanwhile had it kept again; what the look after that finds is what was left.
    addDeletedFiles(db, id, await forgetFiles(personalFiles, erasure));
    forgetTarget(db, id, await forgetFiles(personalFiles, erasure));
  },

  async CLEANING({ id }, { db, systemNow }) {
    cleanDatabase(db);
    finishErasure(db, id, systemNow());
  },
};

async function forgetFiles(personalFiles: readonly PersonalFiles[], target: ErasureTarget): Promise<number> {
  let count = 0;
  for (const files of personalFiles) count += await files.forget(target);
  return count;
}

async function dropJobs(ids: readonly string[], jobs: CarryOutErasureDependencies['jobs']): Promise<void> {
  await jobs.discard(ids);
  await jobs.whenEnded(ids);
}
