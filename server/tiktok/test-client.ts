import pino from 'pino';
import type { TikTokClient } from './client';
import { createTikTokClient, type TikTokClientOptions } from './fetch-client';
import { startLoopbackServer, type LoopbackServer, type Responder } from './loopback-server';

export const SECRETS = {
  clientSecret: 'the-client-secret',
  accessToken: 'act.living-access-token',
  refreshToken: 'rft.living-refresh-token',
  code: 'one*time!code',
  codeVerifier: 'a-verifier-of-forty-three-characters-or-more',
};

export interface ClientUnderTest {
  client: TikTokClient;
  server: LoopbackServer;
  /** The log lines so far, parsed. */
  lines(): Record<string, unknown>[];
  logText(): string;
}

const opened: LoopbackServer[] = [];

/** For `afterEach`. */
export async function closeServers(): Promise<void> {
  await Promise.all(opened.splice(0).map((server) => server.close()));
}

/** The real client against a server of its own, without limits and with retries that take a few milliseconds. */
export async function connectClient(respond: Responder, overrides: Partial<TikTokClientOptions> = {}): Promise<ClientUnderTest> {
  const server = await startLoopbackServer(respond);
  opened.push(server);
  const written: string[] = [];
  const logger = pino({ level: 'trace', base: undefined }, { write: (line: string) => void written.push(line) });
  const client = createTikTokClient({
    clientKey: 'the-client-key',
    clientSecret: SECRETS.clientSecret,
    redirectUri: 'https://crealia.example/api/tiktok/auth/callback',
    authorizeUrl: `${server.origin}/v2/auth/authorize/`,
    apiUrl: server.origin,
    oembedUrl: `${server.origin}/oembed`,
    logger,
    timeoutMs: 5_000,
    limits: null,
    retry: { maxRetries: 3, baseDelayMs: 2, rateLimitedBaseDelayMs: 4, maxDelayMs: 20 },
    ...overrides,
  });
  return {
    client,
    server,
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
    logText: () => written.join(''),
  };
}

export function envelope(
  data: unknown,
  error: Record<string, unknown> = { code: 'ok', message: '', log_id: '20261122130000ABCDEF' },
): unknown {
  return { data, error };
}

export function refusal(code: string, message = 'TikTok says no'): unknown {
  return { data: {}, error: { code, message, log_id: '20261122130001ABCDEF' } };
}

export const TOKENS = {
  open_id: '-000open',
  scope: 'user.info.basic,video.list',
  access_token: 'act.new-access-token',
  expires_in: 7200,
  refresh_token: 'rft.new-refresh-token',
  refresh_expires_in: 15552000,
  token_type: 'Bearer',
};
