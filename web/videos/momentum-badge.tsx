import { useTranslation } from 'react-i18next';
import { Badge } from '../components/ui/badge';
import type { MomentumGlanceFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import { outlierProbability } from './outlier-badge';

/** Says so where a young video is breaking out or stalling, with the probability; nothing otherwise. */
export function MomentumBadge({ momentum: { momentum, probability } }: { momentum: MomentumGlanceFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  if ((momentum !== 'BREAKING_OUT' && momentum !== 'STALLING') || probability === null) return null;
  return (
    <Badge tone={momentum === 'BREAKING_OUT' ? 'accent' : 'warning'}>
      {t(`growth.badge.${momentum}`, { probability: outlierProbability(format, probability) })}
    </Badge>
  );
}
