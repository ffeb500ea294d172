import { useTranslation } from 'react-i18next';
import { Badge } from '../components/ui/badge';
import type { OutlierGlanceFragment } from '../graphql/generated';
import type { Format } from '../i18n/format';
import { useFormat } from '../shell/use-shell';

/** Nothing is certain: what would round to 100 % is more than 99 %. */
export function outlierProbability(format: Format, probability: number): string {
  return probability > 0.99 ? `> ${format.wholeRate(0.99)}` : format.wholeRate(probability);
}

/** Says so where a video is an outlier, with the probability; nothing otherwise. */
export function OutlierBadge({ outlier }: { outlier: OutlierGlanceFragment | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!outlier || outlier.direction === null || outlier.direction === 'NONE') return null;
  const probability = (outlier.direction === 'UP' ? outlier.upProbability : outlier.downProbability) ?? 0;
  return (
    <Badge tone={outlier.direction === 'UP' ? 'accent' : 'warning'}>
      {t(`outliers.badge.${outlier.direction}`, { probability: outlierProbability(format, probability) })}
    </Badge>
  );
}
