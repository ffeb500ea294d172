const hour = 3_600_000;
const summerByYear = new Map<number, { from: number; to: number }>();

/** 01:00 UTC on the last Sunday of a month, when Europe changes its clocks. */
function lastSunday(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0));
  return lastDay.getTime() - lastDay.getUTCDay() * 24 * hour + hour;
}

/** Milliseconds to add to UTC for local time in a European zone. Many times faster than Intl, which is why it exists. */
function europeanOffset(utc: number, standardHours: number): number {
  const year = new Date(utc).getUTCFullYear();
  let summer = summerByYear.get(year);
  if (!summer) {
    summer = { from: lastSunday(year, 2), to: lastSunday(year, 9) };
    summerByYear.set(year, summer);
  }
  return (standardHours + (utc >= summer.from && utc < summer.to ? 1 : 0)) * hour;
}

export type EuropeanZone = 'Europe/Paris' | 'Europe/London';

function standardHours(zone: EuropeanZone): number {
  return zone === 'Europe/Paris' ? 1 : 0;
}

/** Local wall time as if it were UTC, in ms. */
export function toLocal(utc: number, zone: EuropeanZone): number {
  return utc + europeanOffset(utc, standardHours(zone));
}

/** The reverse; in the hour that is skipped or repeated it gives one of the two. */
export function fromLocal(local: number, zone: EuropeanZone): number {
  const standard = standardHours(zone);
  return local - europeanOffset(local - standard * hour, standard);
}

export function localHour(utc: number, zone: EuropeanZone): number {
  return Math.floor((toLocal(utc, zone) / hour) % 24);
}
