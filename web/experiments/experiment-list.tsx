import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../components/ui/badge';
import { Card } from '../components/ui/card';
import type { ExperimentGlanceFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';
import { labelsOf } from './use-verdict';

/** What earlier experiments found, the latest first. */
export function ExperimentList({ experiments }: { experiments: readonly ExperimentGlanceFragment[] }) {
  const { t } = useTranslation();
  const ended = experiments.filter(({ endedAt }) => endedAt !== null);
  if (ended.length === 0) return null;
  return (
    <Card title={t('experiments.list.title')}>
      <ul className="divide-y divide-line">
        {ended.map((experiment) => (
          <li key={experiment.id} className="py-3 first:pt-0 last:pb-0">
            <Ended experiment={experiment} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Ended({ experiment }: { experiment: ExperimentGlanceFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, kind, result, endedAt } = experiment;
  const labels = labelsOf(experiment);
  return (
    <>
      <Link to={urls.experiment(id)} className="block font-medium break-words hover:underline">
        {t('experiments.running.versus', labels)}
      </Link>
      <p className="mt-1 break-words">
        {result ? t(`experiments.list.${result.verdict}`, labels) : t('experiments.list.notEnough')}
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-muted">
        <Badge>{t(`experiments.kinds.${kind}`)}</Badge>
        {result && (
          <span>
            {t('experiments.result.ratioTitle')} :{' '}
            {t('experiments.result.ratioLabel', {
              ratio: format.ratio(Math.exp(result.difference)),
              low: format.ratio(Math.exp(result.low)),
              high: format.ratio(Math.exp(result.high)),
            })}
            , n = {format.integer(result.nA)} + {format.integer(result.nB)}
          </span>
        )}
        <span>{t(result ? 'experiments.list.read' : 'experiments.list.stopped', { date: format.date(endedAt) })}</span>
      </p>
    </>
  );
}
