import { LRUCache } from 'lru-cache';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** No zone changes its clock and changes it back within a week: the shortest such stretch known is a Ramadan. */
const STRETCH_MS = 7 * DAY_MS;

/** Wall clock of one time zone, fast enough for ten thousand times: offsets are asked of Intl once a week and kept. */
export class LocalTime {
  private readonly format: Intl.DateTimeFormat;
  /** Null: the offset changes within the stretch. */
  private readonly offsets = new Map<number, number | null>();

  /** @throws RangeError when the runtime does not know the zone */
  constructor(readonly timeZone: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** Local hour 0–23 and weekday, 1 = Monday. */
  weekdayAndHour(time: number): { weekday: number; hour: number } {
    const local = new Date(time + this.offset(time));
    return { weekday: ((local.getUTCDay() + 6) % 7) + 1, hour: local.getUTCHours() };
  }

  /** Number of the local day: days since 1 January 1970 on the calendar of the zone. */
  dayNumber(time: number): number {
    return Math.floor((time + this.offset(time)) / DAY_MS);
  }

  /** First moment of a local day, also where the clock skips midnight; the earlier one where midnight comes twice. */
  startOfDay(dayNumber: number): number {
    const midnight = dayNumber * DAY_MS;
    const offsets = [this.offset(midnight - DAY_MS), this.offset(midnight + DAY_MS)];
    const candidates = offsets.map((offset) => midnight - offset).filter((time) => time + this.offset(time) === midnight);
    if (candidates.length > 0) return Math.min(...candidates);
    // No such midnight: the clock jumped over it, and the day begins with the jump.
    let before = midnight - DAY_MS;
    let after = midnight + DAY_MS;
    while (after - before > MINUTE_MS) {
      const middle = before + Math.floor((after - before) / 2 / MINUTE_MS) * MINUTE_MS;
      if (this.dayNumber(middle) >= dayNumber) after = middle;
      else before = middle;
    }
    return after;
  }

  private offset(time: number): number {
    const stretch = Math.floor(time / STRETCH_MS);
    let offset = this.offsets.get(stretch);
    if (offset === undefined) {
      const first = this.askOffset(stretch * STRETCH_MS);
      offset = first === this.askOffset((stretch + 1) * STRETCH_MS) ? first : null;
      this.offsets.set(stretch, offset);
    }
    return offset ?? this.askOffset(time);
  }

  private askOffset(time: number): number {
    const whole = Math.floor(time / 1000) * 1000;
    const parts: Record<string, number> = {};
    for (const { type, value } of this.format.formatToParts(whole)) parts[type] = Number(value);
    return Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!, parts.second!) - whole;
  }
}

const zones = new LRUCache<string, LocalTime>({ max: 100 });

/** The wall clock of a zone, shared. @throws RangeError when the runtime does not know the zone */
export function localTimeIn(timeZone: string): LocalTime {
  const known = zones.get(timeZone);
  if (known) return known;
  const made = new LocalTime(timeZone);
  zones.set(timeZone, made);
  return made;
}

/** YYYY-MM-DD of a local day. */
export function isoDate(dayNumber: number): string {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}
