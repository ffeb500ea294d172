import type { OutlierDirection } from '../videos/outlier-filter';
import { logGrowthShare } from './growth-path';
import { normalCdf } from './normal-distribution';
import { median, robustScatter } from './robust-scatter';

/** With fewer compared videos nobody can tell an outlier from the tail of the ordinary ones. */
export const FEWEST_VIDEOS_FOR_OUTLIERS = 10;
/** From this probability the product says "outlier". */
export const OUTLIER_THRESHOLD = 0.8;

/** How likely a video belongs to something other than the creator's ordinary scatter. Probabilities 0–1, their sum at most 1. */
export interface Outlier {
  /** UP or DOWN from a probability of `OUTLIER_THRESHOLD`, else NONE. */
  direction: OutlierDirection;
  upProbability: number;
  downProbability: number;
  /** Videos that the creator's scatter and share of outliers were estimated from. */
  n: number;
}

/** What a residual is drawn from. Units of ln(views). */
export interface OutlierModel {
  /** Mode of the ordinary residuals. */
  centre: number;
  /** Standard deviations of the two halves of the ordinary residuals. */
  left: number;
  right: number;
  /** Standard deviation of either half of the outliers. */
  wide: number;
  /** Standard deviation of ln(scatter): how well the creator's scatter is known. */
  scatterError: number;
  /** Shares of ordinary videos, outliers upward, outliers downward; they add up to 1. */
  shares: readonly [ordinary: number, up: number, down: number];
  n: number;
}

/** Ordinary residuals reach further up than down: ratio of the two deviations, most likely value for 107 public creators. */
const SKEW = 1.8;
/** Outliers are three times as wide as the ordinary: most likely value with the skew above. */
const WIDTH = 3;
/** Median and robust scatter of a split normal of this skew whose two deviations multiply to 1; a test integrates both. */
const SPLIT_MEDIAN = 0.3786;
const SPLIT_SCATTER = 1.059;
/** Outliers among 22,000 public videos, and how many of a creator's own videos that knowledge is worth (set for calibration). */
const USUAL_SHARES = [0.965, 0.03, 0.005] as const;
const USUAL_SHARES_WORTH = 50;
/** Usual scatter of a creator (0.55 to 1.7), worth four videos; a median absolute deviation uses 37 % of its sample. */
const USUAL_SCATTER = 1.09;
const USUAL_SCATTER_WORTH = 4;
const SCATTER_EFFICIENCY = 0.37;
/** How far videos end from the median growth path, as a share of the growth (ln) that they still have before them at 7 days. */
const GROWTH_SPREAD = 0.75;
const WEEK_HOURS = 168;
/** Gauss and Hermite's three points of a normal distribution: distance in standard deviations, weight. */
const THREE_POINTS = [
  [-Math.sqrt(3), 1 / 6],
  [0, 2 / 3],
  [Math.sqrt(3), 1 / 6],
] as const;
const MOST_ROUNDS = 40;
const SETTLED = 1e-5;

/**
 * A contaminated normal: ordinary residuals with the creator's robust scatter, skewed as real ones are, and outliers three
 * times as wide on either side; their shares by EM with a Dirichlet prior (Tukey 1960; Box and Tiao 1968, "A Bayesian approach
 * to some outlier problems", Biometrika 55, 119–129). The scatter is drawn toward the usual one, so that equal videos leave
 * some, and what is not known of it is averaged over. Null with fewer than ten videos. The order of the rows does not matter.
 */
export function fitOutlierModel(rows: readonly { residual: number; ageHours: number }[]): OutlierModel | null {
  const n = rows.length;
  if (n < FEWEST_VIDEOS_FOR_OUTLIERS) return null;
  const sorted = [...rows].sort((a, b) => a.residual - b.residual || a.ageHours - b.ageHours);
  const residuals = sorted.map(({ residual }) => residual);
  const told = SCATTER_EFFICIENCY * n;
  const scatter = Math.sqrt(
    (told * robustScatter(residuals) ** 2 + USUAL_SCATTER_WORTH * USUAL_SCATTER ** 2) / (told + USUAL_SCATTER_WORTH),
  );
  const scale = scatter / SPLIT_SCATTER;
  const model: OutlierModel = {
    centre: median(residuals) - SPLIT_MEDIAN * scale,
    left: scale / Math.sqrt(SKEW),
    right: scale * Math.sqrt(SKEW),
    wide: scale * WIDTH,
    scatterError: 1 / Math.sqrt(2 * (told + USUAL_SCATTER_WORTH)),
    shares: USUAL_SHARES,
    n,
  };
  const densities = sorted.map(({ residual, ageHours }) => componentDensities(model, residual, ageHours));
  return { ...model, shares: estimateShares(densities) };
}

