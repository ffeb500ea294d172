import { useTranslation } from 'react-i18next';
import { Card } from '../components/ui/card';
import { ButtonLink } from '../components/ui/button';
import { PageHeader } from '../components/ui/page-header';
import { useExperimentQuery, type ExperimentQuery, type ExperimentQueryVariables } from '../graphql/generated';
import { settledNotice, type ActionNotice } from '../shell/action-notice';
import { ActionResult } from '../shell/action-result';
import { ConnectionState } from '../shell/connection-state';
import { useFormat } from '../shell/use-shell';
import { useLiveUpdates } from '../shell/use-live-updates';
import { isUnderWay } from '../shell/use-run-progress';
import { urls } from '../urls';
import { ExperimentResult } from './experiment-result';
import { RunningExperiment } from './running-experiment';
import { TossList } from './toss-list';
import { labelsOf } from './use-verdict';

type Experiment = Extract<NonNullable<ExperimentQuery['node']>, { __typename: 'Experiment' }>;

interface Props {
  variables: ExperimentQueryVariables;
  notice?: ActionNotice;
}

export function ExperimentPage({ variables, notice }: Props) {
  const [{ data }] = useExperimentQuery({ variables });
  return data?.node?.__typename === 'Experiment' ? <OneExperiment experiment={data.node} notice={notice} /> : null;
}

function OneExperiment({ experiment, notice }: { experiment: Experiment; notice?: ActionNotice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { connection, firstTosses, lastTosses, endedAt, startedAt } = experiment;
  useLiveUpdates(connection.id, connection);
  // Two pages of a hundred hold all there can be.
  const reached = firstTosses.nodes.at(-1)?.position ?? 0;
  const tosses = [...firstTosses.nodes, ...lastTosses.nodes.filter(({ position }) => position > reached)];
  return (
    <>
      <PageHeader
        title={t('experiments.running.versus', labelsOf(experiment))}
        intro={
          <p>
            {t(`experiments.kinds.${experiment.kind}`)} · {format.date(startedAt)}
            {endedAt && ` – ${format.date(endedAt)}`}
          </p>
        }
        aside={
          <ButtonLink variant="secondary" to={urls.experiments()}>
            {t('experiments.list.back')}
          </ButtonLink>
        }
      />
      <ActionResult
        notice={settledNotice(notice, {
          sync: connection.latestSync?.status,
          generation: connection.latestGeneration?.status,
        })}
      />
      <ConnectionState connection={connection} />
      <div className="space-y-6">
        {endedAt === null ? (
          <RunningExperiment
            experiment={experiment}
            tosses={tosses}
            connectionId={connection.id}
            isSyncing={connection.latestSync !== null && isUnderWay(connection.latestSync.status)}
          />
        ) : (
          <>
            <ExperimentResult experiment={experiment} tosses={tosses} />
            <Card title={t('experiments.toss.title')}>
              <TossList tosses={tosses} exclusions={experiment.exclusions} isRunning={false} />
            </Card>
          </>
        )}
      </div>
    </>
  );
}
