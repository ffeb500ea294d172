import type { Express } from 'express';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}

/** Every address that express answers by itself, such as `POST /api/tiktok/videos`; the handlers behind a prefix (`use`) are not among them. */
export function listRoutes(http: Express): string[] {
  // Express 4 keeps its routes here and types none of it.
  const { stack } = (http as unknown as { _router: { stack: Layer[] } })._router;
  return stack.flatMap(routesOf).sort();
}

function routesOf({ route, handle }: Layer): string[] {
  if (route) return Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`);
  return (handle.stack ?? []).flatMap(routesOf);
}
