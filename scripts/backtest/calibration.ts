import type { Agreement } from './agreement';

export interface CalibrationBin {
  from: number;
  to: number;
  n: number;
  /** Mean of the stated confidences, and share that agreed. */
  stated: number;
  observed: number;
}

export interface Calibration {
  /** Expected calibration error: mean of |stated − observed| over the bins, weighted by n; null without counted advice. */
  ece: number | null;
  n: number;
  stated: number | null;
  observed: number | null;
  bins: CalibrationBin[];
  /** Left out: fewer than five later videos follow (or do not), the same advice was being tried already, cannot be told. */
  leftOut: { tooFew: number; notCounted: number; noCriterion: number };
}

const EDGES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1];

/** Only bins that hold advice; the upper edge belongs to the next bin, 1 to the last. */
export function calibrate(agreements: readonly Agreement[]): Calibration {
  const counted = agreements.filter(({ outcome }) => outcome === 'AGREED' || outcome === 'DISAGREED');
  const bins = EDGES.slice(1).flatMap((to, k): CalibrationBin[] => {
    const from = EDGES[k]!;
    const inside = counted.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    return inside.length === 0 ? [] : [{ from, to, n: inside.length, ...ratesOf(inside) }];
  });
  const error = bins.reduce((sum, { n, stated, observed }) => sum + n * Math.abs(stated - observed), 0);
  const count = (wanted: Agreement['outcome']) => agreements.filter(({ outcome }) => outcome === wanted).length;
  return {
    ece: counted.length === 0 ? null : error / counted.length,
    n: counted.length,
    ...(counted.length === 0 ? { stated: null, observed: null } : ratesOf(counted)),
    bins,
    leftOut: { tooFew: count('TOO_FEW'), notCounted: count('NOT_COUNTED'), noCriterion: count('NO_CRITERION') },
  };
}

function ratesOf(agreements: readonly Agreement[]): { stated: number; observed: number } {
  const { length } = agreements;
  return {
    stated: agreements.reduce((sum, { confidence }) => sum + confidence, 0) / length,
    observed: agreements.filter(({ outcome }) => outcome === 'AGREED').length / length,
  };
}
