import type { EffectVerdict } from '../../graphql/generated';

export type HeatLevel = 'none' | 'level' | 'above-1' | 'above-2' | 'above-3' | 'below-1' | 'below-2' | 'below-3';

/** Below this, in ln(views), a cell counts as being at the creator's level: about 3 %. */
const nearLevel = 0.03;
/** From here, a measured difference gets the strongest colour: about 35 %. */
const strong = 0.3;

/**
 * Colour of a cell. Strong colours are for differences that were measured; an estimate that chance could have made stays pale,
 * and a cell with too few videos has none.
 */
export function heatLevel({ estimate, verdict }: { estimate: number | null; verdict: EffectVerdict }): HeatLevel {
  if (estimate === null || verdict === 'BELOW_THRESHOLD') return 'none';
  const side = estimate > 0 ? 'above' : 'below';
  if (verdict === 'NO_MEASURABLE_DIFFERENCE') return Math.abs(estimate) < nearLevel ? 'level' : `${side}-1`;
  return Math.abs(estimate) >= strong ? `${side}-3` : `${side}-2`;
}
