import { index, route, type RouteConfig } from '@remix-run/route-config';

export default [
  index('routes/landing.tsx'),
  route('connect', 'routes/connect.tsx'),
  route('connect/problem', 'routes/connect-problem.tsx'),
  route('tiktok', 'routes/dashboard.tsx'),
  route('tiktok/videos', 'routes/videos.tsx'),
  route('tiktok/videos/:videoId', 'routes/video.tsx'),
  route('tiktok/recommendations', 'routes/recommendations.tsx'),
  route('tiktok/scoreboard', 'routes/scoreboard.tsx'),
  route('tiktok/experiments', 'routes/experiments.tsx'),
  route('tiktok/experiments/:experimentId', 'routes/experiment.tsx'),
  route('settings', 'routes/settings.tsx'),
  route('settings/erase', 'routes/erase.tsx'),
  route('erased/:receiptId', 'routes/erased.tsx'),
  route('settings/data', 'routes/your-data.tsx'),
  route('method', 'routes/method.tsx'),
  route('privacy', 'routes/privacy.tsx'),
  route('terms', 'routes/terms.tsx'),
  route('language', 'routes/language.ts'),
  route('demonstration', 'routes/demonstration.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
