import { randomBytes, randomInt } from 'node:crypto';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { Analyses } from './analytics/analyses';
import { videoRoutes } from './analytics/rest';
import type { Clock } from './clock';
import { createAccessTokens } from './connections/access-tokens';
import { revokeAuthorization, revokeJobKind } from './connections/disconnect-account';
import { avatarRoute } from './connections/avatar-route';
import { forgetExpired } from './connections/forget-expired';
import { connectionRoutes } from './connections/rest';
import { createTokenCipher } from './connections/token-cipher';
import { releaseAllRefreshLeases } from './connections/token-queries';
import { webhookRoute } from './connections/webhook';
import type { Database } from './db/database';
import { createWriteCheck } from './db/write-check';
import { getPassingTime, letDaysPass, passTimeJobKind } from './demonstration/let-days-pass';
import type { SandboxClock } from './demonstration/sandbox-clock';
import { createEvents } from './events';
import { advanceExperiment } from './experiments/advance-experiment';
import type { Dependencies } from './graphql/context';
import { createGraphQLHandler, type GraphQLHandler } from './graphql/handler';
import { answerUnexpected } from './http/answer-unexpected';
import { limitedBody, limitedForm } from './http/body-limit';
import { addressKey } from './http/client-address';
import { createCookies } from './http/cookies';
import { graphiqlPage } from './http/graphiql';
import { createGraphQLCaller } from './http/graphql-caller';
import { healthRoutes } from './http/health';
import { createRateLimits } from './http/rate-limits';
import { requestGuards } from './http/request-guards';
import { type RequestLimits, requestLimits } from './http/request-limits';
import { requestLog } from './http/request-log';
import { securityHeaders } from './http/security-headers';
import { createEmbeddedJobs } from './jobs/embedded-jobs';
import type { Jobs } from './jobs/jobs';
import { countJobs, releaseAllLeases } from './jobs/queries';
import type { LanguageModel } from './language-model/language-model';
import type { Logger } from './logger';
import { measureApp } from './metrics/gauges';
import type { Metrics } from './metrics/metrics';
import { metricsRoute } from './metrics/metrics-route';
import { observedJobs } from './metrics/observed-jobs';
import { requestMetrics } from './metrics/request-metrics';
import { createMediaStore } from './media/media-store';
import { createPictureFetcher, type PictureFetcherOptions } from './media/picture-fetcher';
import type { Breakers } from './outbound/breaker';
import { scorePredictions } from './predictions/score-predictions';
import { deleteOldArchives } from './privacy/archive-files';
import { downloadRoute } from './privacy/download-route';
import { registerExportJobs } from './privacy/make-export';
import { archivesOf, picturesOf } from './privacy/personal-files';
import { registerErasureJobs, resumeErasures } from './privacy/erasure-jobs';
import { eraseGraceOver, handleRemovedAuthorization } from './privacy/erase-removed';
import { applyRetention } from './privacy/apply-retention';
import { createCrealiaPubSub } from './pubsub';
import { registerGenerationJobs } from './recommendations/generation-jobs';
import { recommendationRoutes } from './recommendations/rest';
import type { PagesServices } from './pages';
import type { Settings } from './settings';
import type { TikTokClient } from './tiktok/client';
import { HashtagTrends } from './trends/hashtag-trends';
import { openRequestSession } from './users/browser-session';
import { coverRoute } from './videos/cover-route';
import { findNextSyncAt, scheduleSyncs } from './videos/schedule-syncs';
import { startSync } from './videos/start-sync';
import { stopReading } from './videos/stop-reading';
import { syncDueConnections } from './videos/sync-due';
import { registerSyncJobs } from './videos/sync-jobs';
import { createSyncProgressAnnouncer } from './videos/sync-progress';

export interface AppOptions {
  settings: Pick<
    Settings,
    'publicUrl' | 'isProduction' | 'sessionSecrets' | 'encryptionKeys' | 'tiktok' | 'media' | 'metricsToken' | 'trustProxy'
  >;
  db: Database;
  clock: Clock;
  /** The same clock where it is the sandbox's; null with TikTok itself. */
  sandboxClock: SandboxClock | null;
  systemNow: () => Date;
  tiktok: TikTokClient;
  languageModel: LanguageModel | null;
  /** Those of the clients above, to show and for the pictures. */
  breakers: Breakers;
  /** What those clients count into; shown at /metrics. */
  metrics: Metrics;
  logger: Logger;
  /** What differs from the limits of every request, such as `rates: null` for tests that are about something else. */
  limits?: Partial<RequestLimits>;
  /** How long a picture may take; the fetcher's own limits when left out. */
  pictureLimits?: Pick<PictureFetcherOptions, 'firstByteMs' | 'timeoutMs'>;
  /** The web app's pages, last in line; null serves the API alone. */
  createPages: ((services: PagesServices) => RequestHandler[]) | null;
}

