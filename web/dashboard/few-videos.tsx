import { useTranslation } from 'react-i18next';
import { Card } from '../components/ui/card';

/** An honest beginning: what can be said with so few videos, and what cannot. */
export function FewVideos({ count }: { count: number }) {
  const { t } = useTranslation();
  if (count === 0) {
    return (
      <Card title={t('dashboard.emptyVideosTitle')}>
        <p className="max-w-prose text-muted">{t('dashboard.emptyVideosBody')}</p>
      </Card>
    );
  }
  return (
    <Card title={t('dashboard.fewVideosTitle', { count })}>
      <p className="max-w-prose text-muted">{t('dashboard.fewVideosBody')}</p>
    </Card>
  );
}
