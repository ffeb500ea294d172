import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card } from '../components/ui/card';
import { Notice } from '../components/ui/notice';
import { PageHeader } from '../components/ui/page-header';
import { useVideoPageQuery, type VideoPageQuery, type VideoPageQueryVariables } from '../graphql/generated';
import { useLiveUpdates } from '../shell/use-live-updates';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';
import { Cover } from './cover';
import { drawnPath } from './expected-path';
import { GrowthCurve } from './growth-curve';
import { GrowthOutlook } from './growth-outlook';
import { joinReadings } from './join-readings';
import { MomentumBadge } from './momentum-badge';
import { OutlierBadge } from './outlier-badge';
import { VideoDetails } from './video-details';
import { videoName } from './video-name';

export type VideoDetail = Extract<NonNullable<VideoPageQuery['node']>, { __typename: 'Video' }>;

export function VideoPage({ variables }: { variables: VideoPageQueryVariables }) {
  const [{ data }] = useVideoPageQuery({ variables });
  return data?.node?.__typename === 'Video' ? <VideoContents video={data.node} /> : null;
}

function VideoContents({ video }: { video: VideoDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  useLiveUpdates(video.connection.id, video.connection);
  const name = videoName(video, t('videos.untitled'));
  const counters = [
    { label: t('videos.views'), value: video.viewCount },
    { label: t('videos.likes'), value: video.likeCount },
    { label: t('videos.comments'), value: video.commentCount },
    { label: t('videos.shares'), value: video.shareCount },
  ];
  return (
    <>
      <p className="mb-4">
        <Link
          to={urls.videos({ connection: video.connection.id })}
          className="inline-flex min-h-8 items-center text-sm font-medium text-accent hover:underline"
        >
          ← {t('video.back')}
        </Link>
      </p>
      <div className="flex gap-4">
        <Cover url={video.coverUrl} className="h-36 w-24 sm:h-48 sm:w-32" />
        <div className="min-w-0 flex-1">
          <PageHeader
            title={<bdi className="line-clamp-4 text-xl sm:text-2xl">{name}</bdi>}
            intro={
              <p className="text-sm">
                <bdi>{video.connection.displayName}</bdi> · {t('video.publishedAt', { date: format.dateTime(video.publishedAt) })}
                <span className="mt-1 block">
                  <OutlierBadge outlier={video.baseline?.outlier} />
                </span>
              </p>
            }
          />
          {video.shareUrl && (
            <a
              href={video.shareUrl}
              rel="noreferrer"
              className="inline-flex min-h-8 items-center text-sm font-medium text-accent underline underline-offset-4"
            >
              {t('video.open')}
            </a>
          )}
        </div>
      </div>
      <div className="mt-6 space-y-6">
        {video.availability === 'UNAVAILABLE' && (
          <Notice tone="warning">{t('video.unavailable', { date: format.date(video.unavailableSince) })}</Notice>
        )}
        <Card title={t('video.counters')} intro={t('video.asOf', { date: format.dateTime(video.lastObservedAt) })}>
          <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
            {counters.map(({ label, value }) => (
              <div key={label}>
                <dt className="text-sm text-muted">{label}</dt>
                <dd className="text-xl font-semibold">{format.integer(value)}</dd>
              </div>
            ))}
          </dl>
        </Card>
        <Card
          title={t('video.growthTitle')}
          intro={t('video.growthIntro')}
          aside={video.growth && <MomentumBadge momentum={video.growth.momentum} />}
        >
          <GrowthCurve
            snapshots={joinReadings(video.firstReadings.nodes, video.lastReadings.nodes)}
            total={video.firstReadings.totalCount}
            expected={video.growth ? drawnPath(video.growth.path, video.growth.points) : []}
          />
          {video.growth && <GrowthOutlook growth={video.growth} />}
        </Card>
        <VideoDetails video={video} />
      </div>
    </>
  );
}
