import { index, route, type RouteConfig } from '@remix-run/route-config';

export default [
  index('routes/landing.tsx'),
  route('connect', 'routes/connect.tsx'),
  route('connect/problem', 'routes/connect-problem.tsx'),
  route('tiktok', 'routes/dashboard.tsx'),
  route('language', 'routes/language.ts'),
  route('demonstration', 'routes/demonstration.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
