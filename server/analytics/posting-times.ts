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
  /** The choices of the overlapping blocks of hours, and of the weekday. */
  blocks: readonly DrawnChoice[];
  weekdays: readonly DrawnChoice[];
  compared: readonly number[];
  publishedAt: (position: number) => number;
  time: LocalTime;
  noise: number;
}

/**
 * All 168 hours of the week, from Monday 0 h. A single hour holds too few videos to be estimated alone: its effect is the mean of
 * those of the blocks of hours that hold it, plus that of its weekday. Hours without a video have n 0 and no estimate.
 */
export function postingTimeCells({ blocks, weekdays, compared, publishedAt, time, noise }: CellInput): PostingTimeCell[] {
  const counts = new Map<number, number>();
  for (const i of compared) {
    const { weekday, hour } = time.weekdayAndHour(publishedAt(i));
    const cell = (weekday - 1) * 24 + hour;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return Array.from({ length: 7 * 24 }, (_unused, cell) => {
    const weekday = Math.floor(cell / 24) + 1;
    const hour = cell % 24;
    const n = counts.get(cell) ?? 0;
    const holding = blocks.filter(
      ({ criterion }) => criterion.kind === 'HOURS' && criterion.hourFrom <= hour && hour < criterion.hourUntil,
    );
    const day = weekdays.find(({ criterion }) => criterion.kind === 'WEEKDAY' && criterion.weekday === weekday);
    const draws = Float64Array.from(
      day?.draws ?? [],
      (value, k) => value + holding.reduce((sum, block) => sum + block.draws[k]!, 0) / Math.max(holding.length, 1),
    );
    return { weekday, hour, ...describeEffect(n, compared.length - n, draws, noise) };
  });
}
