import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card } from '../components/ui/card';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';
import { OutlierSentence } from './outlier-sentence';
import { Ratio } from './ratio';
import type { VideoDetail } from './video-page';

/** Comparison, engagement, what was measured and what was not, and the rest that TikTok tells. */
export function VideoDetails({ video }: { video: VideoDetail }) {
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Comparison video={video} />
      <Engagement video={video} />
      <Notes video={video} />
      <Facts video={video} />
    </div>
  );
}

function Comparison({ video: { baseline, viewCount } }: { video: VideoDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('video.comparisonTitle')}>
      {baseline ? (
        <>
          <p className="text-3xl font-bold">
            <Ratio value={baseline.ratio} />
          </p>
          <p className="mt-2 leading-relaxed">
            {t('video.comparison', {
              age: format.age(baseline.ageHours),
              expected: format.integer(Math.round(baseline.expectedViews)),
              views: format.integer(viewCount),
              ratio: format.multiple(baseline.ratio),
              percentile: format.wholeRate(baseline.percentile),
              n: format.integer(baseline.n),
            })}
          </p>
          <OutlierSentence baseline={baseline} />
        </>
      ) : (
        <p className="text-muted">{t('video.noComparison')}</p>
      )}
    </Card>
  );
}

function Engagement({ video: { engagement, measurements } }: { video: VideoDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const statusOf = (field: string) => measurements.find((measurement) => measurement.field === field)?.status ?? 'NOT_YET';
  const rates = [
    { key: 'byViews', value: engagement.engagementRateByViews, status: statusOf('VIEW_COUNT') },
    { key: 'byFollowers', value: engagement.engagementRateByFollowers, status: statusOf('FOLLOWERS_AT_PUBLICATION') },
    { key: 'byReach', value: engagement.engagementRateByReach, status: statusOf('REACH') },
  ] as const;
  return (
    <Card title={t('video.engagementTitle')}>
      <dl className="space-y-3">
        {rates.map(({ key, value, status }) => (
          <div key={key}>
            <dt className="text-sm font-medium">{t(`video.${key}`)}</dt>
            <dd>
              {value === null ? (
                <span className="text-sm text-muted italic">
                  {t(`dashboard.why.${status === 'MEASURED' ? 'NOT_YET' : status}`)}
                </span>
              ) : (
                <span className="text-lg font-semibold">{format.rate(value)}</span>
              )}
              <span className="block text-xs text-muted">{t(`video.${key}Formula`)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Notes({ video: { measurements } }: { video: VideoDetail }) {
  const { t } = useTranslation();
  return (
    <Card title={t('video.notesTitle')}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {measurements.map(({ field, status }) => (
          <div key={field} className="contents">
            <dt>{t(`video.fields.${field}`)}</dt>
            <dd className="text-right text-muted">{t(`dashboard.why.${status}`)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Facts({ video }: { video: VideoDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('video.details')}>
      {video.description && (
        <p dir="auto" className="mb-3 text-sm break-words whitespace-pre-line">
          {video.description}
        </p>
      )}
      <ul className="mb-3 flex flex-wrap gap-x-3 text-sm">
        {video.hashtags.map((hashtag) => (
          <li key={hashtag}>
            <Link
              to={urls.videos({ connection: video.connection.id, hashtag })}
              className="inline-flex min-h-7 items-center text-accent hover:underline"
            >
              <bdi>#{hashtag}</bdi>
            </Link>
          </li>
        ))}
      </ul>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <dt className="text-muted">{t('videos.duration')}</dt>
        <dd className="text-right">{format.duration(video.durationSeconds || null)}</dd>
        <dt className="text-muted">{t('video.music')}</dt>
        <dd className="text-right">
          <bdi>{video.musicName ?? '–'}</bdi>
        </dd>
        <dt className="text-muted">{t('video.firstSeen')}</dt>
        <dd className="text-right">{format.dateTime(video.firstSeenAt)}</dd>
      </dl>
      {video.isAiGenerated && <p className="mt-3 text-sm">{t('video.aiGenerated')}</p>}
      {video.embedUrl && (
        <p className="mt-3">
          <a
            href={video.embedUrl}
            rel="noreferrer"
            className="inline-flex min-h-8 items-center text-sm text-accent underline underline-offset-4"
          >
            {t('video.embed')}
          </a>
        </p>
      )}
    </Card>
  );
}
