/** The two choices of an experiment. */
export const sides = ['A', 'B'] as const;
export type Side = (typeof sides)[number];

/** A uniform whole number from 0 to bound − 1 that nobody can guess. */
export type DrawBelow = (bound: number) => number;

/** One toss of the coin, with the block it belongs to. */
export interface Toss {
  side: Side;
  /** From 0; tosses of one block stand next to each other. */
  blockIndex: number;
  /** Tosses of the block when it is complete: 2 or 4, half of them A. */
  blockSize: number;
}

/**
 * The next toss of a permuted-block randomisation (Hill 1951; Matts and Lachin 1988, Controlled Clinical Trials 9, 327–344).
 *
 * Within each block both sides come equally often in random order, so that the arms stay balanced and a creator's drift cancels.
 * The size of a block, 2 or 4, is drawn when it begins (Efird 2011, Int. J. Environ. Res. Public Health 8, 15–20), else its last
 * tosses could be foretold. Each toss is drawn when it is asked for: of the ones after it nothing exists that could be read.
 * @param before the tosses so far, in order
 * @param total tosses planned, an even number
 * @returns null when all are made
 */
export function nextToss(before: readonly Toss[], total: number, drawBelow: DrawBelow): Toss | null {
  const left = total - before.length;
  if (left <= 0) return null;
  const last = before.at(-1);
  const block = last ? before.filter(({ blockIndex }) => blockIndex === last.blockIndex) : [];
  if (!last || block.length === last.blockSize) {
    const blockSize = left >= 4 && drawBelow(2) === 1 ? 4 : 2;
    return { side: sides[drawBelow(2)]!, blockIndex: last ? last.blockIndex + 1 : 0, blockSize };
  }
  const { blockIndex, blockSize } = last;
  const leftOfA = blockSize / 2 - block.filter(({ side }) => side === 'A').length;
  return { side: drawBelow(blockSize - block.length) < leftOfA ? 'A' : 'B', blockIndex, blockSize };
}
