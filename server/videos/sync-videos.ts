import type { Clock } from '../clock';
import type { AccessTokens } from '../connections/access-tokens';
import { markNeedsReconnect } from '../connections/disconnect-account';
import type { Database } from '../db/database';
import type { SyncPhase } from '../db/generated/client/enums';
import type { Logger } from '../logger';
import type { TikTokClient, TikTokUser } from '../tiktok/client';
import { TikTokError, TikTokScopeMissingError } from '../tiktok/errors';
import { landEndOfListing, landEndOfReading, landPage, landProfile, landReadings, listDueVideos } from './ingest-queries';
import { isProfileDue } from './metric-snapshot';
import { describeSyncFailure, type SyncFailure } from './sync-failure';
import type { SyncProgressAnnouncer } from './sync-progress';
import { isFinished, type StartedSyncRun, type SyncRun } from './sync-run';
import { beginSyncRun, failSyncRun, findLastProfileReading, findSyncRun, finishSyncRun, recordSetback } from './sync-run-queries';

export interface SyncDependencies {
  db: Database;
  clock: Clock;
  tiktok: TikTokClient;
  accessTokens: AccessTokens;
  syncProgress: SyncProgressAnnouncer;
  logger: Logger;
}

export interface SyncAttempt {
  /** Stops the run between two pages; it goes on from there later. */
  signal?: AbortSignal;
  /** A failure that another try could mend ends the run only on the last one. */
  isLastAttempt: boolean;
}

/** TikTok's own bound, of a page and of a query alike. */
const pageSize = 20;

/**
 * Pages in a row without a video that the run had not listed yet. Empty pages with more behind them are TikTok's habit (videos that
 * are not public), but a list whose cursor falls by a millisecond a page would go on for as many pages as there were milliseconds.
 */
const maximumBarrenPages = 200;

/**
 * Carries the connection's active run to its end, from where it stands: every page is written with the run's place in one
 * transaction, so stopping anywhere loses nothing and repeats nothing. Returns the run; null when there was none to carry on.
 * A failure that another try cannot mend ends the run as FAILED; so does any failure on the last attempt. Before that it is written
 * down with the run, for whoever follows it, and thrown.
 * What we did not foresee is thrown in any case.
 */
export async function syncVideos(
  connectionId: string,
  deps: SyncDependencies,
  { signal, isLastAttempt }: SyncAttempt,
): Promise<SyncRun | null> {
  await deps.clock.refresh();
  let run = beginSyncRun(deps.db, connectionId, deps.clock.now());
  let barrenPages = 0;
  try {
    while (run && !isFinished(run) && !signal?.aborted) {
      deps.syncProgress.announce(run);
      const before: StartedSyncRun = run;
      await steps[before.phase](before, deps);
      run = reload(before, deps);
      const isBarren = run?.phase === 'LISTING' && before.phase === 'LISTING' && run.listedCount === before.listedCount;
      barrenPages = isBarren ? barrenPages + 1 : 0;
      if (run && barrenPages === maximumBarrenPages) {
        deps.logger.warn({ connectionId, runId: run.id }, 'TikTok’s list does not come to an end; it is taken to end here');
        landEndOfListing(deps.db, run);
        run = reload(run, deps);
      }
    }
  } catch (error) {
    const failure = describeSyncFailure(error);
    if (!run) throw error;
    if (!failure.isPermanent && !isLastAttempt) {
      recordSetback(deps.db, { runId: run.id, errorCode: failure.code, errorMessage: failure.message });
      deps.syncProgress.announce(run);
      throw error;
    }
    run = await fail(run, failure, error, deps);
    if (run) deps.syncProgress.announce(run);
    if (failure.code === 'UNEXPECTED') throw error;
    return run;
  }
  if (run && isFinished(run)) deps.syncProgress.announce(run);
  return run;
}

const steps: Record<SyncPhase, (run: StartedSyncRun, deps: SyncDependencies) => Promise<void>> = {
  async PROFILE(run, deps) {
    const isDue = isProfileDue(findLastProfileReading(deps.db, run.connectionId), deps.clock.now());
    const user = isDue || run.trigger !== 'SCHEDULED' ? await readProfile(run, deps) : null;
    landProfile(deps.db, run, user, readingTime(run, deps.clock));
  },

  async LISTING(run, { db, clock, tiktok, accessTokens }) {
    const page = await accessTokens.use(run.connectionId, (token, scopes) => {
      requireVideoScope(scopes);
      return tiktok.listVideos(token, { cursor: run.cursor, maxCount: pageSize });
    });
    landPage(db, run, page, readingTime(run, clock));
  },

  async READING(run, { db, clock, tiktok, accessTokens }) {
    const due = listDueVideos(db, run, pageSize);
    if (due.length === 0) {
      landEndOfReading(db, run);
      return;
    }
    const ids = due.map(({ tiktokVideoId }) => tiktokVideoId);
    const answer = await accessTokens.use(run.connectionId, (token, scopes) => {
      requireVideoScope(scopes);
      return tiktok.queryVideos(token, ids);
    });
    landReadings(db, run, due, answer, readingTime(run, clock));
  },

  async FINISHING(run, { db, clock }) {
    finishSyncRun(db, run, clock.now());
  },
};

/** Never before the run began, also where the clock is set back meanwhile. */
function readingTime({ startedAt }: StartedSyncRun, clock: Clock): Date {
  return new Date(Math.max(startedAt.getTime(), clock.now().getTime()));
}

/** Null where TikTok does not let us read the profile: the videos can be read without it. */
async function readProfile(run: StartedSyncRun, { tiktok, accessTokens, logger }: SyncDependencies): Promise<TikTokUser | null> {
  try {
    return await accessTokens.use(run.connectionId, (token, scopes) => tiktok.getUser(token, scopes));
  } catch (error) {
    if (!(error instanceof TikTokScopeMissingError)) throw error;
    logger.warn(
      { connectionId: run.connectionId, code: error.code, logId: error.logId },
      'TikTok does not let us read the profile',
    );
    return null;
  }
}

function requireVideoScope(scopes: readonly string[]): void {
  if (!scopes.includes('video.list'))
    throw new TikTokScopeMissingError('The scope video.list was not granted.', 'scope_not_authorized');
}

async function fail(
  run: StartedSyncRun,
  failure: SyncFailure,
  error: unknown,
  { db, clock, logger }: SyncDependencies,
): Promise<StartedSyncRun | null> {
  const details = error instanceof TikTokError ? { code: error.code, logId: error.logId } : { err: error };
  logger.warn({ connectionId: run.connectionId, runId: run.id, failure: failure.code, ...details }, 'A sync failed');
  if (failure.code === 'SCOPE_MISSING') await markNeedsReconnect(run.connectionId, { db });
  failSyncRun(db, { runId: run.id, errorCode: failure.code, errorMessage: failure.message, now: clock.now() });
  return reload(run, { db });
}

function reload({ id, startedAt }: StartedSyncRun, { db }: Pick<SyncDependencies, 'db'>): StartedSyncRun | null {
  const run = findSyncRun(db, id);
  return run && { ...run, startedAt };
}
