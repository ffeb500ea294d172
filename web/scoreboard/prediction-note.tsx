import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { PredictionPartsFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';
import { NextStep } from './next-step';
import { PredictedEffect } from './predicted-effect';
import { PredictionActions } from './prediction-actions';

/** On the recommendation that was applied: what was registered, what happens next, and which video it is where it has to be named. */
export function PredictionNote({ prediction, title }: { prediction: PredictionPartsFragment; title: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const last = prediction.horizons.at(-1);
  return (
    <section className="mt-3 space-y-2 rounded-lg bg-sunken p-3 text-sm" aria-label={t('scoreboard.note.title')}>
      <p className="font-medium">{t('scoreboard.note.title')}</p>
      {last && (
        <p>
          {t('scoreboard.note.expected', {
            expected: format.compact(last.expectedViews),
            low: format.compact(last.lowViews),
            high: format.compact(last.highViews),
            baseline: format.compact(last.baselineViews),
            probability: format.wholeRate(last.probability),
          })}{' '}
          <PredictedEffect prediction={prediction} />
        </p>
      )}
      {last?.measuredViews !== undefined && last.measuredViews !== null && (
        <p>{t('scoreboard.note.outcome', { measured: format.compact(last.measuredViews) })}</p>
      )}
      {prediction.verdict && (
        <p className="font-medium">
          {prediction.undecidedReason
            ? t('scoreboard.labelled', {
                label: t(`scoreboard.verdicts.${prediction.verdict}`),
                text: t(`scoreboard.reasons.${prediction.undecidedReason}`),
              })
            : t(`scoreboard.verdicts.${prediction.verdict}`)}
        </p>
      )}
      <p className="text-muted">
        <NextStep prediction={prediction} />
      </p>
      {prediction.candidateVideos.length > 0 && (
        <PredictionActions prediction={prediction} title={title} recommendationId={null} />
      )}
      <Link
        to={urls.scoreboard()}
        className="inline-flex min-h-7 items-center font-medium text-accent underline underline-offset-4"
      >
        {t('scoreboard.note.link')}
      </Link>
    </section>
  );
}
