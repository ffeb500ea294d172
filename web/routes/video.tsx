import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { VideoPageDocument, type VideoPageQuery, type VideoPageQueryVariables } from '../graphql/generated';
import { runQuery } from '../graphql/run-query.server';
import { UrqlState } from '../graphql/urql-state';
import { pageMeta } from '../shell/page-meta';
import { requireViewer } from '../shell/require-viewer.server';
import { RouteError } from '../shell/route-error';
import { windowName } from '../videos/video-name';
import { VideoPage } from '../videos/video-page';

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => pageMeta(matches, 'video', data?.name);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireViewer({ request, context });
  const variables: VideoPageQueryVariables = { id: params['videoId'] ?? '' };
  const { data, urqlState } = await runQuery<VideoPageQuery, VideoPageQueryVariables>(
    { request, context },
    VideoPageDocument,
    variables,
  );
  if (data.node?.__typename !== 'Video') throw new Response(null, { status: 404 });
  return { urqlState, variables, name: windowName(data.node) };
}

export default function VideoRoute() {
  const { urqlState, variables } = useLoaderData<typeof loader>();
  return (
    <UrqlState state={urqlState}>
      <VideoPage variables={variables} />
    </UrqlState>
  );
}

export { RouteError as ErrorBoundary };
