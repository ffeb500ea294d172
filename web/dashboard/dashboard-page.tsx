import { useTranslation } from 'react-i18next';
import { PageHeader } from '../components/ui/page-header';
import { useDashboardQuery, type DashboardQueryVariables, type RisingHashtagReportFragment } from '../graphql/generated';
import { settledNotice, type ActionNotice } from '../shell/action-notice';
import { ActionResult } from '../shell/action-result';
import { ConnectionState } from '../shell/connection-state';
import { ConnectionSwitch } from '../shell/connection-switch';
import { RisingHashtags } from '../trends/rising-hashtags';
import { useLiveUpdates } from '../shell/use-live-updates';
import { isUnderWay } from '../shell/use-run-progress';
import type { PeriodSlug } from '../urls';
import { AccountCard } from './account-card';
import { ChoiceSections } from './choice-sections';
import type { DashboardConnection } from './dashboard-data';
import { FewVideos } from './few-videos';
import { LatestRecommendations } from './latest-recommendations';
import { PeriodSwitch } from './period-switch';
import { PostingTimesSection } from './posting-times-section';
import { SeriesSection } from './series-section';
import { SummarySection } from './summary-section';
import { SyncProgress } from './sync-progress';
import { VideosAgainstLevel } from './videos-against-level';
import { YoungVideos } from './young-videos';

interface Props {
  variables: DashboardQueryVariables;
  period: PeriodSlug;
  notice?: ActionNotice;
}

export function DashboardPage({ variables, period, notice }: Props) {
  const [{ data }] = useDashboardQuery({ variables });
  return data?.node?.__typename === 'TikTokConnection' ? (
    <Dashboard
      key={data.node.id}
      connection={data.node}
      rising={data.viewer?.risingHashtags ?? null}
      period={period}
      notice={notice}
    />
  ) : null;
}

function Dashboard({
  connection,
  rising,
  period,
  notice,
}: {
  connection: DashboardConnection;
  rising: RisingHashtagReportFragment | null;
  period: PeriodSlug;
  notice?: ActionNotice;
}) {
  const { t } = useTranslation();
  useLiveUpdates(connection.id, connection);
  const videoCount = connection.knownVideos.totalCount;
  const isSyncing = connection.latestSync !== null && isUnderWay(connection.latestSync.status);
  const isFirstSync = isSyncing && connection.lastSyncedAt === null;
  return (
    <>
      <PageHeader title={t('dashboard.title')} aside={<ConnectionSwitch currentId={connection.id} />} />
      <ActionResult
        notice={settledNotice(notice, { sync: connection.latestSync?.status, generation: connection.latestGeneration?.status })}
      />
      <ConnectionState connection={connection} />
      <div className="space-y-6">
        {connection.latestSync && (
          <SyncProgress run={connection.latestSync} isFirst={isFirstSync} name={connection.displayName} />
        )}
        <AccountCard connection={connection} isSyncing={isSyncing} />
        {!isFirstSync && videoCount < 5 && <FewVideos count={videoCount} />}
        {videoCount > 0 && (
          <>
            <PeriodSwitch current={period} />
            <SummarySection analytics={connection.analytics} />
            <LatestRecommendations connection={connection} />
            <SeriesSection analytics={connection.analytics} />
            <YoungVideos analytics={connection.analytics} />
            <VideosAgainstLevel analytics={connection.analytics} connectionId={connection.id} />
            <PostingTimesSection times={connection.analytics.postingTimes} />
            <ChoiceSections analytics={connection.analytics} besideHashtags={rising && <RisingHashtags report={rising} />} />
          </>
        )}
      </div>
    </>
  );
}
