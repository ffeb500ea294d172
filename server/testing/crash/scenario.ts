import type { ServerProcess } from '../server-process';
import type { HttpClient } from '../http-client';

/** What the scenarios of one report share: one server, started again after each crash, on one file. */
export interface CrashWorld {
  databaseFile: string;
  /** The server that runs now; another one after each crash. */
  server(): ServerProcess;
  /** In [0, 1). */
  random: () => number;
  /** A person whose account stays connected through all crashes. */
  resident: { client: HttpClient; creator: string; connectionId: string };
}

/** A piece of work of the server that is killed in the middle. */
export interface StartedWork {
  /** Resolves at the moment, drawn at random, at which the server is to die. */
  untilMoment(): Promise<void>;
  /** Looks at the file while no server runs: whether the work was still going on, and what is wrong already. */
  inspectDead(): CrashOutcome;
  /** With the server running again: waits for the end of the work. @returns what was lost, doubled or left undone */
  check(): Promise<string[]>;
}

export interface CrashOutcome {
  wasUnderWay: boolean;
  faults: string[];
}

export interface CrashScenario {
  name: string;
  /** What the shared server is killed in; or, for a scenario that has servers of its own, the whole crash. */
  start?(round: number): Promise<StartedWork>;
  crash?(round: number): Promise<CrashOutcome>;
  /** Counts by name of what only this scenario knows. */
  counts?(): Record<string, number>;
  close?(): Promise<void>;
}

/** When to die: uniform over the time that the work was last seen to take. */
export class Moments {
  constructor(
    private durationMs: number,
    private readonly random: () => number,
  ) {}

  async wait(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.random() * this.durationMs));
  }

  /** The work was over, or not, when the server died: dies sooner, or a little later, next time. */
  learn(wasUnderWay: boolean): void {
    this.durationMs = wasUnderWay ? Math.min(this.durationMs * 1.15, 8_000) : Math.max(this.durationMs * 0.7, 20);
  }
}

/** The database's own id in a global one. */
export function rawId(globalId: string): string {
  return Buffer.from(globalId, 'base64').toString().split(':')[1] ?? '';
}

export const isFault = (fault: string | false): fault is string => fault !== false;
