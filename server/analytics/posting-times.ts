import { describeEffect, type MeasuredEffect } from './choice-effects';
import type { Choice } from './choice-families';
import type { LocalTime } from './local-time';

/** One hour of one weekday, local. */
export interface PostingTimeCell extends MeasuredEffect {
  /** 1 = Monday. */
  weekday: number;
  hour: number;
}

/** A choice with the draws of its effect from the posterior distribution. */
export interface DrawnChoice extends Choice {
  draws: Float64Array;
}

interface CellInput {
  /** The choices of the hour block and of the weekday. */
  blocks: readonly DrawnChoice[];
  weekdays: readonly DrawnChoice[];
  publishedAt: (position: number) => number;
  time: LocalTime;
  noise: number;
}

/**
 * All 168 hours of the week, from Monday 0 h. A single hour holds too few videos to be estimated alone: its effect is that of its
 * four-hour block plus that of its weekday. Hours without a video have n 0 and no estimate.
 */
export function postingTimeCells({ blocks, weekdays, publishedAt, time, noise }: CellInput): PostingTimeCell[] {
  const compared = blocks.flatMap(({ members }) => members);
  const counts = new Map<number, number>();
  for (const i of compared) {
    const { weekday, hour } = time.weekdayAndHour(publishedAt(i));
    const cell = (weekday - 1) * 24 + hour;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const blockAt = (hour: number) =>
    blocks.find(({ criterion }) => criterion.kind === 'HOURS' && criterion.hourFrom <= hour && hour < criterion.hourUntil);
  return Array.from({ length: 7 * 24 }, (_unused, cell) => {
    const weekday = Math.floor(cell / 24) + 1;
    const hour = cell % 24;
    const n = counts.get(cell) ?? 0;
    const day = weekdays.find(({ criterion }) => criterion.kind === 'WEEKDAY' && criterion.weekday === weekday)?.draws;
    const draws = blockAt(hour)?.draws.map((value, k) => value + (day?.[k] ?? 0)) ?? new Float64Array(1);
    return { weekday, hour, ...describeEffect(n, compared.length - n, draws, noise) };
  });
}
