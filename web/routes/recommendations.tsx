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
import { RouteError } from '../shell/route-error';
import { viewedConnection } from '../shell/viewed-connection.server';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, 'recommendations');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { connection, headers } = await viewedConnection({ request, context });
  if (connection === null) return data({ page: null });
  const params = new URL(request.url).searchParams;
  const search = readRecommendationSearch(params);
  const variables = recommendationVariables(connection.id, search, params);
  const { urqlState } = await runQuery<RecommendationsQuery, RecommendationsQueryVariables>(
    { request, context },
    RecommendationsDocument,
    variables,
  );
  return data({ page: { urqlState, variables, search } }, { headers });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { headers, ...answer } = await runRecommendationIntent({ request, context });
  return data(answer, { status: answer.notice?.tone === 'bad' ? 400 : 200, headers });
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
