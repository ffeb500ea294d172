import { createLogger } from '../logger';
import type { TikTokClient } from '../tiktok/client';
import { createTikTokClient } from '../tiktok/fetch-client';

/** The real client, without limits and with one retry that does not wait. */
export function hostileClient(origin: string, fetchImpl: typeof fetch): TikTokClient {
  return createTikTokClient({
    clientKey: 'key',
    clientSecret: 'secret',
    redirectUri: 'https://crealia.example/api/tiktok/auth/callback',
    authorizeUrl: `${origin}/v2/auth/authorize/`,
    apiUrl: origin,
    oembedUrl: `${origin}/oembed`,
    logger: createLogger('silent'),
    limits: null,
    timeoutMs: 5_000,
    retry: { maxRetries: 1, baseDelayMs: 0, rateLimitedBaseDelayMs: 0, maxDelayMs: 0 },
    fetch: fetchImpl,
  });
}
