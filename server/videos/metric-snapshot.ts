const hour = 3_600_000;
const day = 24 * hour;

/** How often a video is read again, by its age: where numbers still move, often. The last line has no end. */
const cadence: readonly { youngerThan: number; interval: number }[] = [
  { youngerThan: 2 * day, interval: hour },
  { youngerThan: 7 * day, interval: 6 * hour },
  { youngerThan: 30 * day, interval: day },
  { youngerThan: 90 * day, interval: 7 * day },
  { youngerThan: Infinity, interval: 30 * day },
];

/** A reading this far from publication says nothing any more about the followers at that time. */
export const publicationWindowMs = day;

/** When a video wants its next reading: hourly to 48 h of age, every 6 h to 7 days, daily to 30, weekly to 90, then every 30 days. */
export function nextReadingAt(publishedAt: Date, observedAt: Date): Date {
  const age = observedAt.getTime() - publishedAt.getTime();
  const step = cadence.find(({ youngerThan }) => age < youngerThan);
  return new Date(observedAt.getTime() + (step?.interval ?? hour));
}

/** TikTok tells nobody of a new video, whose first hours are its steepest; two calls find it. */
const newVideoWindow = 3 * hour;

/**
 * What is dated further ahead than an account's next reading can be was dated before the clock was set back. A smaller step back is
 * waited out, so that readings stay in order; a greater one is not, or nothing would be read until the clock has caught up.
 */
export const furthestAheadMs = newVideoWindow;

/**
 * When an account is read next: with its first due video, an hour after the last time at the earliest and three hours at the
 * latest, so that new videos are found young. `earliestDueAt` is null where there is no video.
 */
export function nextSyncAt(startedAt: Date, earliestDueAt: Date | null): Date {
  const earliest = startedAt.getTime() + hour;
  const latest = startedAt.getTime() + newVideoWindow;
  return new Date(Math.min(latest, Math.max(earliest, earliestDueAt?.getTime() ?? latest)));
}

/** Runs an hour apart read the profile a moment more or less than an hour apart. */
const profileInterval = hour - 5 * 60_000;

/** Whether the account's own counters want a reading: with every run that the hour sets off, not with one in between. */
export function isProfileDue(lastObservedAt: Date | null, now: Date): boolean {
  if (lastObservedAt === null) return true;
  const age = now.getTime() - lastObservedAt.getTime();
  return age >= profileInterval || age < -furthestAheadMs;
}

/** Hours between publication and a reading; 0 where clocks disagree. */
export function ageHours(publishedAt: Date, observedAt: Date): number {
  return Math.max(0, observedAt.getTime() - publishedAt.getTime()) / hour;
}
