import {
  CHOICE_METHOD_VERSION,
  estimateChoiceEffects,
  INTERVAL_LEVEL,
  MINIMUM_N,
  overallVerdict,
  type Choice,
  type ChoiceEffect,
  type EffectVerdict,
  type ResidualSample,
} from './choice-effects';
import type { LocalTime } from './local-time';

const HOURS_PER_BLOCK = 4;
const BLOCKS = 24 / HOURS_PER_BLOCK;
const CELLS = 7 * 24;
/** Ashr's default: what an hour does beyond its block is believed only on strong evidence, for there are 168 to look at. */
const CELL_NULL_PSEUDO_COUNT = 10;

export interface PostingTimeBlock extends ChoiceEffect {
  hourFrom: number;
  /** Excluded; 24 for the last. */
  hourUntil: number;
}

export interface PostingTimeCell extends ChoiceEffect {
  /** 1 = Monday. */
  weekday: number;
  hour: number;
}

export interface PostingTimes {
  n: number;
  timeZone: string;
  intervalLevel: number;
  minimumN: number;
  cells: PostingTimeCell[];
  blocks: PostingTimeBlock[];
  verdict: EffectVerdict;
  methodVersion: string;
}

/**
 * Effects of the local hour of posting. Blocks of four hours are shrunk together toward no effect; the 168 cells of weekday
 * and hour are shrunk toward their block, for a single cell holds too few videos to stand alone.
 * @param universe positions of the compared videos; `publishedAt` runs parallel to the residuals
 */
export function estimatePostingTimes(
  sample: ResidualSample,
  universe: readonly number[],
  publishedAt: readonly number[],
  time: LocalTime,
): PostingTimes {
  const blockMembers: number[][] = Array.from({ length: BLOCKS }, () => []);
  const cellMembers: number[][] = Array.from({ length: CELLS }, () => []);
  for (const i of universe) {
    const { weekday, hour } = time.weekdayAndHour(publishedAt[i]!);
    blockMembers[Math.floor(hour / HOURS_PER_BLOCK)]!.push(i);
    cellMembers[(weekday - 1) * 24 + hour]!.push(i);
  }
  const blockEffects = estimateChoiceEffects(
    sample,
    blockMembers.map((members, block) => ({ key: `${block * HOURS_PER_BLOCK}-${(block + 1) * HOURS_PER_BLOCK}`, members })),
  );
  const cellEffects = estimateChoiceEffects(
    sample,
    cellMembers.map((members, cell): Choice => {
      const block = blockEffects[Math.floor((cell % 24) / HOURS_PER_BLOCK)]!;
      return { key: `${Math.floor(cell / 24) + 1}-${cell % 24}`, members, prior: priorFrom(block) };
    }),
    CELL_NULL_PSEUDO_COUNT,
  );
  return {
    n: universe.length,
    timeZone: time.timeZone,
    intervalLevel: INTERVAL_LEVEL,
    minimumN: MINIMUM_N,
    cells: cellEffects.map((effect, cell) => ({ ...effect, weekday: Math.floor(cell / 24) + 1, hour: cell % 24 })),
    blocks: blockEffects.map((effect, block) => ({
      ...effect,
      hourFrom: block * HOURS_PER_BLOCK,
      hourUntil: (block + 1) * HOURS_PER_BLOCK,
    })),
    verdict: overallVerdict([...blockEffects, ...cellEffects]),
    methodVersion: CHOICE_METHOD_VERSION,
  };
}

/** Standard normal quantile of 95 %: half of a 90 % interval in standard deviations. */
const HALF_INTERVAL = 1.645;

function priorFrom({ estimate, low, high }: ChoiceEffect): Choice['prior'] {
  if (estimate === null || low === null || high === null) return undefined;
  return { mean: estimate, deviation: (high - low) / 2 / HALF_INTERVAL };
}
