import { useTranslation } from 'react-i18next';
import type { VideoPageQuery } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import { outlierProbability } from './outlier-badge';

type Video = Extract<NonNullable<VideoPageQuery['node']>, { __typename: 'Video' }>;

const WEEK_HOURS = 168;

/** Whether the video stands outside the creator's ordinary scatter: probability, n, and what it takes to say so. */
export function OutlierSentence({ baseline: { outlier, ageHours } }: { baseline: NonNullable<Video['baseline']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { direction, upProbability, downProbability, n, minimumN, threshold } = outlier;
  if (direction === null || upProbability === null || downProbability === null) {
    return <p className="mt-3 text-sm text-muted">{t('outliers.tooFew', { minimum: minimumN })}</p>;
  }
  const probability =
    direction === 'NONE' ? upProbability + downProbability : direction === 'UP' ? upProbability : downProbability;
  return (
    <p className={`mt-3 text-sm ${direction === 'NONE' ? 'text-muted' : 'font-medium'}`}>
      {t(`outliers.sentence.${direction}`, {
        probability: outlierProbability(format, probability),
        threshold: format.wholeRate(threshold),
        n: format.integer(n),
      })}
      {ageHours < WEEK_HOURS && <> {t('outliers.young')}</>}
    </p>
  );
}
