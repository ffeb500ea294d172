import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card } from '../components/ui/card';
import type { YoungVideoFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';
import { Cover } from '../videos/cover';
import { nextExpected } from '../videos/expected-path';
import { MomentumBadge } from '../videos/momentum-badge';
import { roughViews } from '../videos/rough-views';
import { videoName } from '../videos/video-name';
import type { DashboardAnalytics } from './dashboard-data';

/** The videos of the last week that are breaking out or stalling; a sentence where none is. */
export function YoungVideos({ analytics: { youngVideos } }: { analytics: DashboardAnalytics }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { toldCount, breakingOut, stalling } = youngVideos;
  const [first] = [...breakingOut, ...stalling];
  if (!first) {
    return (
      <Card title={t('growth.youngTitle')}>
        <p className="max-w-prose text-sm text-muted">
          {toldCount === 0
            ? t('growth.noneYoung')
            : t('growth.noneMoving', { count: toldCount, formatted: format.integer(toldCount) })}
        </p>
      </Card>
    );
  }
  return (
    <Card
      title={t('growth.youngTitle')}
      intro={t('growth.youngIntro', { threshold: format.wholeRate(first.growth?.momentum.threshold) })}
    >
      <div className="grid gap-6 lg:grid-cols-2">
        <YoungList title={t('growth.breakingOut')} videos={breakingOut} />
        <YoungList title={t('growth.stalling')} videos={stalling} />
      </div>
    </Card>
  );
}

function YoungList({ title, videos }: { title: string; videos: readonly YoungVideoFragment[] }) {
  const { t } = useTranslation();
  return (
    <div className="min-w-0">
      <h3 className="mb-2 font-semibold">{title}</h3>
      {videos.length === 0 ? (
        <p className="text-sm text-muted">{t('growth.noneOfKind')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {videos.map((video) => (
            <YoungRow key={video.id} video={video} />
          ))}
        </ul>
      )}
    </div>
  );
}

function YoungRow({ video }: { video: YoungVideoFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const week = nextExpected(video.growth?.points ?? []);
  const rough = (views: number) => format.integer(roughViews(views));
  return (
    <li className="relative flex gap-3 py-3 first:pt-0 last:pb-0">
      <Cover url={video.coverUrl} className="h-16 w-12" />
      <div className="min-w-0 flex-1">
        <Link to={urls.video(video.id)} className="line-clamp-2 text-sm font-medium after:absolute after:inset-0 hover:underline">
          <bdi>{videoName(video, t('videos.untitled'))}</bdi>
        </Link>
        <p className="mt-1 text-xs text-muted">
          {format.date(video.publishedAt)} · {format.compact(video.viewCount)} {t('videos.views').toLowerCase()}
        </p>
        {week && video.growth && (
          <p className="mt-1 text-xs text-muted">
            {t('growth.towards', {
              views: rough(week.views),
              low: rough(week.low80),
              high: rough(week.high80),
              typical: format.integer(roughViews(video.growth.momentum.typicalViews ?? 0)),
            })}
          </p>
        )}
        {video.growth && (
          <p className="mt-1">
            <MomentumBadge momentum={video.growth.momentum} />
          </p>
        )}
      </div>
    </li>
  );
}
