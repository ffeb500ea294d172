import { useTranslation } from 'react-i18next';
import type { PredictionPartsFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';

/** The effect that was registered, against the creator's level, with its interval and n. */
export function PredictedEffect({ prediction }: { prediction: PredictionPartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const lift = (effect: number) => format.change(Math.exp(effect) - 1);
  return t('scoreboard.effect', {
    lift: lift(prediction.effect),
    low: lift(prediction.effectLow),
    high: lift(prediction.effectHigh),
    level: format.wholeRate(prediction.intervalLevel),
    n: format.integer(prediction.n),
  });
}
