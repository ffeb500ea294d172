import type { Criterion } from '../../server/analytics/criterion';
import { adviseOn, type AdviceOn } from '../../server/recommendations/advise-on';
import { creatorWithEffect, creatorWithoutEffect, GENERATED_ZONE, type Plant } from './generated-creators';

/** Advice to creators for whom nothing matters (no plant), or for whom one thing does. */
export interface Trial {
  videos: number;
  plant: { kind: Plant['kind']; effect: number } | null;
  seeds: readonly number[];
}

export interface TrialResult extends Omit<Trial, 'seeds'> {
  creators: number;
  /** Advised at all, and advised what was planted. */
  advised: number;
  found: number;
}

export function runTrial({ videos, plant, seeds }: Trial): TrialResult {
  const result: TrialResult = { videos, plant, creators: seeds.length, advised: 0, found: 0 };
  for (const seed of seeds) {
    const made = plant ? creatorWithEffect(seed, videos, plant.kind, plant.effect) : null;
    const advice = adviseOn(made?.videos ?? creatorWithoutEffect(seed, videos), GENERATED_ZONE);
    if (advice.length > 0) result.advised++;
    if (made && advice.some((one) => isAbout(made.plant, one))) result.found++;
  }
  return result;
}

/** The same hashtag; or hours at least half of which are among the planted ones. */
function isAbout(plant: Plant, { criterion }: Pick<AdviceOn, 'criterion'>): boolean {
  if (plant.kind === 'HASHTAG') return criterion?.kind === 'HASHTAG' && criterion.hashtag === plant.hashtag;
  return criterion?.kind === 'HOURS' && sharedHours(plant, criterion) >= (criterion.hourUntil - criterion.hourFrom) / 2;
}

function sharedHours(plant: Plant & { kind: 'HOURS' }, criterion: Criterion & { kind: 'HOURS' }): number {
  return Math.min(plant.hourUntil, criterion.hourUntil) - Math.max(plant.hourFrom, criterion.hourFrom);
}

const SIZES = [50, 100, 200, 400, 800];
const POWER_SIZES = [100, 200, 400, 800];
const EFFECTS = [0.2, 0.4, 0.6, 0.8, 1];
const KINDS = ['HOURS', 'HASHTAG'] as const;
const WITHOUT_EFFECT_PER_SIZE = 200;
const WITH_EFFECT_PER_KIND = 40;
const SEEDS_A_TRIAL = 20;

/** The longest first, so that no worker is left alone with them at the end. */
export function allTrials(): Trial[] {
  const without = SIZES.flatMap((videos) => inBatches({ videos, plant: null }, WITHOUT_EFFECT_PER_SIZE, videos));
  const withEffect = KINDS.flatMap((kind, k) =>
    POWER_SIZES.flatMap((videos) =>
      EFFECTS.flatMap((effect, e) =>
        inBatches({ videos, plant: { kind, effect } }, WITH_EFFECT_PER_KIND, 10_000 * (k + 1) + 10 * videos + e),
      ),
    ),
  );
  return [...without, ...withEffect].sort((a, b) => b.videos - a.videos);
}

function inBatches(trial: Omit<Trial, 'seeds'>, creators: number, stream: number): Trial[] {
  const seeds = Array.from({ length: creators }, (_unused, i) => stream * 100_000 + i);
  return Array.from({ length: Math.ceil(creators / SEEDS_A_TRIAL) }, (_unused, i) => ({
    ...trial,
    seeds: seeds.slice(i * SEEDS_A_TRIAL, (i + 1) * SEEDS_A_TRIAL),
  }));
}
