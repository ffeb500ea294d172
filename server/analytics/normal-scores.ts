import { normalQuantile } from './normal-distribution';

/** Scatter of ln(views) that counts as known before a creator's own is seen, and for how many videos that knowledge counts. */
const USUAL_DEVIATION = 1;
const USUAL_DEVIATION_WEIGHT = 5;
/** How far, in scatters, the curve of scores is looked along to see how steep it is. */
const REACH = 0.3;

export interface NormalScores {
  /** By position: normally distributed by construction, in ln(views) so that a small shift of residuals is a shift of scores by as much. */
  values: Float64Array;
  /** Standard deviation of the values, held toward the usual one where videos are few. */
  deviation: number;
}

/**
 * Residuals replaced by the normal quantiles of their ranks (van der Waerden 1952, Indagationes Mathematicae 14, 453–458), ties
 * by their middle rank. ln(views) is skewed: in scores one viral video cannot make a habit, and a shift is seen as well as in a
 * sixth more videos (on residuals of published panels, against means of residuals cut at 2.5 deviations). Turned back into
 * ln(views) by the mean slope of scores over residuals.
 * @param residuals by position
 * @param compared positions that take part; the others get NaN
 * @param scatter robust standard deviation of the residuals
 */
export function normalScores(residuals: Float64Array, compared: readonly number[], scatter: number): NormalScores {
  const n = compared.length;
  const order = [...compared].sort((a, b) => residuals[a]! - residuals[b]!);
  const sorted = Float64Array.from(order, (i) => residuals[i]!);
  const scores = new Float64Array(n);
  for (let from = 0, until = 0; from < n; from = until) {
    while (until < n && sorted[until] === sorted[from]) until++;
    scores.fill(normalQuantile((from + until) / 2 / n), from, until);
  }
  const reach = REACH * scatter;
  let rise = 0;
  for (const residual of sorted)
    rise += interpolate(sorted, scores, residual + reach) - interpolate(sorted, scores, residual - reach);
  const slope = scatter > 0 ? rise / n / (2 * reach) : 0;
  const unit = slope > 0 ? 1 / slope : 0;
  const own = scores.reduce((sum, score) => sum + (score * unit) ** 2, 0);
  const values = new Float64Array(residuals.length).fill(NaN);
  order.forEach((i, rank) => (values[i] = scores[rank]! * unit));
  return {
    values,
    deviation: Math.sqrt((USUAL_DEVIATION_WEIGHT * USUAL_DEVIATION ** 2 + own) / (USUAL_DEVIATION_WEIGHT + n)),
  };
}

/** y at x on straight lines between the points; constant beyond the ends. xs rise, equal ones have equal ys. */
function interpolate(xs: Float64Array, ys: Float64Array, x: number): number {
  const last = xs.length - 1;
  if (x <= xs[0]!) return ys[0]!;
  if (x >= xs[last]!) return ys[last]!;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (xs[middle]! <= x) low = middle;
    else high = middle;
  }
  return ys[low]! + ((x - xs[low]!) / (xs[high]! - xs[low]!)) * (ys[high]! - ys[low]!);
}
