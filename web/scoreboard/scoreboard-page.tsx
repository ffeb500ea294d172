import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../components/ui/button';
import { Card } from '../components/ui/card';
import { Disclosure } from '../components/ui/disclosure';
import { PageHeader } from '../components/ui/page-header';
import { Paging } from '../components/ui/paging';
import { useScoreboardQuery, type ScoreboardQuery, type ScoreboardQueryVariables } from '../graphql/generated';
import type { ActionNotice } from '../shell/action-notice';
import { ActionResult } from '../shell/action-result';
import { ConnectionState } from '../shell/connection-state';
import { ConnectionSwitch } from '../shell/connection-switch';
import { useLiveUpdates } from '../shell/use-live-updates';
import { urls } from '../urls';
import { PredictionItem } from './prediction-item';
import { Tallies } from './tallies';

type Connection = Extract<NonNullable<ScoreboardQuery['node']>, { __typename: 'TikTokConnection' }>;

export function ScoreboardPage({ variables, notice }: { variables: ScoreboardQueryVariables; notice?: ActionNotice }) {
  const [{ data }] = useScoreboardQuery({ variables });
  return data?.node?.__typename === 'TikTokConnection' ? <Scoreboard connection={data.node} notice={notice} /> : null;
}

function Scoreboard({ connection, notice }: { connection: Connection; notice?: ActionNotice }) {
  const { t } = useTranslation();
  useLiveUpdates(connection.id, connection);
  const { scoreboard, predictions } = connection;
  return (
    <>
      <PageHeader
        title={t('scoreboard.title')}
        intro={<p>{t('scoreboard.intro')}</p>}
        aside={<ConnectionSwitch currentId={connection.id} />}
      />
      <ActionResult notice={notice} />
      <ConnectionState connection={connection} />
      {predictions.totalCount === 0 ? (
        <Card title={t('scoreboard.emptyTitle')}>
          <p className="mb-4 max-w-prose text-muted">{t('scoreboard.emptyBody')}</p>
          <ButtonLink to={urls.recommendations({ connection: connection.id })}>{t('scoreboard.emptyLink')}</ButtonLink>
        </Card>
      ) : (
        <>
          <Tallies scoreboard={scoreboard} />
          <h2 className="mt-8 text-lg font-semibold tracking-tight">{t('scoreboard.listTitle')}</h2>
          <p className="mt-1 mb-3 max-w-prose text-sm text-muted">{t('scoreboard.legend')}</p>
          <ul className="grid gap-4 lg:grid-cols-2">
            {predictions.nodes.map((prediction) => (
              <li key={prediction.id} className="min-w-0">
                <PredictionItem prediction={prediction} />
              </li>
            ))}
          </ul>
          <Pages connection={connection} />
        </>
      )}
      <Disclosure label={t('scoreboard.rulesTitle')} className="mt-8">
        <ul className="max-w-prose list-disc space-y-2 pl-5 text-sm text-muted">
          {t('scoreboard.rules', { returnObjects: true, prior: scoreboard.priorVideos }).map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Disclosure>
    </>
  );
}

function Pages({ connection: { id, predictions } }: { connection: Connection }) {
  const { t } = useTranslation();
  const { hasPreviousPage, hasNextPage, startCursor, endCursor } = predictions.pageInfo;
  return (
    <Paging
      label={t('scoreboard.paging')}
      previous={hasPreviousPage ? urls.scoreboard({ connection: id, before: startCursor }) : null}
      next={hasNextPage ? urls.scoreboard({ connection: id, after: endCursor }) : null}
      previousText={t('scoreboard.previous')}
      nextText={t('scoreboard.nextPage')}
    />
  );
}
