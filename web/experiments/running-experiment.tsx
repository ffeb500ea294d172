import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/ui/button';
import { Card } from '../components/ui/card';
import { Disclosure } from '../components/ui/disclosure';
import { ProgressBar } from '../components/ui/progress-bar';
import type { ExperimentTossFragment, ExperimentViewFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';
import { NextVideo } from './next-video';
import { SideMark } from './side-mark';
import { TossList } from './toss-list';

interface Props {
  experiment: ExperimentViewFragment;
  tosses: readonly ExperimentTossFragment[];
  connectionId: string;
  isSyncing: boolean;
  /** On the list of experiments: the way to all tosses. */
  linksToDetails?: boolean;
}

export function RunningExperiment({ experiment, tosses, connectionId, isSyncing, linksToDetails = false }: Props) {
  const { t } = useTranslation();
  const { arms } = experiment;
  const sum = (count: 'measuredCount' | 'missingCount' | 'growingCount' | 'tossCount') =>
    arms.reduce((total, arm) => total + arm[count], 0);
  const earlier = sum('tossCount') - tosses.length;
  return (
    <Card title={t('experiments.running.title')}>
      <NextVideo experiment={experiment} connectionId={connectionId} isSyncing={isSyncing} />
      <Arms arms={arms} />
      <Progress
        experiment={experiment}
        measured={sum('measuredCount')}
        growing={sum('growingCount')}
        missing={sum('missingCount')}
      />
      <div className="mt-6">
        <h3 className="mb-2 font-semibold">{t('experiments.toss.title')}</h3>
        <TossList tosses={tosses} exclusions={experiment.exclusions} isRunning />
        {earlier > 0 && <p className="mt-2 text-sm text-muted">{t('experiments.toss.earlier', { count: earlier })}</p>}
        {linksToDetails && tosses.length > 0 && (
          <p className="mt-2">
            <Link
              to={urls.experiment(experiment.id)}
              className="inline-flex min-h-8 items-center font-medium text-accent underline underline-offset-4"
            >
              {t('experiments.running.details')}
            </Link>
          </p>
        )}
      </div>
      <Disclosure label={t('experiments.running.stop')} className="mt-6">
        <p className="mb-3 max-w-prose text-sm">{t('experiments.running.stopBody')}</p>
        <Form method="post">
          <input type="hidden" name="experimentId" value={experiment.id} />
          <Button name="intent" value="stop" variant="danger">
            {t('experiments.running.stopButton')}
          </Button>
        </Form>
      </Disclosure>
    </Card>
  );
}

function Arms({ arms }: { arms: ExperimentViewFragment['arms'] }) {
  return (
    <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
      {arms.map(({ side, label }) => (
        <li key={side} className="flex min-w-0 items-center gap-2">
          <SideMark side={side} />
          <span className="min-w-0 font-medium break-words">{label}</span>
        </li>
      ))}
    </ul>
  );
}

function Progress({
  experiment,
  measured,
  growing,
  missing,
}: {
  experiment: ExperimentViewFragment;
  measured: number;
  growing: number;
  missing: number;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { plannedVideoCount: planned, horizonHours, startedAt, detectableDifference, nextMeasurementAt } = experiment;
  return (
    <div className="mt-6 space-y-2 text-sm">
      <ProgressBar
        value={(measured + missing) / planned}
        label={t('experiments.running.progress')}
        detail={t('experiments.running.progressDetail', { measured, planned, growing })}
      />
      {missing > 0 && <p>{t('experiments.running.missing', { count: missing })}</p>}
      <p className="max-w-prose text-muted">
        {nextMeasurementAt && t('experiments.running.nextMeasure', { date: format.dateTime(nextMeasurementAt) })}{' '}
        {t('experiments.running.noPeeking')}
      </p>
      <p className="max-w-prose text-muted">
        {t('experiments.running.planLine', {
          planned,
          horizon: t(`experiments.plan.horizons.${horizonHours === 48 ? '48' : '168'}`),
          date: format.date(startedAt),
          ratio: format.multiple(Math.exp(detectableDifference)),
        })}
      </p>
    </div>
  );
}
