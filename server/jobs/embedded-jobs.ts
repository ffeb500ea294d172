import { setTimeout as wait } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import type { Database } from '../db/database';
import { describeDatabaseFailure } from '../db/failures';
import { untilStored } from '../db/until-stored';
import type { Logger } from '../logger';
import { type JobHandler, type Jobs, PermanentJobError } from './jobs';
import {
  deleteJob,
  deleteJobsNaming,
  enqueueJob,
  failJob,
  findPayload,
  type JobRow,
  leaseJob,
  releaseJob,
  renewLease,
  restartDelays,
  retryJob,
} from './queries';

interface Kind {
  handler: JobHandler;
  concurrency: number;
  attempts: number;
  retryDelayMs: (attempt: number) => number;
}

const leaseMs = 30_000;
const pollMs = 500;
/** Longer than most calls to TikTok, shorter than a service manager waits before it kills. */
const stopWithinMs = 7_000;
const restMs = 3_000;

/** Jobs in a table of the product's own database: one file, no second service. Leases use the system's time. */
export function createEmbeddedJobs({ db, logger, systemNow }: { db: Database; logger: Logger; systemNow: () => Date }): Jobs {
  const kinds = new Map<string, Kind>();
  const running = new Map<string, { kind: string; names: string; stop: AbortController; done: Promise<void> }>();
  const workerId = uuid();
  let timer: NodeJS.Timeout | null = null;
  let isAtStandstill = false;
  let restUntil = 0;

  const runningOf = (kind: string) => [...running.values()].filter((job) => job.kind === kind).length;

  /** Called by timers: an error here would end the process. A database that cannot be written now is asked again by the next poll. */
  function takeWork(): void {
    if (!timer || performance.now() < restUntil) return;
    try {
      takeWorkOfEachKind();
      if (isAtStandstill) logger.info('The queue goes on');
      isAtStandstill = false;
    } catch (error) {
      if (!isAtStandstill) logger.error({ err: error, remedy: describeDatabaseFailure(error)?.remedy }, 'The queue stands still');
      isAtStandstill = true;
      // A database that is locked makes the whole process wait at every try.
      restUntil = performance.now() + restMs;
    }
  }

  function takeWorkOfEachKind(): void {
    restartDelays(db, systemNow().getTime());
    for (const [kind, { concurrency }] of kinds) {
      while (runningOf(kind) < concurrency) {
        const now = systemNow().getTime();
        const job = leaseJob(db, { kind, now, leaseExpiresAt: now + leaseMs, workerId, running: [...running.keys()] });
        if (!job) break;
        run(job);
      }
    }
  }

  function run(job: JobRow): void {
    const stop = new AbortController();
    const renewal = setInterval(() => keepLease(job), leaseMs / 3);
    const done = runJob(job, stop.signal)
      .catch((error: unknown) => logger.error({ err: error, job: job.key }, 'The queue itself failed'))
      .finally(() => {
        clearInterval(renewal);
        running.delete(job.id);
        takeWork();
      });
    running.set(job.id, { kind: job.kind, names: `${job.key} ${job.payload}`, stop, done });
  }

  /** A lease that could not be renewed may be taken by another process meanwhile; handlers are safe to run twice. */
  function keepLease(job: JobRow): void {
    try {
      renewLease(db, job.id, workerId, systemNow().getTime() + leaseMs);
    } catch (error) {
      logger.warn({ err: error, job: job.key }, 'A lease could not be renewed');
    }
  }

  /** At the end of the process; where it cannot be written, the next one releases every lease as it starts. */
  function releaseLeft(id: string): void {
    try {
      releaseJob(db, id, workerId);
    } catch (error) {
      logger.warn({ err: error }, 'A job could not be given back');
    }
  }

  async function runJob(job: JobRow, signal: AbortSignal): Promise<void> {
    const kind = kinds.get(job.kind);
    if (!kind) throw new Error(`No handler for jobs of kind ${job.kind}.`);
    const attempt = job.attempts + 1;
    // A full disk or a locked file passes; until then the job keeps its lease rather than its outcome being lost.
    const store = (outcome: () => void) =>
      untilStored(outcome, ({ code }) => logger.warn({ job: job.key, code }, 'What became of a job cannot be stored yet'));
    try {
      await kind.handler(JSON.parse(job.payload), { signal, attempt, isLastAttempt: attempt >= kind.attempts });
      await store(() => (signal.aborted ? releaseJob : deleteJob)(db, job.id, workerId));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const now = systemNow().getTime();
      if (signal.aborted) {
        await store(() => releaseJob(db, job.id, workerId));
      } else if (error instanceof PermanentJobError || attempt >= kind.attempts) {
        await store(() => failJob(db, job.id, workerId, reason, now));
        logger.error({ err: error, job: job.key, attempt }, 'A job failed for good');
      } else {
        await store(() => retryJob(db, { id: job.id, workerId, reason, now, delayMs: kind.retryDelayMs(attempt) }));
        logger.warn({ job: job.key, attempt, reason }, 'A job failed and will be tried again');
      }
    }
  }

  return {
    async enqueue({ kind, key, payload, delayMs = 0 }) {
      const now = systemNow().getTime();
      enqueueJob(db, { id: uuid(), kind, key, payload: JSON.stringify(payload), runAt: now + delayMs, now });
      setImmediate(takeWork);
    },
    find(key) {
      const payload = findPayload(db, key);
      return payload === null ? undefined : JSON.parse(payload);
    },
    async discard(ids) {
      for (const id of deleteJobsNaming(db, ids)) running.get(id)?.stop.abort();
    },
    async whenEnded(ids) {
      const named = [...running.values()].filter(({ names }) => ids.some((id) => names.includes(id)));
      await Promise.all(named.map(({ done }) => done));
    },
    handle(kind, handler, options) {
      kinds.set(kind, { handler, ...options });
    },
    start() {
      timer ??= setInterval(takeWork, pollMs);
      takeWork();
    },
    async stop() {
      if (timer) clearInterval(timer);
      timer = null;
      for (const { stop } of running.values()) stop.abort();
      const allDone = Promise.all([...running.values()].map(({ done }) => done));
      await Promise.race([allDone, wait(stopWithinMs, undefined, { ref: false })]);
      // Whoever waits for an answer that does not come: the next process starts it again, so its lease must not hold that up.
      for (const id of running.keys()) releaseLeft(id);
    },
    async check() {
      db.sqlite.prepare('SELECT 1 FROM Job LIMIT 1').get();
    },
  };
}
