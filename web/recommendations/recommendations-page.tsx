import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../components/ui/button';
import { Card } from '../components/ui/card';
import { SelectField } from '../components/ui/field';
import { PageHeader } from '../components/ui/page-header';
import { Paging } from '../components/ui/paging';
import { useRecommendationsQuery, type RecommendationsQuery, type RecommendationsQueryVariables } from '../graphql/generated';
import { settledNotice, type ActionNotice } from '../shell/action-notice';
import { ActionResult } from '../shell/action-result';
import { ConnectionState } from '../shell/connection-state';
import { ConnectionSwitch } from '../shell/connection-switch';
import { useLiveUpdates } from '../shell/use-live-updates';
import { isUnderWay } from '../shell/use-run-progress';
import { urls } from '../urls';
import { GenerateForm } from './generate-form';
import { GenerationProgress } from './generation-progress';
import { RecommendationCard } from './recommendation-card';
import {
  recommendationParameters,
  recommendationStates,
  recommendationTypes,
  type RecommendationSearch,
} from './recommendation-search';

type Connection = Extract<NonNullable<RecommendationsQuery['node']>, { __typename: 'TikTokConnection' }>;

interface Props {
  variables: RecommendationsQueryVariables;
  search: RecommendationSearch;
  notice?: ActionNotice;
}

export function RecommendationsPage({ variables, search, notice }: Props) {
  const [{ data }] = useRecommendationsQuery({ variables });
  return data?.node?.__typename === 'TikTokConnection' ? (
    <Recommendations connection={data.node} search={search} notice={notice} />
  ) : null;
}

function Recommendations({
  connection,
  search,
  notice,
}: {
  connection: Connection;
  search: RecommendationSearch;
  notice?: ActionNotice;
}) {
  const { t } = useTranslation();
  useLiveUpdates(connection.id, connection);
  const { latestGeneration, recommendations } = connection;
  const isGenerating = latestGeneration !== null && isUnderWay(latestGeneration.status);
  const parameters = recommendationParameters(search);
  const isFiltered = Object.values(parameters).some(Boolean);
  const query = { connection: connection.id, ...parameters };
  return (
    <>
      <PageHeader
        title={t('recommendations.title')}
        intro={
          <p>
            {t('recommendations.intro')}{' '}
            <Link to={urls.method} className="text-accent underline underline-offset-4">
              {t('method.link')}
            </Link>
          </p>
        }
        aside={<ConnectionSwitch currentId={connection.id} />}
      />
      <ActionResult
        notice={settledNotice(notice, { sync: connection.latestSync?.status, generation: connection.latestGeneration?.status })}
      />
      <ConnectionState connection={connection} />
      <div className="mb-6">
        <Card>
          {latestGeneration && <GenerationProgress run={latestGeneration} />}
          <GenerateForm connectionId={connection.id} isGenerating={isGenerating} />
        </Card>
      </div>
      {(isFiltered || recommendations.totalCount > 0) && <Filters connectionId={connection.id} search={search} />}
      {recommendations.nodes.length === 0 ? (
        !isGenerating && (
          <Empty
            isFiltered={isFiltered}
            isRead={connection.lastSyncedAt !== null}
            isAnswered={latestGeneration?.status === 'SUCCEEDED'}
            connectionId={connection.id}
          />
        )
      ) : (
        <ul className="grid gap-4 lg:grid-cols-2">
          {recommendations.nodes.map((recommendation) => (
            <li key={recommendation.id} className="min-w-0">
              <RecommendationCard recommendation={recommendation} headingLevel="h2" />
            </li>
          ))}
        </ul>
      )}
      <Paging
        label={t('recommendations.paging')}
        previous={
          recommendations.pageInfo.hasPreviousPage
            ? urls.recommendations({ ...query, before: recommendations.pageInfo.startCursor })
            : null
        }
        next={
          recommendations.pageInfo.hasNextPage
            ? urls.recommendations({ ...query, after: recommendations.pageInfo.endCursor })
            : null
        }
        previousText={t('recommendations.previous')}
        nextText={t('recommendations.next')}
      />
    </>
  );
}

interface EmptyInput {
  isFiltered: boolean;
  isRead: boolean;
  /** Recommendations were asked for, and nothing in the data carried any. */
  isAnswered: boolean;
  connectionId: string;
}

function Empty({ isFiltered, isRead, isAnswered, connectionId }: EmptyInput) {
  const { t } = useTranslation();
  if (isFiltered) {
    return (
      <Card title={t('recommendations.noneTitle')}>
        <p className="text-muted">{t('recommendations.noneBody')}</p>
      </Card>
    );
  }
  if (isAnswered) {
    return (
      <Card title={t('recommendations.nothingTitle')}>
        <p className="max-w-prose text-muted">{t('recommendations.nothingBody')}</p>
        <p className="mt-4">
          <ButtonLink variant="secondary" to={urls.experiments({ connection: connectionId })}>
            {t('recommendations.nothingTry')}
          </ButtonLink>
        </p>
      </Card>
    );
  }
  return (
    <Card title={t('recommendations.emptyTitle')}>
      <p className="max-w-prose text-muted">{t(isRead ? 'recommendations.emptyBody' : 'recommendations.emptyNothingSynced')}</p>
    </Card>
  );
}

function Filters({ connectionId, search }: { connectionId: string; search: RecommendationSearch }) {
  const { t } = useTranslation();
  return (
    <Form
      key={JSON.stringify(search)}
      action={urls.recommendations()}
      role="search"
      aria-label={t('recommendations.filters')}
      className="mb-6 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      <input type="hidden" name="connection" value={connectionId} />
      <SelectField
        label={t('recommendations.type')}
        name="type"
        defaultValue={search.type}
        options={[
          { value: '', label: t('recommendations.anyType') },
          ...recommendationTypes.map((type) => ({ value: type, label: t(`recommendations.types.${type}`) })),
        ]}
      />
      <SelectField
        label={t('recommendations.state')}
        name="state"
        defaultValue={search.state}
        options={recommendationStates.map((state) => ({ value: state, label: t(`recommendations.states.${state}`) }))}
      />
      <label className="flex min-h-11 items-center gap-2 text-sm">
        <input type="checkbox" name="unread" value="1" defaultChecked={search.isUnreadOnly} className="size-6 accent-accent" />
        {t('recommendations.onlyUnread')}
      </label>
      <Button variant="secondary">{t('recommendations.apply')}</Button>
    </Form>
  );
}
