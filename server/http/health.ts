import { Router } from 'express';

export type Check = () => Promise<void>;

/** `/healthz`: the process answers. `/readyz`: what it depends on answers too, each with its reason when not. */
export function healthRoutes(checks: Record<string, Check>): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/readyz', (_request, response, next) => {
    void (async () => {
      const results = await Promise.all(
        Object.entries(checks).map(async ([name, check]) => [name, await outcome(check)] as const),
      );
      const isReady = results.every(([, { ok }]) => ok);
      response
        .status(isReady ? 200 : 503)
        .set('cache-control', 'no-store')
        .json({ status: isReady ? 'ready' : 'not ready', checks: Object.fromEntries(results) });
    })().catch(next);
  });
  return router;
}

async function outcome(check: Check): Promise<{ ok: boolean; reason: string | null }> {
  try {
    await check();
    return { ok: true, reason: null };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
