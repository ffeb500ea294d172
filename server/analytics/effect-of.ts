import type { MeasuredEffect } from './choice-effects';
import { keyOf } from './choice-key';
import type { Choices } from './choices';
import type { Criterion } from './criterion';

/** The effect of one choice with what it was estimated among; its key is that of `keyOf`. */
export interface EffectOfChoice extends MeasuredEffect {
  key: string;
  /** The choice that the effect is of: that of an inseparable hashtag where the one asked for stands in its row. */
  criterion: Criterion;
  /** Share of the probability between low and high, 0–1. */
  intervalLevel: number;
  /** Videos needed with the choice, and without it, before there is an estimate. */
  minimumN: number;
  methodVersion: string;
}

/**
 * The one way to an effect, whatever its family. Null: the creator's videos were not compared by this choice: it was never made,
 * its hours are no stretch that is compared, or they are those of another time zone than the analysis.
 */
export function effectOf({ timeZone, reports, cells }: Choices, criterion: Criterion): EffectOfChoice | null {
  const { effects, intervalLevel, minimumN, methodVersion } = reports[criterion.kind];
  const frame = { intervalLevel, minimumN, methodVersion };
  if ('timeZone' in criterion && criterion.timeZone !== timeZone) return null;
  if (criterion.kind === 'HOURS' && criterion.weekday !== null) {
    const { weekday, hourFrom, hourUntil } = criterion;
    const cell = cells.find((one) => one.weekday === weekday && one.hour === hourFrom && hourUntil === hourFrom + 1);
    return cell ? { ...cell, ...frame, key: keyOf(criterion), criterion } : null;
  }
  const key = keyOf(criterion);
  const effect = effects.find((one) => one.key === key || one.together.includes(key));
  return effect ? { ...effect, ...frame } : null;
}
