import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { loadErasePlan, runErase } from '../erasure/erase.server';
import { ErasePage } from '../erasure/erase-page';
import { pageMeta } from '../shell/page-meta';
import { RouteError } from '../shell/route-error';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, 'erase');

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { plan: await loadErasePlan({ request, context }) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return data({ notice: await runErase({ request, context }) }, { status: 400 });
}

export default function EraseRoute() {
  const { plan } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ErasePage plan={plan} notice={answer?.notice} />;
}

export { RouteError as ErrorBoundary };
