import type { Database } from '../db/database';

export interface JobRow {
  id: string;
  kind: string;
  key: string;
  /** JSON. */
  payload: string;
  attempts: number;
}

/** A job that waits or runs under this key stays as it is; one that had failed for good starts anew. */
export function enqueueJob(
  { sqlite }: Database,
  job: { id: string; kind: string; key: string; payload: string; runAt: number; now: number },
): void {
  sqlite
    .prepare(
      `INSERT INTO Job (id, kind, key, payload, runAt, scheduledAt, createdAt) VALUES (@id, @kind, @key, @payload, @runAt, @now, @now)
       ON CONFLICT (key) DO UPDATE SET payload = excluded.payload, runAt = excluded.runAt, scheduledAt = excluded.scheduledAt, attempts = 0, failedAt = NULL, lastError = NULL
       WHERE failedAt IS NOT NULL`,
    )
    .run(job);
}

/** JSON of the job that waits or runs under a key; null when there is none, or it failed for good. */
export function findPayload({ sqlite }: Database, key: string): string | null {
  const payload = sqlite.prepare<[string], string>('SELECT payload FROM Job WHERE key = ? AND failedAt IS NULL').pluck().get(key);
  return payload ?? null;
}

const waiting = `
  FROM Job WHERE kind = @kind AND failedAt IS NULL AND runAt <= @now
    AND (leaseExpiresAt IS NULL OR leaseExpiresAt < @now) AND id NOT IN (SELECT value FROM json_each(@running))
  ORDER BY runAt LIMIT 1`;

/**
 * Takes the job of a kind that has waited longest, or whose holder died; null when there is none. What this worker is running (ids)
 * it does not take again, however far the clock has jumped.
 */
export function leaseJob(
  { sqlite }: Database,
  lease: { kind: string; now: number; leaseExpiresAt: number; workerId: string; running: readonly string[] },
): JobRow | null {
  const running = JSON.stringify(lease.running);
  // Looked for first: an UPDATE takes the write lock even where it finds nothing, and mostly there is nothing.
  if (!sqlite.prepare(`SELECT 1 ${waiting}`).get({ kind: lease.kind, now: lease.now, running })) return null;
  const job = sqlite
    .prepare<object, JobRow>(
      `UPDATE Job SET leasedBy = @workerId, leaseExpiresAt = @leaseExpiresAt
       WHERE id = (SELECT id ${waiting})
       RETURNING id, kind, key, payload, attempts`,
    )
    .get({ ...lease, running });
  return job ?? null;
}

export function renewLease({ sqlite }: Database, id: string, workerId: string, leaseExpiresAt: number): void {
  sqlite.prepare('UPDATE Job SET leaseExpiresAt = ? WHERE id = ? AND leasedBy = ?').run(leaseExpiresAt, id, workerId);
}

/**
 * Jobs that were scheduled later than now were scheduled before the clock was set back: their delay is counted from now, or a retry
 * in seconds would wait for an hour.
 */
export function restartDelays({ sqlite }: Database, now: number): void {
  const isAhead = 'scheduledAt > @now AND failedAt IS NULL';
  if (!sqlite.prepare(`SELECT 1 FROM Job WHERE ${isAhead} LIMIT 1`).get({ now })) return;
  sqlite.prepare(`UPDATE Job SET runAt = runAt - scheduledAt + @now, scheduledAt = @now WHERE ${isAhead}`).run({ now });
}

/** Gives a job back untried, for the next process. */
export function releaseJob({ sqlite }: Database, id: string, workerId: string): void {
  sqlite.prepare('UPDATE Job SET leaseExpiresAt = NULL, leasedBy = NULL WHERE id = ? AND leasedBy = ?').run(id, workerId);
}

export function deleteJob({ sqlite }: Database, id: string, workerId: string): void {
  sqlite.prepare('DELETE FROM Job WHERE id = ? AND leasedBy = ?').run(id, workerId);
}

/** Deletes the jobs, also those that failed for good, whose key or payload names one of these ids; returns their ids. */
export function deleteJobsNaming({ sqlite }: Database, ids: readonly string[]): string[] {
  return sqlite
    .prepare<[string], string>(
      `DELETE FROM Job WHERE EXISTS (SELECT 1 FROM json_each(?) WHERE instr(Job.key, value) > 0 OR instr(Job.payload, value) > 0)
       RETURNING id`,
    )
    .pluck()
    .all(JSON.stringify(ids));
}

export function retryJob(
  { sqlite }: Database,
  { id, workerId, reason, now, delayMs }: { id: string; workerId: string; reason: string; now: number; delayMs: number },
): void {
  sqlite
    .prepare(
      `UPDATE Job SET attempts = attempts + 1, lastError = @reason, runAt = @now + @delayMs, scheduledAt = @now, leaseExpiresAt = NULL,
         leasedBy = NULL WHERE id = @id AND leasedBy = @workerId`,
    )
    .run({ id, workerId, reason, now, delayMs });
}

export function failJob({ sqlite }: Database, id: string, workerId: string, reason: string, now: number): void {
  sqlite
    .prepare(
      `UPDATE Job SET attempts = attempts + 1, lastError = ?, failedAt = ?, leaseExpiresAt = NULL, leasedBy = NULL WHERE id = ? AND leasedBy = ?`,
    )
    .run(reason, now, id, workerId);
}

/** At start of the only process: whoever held a lease is gone, so nobody needs to wait for it to end. */
export function releaseAllLeases({ sqlite }: Database): void {
  sqlite.prepare('UPDATE Job SET leaseExpiresAt = NULL, leasedBy = NULL').run();
}

/** By kind: jobs that wait or run, jobs that failed for good, and for how long the one due longest has been due (0: none is). */
export function countJobs(
  { sqlite }: Database,
  now: number,
): { kind: string; waiting: number; failed: number; oldestSeconds: number }[] {
  return sqlite
    .prepare<[number], { kind: string; waiting: number; failed: number; oldestSeconds: number }>(
      `SELECT kind, count(*) FILTER (WHERE failedAt IS NULL) waiting, count(failedAt) failed,
       coalesce(max(0, (? - min(runAt) FILTER (WHERE failedAt IS NULL)) / 1000.0), 0) oldestSeconds FROM Job GROUP BY kind`,
    )
    .all(now);
}
