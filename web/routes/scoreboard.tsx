import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NoConnection } from '../dashboard/no-connection';
import { ScoreboardDocument, type ScoreboardQuery, type ScoreboardQueryVariables } from '../graphql/generated';
import { runQuery } from '../graphql/run-query.server';
import { UrqlState } from '../graphql/urql-state';
import { runScoreboardIntent } from '../scoreboard/run-intent.server';
import { ScoreboardPage } from '../scoreboard/scoreboard-page';
import { pageMeta } from '../shell/page-meta';
import { RouteError } from '../shell/route-error';
import { viewedConnection } from '../shell/viewed-connection.server';

const pageSize = 10;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, 'scoreboard');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { connection, headers } = await viewedConnection({ request, context });
  if (connection === null) return data({ page: null });
  const params = new URL(request.url).searchParams;
  const before = params.get('before');
  const variables: ScoreboardQueryVariables = {
    connectionId: connection.id,
    ...(before === null ? { first: pageSize, after: params.get('after') } : { last: pageSize, before }),
  };
  const { urqlState } = await runQuery<ScoreboardQuery, ScoreboardQueryVariables>(
    { request, context },
    ScoreboardDocument,
    variables,
  );
  return data({ page: { urqlState, variables } }, { headers });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { notice, headers } = await runScoreboardIntent({ request, context });
  return data({ notice }, { status: notice.tone === 'bad' ? 400 : 200, headers });
}

export default function ScoreboardRoute() {
  const { page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (page === null) return <NoConnection />;
  return (
    <UrqlState state={page.urqlState}>
      <ScoreboardPage variables={page.variables} notice={answer?.notice} />
    </UrqlState>
  );
}

export { RouteError as ErrorBoundary };
