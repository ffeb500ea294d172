import { createServer, type Server } from 'node:http';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Logger } from '../logger';
import { dataError } from './answers';
import { Authorizations } from './authorizations';
import { authorizeRoutes } from './authorize-routes';
import type { SandboxContext } from './context';
import { controlRoutes } from './control-routes';
import { Creators } from './creators';
import { dataRoutes } from './data-routes';
import { defaultSandboxSeed } from './defaults';
import { Faults } from './faults';
import { oauthRoutes } from './oauth-routes';
import { PictureLinks } from './picture-links';
import { publicRoutes } from './public-routes';
import { RateLimits } from './rate-limits';
import { openState } from './state-file';
import { Videos } from './videos';
import { Webhooks } from './webhooks';

export interface SandboxOptions {
  /** null: the state lives in memory and ends with the sandbox. */
  stateFile: string | null;
  /** The creators and their histories follow from it. A state file keeps the seed it was founded with. */
  seed?: string;
  clientKey: string;
  clientSecret: string;
  /** 0: any free one. */
  port: number;
  /** What to listen on; the addresses handed out say `localhost` when it is 127.0.0.1. */
  host?: string;
  /** How others reach it, without a slash at the end; by default the address it listens on. */
  publicUrl?: string;
  /** Redirect addresses accepted besides those on this machine. For them PKCE is optional, as for TikTok's web applications. */
  redirectUris?: readonly string[];
  webhookUrl?: string | null;
  /** Calls a minute for each data endpoint; null: no limit. Left out, the state's own (600, unless set otherwise). */
  rateLimitPerMinute?: number | null;
  logger: Logger;
  /** The time that the sandbox's clock is ahead of, in ms; the system's by default. */
  systemTime?: () => number;
}

export interface Sandbox {
  url: string;
  port: number;
  authorizeUrl: string;
  /** An origin, to which `/v2/…` is added. */
  apiUrl: string;
  oembedUrl: string;
  /** The time TikTok lives at here. */
  now(): Date;
  close(): Promise<void>;
}

/** Another process listens on the port already; the message is for people. */
export class SandboxPortBusyError extends Error {
  constructor(port: number) {
    super(
      `The sandbox cannot start: port ${port} is in use by another program. Stop that program, or choose another port with SANDBOX_PORT.`,
    );
    this.name = new.target.name;
  }
}

/** Starts a stand-in for TikTok: its own HTTP server with generated creators. @throws SandboxPortBusyError */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const systemTime = options.systemTime ?? Date.now;
  const host = options.host ?? '127.0.0.1';
  const server = createServer();
  const port = await listen(server, options.port, host);
  try {
    const baseUrl = options.publicUrl ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
    const context = createContext(options, baseUrl, systemTime);
    server.on('request', createSandboxApp(context));
    return {
      url: baseUrl,
      port,
      authorizeUrl: `${baseUrl}/v2/auth/authorize/`,
      apiUrl: baseUrl,
      oembedUrl: `${baseUrl}/oembed`,
      now: () => new Date(context.now()),
      close: () => {
        context.webhooks.close();
        return close(server);
      },
    };
  } catch (error) {
    await close(server);
    throw error;
  }
}

function createContext(options: SandboxOptions, baseUrl: string, systemTime: () => number): SandboxContext {
  const { clientKey, clientSecret, logger } = options;
  const store = openState(options.stateFile, options.seed ?? defaultSandboxSeed, systemTime());
  const { state } = store;
  if (options.rateLimitPerMinute !== undefined) state.settings.rateLimitPerMinute = options.rateLimitPerMinute;
  const now = () => systemTime() + state.offset;
  const creators = new Creators(state.seed, state.foundedAt, state.onDemandIds);
  const pictures = new PictureLinks(baseUrl, clientSecret, now);
  return {
    clientKey,
    clientSecret,
    baseUrl,
    redirectUris: options.redirectUris ?? [],
    store,
    now,
    creators,
    videos: new Videos(creators, store, pictures, { baseUrl, clientKey }, now),
    authorizations: new Authorizations(store, now),
    faults: new Faults(store),
    rateLimits: new RateLimits(),
    pictures,
    webhooks: new Webhooks({ url: options.webhookUrl ?? null, clientKey, clientSecret, now, logger }),
    logger,
  };
}

function createSandboxApp(context: SandboxContext): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((_request, response, next) => {
    response.set({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    next();
  });
  app.get('/favicon.ico', (_request, response) => void response.status(204).end());
  app.use('/_sandbox', controlRoutes(context));
  app.use(authorizeRoutes(context));
  app.use(publicRoutes(context));
  app.use(dataRoutes(context));
  app.use(oauthRoutes(context));
  app.use(
    (_request, response) =>
      void response.status(404).json({ error: { code: 'not_found', message: 'The sandbox has no such address.' } }),
  );
  const onError: ErrorRequestHandler = (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const status: unknown = error?.status;
    const isClients = typeof status === 'number' && status >= 400 && status < 500;
    if (!isClients) context.logger.error({ err: error, path: request.path }, 'sandbox failed');
    const answer = dataError(
      isClients ? 'invalid_params' : 'internal_error',
      isClients ? 'The body cannot be read.' : 'Something went wrong.',
      context.now(),
    );
    response.status(answer.status).json(answer.json);
  };
  app.use(onError);
  return app;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new SandboxPortBusyError(port) : error),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** Ends at once, hanging calls included. */
function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
