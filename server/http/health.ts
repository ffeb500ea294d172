import { Router } from 'express';

export type Check = () => Promise<void>;

/** A service outside that we get on without for a while. `reason` says what is wrong; null when nothing is. */
export interface Service {
  service: string;
  reason(): string | null;
}

/**
 * `/healthz`: the process answers. `/readyz`: what it depends on answers too, each with its reason when not. A service outside that
 * fails is shown there as well but takes nothing away from being ready: another copy of this process would fare no better.
 */
export function healthRoutes(checks: Record<string, Check>, services: readonly Service[]): Router {
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
        .json({
          status: isReady ? 'ready' : 'not ready',
          checks: { ...Object.fromEntries(results), ...Object.fromEntries(services.map(serviceOutcome)) },
        });
    })().catch(next);
  });
  return router;
}

function serviceOutcome({ service, reason }: Service): [string, { ok: boolean; reason: string | null }] {
  const why = reason();
  return [service, { ok: why === null, reason: why }];
}

async function outcome(check: Check): Promise<{ ok: boolean; reason: string | null }> {
  try {
    await check();
    return { ok: true, reason: null };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
