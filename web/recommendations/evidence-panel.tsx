import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Interval, reachOf } from '../components/charts/interval';
import type { VideoGlanceFragment, Locale, RecommendationCardFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';
import { Cover } from '../videos/cover';
import { videoName } from '../videos/video-name';

type Evidence = RecommendationCardFragment['evidence'];

const mostVideos = 5;

/** Behind "Why?": the number in a sentence, its interval drawn, the videos, and the query that gives it again. */
export function EvidencePanel({ evidence, locale }: { evidence: Evidence; locale: Locale }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { effect, low, high, n, arms, period } = evidence;
  const lift = (value: number) => format.change(Math.exp(value) - 1);
  return (
    <div className="space-y-4 rounded-lg bg-sunken p-3 text-sm">
      <p lang={locale.toLowerCase()}>{evidence.statement}</p>
      {effect !== null && low !== null && high !== null ? (
        <EffectDrawing
          effect={effect}
          low={low}
          high={high}
          summary={t('recommendations.evidenceIntervalSummary', {
            lift: lift(effect),
            low: lift(low),
            high: lift(high),
            level: format.wholeRate(evidence.intervalLevel),
            n: format.integer(n),
          })}
        />
      ) : (
        <p className="text-muted">{t('recommendations.evidenceNoEffect')}</p>
      )}
      {arms.length > 0 && (
        <p className="text-muted">
          {t('recommendations.labelled', {
            label: t('recommendations.arms'),
            text: arms.map((arm) => t('recommendations.labelled', { label: arm.label, text: format.integer(arm.n) })).join(' · '),
          })}
        </p>
      )}
      <EvidenceVideos title={t('recommendations.supporting')} videos={evidence.supportingVideos} />
      <EvidenceVideos title={t('recommendations.contradicting')} videos={evidence.contradictingVideos} />
      <p className="text-xs text-muted">
        {t('recommendations.period', {
          from: format.date(period.from),
          until: format.lastDay(period.until),
          version: evidence.methodVersion,
        })}
      </p>
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

function EffectDrawing({ effect, low, high, summary }: { effect: number; low: number; high: number; summary: string }) {
  const { t } = useTranslation();
  const verdict = low > 0 ? 'HIGHER' : high < 0 ? 'LOWER' : 'NO_MEASURABLE_DIFFERENCE';
  return (
    <figure>
      <figcaption className="text-xs text-muted">{t('recommendations.evidenceInterval')}</figcaption>
      <Interval estimate={effect} low={low} high={high} reach={reachOf([{ low, high }])} verdict={verdict} label={summary} />
      <p className="text-xs">{summary}</p>
    </figure>
  );
}

function EvidenceVideos({ title, videos }: { title: string; videos: readonly VideoGlanceFragment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (videos.length === 0) return null;
  return (
    <div>
      <p className="mb-1 font-medium">
        {title} ({videos.length})
      </p>
      <ul className="space-y-1">
        {videos.slice(0, mostVideos).map((video) => (
          <li key={video.id} className="flex min-h-8 items-center gap-2">
            <Cover url={video.coverUrl} className="h-10 w-8" />
            <Link to={urls.video(video.id)} className="min-w-0 flex-1 truncate py-1 hover:underline">
              {videoName(video, t('videos.untitled'))}
            </Link>
            <span className="shrink-0 text-xs text-muted">
              {video.baseline ? format.multiple(video.baseline.ratio) : format.compact(video.viewCount)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
