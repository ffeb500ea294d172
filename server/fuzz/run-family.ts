import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';

/** A kind of hostile input and what must hold whatever it is. */
export interface Family {
  name: string;
  /** Inputs that one run of the property tries: what renders a page tries a page of them. */
  inputsPerRun: number;
  open(): Promise<OpenFamily>;
}

export interface OpenFamily {
  check(parameters: fc.Parameters<unknown>): Promise<fc.RunDetails<unknown>>;
  /** How many inputs went which way. */
  counts(): Record<string, number>;
  close(): Promise<void>;
}

export interface FamilyReport {
  family: string;
  inputs: number;
  seed: number;
  durationMs: number;
  /** User and system time of this process. */
  cpuMs: number;
  failures: number;
  /** The smallest input found that breaks a promise, and where in the run it is found again; null where none does. */
  counterexample: { value: string; error: string; path: string } | null;
  counts: Record<string, number>;
  /** What the heap holds more than before, after collecting garbage on both sides. */
  heapGrowthBytes: number;
  /** Of this process, in which the inputs are made, sent, answered and checked. */
  eventLoopDelayMs: { max: number; p99: number };
}

export interface RunOptions {
  /** Inputs to try. */
  inputs: number;
  seed: number;
  /** Replays one place of a run. */
  path?: string;
}

/** Tries a family; a broken promise is shrunk and reported, not thrown. */
export async function runFamily(family: Family, { inputs, seed, path }: RunOptions): Promise<FamilyReport> {
  const opened = await family.open();
  try {
    // The first inputs load and compile: what they leave behind stays whatever comes later.
    await opened.check({ numRuns: 3, seed });
    const collectGarbage = garbageCollector();
    collectGarbage();
    const heapBefore = process.memoryUsage().heapUsed;
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const startedAt = performance.now();
    const cpuBefore = process.cpuUsage();
    delay.enable();
    const details = await opened.check({ numRuns: Math.ceil(inputs / family.inputsPerRun), seed, path, endOnFailure: false });
    delay.disable();
    const cpu = process.cpuUsage(cpuBefore);
    const durationMs = Math.round(performance.now() - startedAt);
    collectGarbage();
    return {
      family: family.name,
      inputs: details.numRuns * family.inputsPerRun,
      seed,
      durationMs,
      cpuMs: Math.round((cpu.user + cpu.system) / 1000),
      failures: details.failed ? 1 : 0,
      counterexample: counterexampleOf(details),
      counts: opened.counts(),
      heapGrowthBytes: process.memoryUsage().heapUsed - heapBefore,
      eventLoopDelayMs: { max: milliseconds(delay.max), p99: milliseconds(delay.percentile(99)) },
    };
  } finally {
    await opened.close();
  }
}

function counterexampleOf(details: fc.RunDetails<unknown>): FamilyReport['counterexample'] {
  if (!details.failed) return null;
  const error = details.errorInstance instanceof Error ? (details.errorInstance.stack ?? '') : String(details.errorInstance);
  return { value: fc.stringify(details.counterexample).slice(0, 20_000), error, path: details.counterexamplePath ?? '' };
}

/** V8's own, whether or not the process was started with `--expose-gc`. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

function milliseconds(nanoseconds: number): number {
  return Math.round(nanoseconds / 1e4) / 100;
}
