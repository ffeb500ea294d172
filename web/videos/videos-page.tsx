import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../components/ui/button';
import { Card } from '../components/ui/card';
import { PageHeader } from '../components/ui/page-header';
import { Paging } from '../components/ui/paging';
import { useVideosQuery, type VideosQuery, type VideosQueryVariables } from '../graphql/generated';
import { ConnectionSwitch } from '../shell/connection-switch';
import { useLiveUpdates } from '../shell/use-live-updates';
import { isolated } from '../shell/isolated';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';
import { VideoFilters } from './video-filters';
import { searchParameters, type VideoSearch } from './video-search';
import { VideoTable } from './video-table';

type Connection = Extract<NonNullable<VideosQuery['node']>, { __typename: 'TikTokConnection' }>;

export function VideosPage({ variables, search }: { variables: VideosQueryVariables; search: VideoSearch }) {
  const [{ data }] = useVideosQuery({ variables });
  return data?.node?.__typename === 'TikTokConnection' ? <VideoList connection={data.node} search={search} /> : null;
}

function VideoList({ connection, search }: { connection: Connection; search: VideoSearch }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, displayName, videos } = connection;
  useLiveUpdates(id, connection);
  const query = { connection: id, ...searchParameters(search) };
  return (
    <>
      <PageHeader
        title={t('videos.title')}
        intro={
          <p role="status">
            <bdi>{displayName}</bdi> ·{' '}
            {t('videos.count', { count: videos.totalCount, formatted: format.integer(videos.totalCount) })}
          </p>
        }
        aside={<ConnectionSwitch currentId={id} />}
      />
      <VideoFilters connectionId={id} search={search} />
      {videos.nodes.length === 0 ? (
        <Card title={t('videos.noneTitle')} intro={t('videos.noneBody')}>
          <ButtonLink variant="secondary" to={urls.videos({ connection: id })}>
            {t('videos.clear')}
          </ButtonLink>
        </Card>
      ) : (
        <>
          <VideoTable videos={videos.nodes} caption={t('videos.listCaption', { name: isolated(displayName) })} />
          <Paging
            label={t('videos.paging')}
            previous={videos.pageInfo.hasPreviousPage ? urls.videos({ ...query, before: videos.pageInfo.startCursor }) : null}
            next={videos.pageInfo.hasNextPage ? urls.videos({ ...query, after: videos.pageInfo.endCursor }) : null}
            previousText={t('videos.previous')}
            nextText={t('videos.next')}
          />
        </>
      )}
    </>
  );
}
