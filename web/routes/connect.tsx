import { data, redirect, type ActionFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useSearchParams } from '@remix-run/react';
import { ConsentPage } from '../connect/consent-page';
import { startAuthorization } from '../connect/start-authorization.server';
import { pageMeta } from '../shell/page-meta';
import { RouteError } from '../shell/route-error';
import { forgetViewedConnection } from '../shell/viewed-connection.server';
import { localAddress } from '../urls';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, 'connect');

export async function action({ request, context }: ActionFunctionArgs) {
  const result = await startAuthorization({ request, context });
  if ('authorizeUrl' in result) {
    result.headers.append('set-cookie', await forgetViewedConnection());
    return redirect(result.authorizeUrl, { headers: result.headers });
  }
  return data({ notice: result.notice }, { status: 400 });
}

export default function ConnectRoute() {
  const answer = useActionData<typeof action>();
  const [params] = useSearchParams();
  return <ConsentPage notice={answer?.notice} returnTo={localAddress(params.get('returnTo'))} />;
}

export { RouteError as ErrorBoundary };
