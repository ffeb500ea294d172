/** What a recommendation is about, in the order in which they are made. */
export const recommendationTypes = ['CONTENT_IDEA', 'SCRIPT', 'HASHTAGS', 'TIMING', 'FORMAT'] as const;
export type RecommendationType = (typeof recommendationTypes)[number];

export type RecommendationState = 'OPEN' | 'APPLIED' | 'DISMISSED';

/** Why a type that was asked for has nothing to stand on. */
export const missingReasons = [
  'TOO_FEW_VIDEOS',
  'NO_MEASURABLE_DIFFERENCE',
  'NO_CAPTIONS',
  'NO_HASHTAGS',
  'NO_DURATIONS',
] as const;
export type MissingReason = (typeof missingReasons)[number];

export interface MissingRecommendation {
  type: RecommendationType;
  reason: MissingReason;
  /** Videos there are, and videos needed; null unless the reason is TOO_FEW_VIDEOS. */
  have: number | null;
  needed: number | null;
}

/** In the order of `recommendationTypes`, each once; nothing asked means all. */
export function requestedTypes(asked: readonly RecommendationType[] | null | undefined): RecommendationType[] {
  return recommendationTypes.filter((type) => !asked?.length || asked.includes(type));
}

interface Measured {
  effect: number;
  low: number;
  high: number;
  n: number;
}

/**
 * Whether advice that the person settled (applied or dismissed) may be made again: the new estimate lies outside the old
 * interval, or it stands on at least twice as many videos.
 */
export function hasChangedMaterially(settled: Measured, fresh: Measured): boolean {
  return fresh.effect < settled.low || fresh.effect > settled.high || fresh.n >= 2 * settled.n;
}
