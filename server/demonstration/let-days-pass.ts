import { z } from 'zod';
import type { Jobs } from '../jobs/jobs';
import { InvalidInputError } from '../users/errors';
import { NotADemonstrationError } from './errors';
import type { SandboxClock } from './sandbox-clock';

export const passTimeJobKind = 'pass-time';
const maximumDays = 90;
const dayMs = 24 * 3600_000;
/** A sync that keeps failing must not hold time back. */
const smallestStepMs = 10 * 60_000;

/** From when to when time is being let pass. */
export interface TimeSpan {
  from: Date;
  until: Date;
}

const payloadSchema = z.object({ from: z.coerce.date(), until: z.coerce.date() });

export interface PassingDependencies {
  jobs: Jobs;
  /** Null outside a demonstration. */
  sandboxClock: SandboxClock | null;
}

/** Starts letting days pass; where that is under way already, its end is returned instead. */
export async function startLettingDaysPass(days: number, { jobs, sandboxClock }: PassingDependencies): Promise<TimeSpan> {
  if (!sandboxClock) throw new NotADemonstrationError();
  if (!Number.isInteger(days) || days < 1 || days > maximumDays) {
    throw new InvalidInputError('days', `Let 1 to ${maximumDays} days pass at a time.`);
  }
  const from = sandboxClock.now();
  const span = { from, until: new Date(from.getTime() + days * dayMs) };
  await jobs.enqueue({ kind: passTimeJobKind, key: passTimeJobKind, payload: span });
  return getPassingTime(jobs) ?? span;
}

export interface TimePassingWork {
  clock: SandboxClock;
  /** When the next reading of any account is due; null when nothing is connected. */
  nextSyncAt: () => Date | null;
  /** Syncs every account that is due, to the end. */
  syncDue: (signal: AbortSignal) => Promise<void>;
}

/**
 * Advances the sandbox from one due reading to the next and takes each, so that the history has the readings that the days would
 * have brought. Started again after a crash it goes on from the sandbox's own time.
 */
export async function letDaysPass(
  payload: unknown,
  { clock, nextSyncAt, syncDue }: TimePassingWork,
  signal: AbortSignal,
): Promise<void> {
  const until = payloadSchema.parse(payload).until.getTime();
  await clock.refresh();
  while (!signal.aborted) {
    await syncDue(signal);
    const now = clock.now().getTime();
    if (now >= until) return;
    const due = nextSyncAt()?.getTime() ?? until;
    const next = Math.min(until, Math.max(due, now + smallestStepMs));
    await clock.advance(Math.ceil((next - now) / 1000));
  }
}

/** The days being let pass; null while time runs at its own pace. */
export function getPassingTime(jobs: Pick<Jobs, 'find'>): TimeSpan | null {
  const payload = jobs.find(passTimeJobKind);
  return payload === undefined ? null : payloadSchema.parse(payload);
}
