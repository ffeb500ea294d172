import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NoConnection } from '../dashboard/no-connection';
import { VideosDocument, type VideosQuery, type VideosQueryVariables } from '../graphql/generated';
import { runQuery } from '../graphql/run-query.server';
import { UrqlState } from '../graphql/urql-state';
import { pageMeta } from '../shell/page-meta';
import { RouteError } from '../shell/route-error';
import { viewedConnection } from '../shell/viewed-connection.server';
import { readVideoSearch, videosVariables } from '../videos/video-search';
import { VideosPage } from '../videos/videos-page';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, 'videos');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { connection, headers } = await viewedConnection({ request, context });
  if (connection === null) return data({ page: null });
  const params = new URL(request.url).searchParams;
  const search = readVideoSearch(params);
  const variables = videosVariables(connection.id, search, params);
  const { urqlState } = await runQuery<VideosQuery, VideosQueryVariables>({ request, context }, VideosDocument, variables);
  return data({ page: { urqlState, variables, search } }, { headers });
}

export default function VideosRoute() {
  const { page } = useLoaderData<typeof loader>();
  if (page === null) return <NoConnection />;
  return (
    <UrqlState state={page.urqlState}>
      <VideosPage variables={page.variables} search={page.search} />
    </UrqlState>
  );
}

export { RouteError as ErrorBoundary };
