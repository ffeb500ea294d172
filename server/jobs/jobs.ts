/**
 * Background work. A job is kept in the database until it is done: a process that dies leaves it, and the next one takes it up
 * when its lease ends. Handlers must therefore be safe to run twice.
 */
export interface Jobs {
  /** Adds a job unless one with the same key waits or runs already. A job that had failed for good is started anew. */
  enqueue(job: { kind: string; key: string; payload: unknown; delayMs?: number }): Promise<void>;
  /** Payload of the job that waits or runs under this key; undefined when there is none. */
  find(key: string): unknown;
  /** Drops the jobs whose key or payload names one of these ids; those that run are asked to stop, and not taken up again. */
  discard(ids: readonly string[]): Promise<void>;
  /** Resolves when no job runs here whose key or payload names one of these ids. Not to be waited for by such a job. */
  whenEnded(ids: readonly string[]): Promise<void>;
  /** Registers what runs jobs of a kind. `attempts` counts the first one. */
  handle(
    kind: string,
    handler: JobHandler,
    options: { concurrency: number; attempts: number; retryDelayMs: (attempt: number) => number },
  ): void;
  /** Starts taking jobs. */
  start(): void;
  /** Stops taking jobs, asks the running ones to stop (through their signal) and waits for them, for seven seconds at most. */
  stop(): Promise<void>;
  /** Whether the queue answers, for /readyz. */
  check(): Promise<void>;
}

/** `isLastAttempt`: no further try follows if this one throws. Return early, without throwing, once `signal` aborts: the job is kept. */
export type JobHandler = (
  payload: unknown,
  run: { signal: AbortSignal; attempt: number; isLastAttempt: boolean },
) => Promise<void>;

/** Thrown by a handler when another try cannot help. */
export class PermanentJobError extends Error {}
