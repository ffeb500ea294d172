import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Express } from 'express';
import { CookieAccessInfo } from 'cookiejar';
import supertest from 'supertest';
import { type App, type AppOptions, createApp } from '../app';
import { fixedKeys } from '../connections/encryption-keys';
import type { Database } from '../db/database';
import type { ConsentPurpose } from '../db/generated/client/enums';
import { createSandboxClock, type SandboxClock } from '../demonstration/sandbox-clock';
import { csrfHeader } from '../graphql/csrf';
import type { RequestLimits } from '../http/request-limits';
import type { LanguageModel } from '../language-model/language-model';
import { createCookies } from '../http/cookies';
import { createLogger, type Logger } from '../logger';
import { sandboxClientKey, sandboxClientSecret } from '../sandbox/defaults';
import { createMetrics } from '../metrics/metrics';
import { type Breakers, createBreakers } from '../outbound/breaker';
import { createSandbox, type Sandbox } from '../sandbox/sandbox';
import type { Settings } from '../settings';
import type { TikTokClient } from '../tiktok/client';
import { createTikTokClient, type TikTokClientOptions } from '../tiktok/fetch-client';
import { policyVersion } from '../users/policy';
import { startSession } from '../users/sessions';
import { openTestDatabase } from './database';

export interface TestApp {
  app: App;
  db: Database & { file: string };
  sandbox: Sandbox;
  clock: SandboxClock;
  /** A browser of its own: keeps its cookies. */
  browser(): TestBrowser;
  /** A browser in which this person is signed in, without a visit to TikTok. */
  signedInBrowser(userId: string): Promise<TestBrowser>;
  /** A browser whose person has connected one of the sandbox's creators; its first sync has not run unless `jobs` are started. */
  connectedBrowser(creator: string): Promise<TestBrowser & { connectionId: string }>;
  close(): Promise<void>;
}

export interface TestBrowser {
  agent: ReturnType<typeof supertest.agent>;
  /** Its cookies as a header, to send them by other means. */
  cookie(): string;
  /** Posts an operation as a page of ours would. @returns data; throws with query, body and request id when there are errors */
  query<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** The same, giving the whole answer, errors and all. */
  post(query: string, variables?: Record<string, unknown>): Promise<GraphQLBody>;
}

export interface GraphQLBody {
  data?: unknown;
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string; requestId?: string } }[];
}

const publicUrl = 'http://localhost:3000';

/** The whole server, without pages unless they are given, against a sandbox over HTTP; nothing is listening but the sandbox. */
export async function createTestApp({
  languageModel = null,
  logger = createLogger('silent'),
  wrapTikTok = (client: TikTokClient) => client,
  // Tests of faults make many in a row.
  breakers = createBreakers({ failures: 10_000 }),
  metricsToken = null,
  after,
  limits = {},
  trustProxy = false,
  time,
  systemNow = () => new Date(),
  sandboxPublicUrl,
  client = {},
  mediaHosts = [],
  pictureLimits,
  createPages = null,
}: {
  languageModel?: LanguageModel | null;
  logger?: Logger;
  wrapTikTok?: (client: TikTokClient) => TikTokClient;
  breakers?: Breakers;
  metricsToken?: string | null;
  /** Instead of an empty database and a sandbox of its own: these, which whoever gives them closes. */
  after?: Pick<TestApp, 'db' | 'sandbox'>;
  /** Nobody is counted unless this says so. */
  limits?: Partial<RequestLimits>;
  trustProxy?: Settings['trustProxy'];
  /** The time of the sandbox and of the data, where it is not to run by itself. */
  time?: () => number;
  systemNow?: () => Date;
  /** How the sandbox says that it is reached, where something stands in front of it. */
  sandboxPublicUrl?: string;
  client?: Partial<TikTokClientOptions>;
  /** Besides the sandbox's own. */
  mediaHosts?: string[];
  pictureLimits?: AppOptions['pictureLimits'];
  /** The built web app's, where pages are to be answered too. */
  createPages?: AppOptions['createPages'];
} = {}): Promise<TestApp> {
  const db = after?.db ?? (await openTestDatabase());
  const metrics = createMetrics();
  const credentials = { clientKey: sandboxClientKey, clientSecret: sandboxClientSecret };
  const made =
    after?.sandbox ??
    (await createSandbox({
      ...credentials,
      stateFile: null,
      port: 0,
      webhookUrl: null,
      logger,
      publicUrl: sandboxPublicUrl,
      systemTime: time,
    }));
  const direct = `http://localhost:${made.port}`;
  const sandbox = { ...made, url: direct, apiUrl: direct, oembedUrl: `${direct}/oembed` };
  const clock = time ? standingClock(time) : await createSandboxClock({ sandboxUrl: sandbox.url, logger });
  const { authorizeUrl, apiUrl, oembedUrl } = sandbox;
  const redirectUri = `${publicUrl}/api/tiktok/auth/callback`;
  const tiktok = {
    ...credentials,
    redirectUri,
    authorizeUrl,
    apiUrl,
    oembedUrl,
    mediaHosts: [new URL(sandboxPublicUrl ?? direct).host, ...mediaHosts],
  };
  const sessionSecrets = [randomBytes(32).toString('base64url')];
  const app = createApp({
    settings: {
      publicUrl,
      isProduction: false,
      sessionSecrets,
      trustProxy,
      encryptionKeys: fixedKeys([{ id: 'test', key: randomBytes(32) }]),
      tiktok,
      media: { folder: path.join(path.dirname(db.file), 'media'), maxBytes: 50_000_000 },
      metricsToken,
    },
    db,
    clock,
    sandboxClock: clock,
    systemNow,
    tiktok: wrapTikTok(
      createTikTokClient({
        ...tiktok,
        breakers,
        observe: metrics.countTikTokCall,
        logger,
        limits: null,
        timeoutMs: 2_000,
        retry: { baseDelayMs: 5, rateLimitedBaseDelayMs: 5, maxDelayMs: 20 },
        ...client,
      }),
    ),
    languageModel,
    breakers,
    metrics,
    logger,
    limits: { rates: null, ...limits },
    pictureLimits,
    createPages,
  });

  return {
    app,
    db,
    sandbox,
    clock,
    browser: () => createTestBrowser(app.http),
    async signedInBrowser(userId) {
      const browser = createTestBrowser(app.http);
      const token = await startSession({ userId, userAgent: null }, { db, systemNow });
      const cookies = createCookies({ secrets: sessionSecrets, isProduction: false });
      browser.agent.jar.setCookie(cookies.write('session', token), '127.0.0.1', '/');
      return browser;
    },
    async connectedBrowser(creator) {
      const browser = createTestBrowser(app.http);
      const connectionId = await connectCreator(browser, sandbox, creator);
      return { ...browser, connectionId };
    },
    async close() {
      await app.stop();
      if (after) return;
      await sandbox.close();
      await db.close();
    },
  };
}

