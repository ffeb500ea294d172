import type { LocalTime } from './local-time';

export const ANALYTICS_PERIODS = ['LAST_7_DAYS', 'LAST_28_DAYS', 'LAST_90_DAYS', 'LAST_365_DAYS'] as const;
export type AnalyticsPeriod = (typeof ANALYTICS_PERIODS)[number];

const LENGTH_DAYS: Record<AnalyticsPeriod, number> = { LAST_7_DAYS: 7, LAST_28_DAYS: 28, LAST_90_DAYS: 90, LAST_365_DAYS: 365 };
/** How far back any answer looks: the longest period and the one before it. */
export const LONGEST_LOOK_BACK_DAYS = 2 * LENGTH_DAYS.LAST_365_DAYS;

/** Local days from `firstDay` to `lastDay`, both included; in time from `from`, included, to `until`, excluded. */
export interface Period {
  firstDay: number;
  lastDay: number;
  from: number;
  until: number;
  timeZone: string;
}

/** The local days up to that of `asOf`, and as many before them. */
export function periodsEndingAt(asOf: number, period: AnalyticsPeriod, time: LocalTime): { current: Period; previous: Period } {
  const lastDay = time.dayNumber(asOf);
  const length = LENGTH_DAYS[period];
  return {
    current: daysOf(lastDay - length + 1, lastDay, time),
    previous: daysOf(lastDay - 2 * length + 1, lastDay - length, time),
  };
}

function daysOf(firstDay: number, lastDay: number, time: LocalTime): Period {
  return { firstDay, lastDay, from: time.startOfDay(firstDay), until: time.startOfDay(lastDay + 1), timeZone: time.timeZone };
}
