import { useTranslation } from 'react-i18next';
import { Disclosure } from '../components/ui/disclosure';
import { Notice } from '../components/ui/notice';
import { ProgressBar } from '../components/ui/progress-bar';
import { RecommendationProgressDocument, type GenerationStateFragment } from '../graphql/generated';
import { isUnderWay, useRunProgress } from '../shell/use-run-progress';
import { useFormat } from '../shell/use-shell';

type Missing = GenerationStateFragment['missing'][number];

/** The preparation while it runs; afterwards how it was made, what failed, and the types that nothing carries. */
export function GenerationProgress({ run: known }: { run: GenerationStateFragment }) {
  const run = useRunProgress(known, RecommendationProgressDocument, 'recommendationProgress');
  return <GenerationState run={run} />;
}

function GenerationState({ run }: { run: GenerationStateFragment }) {
  const { t } = useTranslation();
  if (isUnderWay(run.status)) {
    return (
      <div className="mb-4 rounded-xl bg-accent-soft p-4">
        <ProgressBar value={run.status === 'QUEUED' ? null : run.progress} label={t('recommendations.generating')} />
      </div>
    );
  }
  if (run.status === 'FAILED') {
    return (
      <div className="mb-4">
        <Notice tone="bad" title={t('recommendations.failed')}>
          {run.error?.message}
        </Notice>
      </div>
    );
  }
  return (
    <div className="mb-4 space-y-2 text-sm">
      <p className="text-muted">
        {run.outcome === 'FELL_BACK' && t('recommendations.fellBack')}
        {run.outcome === 'STATISTICS_ONLY' && t('recommendations.statisticsOnly')}
        {run.outcome === 'WORDED' && t('recommendations.worded', { model: run.model })}{' '}
        {run.outcome === 'FELL_BACK' && run.fallbackReason && t('recommendations.fellBackReason', { reason: run.fallbackReason })}
      </p>
      {run.missing.length > 0 && (
        <Disclosure label={`${t('recommendations.missingTitle')} (${run.missing.length})`}>
          <ul className="list-disc space-y-1 pl-5 text-muted">
            {run.missing.map((missing) => (
              <li key={missing.type}>
                <MissingReason missing={missing} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function MissingReason({ missing: { type, reason, have, needed } }: { missing: Missing }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text =
    reason === 'TOO_FEW_VIDEOS' && (have === null || needed === null)
      ? t('recommendations.missingNoNumbers')
      : t(`recommendations.missing.${reason}`, { have: format.integer(have), needed: format.integer(needed) });
  return t('recommendations.labelled', { label: t(`recommendations.types.${type}`), text });
}
