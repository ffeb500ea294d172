import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ExperimentPage } from '../experiments/experiment-page';
import { runExperimentIntent } from '../experiments/run-intent.server';
import { ExperimentDocument, type ExperimentQuery, type ExperimentQueryVariables } from '../graphql/generated';
import { runQuery } from '../graphql/run-query.server';
import { UrqlState } from '../graphql/urql-state';
import { pageMeta } from '../shell/page-meta';
import { requireViewer } from '../shell/require-viewer.server';
import { RouteError } from '../shell/route-error';

export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) => pageMeta(matches, 'experiment', loaded?.name);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireViewer({ request, context });
  const variables: ExperimentQueryVariables = { id: params['experimentId'] ?? '' };
  const { data: answer, urqlState } = await runQuery<ExperimentQuery, ExperimentQueryVariables>(
    { request, context },
    ExperimentDocument,
    variables,
  );
  if (answer.node?.__typename !== 'Experiment') throw new Response(null, { status: 404 });
  return { urqlState, variables, name: answer.node.arms.map(({ label }) => label).join(' / ') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { notice, headers } = await runExperimentIntent({ request, context });
  return data({ notice }, { status: notice.tone === 'bad' ? 400 : 200, headers });
}

export default function ExperimentRoute() {
  const { urqlState, variables } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <UrqlState state={urqlState}>
      <ExperimentPage variables={variables} notice={answer?.notice} />
    </UrqlState>
  );
}

export { RouteError as ErrorBoundary };
