import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../components/ui/badge';
import type { ScoreboardQuery } from '../graphql/generated';
import { frenchSpaces } from '../i18n/french-spaces';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';
import { Cover } from '../videos/cover';
import { videoName } from '../videos/video-name';
import { NextStep } from './next-step';
import { PredictedEffect } from './predicted-effect';
import { PredictionActions } from './prediction-actions';
import { PredictionChart } from './prediction-chart';

type Connection = Extract<NonNullable<ScoreboardQuery['node']>, { __typename: 'TikTokConnection' }>;
type Listed = Connection['predictions']['nodes'][number];

/** One prediction: what it was about, what was registered, the video that followed and where it landed. */
export function PredictionItem({ prediction }: { prediction: Listed }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { recommendation, type, registeredAt, horizons, video } = prediction;
  const title = recommendation?.title ?? t('scoreboard.untitledPrediction');
  return (
    <article className="flex h-full flex-col gap-3 rounded-xl border border-line bg-card p-4">
      <p className="flex flex-wrap gap-1.5">
        <Badge tone="accent">{t(`recommendations.types.${type}`)}</Badge>
        <StateBadge prediction={prediction} />
      </p>
      <div>
        <h3 className="font-semibold" lang={recommendation?.locale.toLowerCase()}>
          {recommendation?.locale === 'FR' ? frenchSpaces(title) : title}
        </h3>
        <p className="mt-1 text-xs text-muted">
          {t('scoreboard.registered', { date: format.dateTime(registeredAt) })} <PredictedEffect prediction={prediction} />
        </p>
      </div>
      <p className="text-sm empty:hidden">
        <NextStep prediction={prediction} />
      </p>
      {horizons.length > 0 && <PredictionChart horizons={horizons} />}
      {video && <Followed video={video} prediction={prediction} />}
      <div className="mt-auto">
        <PredictionActions prediction={prediction} title={title} recommendationId={recommendation?.id ?? null} />
      </div>
    </article>
  );
}

const verdictTones = { HIT: 'accent', MISS: 'bad', UNDECIDED: 'neutral' } as const;

function StateBadge({ prediction: { status, verdict, undecidedReason } }: { prediction: Listed }) {
  const { t } = useTranslation();
  if (verdict === null)
    return <Badge tone={status === 'WAITING' ? 'warning' : 'neutral'}>{t(`scoreboard.statuses.${status}`)}</Badge>;
  const label = t(`scoreboard.verdicts.${verdict}`);
  return (
    <Badge tone={verdictTones[verdict]}>
      {undecidedReason ? t('scoreboard.labelled', { label, text: t(`scoreboard.reasons.${undecidedReason}`) }) : label}
    </Badge>
  );
}

function Followed({ video, prediction: { linkedBy } }: { video: NonNullable<Listed['video']>; prediction: Listed }) {
  const { t } = useTranslation();
  const format = useFormat();
  const details = [
    t('scoreboard.posted', { date: format.dateTime(video.publishedAt) }),
    linkedBy && t(`scoreboard.linkedBy.${linkedBy}`),
  ];
  return (
    <div className="flex items-center gap-3 text-sm">
      <Cover url={video.coverUrl} className="h-14 w-11" />
      <div className="min-w-0">
        <p className="text-xs text-muted">{t('scoreboard.video')}</p>
        <Link to={urls.video(video.id)} className="block truncate py-0.5 font-medium hover:underline">
          <bdi>{videoName(video, t('videos.untitled'))}</bdi>
        </Link>
        <p className="text-xs text-muted">{details.filter(Boolean).join(' · ')}</p>
      </div>
    </div>
  );
}
