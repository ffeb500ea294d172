import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DashboardPage } from '../dashboard/dashboard-page';
import { NoConnection } from '../dashboard/no-connection';
import { runDashboardIntent } from '../dashboard/run-intent.server';
import { DashboardDocument, type DashboardQuery, type DashboardQueryVariables } from '../graphql/generated';
import { runQuery } from '../graphql/run-query.server';
import { UrqlState } from '../graphql/urql-state';
import { pageMeta } from '../shell/page-meta';
import { RouteError } from '../shell/route-error';
import { viewedConnection } from '../shell/viewed-connection.server';
import { periodOf, readPeriod } from '../urls';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, 'dashboard');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { connection, headers } = await viewedConnection({ request, context });
  if (connection === null) return data({ page: null });
  const params = new URL(request.url).searchParams;
  const period = readPeriod(params);
  const variables: DashboardQueryVariables = { connectionId: connection.id, period: periodOf(period) };
  const { urqlState } = await runQuery<DashboardQuery, DashboardQueryVariables>(
    { request, context },
    DashboardDocument,
    variables,
  );
  return data({ page: { urqlState, variables, period } }, { headers });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { notice, headers } = await runDashboardIntent({ request, context });
  return data({ notice }, { status: notice.tone === 'bad' ? 400 : 200, headers });
}

export default function DashboardRoute() {
  const { page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (page === null) return <NoConnection />;
  return (
    <UrqlState state={page.urqlState}>
      <DashboardPage variables={page.variables} period={page.period} notice={answer?.notice} />
    </UrqlState>
  );
}

export { RouteError as ErrorBoundary };
