import { z } from 'zod';
import { logGrowthShare } from '../analytics/growth-path';
import { median, robustScatter } from '../analytics/robust-scatter';
import { seededRandom } from '../analytics/seeded-random';
import { type Block, permutationTest } from './permutation-test';
import type { Side, Toss } from './toss';

export const methodVersion = 'experiments-1';

/** Random arrangements where they are too many to go through: the p value of 0.05 is then known to ± 0.002. */
export const draws = 9_999;
/** A residual further out than this many robust standard deviations counts as one at that distance. */
export const heldAt = 3;

export const verdicts = ['A_HIGHER', 'B_HIGHER', 'NO_MEASURABLE_DIFFERENCE'] as const;

export const readingResultSchema = z.object({
  verdict: z.enum(verdicts),
  /** In ln(views): B minus A. */
  difference: z.number(),
  low: z.number(),
  high: z.number(),
  pValue: z.number(),
  nA: z.number(),
  nB: z.number(),
  meanA: z.number(),
  meanB: z.number(),
  arrangements: z.number(),
  isExact: z.boolean(),
});
export type ReadingResult = z.infer<typeof readingResultSchema>;

/** A toss whose video was measured, or is missing (null). */
export type MeasuredToss = Toss & { logViews: number | null };

export interface ReadingInput {
  tosses: readonly MeasuredToss[];
  /** The creator's registered level of ln(views at 7 days); null: none was known. */
  level: number | null;
  horizonHours: number;
  alpha: number;
  seed: number;
  draws?: number;
}

/**
 * ln(views) at the horizon minus what was registered at the start as the creator's usual: level at 7 days along the median path.
 *
 * The level stands still for the whole experiment and was estimated before it. One that went on moving would learn from the very
 * videos under test and take part of the effect away. A constant cannot: it falls out of every difference. The drift it leaves in
 * falls out too, since only videos of the same block of 2 or 4 are compared. Without a registered level the mean of the
 * experiment's own videos takes its place.
 * @returns NaN where the video is missing
 */
export function residualsOf({ tosses, level, horizonHours }: Pick<ReadingInput, 'tosses' | 'level' | 'horizonHours'>): number[] {
  const known = tosses.flatMap(({ logViews }) => (logViews === null ? [] : [logViews]));
  const expected = level === null ? mean(known) : level + logGrowthShare(horizonHours);
  return tosses.map(({ logViews }) => (logViews === null ? NaN : logViews - expected));
}

/**
 * Reads an experiment, whoever asks and however often, with the same outcome.
 *
 * Residuals beyond three robust standard deviations of all of them together are held there (winsorised), so that one video a
 * thousand times over the rest does not drown the others; the bound does not know the arms, so the test stays exact.
 * @returns null when either arm has fewer than `fewest` videos that can be compared
 */
export function readResult({ alpha, seed, draws: asked = draws, ...input }: ReadingInput, fewest: number): ReadingResult | null {
  const residuals = winsorised(residualsOf(input));
  const blocks = new Map<number, Record<Side, number[]>>();
  for (const [i, { side, blockIndex }] of input.tosses.entries()) {
    if (Number.isNaN(residuals[i]!)) continue;
    if (!blocks.has(blockIndex)) blocks.set(blockIndex, { A: [], B: [] });
    blocks.get(blockIndex)![side].push(residuals[i]!);
  }
  const arms: Block[] = [...blocks.values()].map(({ A, B }) => ({ a: A, b: B }));
  const test = permutationTest({ blocks: arms, alpha, random: seededRandom(seed), draws: asked });
  if (!test || test.nA < fewest || test.nB < fewest) return null;
  const isDifferent = test.pValue <= alpha;
  return {
    ...test,
    verdict: !isDifferent ? 'NO_MEASURABLE_DIFFERENCE' : test.difference > 0 ? 'B_HIGHER' : 'A_HIGHER',
    meanA: mean(arms.flatMap(({ a }) => a)),
    meanB: mean(arms.flatMap(({ b }) => b)),
  };
}

function winsorised(residuals: readonly number[]): number[] {
  const known = residuals.filter((value) => !Number.isNaN(value));
  const reach = heldAt * robustScatter(known);
  if (reach === 0) return [...residuals];
  const centre = median(known);
  return residuals.map((value) => Math.min(centre + reach, Math.max(centre - reach, value)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