export interface App {
  http: Express;
  jobs: Jobs;
  graphql: GraphQLHandler;
  /** Takes up background work: jobs left by the process before, and what falls due. */
  start(): void;
  /** Lets the running jobs stop at a safe point. */
  stop(): Promise<void>;
}

const scheduleEveryMs = 15_000;
const forgetEveryMs = 3_600_000;
const eraseEveryMs = 60_000;

/** Assembles the features into one HTTP application. Does not listen and reads no environment. */
export function createApp(options: AppOptions): App {
  const { settings, db, clock, sandboxClock, systemNow, tiktok, languageModel, breakers, metrics, logger } = options;
  const jobs = observedJobs(createEmbeddedJobs({ db, logger, systemNow }), metrics);
  const pubsub = createCrealiaPubSub();
  const events = createEvents();
  const cipher = createTokenCipher(settings.encryptionKeys);
  const accessTokens = createAccessTokens({ db, clock, tiktok, cipher, logger, events, systemNow });
  const syncProgress = createSyncProgressAnnouncer(pubsub, () => performance.now());
  const analyses = new Analyses(db, clock);
  const deps: Dependencies = {
    db,
    clock,
    jobs,
    pubsub,
    logger,
    events,
    cipher,
    accessTokens,
    tiktok,
    systemNow,
    sandboxClock,
    media: createMediaStore({ ...settings.media, systemNow, logger }),
    analyses,
    hashtagTrends: new HashtagTrends(db, clock),
    findOutlierIds: async ({ directions, ...input }) => (await analyses.get(input)).outliers(directions),
    languageModelName: languageModel?.name ?? null,
    languageModelTerms: languageModel?.terms ?? null,
    drawBelow: (bound) => randomInt(bound),
    makeToken: () => randomBytes(32).toString('base64url'),
  };

  events.on('synced', ({ connectionId }) => scorePredictions(connectionId, deps));
  events.on('synced', async ({ connectionId }) => {
    // While days are let pass the next reading is due before anybody looks.
    if (!getPassingTime(jobs)) await deps.analyses.warm(connectionId);
  });
  events.on('synced', ({ connectionId }) => advanceExperiment(connectionId, deps));
  events.on('connected', async ({ connectionId }) => {
    await startSync({ connectionId, trigger: 'FIRST' }, deps);
  });
  events.on('authorizationRemoved', ({ connectionId }) => stopReading(connectionId, deps));
  events.on('disconnected', ({ connectionId }) => stopReading(connectionId, deps));
  registerSyncJobs({ ...deps, syncProgress });
  registerGenerationJobs({ ...deps, languageModel });
  registerExportJobs(deps);
  const revoke = async (payload: unknown) =>
    void (await revokeAuthorization((payload as { connectionId: string }).connectionId, deps));
  jobs.handle(revokeJobKind, revoke, {
    concurrency: 1,
    attempts: 12,
    retryDelayMs: (attempt) => 30_000 * 2 ** (attempt - 1),
  });
  const erasing = {
    ...deps,
    personalFiles: [picturesOf(deps.media), archivesOf(db, systemNow)],
    forgetInMemory: (connectionIds: readonly string[]) => analyses.forget(connectionIds),
  };
  events.on('authorizationRemoved', (removal) => handleRemovedAuthorization(removal, deps));
  registerErasureJobs(erasing);
  if (sandboxClock) {
    const work = {
      clock: sandboxClock,
      nextSyncAt: () => findNextSyncAt(db),
      syncDue: (signal: AbortSignal) => syncDueConnections(deps, signal),
    };
    jobs.handle(passTimeJobKind, (payload, { signal }) => letDaysPass(payload, work, signal), {
      concurrency: 1,
      attempts: 3,
      retryDelayMs: () => 2_000,
    });
  }

  const cookies = createCookies({ secrets: settings.sessionSecrets, isProduction: settings.isProduction });
  const openSession = (headers: Headers) => openRequestSession(headers, cookies, { db, systemNow });
  const limits = { ...requestLimits, ...options.limits };
  const graphql = createGraphQLHandler({
    deps,
    openSession,
    hasOwnCookie: cookies.hasOwn,
    rateLimits: createRateLimits(limits.rates),
    subscriptions: limits.subscriptions,
  });
  const callGraphQL = createGraphQLCaller(graphql, settings.publicUrl);
  const getViewerId = async ({ headers: { cookie } }: { headers: { cookie?: string } }) =>
    (await openSession(new Headers(cookie ? { cookie } : {}))).viewer?.id ?? null;
  const fetchPicture = createPictureFetcher({
    ...options.pictureLimits,
    hosts: settings.tiktok.mediaHosts,
    breaker: breakers.media,
  });
  const pictures = { ...deps, fetchPicture, getViewerId };

  const http = express();
  http.disable('x-powered-by');
  http.set('trust proxy', settings.trustProxy);
  http.use(requestLog(logger));
  http.use(requestMetrics(metrics));
  http.use(securityHeaders({ isProduction: settings.isProduction, formTargets: [new URL(settings.tiktok.authorizeUrl).origin] }));
  http.use(requestGuards({ publicUrl: settings.publicUrl, limits, logger }));
  const checks = { database: createWriteCheck(db, () => performance.now()), queue: () => jobs.check() };
  const services = Object.values(breakers).filter(({ service }) => languageModel || service !== 'languageModel');
  http.use(healthRoutes(checks, services));
  measureApp(metrics, {
    breakers: services,
    countJobs: () => countJobs(db, systemNow().getTime()),
    nextSyncAt: () => findNextSyncAt(db),
    now: () => clock.now(),
    databaseFile: db.sqlite.name,
    media: () => deps.media.size(),
  });
  http.use(metricsRoute({ metrics, token: settings.metricsToken, isProduction: settings.isProduction }));
  http.use(
    compression({
      filter: (request, response) =>
        !String(response.getHeader('content-type')).includes('event-stream') && compression.filter(request, response),
    }),
  );
  http.get(
    '/graphql',
    graphiqlPage(async (request) => (await getViewerId(request)) !== null),
  );
  http.use('/graphql', limitedBody(limits), (request: express.Request, response: express.Response) =>
    graphql(request, response, { requestId: String(response.locals.requestId), address: addressKey(request.ip) }),
  );
  http.use(['/api', '/webhooks'], limitedBody(limits));
  http.use(webhookRoute({ db, clock, clientSecret: settings.tiktok.clientSecret, logger, events }));
  http.use(connectionRoutes({ callGraphQL, logger }));
  http.use(videoRoutes({ callGraphQL }));
  http.use(recommendationRoutes({ callGraphQL }));
  http.use(avatarRoute(pictures));
  http.use(coverRoute(pictures));
  http.use(downloadRoute({ db, systemNow, getViewerId, logger }));
  http.use('/api', (_request, response) => {
    response
      .status(404)
      .json({ error: { code: 'NOT_FOUND', message: 'There is no such address. See the README for the REST addresses.' } });
  });
  const pages = options.createPages?.({
    fetchGraphQL: async (request, who) => graphql.fetch(request, who),
    reportProblem: (problem, requestId) => logger.error({ requestId, problem }, 'A page could not be shown'),
  });
  if (pages) http.use(limitedForm(limits), pages);
  http.use(answerUnexpected(logger));

  const timers: NodeJS.Timeout[] = [];
  const every = (ms: number, work: () => Promise<unknown>, failure: string) =>
    timers.push(setInterval(() => void work().catch((error: unknown) => logger.error({ err: error }, failure)), ms));
  return {
    http,
    jobs,
    graphql,
    start() {
      releaseAllLeases(db);
      releaseAllRefreshLeases(db);
      jobs.start();
      // Days that are being let pass take every reading on their way.
      const scheduleDue = async () => getPassingTime(jobs) ?? scheduleSyncs(deps);
      every(scheduleEveryMs, scheduleDue, 'Due syncs could not be scheduled');
      every(forgetEveryMs, () => forgetExpired(deps), 'Expired sessions could not be removed');
      const deleteArchives = () => deleteOldArchives(db, systemNow());
      deleteArchives().catch((error: unknown) => logger.error({ err: error }, 'Old archives could not be deleted'));
      every(forgetEveryMs, deleteArchives, 'Old archives could not be deleted');
      every(forgetEveryMs, () => applyRetention(deps), 'What is older than its time could not be removed');
      every(eraseEveryMs, () => eraseGraceOver(deps), 'Accounts whose grace is over could not be erased');
      every(eraseEveryMs, () => resumeErasures(deps), 'Erasures could not be taken up again');
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await jobs.stop();
    },
  };
}