/** @param residual ln(views) − ln(expected views at this age) */
export function outlierOf(model: OutlierModel, { residual, ageHours }: { residual: number; ageHours: number }): Outlier {
  const [, up, down] = posterior(componentDensities(model, residual, ageHours), model.shares);
  const direction = up >= OUTLIER_THRESHOLD ? 'UP' : down >= OUTLIER_THRESHOLD ? 'DOWN' : 'NONE';
  return { direction, upProbability: up, downProbability: down, n: model.n };
}

/**
 * Standard deviation (ln) of what the views of a video of this age will be at 7 days around the median path: growth
 * exponents persist, their 10 % and 90 % quantiles lie at 0.35 and 2 times the median. 0 from 7 days on.
 */
export function growthSpread(ageHours: number): number {
  return ageHours >= WEEK_HOURS ? 0 : -GROWTH_SPREAD * logGrowthShare(ageHours);
}

type Triple = readonly [ordinary: number, up: number, down: number];

/** Densities of the three components relative to the largest, so that none that matters underflows. */
function componentDensities(
  { centre, left, right, wide, scatterError }: OutlierModel,
  residual: number,
  ageHours: number,
): Triple {
  const x = residual - centre;
  const spread = growthSpread(ageHours);
  const ordinary = logSum(
    THREE_POINTS.flatMap(([distance, weight]) => {
      const factor = Math.exp(distance * scatterError);
      return [
        Math.log((weight * left) / (left + right)) + logHalfNormal(-x, left * factor, spread),
        Math.log((weight * right) / (left + right)) + logHalfNormal(x, right * factor, spread),
      ];
    }),
  );
  const up = logHalfNormal(x, wide, spread);
  const down = logHalfNormal(-x, wide, spread);
  const largest = Math.max(ordinary, up, down);
  return [Math.exp(ordinary - largest), Math.exp(up - largest), Math.exp(down - largest)];
}

/** ln of the density of |N(0, deviation²)| + N(0, spread²) at x: a skew normal; −Infinity below 0 without spread. */
function logHalfNormal(x: number, deviation: number, spread: number): number {
  const total = Math.sqrt(deviation ** 2 + spread ** 2);
  const isAbove = spread === 0 ? (x >= 0 ? 1 : 0) : normalCdf((x * deviation) / (spread * total));
  return Math.log((2 * isAbove) / (total * Math.sqrt(2 * Math.PI))) - x ** 2 / (2 * total ** 2);
}

function logSum(terms: readonly number[]): number {
  const largest = Math.max(...terms);
  return largest + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - largest), 0));
}

function posterior(densities: Triple, shares: Triple): Triple {
  const parts = densities.map((density, k) => density * shares[k]!);
  const total = parts.reduce((sum, part) => sum + part, 0);
  return [parts[0]! / total, parts[1]! / total, parts[2]! / total];
}

function estimateShares(densities: readonly Triple[]): Triple {
  let shares: Triple = USUAL_SHARES;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const counts = USUAL_SHARES.map((share) => share * USUAL_SHARES_WORTH);
    for (const row of densities) {
      const a = row[0] * shares[0];
      const b = row[1] * shares[1];
      const c = row[2] * shares[2];
      const total = a + b + c;
      counts[0]! += a / total;
      counts[1]! += b / total;
      counts[2]! += c / total;
    }
    const all = densities.length + USUAL_SHARES_WORTH;
    const next: Triple = [counts[0]! / all, counts[1]! / all, counts[2]! / all];
    const change = Math.max(...next.map((share, k) => Math.abs(share - shares[k]!)));
    shares = next;
    if (change < SETTLED) break;
  }
  return shares;
}
