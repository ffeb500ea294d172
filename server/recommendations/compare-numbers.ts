import type { Evidence } from './evidence';

/** Why the numbers of a recommendation are the same as when it was made, or are not. */
export type ReproductionReason =
  'SAME' | 'DATA_CHANGED' | 'METHOD_CHANGED' | 'NO_LONGER_MEASURED' | 'NOT_REPRODUCED' | 'DOCUMENT_REFUSED';

/**
 * Two effects in ln(views) that are closer than this are the same: a ten-thousandth of a per cent of views, which no reading can
 * tell and no page shows, yet more than the last digits by which processors may differ. Counts must be equal.
 */
export const TOLERANCE = 1e-6;

/** What the stored question is answered today. The effect and its interval are null below the threshold, all three. */
export interface NumbersNow {
  n: number;
  otherCount: number;
  effect: number | null;
  low: number | null;
  high: number | null;
  verdict: 'HIGHER' | 'LOWER' | 'NO_MEASURABLE_DIFFERENCE' | 'BELOW_THRESHOLD';
  dataVersion: number;
  methodVersion: string;
}

export const comparedMetrics = ['EFFECT', 'LOW', 'HIGH', 'N', 'OTHER_COUNT'] as const;

export interface NumberDifference {
  metric: (typeof comparedMetrics)[number];
  stored: number;
  /** Null: it cannot be measured any more. */
  now: number | null;
}

export interface NumberComparison {
  reason: ReproductionReason;
  differences: NumberDifference[];
  /** Whether today's numbers would still carry the advice: the same side, by the same rule. Null where there are none. */
  conclusionStands: boolean | null;
}

/** @param now null: the choice is not measured at all any more */
export function compareNumbers(stored: Evidence, now: NumbersNow | null): NumberComparison {
  const differences = now === null ? [] : differencesOf(stored, now);
  if (now === null || now.effect === null) return { reason: 'NO_LONGER_MEASURED', differences, conclusionStands: null };
  const conclusionStands = now.verdict === (stored.effect > 0 ? 'HIGHER' : 'LOWER');
  if (differences.length === 0) return { reason: 'SAME', differences, conclusionStands };
  if (now.methodVersion !== stored.methodVersion) return { reason: 'METHOD_CHANGED', differences, conclusionStands };
  // Same readings, same method, other numbers: whatever is stored was not computed from them.
  const reason = now.dataVersion === stored.dataVersion ? 'NOT_REPRODUCED' : 'DATA_CHANGED';
  return { reason, differences, conclusionStands };
}

function differencesOf({ effect, low, high, n, arms }: Evidence, now: NumbersNow): NumberDifference[] {
  const pairs: NumberDifference[] = [
    { metric: 'EFFECT', stored: effect, now: now.effect },
    { metric: 'LOW', stored: low, now: now.low },
    { metric: 'HIGH', stored: high, now: now.high },
    { metric: 'N', stored: n, now: now.n },
    { metric: 'OTHER_COUNT', stored: arms[1]?.n ?? 0, now: now.otherCount },
  ];
  return pairs.filter(({ stored, now: today }) => today === null || Math.abs(stored - today) > TOLERANCE);
}
