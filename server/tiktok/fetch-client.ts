import type { z } from 'zod';
import type { Logger } from '../logger';
import { sameOriginAs } from '../outbound/allowed-addresses';
import type { Breaker } from '../outbound/breaker';
import type { HttpLimits } from '../outbound/exchange';
import { createCaller, type Answer, type Call, type CallFacts, type Reading } from './call';
import type { TikTokClient, TokenGrant } from './client';
import { TikTokScopeMissingError } from './errors';
import { createLimiter, type Limiter } from './limiter';
import { codeChallenge, needsPkce } from './pkce';
import type { RetryOptions } from './retry-delay';
import { toEmbed, toTokenGrant, toUser, toVideoAnswer, toVideoPage } from './translate';
import { unreadableFields, wireEmbed, wireTokens, wireUserData, wireVideo, wireVideoList, wireVideoPage } from './wire';

export interface TikTokClientOptions {
  clientKey: string;
  clientSecret: string;
  redirectUri: string;
  /** Full URL of the page where the person consents. */
  authorizeUrl: string;
  /** Origin; `/v2/…` is added. */
  apiUrl: string;
  /** Full URL. */
  oembedUrl: string;
  logger: Logger;
  /** For one attempt, to the last byte of its answer. */
  timeoutMs?: number;
  /** For each endpoint on its own; null or Infinity lifts them, for benches. */
  limits?: { callsPerMinute: number; oembedCallsPerMinute: number } | null;
  retry?: Partial<RetryOptions>;
  fetch?: typeof fetch;
  /** None where they are left out. */
  breakers?: { tiktok: Breaker; oembed: Breaker };
  /** Told of every attempt. */
  observe?: (call: CallFacts) => void;
  /** In [0, 1), spreads the retries. */
  random?: () => number;
}

const MAX_BODY_BYTES = 5_000_000;
/** Of a GET, on TikTok's own origin. */
const MAX_REDIRECTS = 3;
const MAX_VIDEOS = 20;
/** How oEmbed says that a video is private, deleted or not one: as the status, or as `code` in its body. */
const NOT_PUBLIC = new Set(['400', '404']);
/** 600 is TikTok's published quota. oEmbed has none published; one call a second is polite. */
const DEFAULT_LIMITS = { callsPerMinute: 600, oembedCallsPerMinute: 60 };
const DEFAULT_RETRY: RetryOptions = { maxRetries: 3, baseDelayMs: 500, rateLimitedBaseDelayMs: 5_000, maxDelayMs: 30_000 };

const USER_FIELDS_BY_SCOPE: ReadonlyMap<string, readonly string[]> = new Map([
  ['user.info.basic', ['open_id', 'union_id', 'avatar_url', 'display_name']],
  ['user.info.profile', ['bio_description', 'profile_deep_link', 'is_verified', 'username']],
  ['user.info.stats', ['follower_count', 'following_count', 'likes_count', 'video_count']],
]);
const VIDEO_FIELDS = Object.keys(wireVideo.shape);

/**
 * TikTok over HTTP. Make one per process: the limits are per instance, and all users of the process share TikTok's quota.
 *
 * What callers must do: save the pair of `refreshTokens` before using it, and run one refresh at a time per account; on
 * TikTokAccessTokenInvalidError refresh once and try once more; never refresh on TikTokScopeMissingError; take TikTokUnavailableError
 * for "unknown", never for "revoked".
 */
