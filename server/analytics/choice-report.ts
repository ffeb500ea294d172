import {
  CHOICE_METHOD_VERSION,
  estimateChoiceEffects,
  INTERVAL_LEVEL,
  MINIMUM_N,
  overallVerdict,
  ResidualSample,
  type Choice,
  type ChoiceEffect,
  type EffectVerdict,
} from './choice-effects';

/** The effects of one family of choices, the most frequent first. */
export interface ChoiceReport {
  n: number;
  intervalLevel: number;
  minimumN: number;
  effects: ReportedEffect[];
  verdict: EffectVerdict;
  methodVersion: string;
}

export interface ReportedEffect extends ChoiceEffect {
  /** Other values that nearly always come along: the effect is that of all together. */
  together: readonly string[];
}

/** A choice, with the values that cannot be told apart from it. */
export interface ReportedChoice extends Choice {
  together?: readonly string[];
}

/** @param universe positions of the videos for which the choice is known */
export function reportChoices(
  residuals: Float64Array,
  scatter: number,
  universe: readonly number[],
  choices: readonly ReportedChoice[],
): ChoiceReport {
  const effects = estimateChoiceEffects(new ResidualSample(residuals, scatter, universe), choices);
  return {
    n: universe.length,
    intervalLevel: INTERVAL_LEVEL,
    minimumN: MINIMUM_N,
    effects: effects.map((effect, j) => ({ ...effect, together: choices[j]!.together ?? [] })),
    verdict: overallVerdict(effects),
    methodVersion: CHOICE_METHOD_VERSION,
  };
}
