import type { MetaFunction } from '@remix-run/node';
import { pageMeta } from '../shell/page-meta';
import { RouteError } from '../shell/route-error';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, 'notFound');

/** Nobody should post here either; without an action Remix would log each try as an error of ours. */
export function action(): never {
  throw new Response(null, { status: 404 });
}

export function loader(): never {
  throw new Response(null, { status: 404 });
}

export default function NotFoundRoute() {
  return null;
}

export { RouteError as ErrorBoundary };
