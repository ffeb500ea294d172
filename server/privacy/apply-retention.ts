import type { Clock } from '../clock';
import type { Database } from '../db/database';
import { daysBefore, retention } from './retention';
import { deleteFailedJobs, deleteFinishedRuns, deleteReceipts } from './retention-queries';

/** Deletes what has been kept for its time. What only a person's own word ends (their history) is not among it. */
export async function applyRetention({
  db,
  clock,
  systemNow,
}: {
  db: Database;
  clock: Clock;
  systemNow: () => Date;
}): Promise<void> {
  // Runs are dated in the data's time, jobs and receipts in the system's.
  deleteFinishedRuns(db, daysBefore(clock.now(), retention.finishedRunDays));
  deleteFailedJobs(db, daysBefore(systemNow(), retention.failedJobDays));
  deleteReceipts(db, daysBefore(systemNow(), retention.receiptDays));
}
