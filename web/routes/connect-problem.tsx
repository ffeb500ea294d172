import type { MetaFunction } from '@remix-run/node';
import { useSearchParams } from '@remix-run/react';
import { ProblemPage } from '../connect/problem-page';
import { pageMeta } from '../shell/page-meta';
import { RouteError } from '../shell/route-error';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, 'connectProblem');

export default function ConnectProblemRoute() {
  const [params] = useSearchParams();
  const missing =
    params
      .get('scopes')
      ?.split(/[\s,]+/)
      .filter(Boolean) ?? [];
  return <ProblemPage code={params.get('code') ?? ''} missingScopes={missing} />;
}

export { RouteError as ErrorBoundary };
