import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card } from '../components/ui/card';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';
import { VideoStrip } from '../videos/video-strip';
import type { DashboardAnalytics } from './dashboard-data';

/** The videos of the period that did better and worse than this creator's own level at the same age. */
export function VideosAgainstLevel({ analytics, connectionId }: { analytics: DashboardAnalytics; connectionId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { baseline } = analytics;
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Card
        title={t('dashboard.topVideos')}
        intro={
          baseline
            ? t('dashboard.baseline', { views: format.integer(baseline.typicalViews), n: format.integer(baseline.n) })
            : t('dashboard.noBaseline')
        }
      >
        <VideoStrip videos={analytics.topVideos} empty={t('dashboard.noTopVideos')} />
      </Card>
      <Card
        title={t('dashboard.bottomVideos')}
        intro={t('dashboard.videosIntro')}
        aside={
          <Link
            to={urls.videos({ connection: connectionId })}
            className="inline-flex min-h-7 items-center text-sm font-medium text-accent hover:underline"
          >
            {t('dashboard.allVideos')}
          </Link>
        }
      >
        <VideoStrip videos={analytics.bottomVideos} empty={t('dashboard.noTopVideos')} />
      </Card>
    </div>
  );
}
