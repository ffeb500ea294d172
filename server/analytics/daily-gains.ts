import type { VideoReading, VideoWithReadings } from './creator-data';
import type { LocalTime } from './local-time';
import type { Period } from './period';

const GAINED_METRICS = ['views', 'likes', 'comments', 'shares'] as const;
export type GainedMetric = (typeof GAINED_METRICS)[number];

const DAY_MS = 86_400_000;

interface Window {
  time: LocalTime;
  firstDay: number;
  lastDay: number;
  /** When reading began; null: not yet. */
  observedFrom: number | null;
  asOf: number | null;
}

/**
 * What a creator's videos gained on each local day, told from consecutive readings of each video: the gain between two
 * readings is spread evenly over the time between them. A video published while the account was being read starts at zero
 * at its publication; of an older one nothing is known before its first reading. A number that falls gives a negative gain.
 *
 * A day is known when reading had begun by its start and has reached it; the last day holds what came until the newest
 * reading. Old videos are read rarely: what they gained lately is added to these days once their next reading lands.
 */
export class DailyGains {
  private readonly starts: Float64Array;
  private readonly gains: Record<GainedMetric, Float64Array>;
  private readonly measured = new Set<GainedMetric>();
  private hasReadings = false;

  constructor(private readonly window: Window) {
    const days = window.lastDay - window.firstDay + 1;
    this.starts = Float64Array.from({ length: days + 1 }, (_unused, day) => window.time.startOfDay(window.firstDay + day));
    this.gains = {
      views: new Float64Array(days),
      likes: new Float64Array(days),
      comments: new Float64Array(days),
      shares: new Float64Array(days),
    };
  }

  /** Adds a video; `readings` are oldest first. */
  add({ video, readings }: VideoWithReadings): void {
    if (readings.length > 0) this.hasReadings = true;
    const { observedFrom } = this.window;
    const isFromBirth = observedFrom !== null && video.publishedAt >= observedFrom;
    for (const metric of GAINED_METRICS) {
      let time = isFromBirth ? video.publishedAt : null;
      let count = 0;
      for (const reading of readings) {
        const value = reading[metric satisfies keyof VideoReading];
        if (value === null) continue;
        this.measured.add(metric);
        if (time !== null) this.spread(this.gains[metric], time, reading.observedAt, value - count);
        time = reading.observedAt;
        count = value;
      }
    }
  }

  /** Gain on a local day; null where no reading spans it. */
  on(metric: GainedMetric, dayNumber: number): number | null {
    const { firstDay, lastDay, observedFrom, asOf } = this.window;
    if (dayNumber < firstDay || dayNumber > lastDay || observedFrom === null || asOf === null || !this.isGiven(metric))
      return null;
    const start = this.starts[dayNumber - firstDay]!;
    return start < observedFrom || start > asOf ? null : this.gains[metric][dayNumber - firstDay]!;
  }

  /** Gain over all days of a period; null unless each of them is known. */
  over(metric: GainedMetric, { firstDay, lastDay }: Period): number | null {
    let sum = 0;
    for (let day = firstDay; day <= lastDay; day++) {
      const gain = this.on(metric, day);
      if (gain === null) return null;
      sum += gain;
    }
    return sum;
  }

  /** Whether the source gives this count at all; true as long as nothing has been read. */
  isGiven(metric: GainedMetric): boolean {
    return !this.hasReadings || this.measured.has(metric);
  }

  private spread(gains: Float64Array, from: number, until: number, gain: number): void {
    const { starts } = this;
    const days = gains.length;
    if (gain === 0 || until < starts[0]! || from >= starts[days]!) return;
    const duration = until - from;
    let day = this.indexOf(Math.max(duration > 0 ? from : until, starts[0]!));
    if (duration <= 0) {
      if (day < days) gains[day] = gains[day]! + gain;
      return;
    }
    for (; day < days && starts[day]! < until; day++) {
      const overlap = Math.min(until, starts[day + 1]!) - Math.max(from, starts[day]!);
      gains[day] = gains[day]! + (gain * overlap) / duration;
    }
  }

  private indexOf(time: number): number {
    let day = Math.min(Math.max(Math.floor((time - this.starts[0]!) / DAY_MS), 0), this.starts.length - 1);
    while (day > 0 && this.starts[day]! > time) day--;
    while (day + 1 < this.starts.length && this.starts[day + 1]! <= time) day++;
    return day;
  }
}
