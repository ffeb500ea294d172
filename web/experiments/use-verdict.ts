import { useTranslation } from 'react-i18next';
import type { ExperimentGlanceFragment, ExperimentViewFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';

type Result = NonNullable<ExperimentViewFragment['result']>;

export interface Verdict {
  /** One sentence: what was found. */
  sentence: string;
  /** Its interval and n. */
  bounds: string;
}

/** The two choices by their side. */
export function labelsOf({ arms }: Pick<ExperimentGlanceFragment, 'arms'>): { a: string; b: string } {
  const label = (wanted: string) => arms.find(({ side }) => side === wanted)?.label ?? '';
  return { a: label('A'), b: label('B') };
}

/** Puts a result into words, the choice with more views first. */
export function useVerdict(): (experiment: ExperimentViewFragment, result: Result) => Verdict {
  const { t } = useTranslation();
  const format = useFormat();
  return (experiment, { verdict, difference, low, high, intervalLevel, nA, nB }) => {
    const { a, b } = labelsOf(experiment);
    const ratio = (value: number) => format.ratio(Math.exp(value));
    const said = { nA: format.integer(nA), nB: format.integer(nB), level: format.wholeRate(intervalLevel) };
    if (verdict === 'NO_MEASURABLE_DIFFERENCE') {
      const seen = format.multiple(Math.exp(experiment.detectableDifference));
      return {
        sentence: t('experiments.result.none', { a, b }),
        bounds:
          low === high
            ? t('experiments.result.equal', said)
            : t('experiments.result.noneInterval', { ...said, a, b, low: ratio(low), high: ratio(high), ratio: seen }),
      };
    }
    const [winner, other, sign] = verdict === 'B_HIGHER' ? [b, a, 1] : [a, b, -1];
    const [from, to] = sign === 1 ? [low, high] : [-high, -low];
    return {
      sentence: t('experiments.result.higher', { winner, other, ratio: ratio(sign * difference) }),
      bounds: t('experiments.result.interval', { ...said, low: ratio(from), high: ratio(to) }),
    };
  };
}