/** Stands still until whoever holds `time` moves it, the sandbox's with it. */
function standingClock(time: () => number): SandboxClock {
  return {
    now: () => new Date(time()),
    refresh: async () => undefined,
    advance: () => Promise.reject(new Error('This time is moved by the test alone.')),
    follow: () => () => undefined,
  };
}

function createTestBrowser(http: Express): TestBrowser {
  const agent = supertest.agent(http);
  const post = async (query: string, variables?: Record<string, unknown>) =>
    (await agent.post('/graphql').set(csrfHeader, '1').send({ query, variables })).body as GraphQLBody;
  return {
    agent,
    post,
    cookie: () => agent.jar.getCookies(new CookieAccessInfo('127.0.0.1', '/')).toValueString(),
    async query<Data>(query: string, variables?: Record<string, unknown>) {
      const body = await post(query, variables);
      if (body.errors || !body.data)
        throw new Error(`${JSON.stringify(body, null, 2)}\nfor ${query}\nwith ${JSON.stringify(variables)}`);
      return body.data as Data;
    },
  };
}

/** Walks the whole authorization: consent, the sandbox's decision, the exchange. @returns the connection's global id */
export async function connectCreator(
  browser: TestBrowser,
  sandbox: Sandbox,
  creator: string,
  scopes?: string[],
  consents: ConsentPurpose[] = ['ACCOUNT_ANALYTICS'],
): Promise<string> {
  const input = { consents, policyVersion };
  const started = await browser.query<{ startTikTokAuthorization: { authorizeUrl: string } }>(
    `mutation ($input: StartTikTokAuthorizationInput!) {
      startTikTokAuthorization(input: $input) { ... on StartTikTokAuthorizationSuccess { authorizeUrl } ... on Error { message } }
    }`,
    { input },
  );
  const redirect = await authorizeInSandbox(sandbox, {
    creator,
    scopes,
    authorizeUrl: started.startTikTokAuthorization.authorizeUrl,
  });
  const { connectTikTok } = await browser.query<{ connectTikTok: { connection?: { id: string }; message?: string } }>(
    `mutation ($input: ConnectTikTokInput!) {
      connectTikTok(input: $input) { ... on ConnectTikTokSuccess { connection { id } } ... on Error { message } }
    }`,
    { input: { code: redirect.searchParams.get('code'), state: redirect.searchParams.get('state') } },
  );
  if (!connectTikTok.connection) throw new Error(`Not connected: ${connectTikTok.message}`);
  return connectTikTok.connection.id;
}

/** What a creator decides on the authorize page, said by a program. @returns where the browser is sent back to */
export async function authorizeInSandbox(
  sandbox: Sandbox,
  decision: { creator: string; scopes?: string[]; authorizeUrl: string; cancel?: boolean },
): Promise<URL> {
  const response = await fetch(`${sandbox.url}/_sandbox/authorize`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(decision),
  });
  const { redirect } = (await response.json()) as { redirect: string };
  return new URL(redirect);
}

/** The creator takes the authorization back at TikTok, which tells nobody. */
export async function revokeInSandbox(sandbox: Sandbox, creator: string): Promise<void> {
  const response = await fetch(`${sandbox.url}/_sandbox/revoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ creator, reason: 1 }),
  });
  if (!response.ok) throw new Error(`The sandbox refuses to revoke ${creator}: ${response.status}`);
}
