import 'dotenv/config';
import type { IncomingMessage, ServerResponse } from 'node:http';
import closeWithGrace from 'close-with-grace';
import { createApp } from './app';
import { requireReadableTokens, UnreadableTokensError } from './connections/require-readable-tokens';
import { openDatabase } from './db/database';
import { DatabaseUnusableError } from './db/errors';
import { createSandboxClock } from './demonstration/sandbox-clock';
import { systemClock } from './clock';
import { createLimitedServer } from './http/limited-server';
import { createOpenAiModel } from './language-model/openai-model';
import { createDrain } from './http/drain';
import { createLogger, type Logger } from './logger';
import { createPages } from './pages';
import { listen, PortInUseError } from './listen';
import { createMetrics } from './metrics/metrics';
import { createBreakers } from './outbound/breaker';
import { createSandbox, SandboxPortBusyError } from './sandbox/sandbox';
import { readSettings, type Settings, SettingsError } from './settings';
import { createTikTokClient } from './tiktok/fetch-client';

/** After this the process ends, whatever is still going on. */
const closeWithinMs = 10_000;
const drainRequestsMs = 8_000;

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const logger = createLogger(settings.logLevel);
  const server = createLimitedServer(answerStarting);
  const { drain } = createDrain(server);
  // Taken first: a second start on the same port must not touch the first one's database.
  await listen(server, settings.port, 'PORT');
  const db = await openDatabase(settings.databaseFile);
  requireReadableTokens(db, settings.encryptionKeys);
  const sandbox = settings.sandbox && (await startSandbox(settings, logger));
  const sandboxClock = sandbox && (await createSandboxClock({ sandboxUrl: settings.tiktok.apiUrl, logger }));
  const stopFollowing = sandboxClock?.follow(2_000);

  const breakers = createBreakers({
    onChange: (service, state, reason) => logger.warn({ service, state, reason }, 'A breaker changed'),
  });
  const metrics = createMetrics({ ofProcess: true });
  const app = createApp({
    settings,
    db,
    clock: sandboxClock ?? systemClock,
    sandboxClock,
    systemNow: () => new Date(),
    tiktok: createTikTokClient({
      ...settings.tiktok,
      breakers,
      observe: metrics.countTikTokCall,
      logger,
      ...(sandbox && { limits: null }),
    }),
    languageModel:
      settings.languageModel &&
      createOpenAiModel({
        ...settings.languageModel,
        breaker: breakers.languageModel,
        observe: metrics.countModelRequest,
        retries: 2,
        logger,
      }),
    breakers,
    metrics,
    logger,
    createPages: await createPages(),
  });
  server.off('request', answerStarting).on('request', app.http);
  app.start();
  logger.info(
    { url: settings.publicUrl, sandbox: sandbox?.url ?? null, languageModel: settings.languageModel?.model ?? null },
    'Crealia is ready',
  );
  process.stderr.write(`\n  Crealia is ready: ${settings.publicUrl}${sandbox ? ' (demonstration, no TikTok key set)' : ''}\n\n`);

  closeWithGrace({ delay: closeWithinMs, logger: false }, async ({ err, signal }) => {
    if (err) logger.fatal({ err }, 'The process ends after an error that nothing expected');
    else logger.info({ signal }, 'Stopping');
    stopFollowing?.();
    await Promise.all([drain(drainRequestsMs), app.stop()]);
    await sandbox?.close();
    await db.close();
  });
}

/** Between listening and being ready: an answer, so that nobody waits for one that never comes. */
function answerStarting(_request: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' })
    .end('Crealia is starting. Try again in a second.\n');
}

function startSandbox({ sandbox, tiktok, publicUrl }: Settings, logger: Logger) {
  if (!sandbox) return null;
  return createSandbox({
    ...sandbox,
    clientKey: tiktok.clientKey,
    clientSecret: tiktok.clientSecret,
    redirectUris: [tiktok.redirectUri],
    webhookUrl: `${publicUrl}/webhooks/tiktok`,
    // Days are let pass faster than TikTok's minutes; the client's own limit is lifted below for the same reason.
    rateLimitPerMinute: null,
    logger,
  });
}

start().catch((error: unknown) => {
  const isKnown =
    error instanceof SettingsError ||
    error instanceof DatabaseUnusableError ||
    error instanceof UnreadableTokensError ||
    error instanceof PortInUseError ||
    error instanceof SandboxPortBusyError;
  process.stderr.write(
    isKnown
      ? `\n${error.message}\n`
      : `\nCrealia could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
