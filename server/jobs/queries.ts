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
  job: { id: string; kind: string; key: string; payload: string; runAt: number; createdAt: number },
): void {
  sqlite
    .prepare(
      `INSERT INTO Job (id, kind, key, payload, runAt, createdAt) VALUES (@id, @kind, @key, @payload, @runAt, @createdAt)
       ON CONFLICT (key) DO UPDATE SET payload = excluded.payload, runAt = excluded.runAt, attempts = 0, failedAt = NULL, lastError = NULL
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
  FROM Job WHERE kind = @kind AND failedAt IS NULL AND runAt <= @now AND (leaseExpiresAt IS NULL OR leaseExpiresAt < @now)
  ORDER BY runAt LIMIT 1`;

/** Takes the job of a kind that has waited longest, or whose holder died; null when there is none. */
export function leaseJob(
  { sqlite }: Database,
  { kind, now, leaseExpiresAt, workerId }: { kind: string; now: number; leaseExpiresAt: number; workerId: string },
): JobRow | null {
  // Looked for first: an UPDATE takes the write lock even where it finds nothing, and mostly there is nothing.
  if (!sqlite.prepare(`SELECT 1 ${waiting}`).get({ kind, now })) return null;
  const job = sqlite
    .prepare<object, JobRow>(
      `UPDATE Job SET leasedBy = @workerId, leaseExpiresAt = @leaseExpiresAt
       WHERE id = (SELECT id ${waiting})
       RETURNING id, kind, key, payload, attempts`,
    )
    .get({ kind, now, leaseExpiresAt, workerId });
  return job ?? null;
}

export function renewLease({ sqlite }: Database, id: string, workerId: string, leaseExpiresAt: number): void {
  sqlite.prepare('UPDATE Job SET leaseExpiresAt = ? WHERE id = ? AND leasedBy = ?').run(leaseExpiresAt, id, workerId);
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

export function retryJob({ sqlite }: Database, id: string, workerId: string, reason: string, runAt: number): void {
  sqlite
    .prepare(
      `UPDATE Job SET attempts = attempts + 1, lastError = ?, runAt = ?, leaseExpiresAt = NULL, leasedBy = NULL WHERE id = ? AND leasedBy = ?`,
    )
    .run(reason, runAt, id, workerId);
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
