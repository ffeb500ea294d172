import type { FollowerReading } from './creator-data';
import type { LocalTime } from './local-time';
import type { Period } from './period';

type KnownReading = { observedAt: number; followers: number };

/** Followers over time, from readings of the account in any order; those without a count are left out. */
export class Followers {
  private readonly readings: readonly KnownReading[];
  private readonly lastOfDay = new Map<number, number>();

  constructor(readings: readonly FollowerReading[], time: LocalTime) {
    this.readings = readings
      .filter((reading): reading is KnownReading => reading.followers !== null)
      .sort((a, b) => a.observedAt - b.observedAt);
    for (const { observedAt, followers } of this.readings) this.lastOfDay.set(time.dayNumber(observedAt), followers);
  }

  get isEmpty(): boolean {
    return this.readings.length === 0;
  }

  /** Last reading of a local day; null when there is none. */
  on(dayNumber: number): number | null {
    return this.lastOfDay.get(dayNumber) ?? null;
  }

  /** Gain between the ends of a period, or until the newest reading inside it; null unless readings reach back to its start. */
  over({ from, until }: Period): number | null {
    const newest = this.readings.at(-1);
    if (!newest || newest.observedAt < from) return null;
    const start = this.at(from);
    const end = this.at(Math.min(until, newest.observedAt));
    return start === null || end === null ? null : end - start;
  }

  /** Between two readings followers are taken to come evenly; null before the first and after the last. */
  private at(time: number): number | null {
    const next = this.readings.findIndex(({ observedAt }) => observedAt >= time);
    const after = this.readings[next];
    if (!after) return null;
    if (after.observedAt === time) return after.followers;
    const before = this.readings[next - 1];
    if (!before) return null;
    const share = (time - before.observedAt) / (after.observedAt - before.observedAt);
    return before.followers + share * (after.followers - before.followers);
  }
}
