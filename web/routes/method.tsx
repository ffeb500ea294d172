import type { MetaFunction } from '@remix-run/node';
import { MethodPage } from '../method/method-page';
import { pageMeta } from '../shell/page-meta';
import { RouteError } from '../shell/route-error';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, 'method');
export default MethodPage;
export { RouteError as ErrorBoundary };
