import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import express, { type RequestHandler } from 'express';
import { addressKey } from './http/client-address';
import { cspNonceOf } from './http/security-headers';
import { notePageRoute } from './page-routes';
import { projectRoot } from './project-root';

/** What the pages get from the application, all of it about one request. */
export interface PagesServices {
  fetchGraphQL(request: Request, who: { requestId: string; address: string }): Promise<Response>;
  reportProblem(problem: string, requestId: string): void;
}

const buildFolder = path.join(projectRoot, 'build/web');

/**
 * The web app as express handlers: the built one, or, under CREALIA_DEV, Vite's, which reloads. Its loaders call GraphQL in this
 * process through the load context.
 */
export async function createPages(): Promise<(services: PagesServices) => RequestHandler[]> {
  const isDevelopment = process.env.CREALIA_DEV === '1';
  const assets = isDevelopment ? await developmentAssets() : await builtAssets();
  return (services) => [
    ...assets.handlers,
    createRequestHandler({
      build: assets.build,
      mode: isDevelopment ? 'development' : 'production',
      getLoadContext: (request, response): AppLoadContext => {
        const requestId = String(response.locals.requestId);
        return {
          cspNonce: cspNonceOf(response),
          requestId,
          async fetchGraphQL(question) {
            const answer = await services.fetchGraphQL(question, { requestId, address: addressKey(request.ip) });
            const wait = answer.headers.get('retry-after');
            // A page that shows the refusal carries it on.
            if (wait !== null) response.setHeader('retry-after', wait);
            return answer;
          },
          reportProblem: (problem) => services.reportProblem(problem, requestId),
        };
      },
    }),
  ];
}

interface Assets {
  handlers: RequestHandler[];
  build: ServerBuild | (() => Promise<ServerBuild>);
}

async function builtAssets(): Promise<Assets> {
  const serverFile = path.join(buildFolder, 'server/index.js');
  if (!existsSync(serverFile)) throw new Error('The web app is not built. Run: npm run build');
  // Read now: a later build must not mix with this one.
  const build = (await import(pathToFileURL(serverFile).href)) as ServerBuild;
  const files = express.static(path.join(buildFolder, 'client'), { setHeaders: keptFor('public, max-age=3600') });
  return { handlers: [assetsHandler(), files, notePageRoute(build.routes)], build };
}

/** Names in assets/ carry a hash of the content. */
function assetsHandler(): RequestHandler {
  const router = express.Router();
  router.use(
    '/assets',
    express.static(path.join(buildFolder, 'client/assets'), { setHeaders: keptFor('public, max-age=31536000, immutable') }),
  );
  return router;
}

/** In place of `no-store`, which every other answer has. */
function keptFor(cacheControl: string) {
  return (response: ServerResponse) => response.setHeader('cache-control', cacheControl);
}

async function developmentAssets(): Promise<Assets> {
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true }, root: projectRoot });
  return { handlers: [vite.middlewares], build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild> };
}
