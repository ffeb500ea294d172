import type { MetaFunction } from '@remix-run/node';
import { LandingPage } from '../landing/landing-page';
import { pageMeta } from '../shell/page-meta';
import { RouteError } from '../shell/route-error';

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, 'landing');
export default LandingPage;
export { RouteError as ErrorBoundary };
