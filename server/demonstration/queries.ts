import type { Database } from '../db/database';
import { parseTimeSpan, passTimeJobKind, type TimeSpan } from './let-days-pass';

/** The days being let pass; null while time runs at its own pace. */
export function getPassingTime({ sqlite }: Database): TimeSpan | null {
  const job = sqlite
    .prepare<[string], { payload: string }>('SELECT payload FROM Job WHERE key = ? AND failedAt IS NULL')
    .get(passTimeJobKind);
  return job ? parseTimeSpan(job.payload) : null;
}

/** When the next reading of any account is due; null when none is active. */
export function getNextSyncAt({ sqlite }: Database): Date | null {
  const row = sqlite
    .prepare<[], { next: number | null }>('SELECT min(nextSyncAt) AS next FROM TikTokConnection WHERE isActive = 1')
    .get();
  return row?.next == null ? null : new Date(row.next);
}
