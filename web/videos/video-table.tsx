import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../components/ui/badge';
import type { VideoCardFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';
import type { ReactNode } from 'react';
import { Cover } from './cover';
import { Ratio } from './ratio';
import { OutlierBadge } from './outlier-badge';
import { videoName } from './video-name';

const counters = [
  { key: 'views', field: 'viewCount' },
  { key: 'likes', field: 'likeCount' },
  { key: 'comments', field: 'commentCount' },
  { key: 'shares', field: 'shareCount' },
] as const;

/** A table where there is room; on a phone each row becomes a card whose numbers carry their names. */
export function VideoTable({ videos, caption }: { videos: readonly VideoCardFragment[]; caption: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const head = 'px-3 py-3 text-sm font-semibold text-muted';
  return (
    <table className="block w-full md:table md:overflow-hidden md:rounded-2xl md:border md:border-line md:bg-card">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only md:not-sr-only md:table-header-group">
        <tr className="md:border-b md:border-line">
          <th scope="col" className={`${head} text-left`}>
            {t('pages.video.title')}
          </th>
          {counters.map(({ key }) => (
            <th key={key} scope="col" className={`${head} text-right`}>
              {t(`videos.${key}`)}
            </th>
          ))}
          <th scope="col" className={`${head} text-right`}>
            {t('videos.engagement')}
          </th>
          <th scope="col" className={`${head} text-right`}>
            {t('videos.ratio')}
          </th>
        </tr>
      </thead>
      <tbody className="block space-y-3 md:table-row-group">
        {videos.map((video) => (
          <tr
            key={video.id}
            className="grid grid-cols-3 gap-x-3 gap-y-2 rounded-2xl border border-line bg-card p-4 md:table-row md:border-0 md:border-t"
          >
            <th scope="row" className="col-span-3 text-left font-normal md:px-3 md:py-3">
              <span className="flex gap-3">
                <Cover url={video.coverUrl} className="h-16 w-12" />
                <span className="min-w-0">
                  <Link to={urls.video(video.id)} className="line-clamp-2 font-medium break-words hover:underline md:max-w-md">
                    <bdi>{videoName(video, t('videos.untitled'))}</bdi>
                  </Link>
                  <span className="mt-1 flex flex-wrap items-center gap-2 text-xs text-muted">
                    {format.date(video.publishedAt)}
                    {video.durationSeconds ? ` · ${format.duration(video.durationSeconds)}` : ''}
                    {video.availability === 'UNAVAILABLE' && <Badge tone="warning">{t('videos.UNAVAILABLE')}</Badge>}
                    <OutlierBadge outlier={video.baseline?.outlier} />
                  </span>
                </span>
              </span>
            </th>
            {counters.map(({ key, field }) => (
              <Cell
                key={key}
                label={t(`videos.${key}`)}
                value={format.compact(video[field])}
                title={format.integer(video[field])}
              />
            ))}
            <Cell label={t('videos.engagement')} value={format.rate(video.engagement.engagementRateByViews)} />
            <Cell
              label={t('charts.level')}
              value={video.baseline ? <Ratio value={video.baseline.ratio} /> : '–'}
              title={video.baseline ? undefined : t('videos.noRatio')}
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ label, value, title }: { label: string; value: ReactNode; title?: string }) {
  return (
    <td title={title} className="min-w-0 text-sm md:px-3 md:py-3 md:text-right md:whitespace-nowrap">
      <span aria-hidden="true" className="block truncate text-xs text-muted md:hidden">
        {label}
      </span>
      <span className="font-medium">{value}</span>
    </td>
  );
}
