import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { SettingsDocument, type SettingsQuery, type SettingsQueryVariables } from '../graphql/generated';
import { runQuery } from '../graphql/run-query.server';
import { UrqlState } from '../graphql/urql-state';
import { runSettingsIntent } from '../settings/run-intent.server';
import { SettingsPage } from '../settings/settings-page';
import { pageMeta } from '../shell/page-meta';
import { RouteError } from '../shell/route-error';
import { urls } from '../urls';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, 'settings');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { data: answer, urqlState } = await runQuery<SettingsQuery, SettingsQueryVariables>(
    { request, context },
    SettingsDocument,
    {},
  );
  if (answer.viewer === null) throw redirect(urls.signInNeeded);
  return { urqlState, timeZones: Intl.supportedValuesOf('timeZone') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { notice, headers, isSignedOut } = await runSettingsIntent({ request, context });
  if (isSignedOut) {
    // Whoever uses this browser next finds neither pictures nor GraphiQL's drafts.
    headers.set('clear-site-data', '"cache", "storage"');
    return redirect('/?signedOut=1', { headers });
  }
  return data({ notice }, { status: notice.tone === 'bad' ? 400 : 200, headers });
}

export default function SettingsRoute() {
  const { urqlState, timeZones } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <UrqlState state={urqlState}>
      <SettingsPage timeZones={timeZones} notice={answer?.notice} />
    </UrqlState>
  );
}

export { RouteError as ErrorBoundary };
