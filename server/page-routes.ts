import type { RequestHandler } from 'express';

/** A page's place among the others, as the build of the web app has it. */
interface PageRoute {
  id: string;
  parentId?: string;
  path?: string;
}

/**
 * Notes the pattern of the page that a request is for, such as `/tiktok/videos/:id`, in `locals.pageRoute`, so that requests can be
 * counted without their ids. A page's data is asked for at its address with `.data` behind it.
 */
export function notePageRoute(routes: Record<string, PageRoute | undefined>): RequestHandler {
  const patterns = [...new Set(Object.values(routes).map((route) => (route ? fullPath(route, routes) : '/')))]
    .filter((pattern) => !pattern.includes('*'))
    .sort((a, b) => a.split(':').length - b.split(':').length)
    .map((pattern) => ({ pattern, matcher: matcherOf(pattern) }));
  return (request, response, next) => {
    const path = request.path.replace(/^\/_root\.data$/, '/').replace(/\.data$/, '');
    response.locals.pageRoute = patterns.find(({ matcher }) => matcher.test(path))?.pattern;
    next();
  };
}

function fullPath(route: PageRoute, routes: Record<string, PageRoute | undefined>): string {
  const parent = route.parentId === undefined ? undefined : routes[route.parentId];
  const above = parent ? fullPath(parent, routes) : '/';
  return [above, route.path ?? '']
    .join('/')
    .replace(/\/+/g, '/')
    .replace(/(.)\/$/, '$1');
}

function matcherOf(pattern: string): RegExp {
  const parts = pattern.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}/?$`);
}
