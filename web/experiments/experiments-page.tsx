import { useTranslation } from 'react-i18next';
import { PageHeader } from '../components/ui/page-header';
import { Paging } from '../components/ui/paging';
import { useExperimentsQuery, type ExperimentsQuery, type ExperimentsQueryVariables } from '../graphql/generated';
import { settledNotice, type ActionNotice } from '../shell/action-notice';
import { ActionResult } from '../shell/action-result';
import { ConnectionState } from '../shell/connection-state';
import { ConnectionSwitch } from '../shell/connection-switch';
import { useLiveUpdates } from '../shell/use-live-updates';
import { isUnderWay } from '../shell/use-run-progress';
import { urls } from '../urls';
import { ExperimentList } from './experiment-list';
import { HowItWorks } from './how-it-works';
import { PlanForm } from './plan-form';
import type { PlanValues } from './plan-values';
import { RunningExperiment } from './running-experiment';

type Connection = Extract<NonNullable<ExperimentsQuery['node']>, { __typename: 'TikTokConnection' }>;

interface Props {
  variables: ExperimentsQueryVariables;
  plan: PlanValues;
  notice?: ActionNotice;
}

export function ExperimentsPage({ variables, plan, notice }: Props) {
  const [{ data }] = useExperimentsQuery({ variables });
  return data?.node?.__typename === 'TikTokConnection' ? (
    <Experiments connection={data.node} plan={plan} notice={notice} />
  ) : null;
}

function Experiments({ connection, plan, notice }: { connection: Connection; plan: PlanValues; notice?: ActionNotice }) {
  const { t } = useTranslation();
  useLiveUpdates(connection.id, connection);
  const { latest, experiments, latestSync } = connection;
  const running = latest.nodes.find(({ endedAt }) => endedAt === null);
  const { hasPreviousPage, hasNextPage, startCursor, endCursor } = experiments.pageInfo;
  const query = { connection: connection.id };
  return (
    <>
      <PageHeader
        title={t('experiments.title')}
        intro={!running && <p>{t('experiments.intro')}</p>}
        aside={<ConnectionSwitch currentId={connection.id} />}
      />
      <ActionResult
        notice={settledNotice(notice, { sync: latestSync?.status, generation: connection.latestGeneration?.status })}
      />
      <ConnectionState connection={connection} />
      <div className="space-y-6">
        {running ? (
          <RunningExperiment
            experiment={running}
            tosses={running.assignments.nodes}
            connectionId={connection.id}
            isSyncing={latestSync !== null && isUnderWay(latestSync.status)}
            linksToDetails
          />
        ) : (
          <>
            {experiments.totalCount === 0 && <HowItWorks />}
            {connection.isActive && (
              <PlanForm connectionId={connection.id} planning={connection.experimentPlanning} plan={plan} />
            )}
          </>
        )}
        <ExperimentList experiments={experiments.nodes} />
      </div>
      <Paging
        label={t('experiments.list.paging')}
        previous={hasPreviousPage ? urls.experiments({ ...query, before: startCursor }) : null}
        next={hasNextPage ? urls.experiments({ ...query, after: endCursor }) : null}
        previousText={t('experiments.list.previous')}
        nextText={t('experiments.list.next')}
      />
    </>
  );
}
