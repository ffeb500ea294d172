import { useTranslation } from 'react-i18next';
import { SeriesChart } from '../components/charts/series-chart';
import { Card } from '../components/ui/card';
import { Disclosure } from '../components/ui/disclosure';
import type { DashboardAnalytics } from './dashboard-data';

/** Views and followers at once; the reactions for who asks. */
export function SeriesSection({ analytics }: { analytics: DashboardAnalytics }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="grid gap-6 lg:grid-cols-2">
        <Card>
          <SeriesChart title={t('charts.viewsTitle')} points={analytics.views} kind="bars" />
        </Card>
        <Card>
          <SeriesChart title={t('charts.followersTitle')} points={analytics.followers} kind="line" />
        </Card>
      </div>
      <Card>
        <Disclosure label={t('charts.reactionsTitle')}>
          <div className="grid gap-8 lg:grid-cols-2">
            <SeriesChart title={t('charts.likes')} points={analytics.likes} kind="bars" />
            <SeriesChart title={t('charts.comments')} points={analytics.comments} kind="bars" />
            <SeriesChart title={t('charts.shares')} points={analytics.shares} kind="bars" />
          </div>
        </Disclosure>
      </Card>
    </>
  );
}
