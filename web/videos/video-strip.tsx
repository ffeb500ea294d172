import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { OutlierGlanceFragment, VideoGlanceFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';
import { Cover } from './cover';
import { Ratio } from './ratio';
import { OutlierBadge } from './outlier-badge';
import { videoName } from './video-name';

type StripVideo = VideoGlanceFragment & { baseline: { outlier?: OutlierGlanceFragment } | null };

/** A short list of videos with cover, views and how they stand against the creator's level. */
export function VideoStrip({ videos, empty }: { videos: readonly StripVideo[]; empty: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (videos.length === 0) return <p className="text-sm text-muted">{empty}</p>;
  return (
    <ol className="divide-y divide-line">
      {videos.map((video) => (
        <li key={video.id} className="relative flex gap-3 py-3 first:pt-0 last:pb-0">
          <Cover url={video.coverUrl} className="h-16 w-12" />
          <div className="min-w-0 flex-1">
            <Link
              to={urls.video(video.id)}
              className="line-clamp-2 text-sm font-medium after:absolute after:inset-0 hover:underline"
            >
              <bdi>{videoName(video, t('videos.untitled'))}</bdi>
            </Link>
            <p className="mt-1 text-xs text-muted">
              {format.date(video.publishedAt)} · {format.compact(video.viewCount)} {t('videos.views').toLowerCase()}
            </p>
            <OutlierBadge outlier={video.baseline?.outlier} />
          </div>
          {video.baseline && (
            <p className="shrink-0 text-right text-sm">
              <Ratio value={video.baseline.ratio} className="font-semibold" />
              <span className="block text-xs text-muted">{t('charts.level')}</span>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
