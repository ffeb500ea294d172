import { sessionIdleMs } from '../users/sessions';
import { archiveLifetimeMs } from './data-export';

export const dayMs = 86_400_000;
const hourMs = 3_600_000;

/**
 * How long what is kept, in one place. The policy that people read takes its numbers from here (`instance.retention`), and a job
 * applies them.
 */
export const retention = {
  /** From the removal of an authorization at TikTok until everything of the account is erased, unless it is connected again. */
  graceDays: 14,
  /** Syncs and generations that ended; the newest of each account stays as what the pages show. */
  finishedRunDays: 90,
  /** Jobs that failed for good: long enough for an operator to look at the reason. */
  failedJobDays: 30,
  /** Receipts of erasures: proof for as long as somebody may ask for it. They hold nothing of a person. */
  receiptDays: 365,
  /** A signed-in browser without a visit. */
  sessionDays: sessionIdleMs / dayMs,
  /** A copy of somebody's data that waits to be downloaded. */
  archiveHours: archiveLifetimeMs / hourMs,
} as const;

/** @param days a whole number */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * dayMs);
}
