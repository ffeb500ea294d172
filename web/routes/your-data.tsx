import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { YourDataDocument, type YourDataQuery, type YourDataQueryVariables } from '../graphql/generated';
import { runQuery } from '../graphql/run-query.server';
import { UrqlState } from '../graphql/urql-state';
import { pageMeta } from '../shell/page-meta';
import { RouteError } from '../shell/route-error';
import { urls } from '../urls';
import { runDataIntent } from '../your-data/run-intent.server';
import { YourDataPage } from '../your-data/your-data-page';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, 'yourData');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { data: answer, urqlState } = await runQuery<YourDataQuery, YourDataQueryVariables>(
    { request, context },
    YourDataDocument,
    {},
  );
  if (answer.viewer === null) throw redirect(urls.signInNeeded);
  return { urqlState, isLinkGone: new URL(request.url).searchParams.get('link') === 'gone' };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const answer = await runDataIntent({ request, context });
  if ('downloadUrl' in answer) return redirect(answer.downloadUrl, { status: 303, headers: answer.headers });
  const { notice, headers } = answer;
  return data({ notice }, { status: notice.tone === 'bad' ? 400 : 200, headers });
}

export default function YourDataRoute() {
  const { urqlState, isLinkGone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <UrqlState state={urqlState}>
      <YourDataPage notice={answer?.notice} isLinkGone={isLinkGone} />
    </UrqlState>
  );
}

export { RouteError as ErrorBoundary };
