import { useTranslation } from 'react-i18next';
import { Interval, reachOf } from '../components/charts/interval';
import { Card } from '../components/ui/card';
import { DataTable } from '../components/ui/data-table';
import { Disclosure } from '../components/ui/disclosure';
import type { ExperimentTossFragment, ExperimentViewFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';
import { videoName } from '../videos/video-name';
import { DotAxis, DotRow, reachOfDots } from './dot-plot';
import { resultDocument } from './result-document';
import { SideMark } from './side-mark';
import { useVerdict } from './use-verdict';

type Result = NonNullable<ExperimentViewFragment['result']>;

interface Props {
  experiment: ExperimentViewFragment;
  tosses: readonly ExperimentTossFragment[];
}

/** What an experiment found: one sentence, the videos it comes from, and what the figures mean. */
export function ExperimentResult({ experiment, tosses }: Props) {
  return experiment.result ? (
    <Read experiment={experiment} tosses={tosses} result={experiment.result} />
  ) : (
    <NotRead experiment={experiment} />
  );
}

function NotRead({ experiment }: { experiment: ExperimentViewFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { whyNoResult, endedAt, arms, plannedVideoCount: planned } = experiment;
  const measured = arms.reduce((total, arm) => total + arm.measuredCount, 0);
  const text = whyNoResult === 'STOPPED_EARLY' ? 'stoppedBody' : 'missingBody';
  return (
    <Card title={t('experiments.result.stoppedTitle')}>
      <p className="max-w-prose">
        {t(`experiments.result.${text}`, { date: format.date(endedAt), measured, planned, fewest: 6 })}
      </p>
    </Card>
  );
}

function Read({ experiment, tosses, result }: Props & { result: Result }) {
  const { t } = useTranslation();
  const format = useFormat();
  const verdict = useVerdict();
  const words = verdict(experiment, result);
  const notFollowed = experiment.arms.reduce((total, arm) => total + arm.notFollowedCount, 0);
  return (
    <Card title={t('experiments.result.title')}>
      <p className="max-w-prose text-xl font-bold break-words sm:text-2xl">{words.sentence}</p>
      <p className="mt-2 max-w-prose break-words">{words.bounds}</p>
      <Ratio result={result} />
      <Plot experiment={experiment} tosses={tosses} result={result} />
      {notFollowed > 0 && (
        <p className="mt-4 max-w-prose text-sm">{t('experiments.result.notFollowed', { count: notFollowed })}</p>
      )}
      <div className="mt-4 space-y-2">
        <Disclosure label={t('experiments.result.pTitle', { p: format.probability(result.pValue) })}>
          <p className="max-w-prose text-sm">
            {t('experiments.result.pBody', {
              arrangements: format.integer(result.arrangements),
              share: format.rate(result.pValue),
              alpha: format.wholeRate(experiment.alpha),
            })}
          </p>
        </Disclosure>
        <p className="max-w-prose text-xs text-muted">
          {t('experiments.result.held')} {t('experiments.result.method', { version: experiment.methodVersion })}{' '}
          <a href={urls.graphiql(resultDocument, { id: experiment.id })} className="text-accent underline underline-offset-4">
            {t('experiments.result.check')}
          </a>
        </p>
      </div>
    </Card>
  );
}

const tones = { A_HIGHER: 'LOWER', B_HIGHER: 'HIGHER', NO_MEASURABLE_DIFFERENCE: 'NO_MEASURABLE_DIFFERENCE' } as const;

function Ratio({ result }: { result: Result }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { difference, low, high, verdict } = result;
  const ratio = (value: number) => format.ratio(Math.exp(value));
  const label = t('experiments.result.ratioLabel', { ratio: ratio(difference), low: ratio(low), high: ratio(high) });
  return (
    <figure className="mt-4 max-w-xl">
      <figcaption className="text-sm text-muted">{t('experiments.result.ratioTitle')}</figcaption>
      <Interval
        estimate={difference}
        low={low}
        high={high}
        reach={reachOf([{ low, high }])}
        verdict={tones[verdict]}
        label={label}
      />
      <p className="text-sm font-medium">{label}</p>
    </figure>
  );
}

function Plot({ experiment, tosses, result }: Props & { result: Result }) {
  const { t } = useTranslation();
  const format = useFormat();
  const horizon = t(`experiments.plan.horizons.${experiment.horizonHours === 48 ? '48' : '168'}`);
  const arms = experiment.arms.map(({ side, label }) => {
    const mean = side === 'A' ? result.meanA : result.meanB;
    const residuals = tosses.flatMap((toss) => (toss.side === side && toss.residual !== null ? [toss.residual] : []));
    const n = side === 'A' ? result.nA : result.nB;
    const said = { label, n, mean: format.ratio(Math.exp(mean)) };
    return { side, name: label, residuals, mean, said, label: t('experiments.result.armLabel', said) };
  });
  const reach = reachOfDots(arms);
  return (
    <figure className="mt-6 min-w-0">
      <figcaption>
        <h3 className="font-semibold">{t('experiments.result.plotTitle')}</h3>
        <p className="mt-1 mb-3 max-w-prose text-sm text-muted">
          {experiment.usualViews === null
            ? t('experiments.result.plotSummaryOwn', { horizon })
            : t('experiments.result.plotSummary', { horizon, views: format.compact(experiment.usualViews) })}
        </p>
      </figcaption>
      <div className="space-y-3">
        {arms.map((arm) => (
          <div key={arm.side}>
            <p className="mb-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
              <SideMark side={arm.side} />
              <span className="min-w-0 font-medium break-words">{arm.name}</span>
              <span className="text-muted">{t('experiments.result.arm', arm.said)}</span>
            </p>
            <DotRow arm={arm} reach={reach} />
          </div>
        ))}
        <DotAxis reach={reach} />
      </div>
      <Disclosure label={t('charts.table')} className="mt-2">
        <DataTable
          caption={t('experiments.result.plotTitle')}
          rows={tosses}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'video',
              head: t('experiments.toss.video'),
              cell: ({ video, position }) =>
                video ? <bdi>{videoName(video, t('videos.untitled'))}</bdi> : t('experiments.toss.number', { position }),
            },
            { key: 'side', head: t('experiments.toss.side'), cell: ({ side }) => side },
            { key: 'state', head: t('experiments.toss.state'), cell: ({ state }) => t(`experiments.toss.states.${state}`) },
            {
              key: 'views',
              head: t('experiments.toss.views', { horizon }),
              isNumber: true,
              cell: ({ views }) => format.integer(views),
            },
            {
              key: 'residual',
              head: t('experiments.toss.residual'),
              isNumber: true,
              cell: ({ residual }) => (residual === null ? '–' : format.ratio(Math.exp(residual))),
            },
          ]}
        />
      </Disclosure>
    </figure>
  );
}
