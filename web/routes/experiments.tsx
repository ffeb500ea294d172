import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NoConnection } from '../dashboard/no-connection';
import { ExperimentsPage } from '../experiments/experiments-page';
import { offeredSizes, readPlanValues } from '../experiments/plan-values';
import { runExperimentIntent } from '../experiments/run-intent.server';
import { ExperimentsDocument, type ExperimentsQuery, type ExperimentsQueryVariables } from '../graphql/generated';
import { runQuery } from '../graphql/run-query.server';
import { UrqlState } from '../graphql/urql-state';
import { pageMeta } from '../shell/page-meta';
import { RouteError } from '../shell/route-error';
import { viewedConnection } from '../shell/viewed-connection.server';

const pageSize = 10;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, 'experiments');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { connection, headers } = await viewedConnection({ request, context });
  if (connection === null) return data({ page: null });
  const params = new URL(request.url).searchParams;
  const before = params.get('before');
  const variables: ExperimentsQueryVariables = {
    connectionId: connection.id,
    sizes: offeredSizes,
    ...(before === null ? { first: pageSize, after: params.get('after') } : { last: pageSize, before }),
  };
  const { urqlState } = await runQuery<ExperimentsQuery, ExperimentsQueryVariables>(
    { request, context },
    ExperimentsDocument,
    variables,
  );
  return data({ page: { urqlState, variables, plan: readPlanValues(params) } }, { headers });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { notice, headers, plan } = await runExperimentIntent({ request, context });
  return data({ notice, plan }, { status: notice.tone === 'bad' ? 400 : 200, headers });
}

export default function ExperimentsRoute() {
  const { page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (page === null) return <NoConnection />;
  return (
    <UrqlState state={page.urqlState}>
      <ExperimentsPage variables={page.variables} plan={answer?.plan ?? page.plan} notice={answer?.notice} />
    </UrqlState>
  );
}

export { RouteError as ErrorBoundary };