export function createTikTokClient(options: TikTokClientOptions): TikTokClient {
  const { clientKey, clientSecret, redirectUri, apiUrl, limits = DEFAULT_LIMITS } = options;
  const call = createCaller({
    logger: options.logger,
    observe: options.observe,
    retry: { ...DEFAULT_RETRY, ...options.retry },
    random: options.random ?? Math.random,
  });
  const limitsOf = (address: string, breaker: Breaker | undefined): HttpLimits => ({
    isAllowed: sameOriginAs(address),
    timeoutMs: options.timeoutMs ?? 10_000,
    maxBodyBytes: MAX_BODY_BYTES,
    maxRedirects: MAX_REDIRECTS,
    breaker,
    fetch: options.fetch,
  });
  const httpLimits = {
    api: limitsOf(apiUrl, options.breakers?.tiktok),
    oembed: limitsOf(options.oembedUrl, options.breakers?.oembed),
  };
  const apiLimiter = (): Limiter => createLimiter(limits && limits.callsPerMinute);
  const limiters = {
    '/v2/oauth/token/': apiLimiter(),
    '/v2/oauth/revoke/': apiLimiter(),
    '/v2/user/info/': apiLimiter(),
    '/v2/video/list/': apiLimiter(),
    '/v2/video/query/': apiLimiter(),
  };
  const oembedLimiter = createLimiter(limits && limits.oembedCallsPerMinute);
  const isPkceNeeded = needsPkce(redirectUri);

  type Endpoint = keyof typeof limiters;

  const postForm = (
    endpoint: Endpoint,
    form: Record<string, string>,
  ): Pick<Call<unknown>, 'endpoint' | 'limits' | 'limiter' | 'request' | 'secrets'> => ({
    endpoint,
    limits: httpLimits.api,
    limiter: limiters[endpoint],
    secrets: [clientSecret, form.code, form.code_verifier, form.refresh_token, form.token].filter(
      (secret) => secret !== undefined,
    ),
    request: {
      method: 'POST',
      url: new URL(endpoint, apiUrl),
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', 'cache-control': 'no-cache' },
      body: new URLSearchParams({ client_key: clientKey, client_secret: clientSecret, ...form }).toString(),
    },
  });

  /**
   * A code works once and a refresh token dies when its successor is made, so neither is sent again once it may have reached
   * TikTok. A second refresh close behind a first one that is still being worked on could orphan the pair that wins, or look like
   * theft; the caller comes back later with the old token, which by then either still works or is refused for good. Only where
   * TikTok turned us away (429, temporarily_unavailable) or was never reached is the same request repeated.
   */
  const requestTokens = (form: Record<string, string>, previousRefreshToken: string | null): Promise<TokenGrant> =>
    call({
      ...postForm('/v2/oauth/token/', form),
      isRepeatable: false,
      read: ({ json }) => {
        const reading = readAs(wireTokens, json);
        if (reading.kind === 'refused') return reading;
        const grant = toTokenGrant(reading.value, previousRefreshToken);
        return grant === null ? { kind: 'refused', problem: 'refresh_token' } : { ...reading, value: grant };
      },
    });

  const askForData = <S extends z.ZodType>(
    endpoint: Endpoint,
    accessToken: string,
    question: { fields: readonly string[]; schema: S; body?: unknown },
  ): Promise<z.output<S>> => {
    const url = new URL(endpoint, apiUrl);
    url.searchParams.set('fields', question.fields.join(','));
    const headers = { accept: 'application/json', authorization: `Bearer ${accessToken}` };
    return call({
      endpoint,
      limits: httpLimits.api,
      limiter: limiters[endpoint],
      secrets: [accessToken],
      isRepeatable: true,
      request:
        question.body === undefined
          ? { method: 'GET', url, headers }
          : {
              method: 'POST',
              url,
              headers: { ...headers, 'content-type': 'application/json' },
              body: JSON.stringify(question.body),
            },
      read: (answer) => readData(question.schema, answer),
    });
  };

  return {
    authorizeUrl({ state, codeVerifier, scopes }) {
      const url = new URL(options.authorizeUrl);
      const parameters = {
        client_key: clientKey,
        response_type: 'code',
        scope: scopes.join(','),
        redirect_uri: redirectUri,
        state,
        // Without it TikTok silently links the account of last time again: nobody could connect a second one.
        disable_auto_auth: '1',
        ...(isPkceNeeded && { code_challenge: codeChallenge(codeVerifier), code_challenge_method: 'S256' }),
      };
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return url.toString();
    },

    exchangeCode: ({ code, codeVerifier }) =>
      requestTokens(
        {
          grant_type: 'authorization_code',
          code,
          redirect_uri: redirectUri,
          ...(isPkceNeeded && { code_verifier: codeVerifier }),
        },
        null,
      ),

    refreshTokens: (refreshToken) => requestTokens({ grant_type: 'refresh_token', refresh_token: refreshToken }, refreshToken),

    revoke: (accessToken) =>
      call({
        ...postForm('/v2/oauth/revoke/', { token: accessToken }),
        isRepeatable: true,
        read: ({ status, json, isEmpty, code }) =>
          code === 'ok' || (code === null && status < 300 && (isEmpty || json !== undefined))
            ? { kind: 'read', value: undefined, unreadableFields: [] }
            : { kind: 'refused', problem: null },
      }),

    async getUser(accessToken, scopes) {
      if (!scopes.includes('user.info.basic')) {
        throw new TikTokScopeMissingError(
          'Without user.info.basic TikTok does not say whose account it is.',
          'scope_not_authorized',
        );
      }
      const fields = [...new Set(scopes)].flatMap((scope) => USER_FIELDS_BY_SCOPE.get(scope) ?? []);
      return toUser((await askForData('/v2/user/info/', accessToken, { fields, schema: wireUserData })).user);
    },

    async listVideos(accessToken, { cursor, maxCount }) {
      if (maxCount < 1 || maxCount > MAX_VIDEOS)
        throw new RangeError(`A page has 1 to ${MAX_VIDEOS} videos; asked for ${maxCount}.`);
      const body = { max_count: maxCount, ...(cursor !== null && { cursor }) };
      const page = await askForData('/v2/video/list/', accessToken, { fields: VIDEO_FIELDS, schema: wireVideoPage, body });
      return toVideoPage(page, cursor);
    },

    async queryVideos(accessToken, tiktokVideoIds) {
      if (tiktokVideoIds.length === 0) return { videos: [], unreadableCount: 0 };
      if (tiktokVideoIds.length > MAX_VIDEOS)
        throw new RangeError(`At most ${MAX_VIDEOS} videos; asked for ${tiktokVideoIds.length}.`);
      const body = { filters: { video_ids: tiktokVideoIds } };
      const { videos } = await askForData('/v2/video/query/', accessToken, { fields: VIDEO_FIELDS, schema: wireVideoList, body });
      return toVideoAnswer(videos);
    },

    getEmbed(shareUrl) {
      const url = new URL(options.oembedUrl);
      url.searchParams.set('url', shareUrl);
      return call({
        endpoint: 'oembed',
        limits: httpLimits.oembed,
        limiter: oembedLimiter,
        secrets: [],
        isRepeatable: true,
        request: { method: 'GET', url, headers: { accept: 'application/json' } },
        read: ({ status, json, code }) => {
          if (NOT_PUBLIC.has(String(status)) || (code !== null && NOT_PUBLIC.has(code)))
            return { kind: 'read', value: null, unreadableFields: [] };
          if (status >= 300) return { kind: 'refused', problem: null };
          const reading = readAs(wireEmbed, json);
          return reading.kind === 'refused' ? reading : { ...reading, value: toEmbed(reading.value) };
        },
      });
    },
  };
}

/** The data endpoints' envelope: `error.code` decides, whatever the status; without a code a success and readable data will do. */
function readData<S extends z.ZodType>(schema: S, { json, code, status }: Answer): Reading<z.output<S>> {
  if (code !== 'ok' && !(code === null && status < 300)) return { kind: 'refused', problem: null };
  return readAs(schema, (json as { data?: unknown } | null | undefined)?.data);
}

function readAs<S extends z.ZodType>(schema: S, sent: unknown): Reading<z.output<S>> {
  const { data, error } = schema.safeParse(sent);
  if (error)
    return {
      kind: 'refused',
      problem: `cannot read ${error.issues.map((issue) => issue.path.join('.') || issue.message).join(', ')}`,
    };
  return { kind: 'read', value: data, unreadableFields: [...unreadableFields(sent, data)] };
}
