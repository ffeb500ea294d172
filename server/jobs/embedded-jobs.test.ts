import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../db/database';
import { createLogger } from '../logger';
import { openTestDatabase } from '../testing/database';
import { createEmbeddedJobs } from './embedded-jobs';
import { type Jobs, PermanentJobError } from './jobs';
import { releaseAllLeases } from './queries';

const once = { concurrency: 1, attempts: 3, retryDelayMs: () => 0 };

describe('embedded jobs', () => {
  let db: Database;
  let jobs: Jobs;
  let now: Date;
  const newJobs = () => createEmbeddedJobs({ db, logger: createLogger('silent'), systemNow: () => now });
  const rows = () => db.sqlite.prepare('SELECT key, attempts, failedAt, lastError FROM Job ORDER BY key').all();

  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());
  beforeEach(() => {
    now = new Date('2026-11-22T12:00:00Z');
    db.sqlite.exec('DELETE FROM Job');
    jobs = newJobs();
  });
  afterEach(() => jobs.stop());

  /** Runs until `wanted` calls came or a second went by. */
  async function until(condition: () => boolean): Promise<void> {
    for (let tries = 0; tries < 200 && !condition(); tries += 1) {
      now = new Date(now.getTime() + 1);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(condition()).toBe(true);
  }

  it('runs a job once, with its payload, and forgets it', async () => {
    const payloads: unknown[] = [];
    jobs.handle('greet', async (payload) => void payloads.push(payload), once);
    jobs.start();
    await jobs.enqueue({ kind: 'greet', key: 'greet:1', payload: { name: 'été' } });
    await until(() => payloads.length === 1 && rows().length === 0);
    expect(payloads).toEqual([{ name: 'été' }]);
  });

  it('holds two jobs with one key for one job', async () => {
    await jobs.enqueue({ kind: 'greet', key: 'same', payload: 1 });
    await jobs.enqueue({ kind: 'greet', key: 'same', payload: 2 });
    expect(rows()).toHaveLength(1);
  });

  it('tries again after a failure, says which try is the last, and keeps the reason of one that failed for good', async () => {
    const tries: boolean[] = [];
    const handler = async (_payload: unknown, { isLastAttempt }: { isLastAttempt: boolean }) => {
      tries.push(isLastAttempt);
      throw new Error('TikTok sleeps');
    };
    jobs.handle('sync', handler, once);
    jobs.start();
    await jobs.enqueue({ kind: 'sync', key: 'sync:1', payload: null });
    await until(() => tries.length === 3 && (rows()[0] as { failedAt: number | null }).failedAt !== null);
    expect(tries).toEqual([false, false, true]);
    expect(rows()).toMatchObject([{ attempts: 3, lastError: 'TikTok sleeps' }]);
  });

  it('does not try again what cannot be mended, and starts anew when it is asked for again', async () => {
    let calls = 0;
    jobs.handle(
      'sync',
      async () => {
        calls += 1;
        if (calls === 1) throw new PermanentJobError('revoked');
      },
      once,
    );
    jobs.start();
    await jobs.enqueue({ kind: 'sync', key: 'sync:1', payload: null });
    await until(() => calls === 1 && (rows()[0] as { failedAt: number | null }).failedAt !== null);
    await jobs.enqueue({ kind: 'sync', key: 'sync:1', payload: null });
    await until(() => calls === 2 && rows().length === 0);
  });

  it('gives a job that was stopped half-way to the next process, untried', async () => {
    let isRunning = false;
    const handler = (_payload: unknown, { signal }: { signal: AbortSignal }) =>
      new Promise<void>((resolve) => {
        isRunning = true;
        signal.addEventListener('abort', () => resolve());
      });
    jobs.handle('long', handler, once);
    jobs.start();
    await jobs.enqueue({ kind: 'long', key: 'long:1', payload: null });
    await until(() => isRunning);
    await jobs.stop();
    expect(rows()).toMatchObject([{ key: 'long:1', attempts: 0 }]);
  });

  it('takes up at start what a killed process held, and otherwise waits for its lease to end', async () => {
    await jobs.enqueue({ kind: 'orphan', key: 'orphan:1', payload: null });
    db.sqlite.prepare('UPDATE Job SET leasedBy = ?, leaseExpiresAt = ?').run('a dead process', now.getTime() + 30_000);
    let calls = 0;
    jobs.handle('orphan', async () => void (calls += 1), once);
    jobs.start();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(calls).toBe(0);
    releaseAllLeases(db);
    await until(() => calls === 1);
  });

  it('waits the delay of a retry, and no more, when the clock is set back an hour meanwhile', async () => {
    let calls = 0;
    const fail = async () => {
      calls += 1;
      if (calls === 1) throw new Error('TikTok sleeps');
    };
    jobs.handle('sync', fail, { ...once, retryDelayMs: () => 15_000 });
    jobs.start();
    await jobs.enqueue({ kind: 'sync', key: 'sync:1', payload: null });
    await until(() => calls === 1 && db.sqlite.prepare('SELECT attempts FROM Job').pluck().get() === 1);
    await jobs.stop();
    now = new Date(now.getTime() - 3_600_000);
    jobs.start();
    expect(calls).toBe(1);
    await jobs.stop();
    now = new Date(now.getTime() + 15_000);
    jobs.start();
    await until(() => calls === 2 && rows().length === 0);
  });

  it('does not run a job a second time beside itself when the clock is set forward a day', async () => {
    let [calls, finish] = [0, () => undefined as void];
    const work = () => {
      calls += 1;
      return new Promise<void>((resolve) => (finish = resolve));
    };
    jobs.handle('long', work, { ...once, concurrency: 4 });
    jobs.start();
    await jobs.enqueue({ kind: 'long', key: 'long:1', payload: null });
    await until(() => calls === 1);
    now = new Date(now.getTime() + 24 * 3_600_000);
    jobs.start();
    expect(calls).toBe(1);
    finish();
    await until(() => rows().length === 0);
    expect(calls).toBe(1);
  });
});
