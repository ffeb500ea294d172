import type { RunStatus, SyncPhase, SyncTrigger } from '../db/generated/client/enums';

/** One pass over a connection: where it stands and what it brought so far. */
export interface SyncRun {
  id: string;
  connectionId: string;
  trigger: SyncTrigger;
  status: RunStatus;
  phase: SyncPhase;
  /** TikTok's cursor of the next page to list, in milliseconds; null for the first page. */
  cursor: number | null;
  listedCount: number;
  newVideoCount: number;
  readingCount: number;
  unavailableCount: number;
  /** Videos that TikTok sent in a form that cannot be read. */
  unreadableCount: number;
  /** TikTok's own count of public videos when the run began; null where it did not say. */
  expectedCount: number | null;
  /** Why it failed; while it runs, why the last try ended early. */
  errorCode: string | null;
  errorMessage: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  /** Before the first complete pass everything is listed; afterwards only what is new or due. */
  isFullListing: boolean;
  /** Known videos that still want a reading in this run. */
  dueCount: number;
}

/** A run that has begun: readings count as its own from `startedAt` on. */
export type StartedSyncRun = SyncRun & { startedAt: Date };

export function isFinished({ status }: Pick<SyncRun, 'status'>): boolean {
  return status === 'SUCCEEDED' || status === 'FAILED';
}

type ProgressInput = Pick<
  SyncRun,
  'status' | 'phase' | 'isFullListing' | 'listedCount' | 'readingCount' | 'unavailableCount' | 'expectedCount' | 'dueCount'
>;

/**
 * Part of the work that is done, 0 to 1; 1 only once the run has succeeded. Null while everything is being listed and TikTok has
 * not said how many videos there are.
 */
export function syncProgress(run: ProgressInput): number | null {
  if (run.status === 'SUCCEEDED') return 1;
  if (run.status === 'QUEUED' || run.phase === 'PROFILE') return 0;
  const done = run.readingCount + run.unavailableCount;
  if (run.isFullListing && run.phase === 'LISTING' && run.expectedCount === null) return null;
  const unlisted = run.isFullListing && run.phase === 'LISTING' ? Math.max(0, (run.expectedCount ?? 0) - run.listedCount) : 0;
  const remaining = Math.max(unlisted, run.dueCount);
  return done + remaining === 0 ? 0.5 : Math.min(0.99, done / (done + remaining));
}
