import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../components/ui/disclosure';
import type { RecommendationCardFragment, VideoGlanceFragment } from '../graphql/generated';
import { unbroken } from '../i18n/unbroken';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';
import { Cover } from '../videos/cover';
import { videoName } from '../videos/video-name';
import { CheckAgain } from './check-again';
import { EvidenceChart } from './evidence-chart';

const mostVideos = 3;
/** Evidence names so many videos on each side at most. */
const longestList = 20;

/** Behind "Why?": the number in a sentence, both sides drawn, the videos, and the question that gives the number again. */
export function EvidencePanel({ recommendation }: { recommendation: RecommendationCardFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, locale, connection, evidence } = recommendation;
  const { period } = evidence;
  return (
    <div className="space-y-4 rounded-lg bg-sunken p-3 text-sm">
      <p lang={locale.toLowerCase()}>{unbroken(evidence.statement, locale === 'FR' ? 'fr' : 'en')}</p>
      <EvidenceChart evidence={evidence} />
      <EvidenceVideos title={t('recommendations.supporting')} videos={evidence.supportingVideos} />
      <EvidenceVideos title={t('recommendations.contradicting')} videos={evidence.contradictingVideos} />
      <p className="text-xs text-muted">
        {t('evidence.period', {
          from: format.date(period.from),
          until: format.dateTime(period.until),
          timeZone: period.timeZone,
          version: evidence.methodVersion,
        })}
      </p>
      <CheckAgain recommendationId={id} connectionId={connection.id} />
      <a
        href={urls.graphiql(evidence.document, evidence.variables)}
        className="inline-flex min-h-7 items-center font-medium text-accent underline underline-offset-4"
      >
        {t('recommendations.check')}
      </a>
      <p>
        <Link to={urls.method} className="inline-flex min-h-7 items-center text-accent underline underline-offset-4">
          {t('method.link')}
        </Link>
      </p>
    </div>
  );
}

function EvidenceVideos({ title, videos }: { title: string; videos: readonly VideoGlanceFragment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (videos.length === 0) return <p className="text-muted">{t('evidence.noVideos', { title })}</p>;
  const isCut = videos.length >= longestList;
  const rest = videos.slice(mostVideos);
  return (
    <div>
      <p className="mb-1 font-medium">
        {t(isCut ? 'evidence.sideLongest' : 'evidence.side', {
          title,
          count: videos.length,
          formatted: format.integer(videos.length),
        })}
      </p>
      <VideoList videos={videos.slice(0, mostVideos)} />
      {rest.length > 0 && (
        <Disclosure label={t('evidence.allVideos', { count: rest.length })}>
          <VideoList videos={rest} />
        </Disclosure>
      )}
    </div>
  );
}

function VideoList({ videos }: { videos: readonly VideoGlanceFragment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="space-y-1">
      {videos.map((video) => (
        <li key={video.id} className="flex min-h-8 items-center gap-2">
          <Cover url={video.coverUrl} className="h-10 w-8" />
          <Link to={urls.video(video.id)} className="min-w-0 flex-1 truncate py-1 hover:underline">
            <bdi>{videoName(video, t('videos.untitled'))}</bdi>
          </Link>
          <span className="shrink-0 text-xs text-muted">
            {video.baseline ? format.multiple(video.baseline.ratio) : format.compact(video.viewCount)}
          </span>
        </li>
      ))}
    </ul>
  );
}
