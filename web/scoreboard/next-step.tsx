import { useTranslation } from 'react-i18next';
import type { PredictionPartsFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import { nextMeasurement } from './next-measurement';
import { useAge } from './use-age';
import { useCriterionText } from './use-criterion-text';

/** What happens next with a prediction, or why nothing does; nothing once it was judged. */
export function NextStep({ prediction }: { prediction: PredictionPartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const age = useAge();
  const criterionText = useCriterionText();
  const { status, criterion, expiresAt, cancelledAt } = prediction;
  switch (status) {
    case 'WAITING':
      return criterion === null
        ? t('scoreboard.next.WAITING_FOR_YOU', { date: format.date(expiresAt) })
        : t('scoreboard.next.WAITING', { action: criterionText(criterion), date: format.date(expiresAt) });
    case 'MEASURING': {
      const next = nextMeasurement(prediction);
      return next && t('scoreboard.next.MEASURING', { age: age(next.ageHours), date: format.dateTime(next.at) });
    }
    case 'CANCELLED':
      return t('scoreboard.next.CANCELLED', { date: format.date(cancelledAt) });
    case 'EXPIRED':
      return t('scoreboard.next.EXPIRED', { date: format.date(expiresAt) });
    case 'NOT_PREDICTED':
      return t('scoreboard.next.NOT_PREDICTED');
    case 'SETTLED':
      return null;
  }
}
