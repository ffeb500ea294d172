import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NoConnection } from '../dashboard/no-connection';
import { RecommendationsDocument, type RecommendationsQuery, type RecommendationsQueryVariables } from '../graphql/generated';
import { runQuery } from '../graphql/run-query.server';
import { UrqlState } from '../graphql/urql-state';
import { readRecommendationSearch, recommendationVariables } from '../recommendations/recommendation-search';
import { RecommendationsPage } from '../recommendations/recommendations-page';
import { runRecommendationIntent } from '../recommendations/run-intent.server';
import { pageMeta } from '../shell/page-meta';
import { chooseConnection, requireViewer } from '../shell/require-viewer.server';
import { RouteError } from '../shell/route-error';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, 'recommendations');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer({ request, context });
  const params = new URL(request.url).searchParams;
  const connection = chooseConnection(viewer, params.get('connection'));
  if (connection === null) return { page: null };
  const search = readRecommendationSearch(params);
  const variables = recommendationVariables(connection.id, search, params);
  const { urqlState } = await runQuery<RecommendationsQuery, RecommendationsQueryVariables>(
    { request, context },
    RecommendationsDocument,
    variables,
  );
  return { page: { urqlState, variables, search } };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { notice, headers } = await runRecommendationIntent({ request, context });
  return data({ notice }, { status: notice.tone === 'bad' ? 400 : 200, headers });
}

export default function RecommendationsRoute() {
  const { page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (page === null) return <NoConnection />;
  return (
    <UrqlState state={page.urqlState}>
      <RecommendationsPage variables={page.variables} search={page.search} notice={answer?.notice} />
    </UrqlState>
  );
}

export { RouteError as ErrorBoundary };
