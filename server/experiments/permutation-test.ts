/** The measured values of one randomisation block, by arm. */
export interface Block {
  a: readonly number[];
  b: readonly number[];
}

export interface PermutationInput {
  blocks: readonly Block[];
  /** Two-sided; the interval covers 1 − alpha. */
  alpha: number;
  /** Uniform in [0, 1); used only where the arrangements are too many to be gone through. */
  random: () => number;
  /** Random arrangements where they are too many. */
  draws: number;
}

export interface PermutationResult {
  /** Mean of B minus mean of A within blocks. */
  difference: number;
  /** Where p(difference = δ) > alpha; ±Infinity where there are too few arrangements to exclude anything. */
  low: number;
  high: number;
  /** Two-sided. */
  pValue: number;
  /** Values in blocks where both arms were measured; the others cannot be compared with anything of their time. */
  nA: number;
  nB: number;
  /** Arrangements looked at, the one that was tossed included. */
  arrangements: number;
  /** Whether these are all there are. */
  isExact: boolean;
}

/** Up to so many arrangements are gone through one by one. */
const mostEnumerated = 50_000;
const tolerance = 1e-9;

/** For one way of handing out B within a block: the sums over it of the values, and of the videos that B really had. */
interface Arrangement {
  values: number;
  treated: number;
}

/**
 * Randomisation test of "the choice changes nothing" with permutations inside the blocks in which the coin was tossed, so that the
 * test needs no assumption about the numbers, only the coin (Fisher 1935, The Design of Experiments, §21; Ernst 2004, Statistical
 * Science 19, 676–685).
 *
 * Statistic: Σ_block w (mean B − mean A) / Σ w with w = nA nB / (nA + nB), the plain difference of means when no video is missing.
 * All arrangements are enumerated up to 50,000, else `draws` random ones are taken and the tossed one counted among them, so that p
 * is never 0 and never too small (Phipson and Smyth 2010, Statistical Applications in Genetics and Molecular Biology 9, 39).
 * The interval holds every δ that the same test would not reject after δ is taken from the values of B (Ernst 2004, §4); it excludes
 * 0 exactly when p ≤ alpha.
 * @returns null when no block has both arms
 */
export function permutationTest({ blocks, alpha, random, draws }: PermutationInput): PermutationResult | null {
  const used = blocks.filter(({ a, b }) => a.length > 0 && b.length > 0);
  if (used.length === 0) return null;
  const weight = sum(used.map(({ a, b }) => (a.length * b.length) / (a.length + b.length)));
  const centred = used.map(centreBlock);
  const observed = sum(used.map(({ b }, i) => sum(centred[i]!.slice(centred[i]!.length - b.length)))) / weight;
  const choices = used.map(({ a, b }, i) => arrangementsOf(centred[i]!, a.length, b.length));
  const share = sum(used.map(({ a, b }) => (b.length * b.length) / (a.length + b.length)));

  const total = choices.reduce((product, { length }) => product * length, 1);
  const isExact = total <= mostEnumerated;
  const arrangements = isExact ? enumerate(choices) : sample(choices, draws, random);
  const bounds = arrangements.map(({ values, treated }) => acceptedShifts(observed, values / weight, (treated - share) / weight));
  // The tossed arrangement is one of all, and is counted among random ones.
  if (!isExact) bounds.push([-Infinity, Infinity]);

  const lows = Float64Array.from(bounds, ([low]) => low).sort();
  const highs = Float64Array.from(bounds, ([, high]) => high).sort();
  const rejected = Math.floor(alpha * bounds.length + tolerance);
  return {
    difference: withoutRoundingNoise(observed),
    low: withoutRoundingNoise(lows[rejected]!),
    high: withoutRoundingNoise(highs[highs.length - 1 - rejected]!),
    pValue: bounds.filter(([low, high]) => low <= tolerance && high >= -tolerance).length / bounds.length,
    nA: sum(used.map(({ a }) => a.length)),
    nB: sum(used.map(({ b }) => b.length)),
    arrangements: bounds.length,
    isExact,
  };
}

/** Values of A, then of B, around the block's mean: what the block as a whole did says nothing about the choice. */
function centreBlock({ a, b }: Block): number[] {
  const values = [...a, ...b];
  const mean = sum(values) / values.length;
  return values.map((value) => value - mean);
}

/** Every way of choosing which of the block's videos, A first, are called B. */
function arrangementsOf(values: readonly number[], ofA: number, ofB: number): Arrangement[] {
  const found: Arrangement[] = [];
  const choose = (from: number, left: number, chosen: Arrangement): void => {
    if (left === 0) {
      found.push(chosen);
      return;
    }
    for (let i = from; i <= values.length - left; i++) {
      choose(i + 1, left - 1, { values: chosen.values + values[i]!, treated: chosen.treated + (i >= ofA ? 1 : 0) });
    }
  };
  choose(0, ofB, { values: 0, treated: 0 });
  return found;
}

function enumerate(choices: readonly Arrangement[][]): Arrangement[] {
  let sums: Arrangement[] = [{ values: 0, treated: 0 }];
  for (const block of choices) {
    sums = sums.flatMap(({ values, treated }) =>
      block.map((choice) => ({ values: values + choice.values, treated: treated + choice.treated })),
    );
  }
  return sums;
}

function sample(choices: readonly Arrangement[][], draws: number, random: () => number): Arrangement[] {
  return Array.from({ length: draws }, () => {
    let values = 0;
    let treated = 0;
    for (const block of choices) {
      const choice = block[Math.floor(random() * block.length)]!;
      values += choice.values;
      treated += choice.treated;
    }
    return { values, treated };
  });
}

/**
 * The shifts δ for which this arrangement is at least as far from 0 as the tossed one: |t − δu| ≥ |observed − δ|, an interval around
 * `observed`, since |u| ≤ 1. With u = ±1 (the tossed arrangement or its mirror image) it is the whole line.
 * @param t the statistic of the values, u that of being treated, under this arrangement
 */
function acceptedShifts(observed: number, t: number, u: number): [low: number, high: number] {
  if (1 - Math.abs(u) < tolerance) return [-Infinity, Infinity];
  const one = (observed - t) / (1 - u);
  const other = (observed + t) / (1 + u);
  return one < other ? [one, other] : [other, one];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Equal videos differ by 0, not by 1e-17. */
function withoutRoundingNoise(value: number): number {
  return Math.abs(value) === Infinity ? value : Math.round(value * 1e9) / 1e9 + 0;
}
