import { jest } from '@jest/globals';
import pino from 'pino';
import type { TikTokClient } from './client';
import { TikTokRequestRejectedError, TikTokScopeMissingError, TikTokUnavailableError } from './errors';
import { createTikTokClient } from './fetch-client';
import { sendJson, sendText } from './loopback-server';
import { closeServers, connectClient, envelope, SECRETS } from './test-client';

const { accessToken, codeVerifier } = SECRETS;
const ALL_SCOPES = ['user.info.basic', 'user.info.profile', 'user.info.stats', 'video.list'];

afterEach(closeServers);

describe('authorizeUrl', () => {
  const input = { state: 'a state/with+signs', codeVerifier, scopes: ['user.info.basic', 'video.list'] };

  test('a web app sends client_key, comma-separated scopes and no PKCE', async () => {
    const { client, server } = await connectClient(() => undefined, { redirectUri: 'https://crealia.example/callback' });
    const url = new URL(client.authorizeUrl(input));
    expect(url.origin + url.pathname).toBe(`${server.origin}/v2/auth/authorize/`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_key: 'the-client-key',
      response_type: 'code',
      scope: 'user.info.basic,video.list',
      redirect_uri: 'https://crealia.example/callback',
      state: 'a state/with+signs',
      disable_auto_auth: '1',
    });
  });

  test('a loopback redirect sends the hex challenge', async () => {
    const { client } = await connectClient(() => undefined, { redirectUri: 'http://localhost:3000/callback' });
    const { searchParams } = new URL(client.authorizeUrl(input));
    expect(searchParams.get('code_challenge')).toMatch(/^[0-9a-f]{64}$/);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
  });
});

describe('getUser', () => {
  const BASIC = 'open_id,union_id,avatar_url,display_name';
  const PROFILE = 'bio_description,profile_deep_link,is_verified,username';
  const STATS = 'follower_count,following_count,likes_count,video_count';

  test.each([
    [['user.info.basic'], BASIC],
    [['user.info.basic', 'video.list'], BASIC],
    [['user.info.basic', 'user.info.stats'], `${BASIC},${STATS}`],
    [['user.info.profile', 'user.info.basic', 'user.info.basic'], `${PROFILE},${BASIC}`],
    [ALL_SCOPES, `${BASIC},${PROFILE},${STATS}`],
  ])('%j asks for %s', async (scopes, fields) => {
    const { client, server } = await connectClient((response) => sendJson(response, 200, envelope({ user: { open_id: 'o' } })));
    await client.getUser(accessToken, scopes);
    const [request] = server.seen;
    expect(request).toMatchObject({ method: 'GET', body: '', headers: { authorization: `Bearer ${accessToken}` } });
    expect(request?.url.pathname).toBe('/v2/user/info/');
    expect(request?.url.searchParams.get('fields')).toBe(fields);
  });

  test('is translated into our words, and unknown fields are passed over', async () => {
    const user = {
      open_id: 'open-1',
      union_id: 'union-1',
      avatar_url: 'https://p16.example/a.jpg',
      display_name: 'Léa 🍞',
      bio_description: 'Pain',
      profile_deep_link: 'https://vm.tiktok.com/x',
      is_verified: false,
      username: 'lea',
      follower_count: 3_000_000_000,
      following_count: '12',
      likes_count: 0,
      video_count: 150,
      badge: { colour: 'blue' },
    };
    const { client } = await connectClient((response) => sendJson(response, 200, envelope({ user, extra: 1 })));
    await expect(client.getUser(accessToken, ALL_SCOPES)).resolves.toEqual({
      tiktokUserId: 'open-1',
      unionId: 'union-1',
      avatarUrl: 'https://p16.example/a.jpg',
      displayName: 'Léa 🍞',
      bio: 'Pain',
      profileUrl: 'https://vm.tiktok.com/x',
      isVerified: false,
      username: 'lea',
      followerCount: 3_000_000_000,
      followingCount: 12,
      likesCount: 0,
      videoCount: 150,
    });
  });

  test('without user.info.basic no call is made', async () => {
    const { client, server } = await connectClient((response) => sendJson(response, 200, envelope({})));
    await expect(client.getUser(accessToken, ['video.list'])).rejects.toThrow(TikTokScopeMissingError);
    expect(server.seen).toEqual([]);
  });
});

describe('listVideos and queryVideos', () => {
  test('fields go in the query, the rest in the body, and the first page has no cursor', async () => {
    const { client, server } = await connectClient((response) =>
      sendJson(response, 200, envelope({ videos: [], cursor: 0, has_more: false })),
    );
    await client.listVideos(accessToken, { cursor: null, maxCount: 20 });
    await client.listVideos(accessToken, { cursor: 1_795_000_000_000, maxCount: 5 });
    expect(server.seen.map((request) => JSON.parse(request.body) as unknown)).toEqual([
      { max_count: 20 },
      { max_count: 5, cursor: 1_795_000_000_000 },
    ]);
    expect(server.seen[0]).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } });
    expect(server.seen[0]?.url.pathname).toBe('/v2/video/list/');
    expect(server.seen[0]?.url.searchParams.get('fields')?.split(',').sort()).toEqual([
      'comment_count',
      'cover_image_url',
      'create_time',
      'duration',
      'embed_link',
      'height',
      'id',
      'is_aigc',
      'like_count',
      'share_count',
      'share_url',
      'title',
      'video_description',
      'view_count',
      'width',
    ]);
  });

  test('an empty page can have more behind it', async () => {
    const { client } = await connectClient((response) =>
      sendJson(response, 200, envelope({ videos: [], cursor: 1_000, has_more: true })),
    );
    await expect(client.listVideos(accessToken, { cursor: 2_000, maxCount: 20 })).resolves.toEqual({
      videos: [],
      nextCursor: 1_000,
      unreadableCount: 0,
    });
  });

  test('ids beyond 2^53 keep every digit, with and without quotes', async () => {
    const body = '{"data":{"videos":[{"id":"7100000000000000001"},{"id":7100000000000000003}]},"error":{"code":"ok"}}';
    const { client, server } = await connectClient((response) => sendText(response, 200, body));
    const { videos } = await client.queryVideos(accessToken, ['7100000000000000001', '7100000000000000003']);
    expect(videos.map((video) => video.tiktokVideoId)).toEqual(['7100000000000000001', '7100000000000000003']);
    expect(server.seen[0]?.url.pathname).toBe('/v2/video/query/');
    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual({
      filters: { video_ids: ['7100000000000000001', '7100000000000000003'] },
    });
  });

  test('a field of the wrong type is null and named in the log, without its value', async () => {
    const videos = [{ id: '1', view_count: 'plenty', like_count: 3, later_field: [1] }];
    const { client, lines, logText } = await connectClient((response) =>
      sendJson(response, 200, envelope({ videos, has_more: false })),
    );
    const {
      videos: [video],
    } = await client.listVideos(accessToken, { cursor: null, maxCount: 20 });
    expect(video).toMatchObject({ viewCount: null, likeCount: 3 });
    expect(lines()).toMatchObject([{ level: 40, code: 'ok', unreadableFields: ['view_count'] }]);
    expect(logText()).not.toContain('plenty');
  });

  test.each([
    ['videos of the wrong type', envelope({ videos: 'none', has_more: false })],
    ['a video without id', envelope({ videos: [{ title: 'secret caption' }], has_more: false })],
    ['no data', envelope(undefined)],
    ['a list for an answer', []],
    ['null', null],
  ])('%s is an error, never an empty account', async (_case, body) => {
    const { client, logText } = await connectClient((response) => sendJson(response, 200, body));
    const error = await client.listVideos(accessToken, { cursor: null, maxCount: 20 }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(TikTokUnavailableError);
    expect(error).toMatchObject({ code: 'unreadable' });
    expect(logText() + String(error)).not.toContain('secret caption');
  });

  test('more than TikTok takes at once is a mistake of ours', async () => {
    const { client, server } = await connectClient((response) => sendJson(response, 200, envelope({ videos: [] })));
    await expect(client.queryVideos(accessToken, Array.from({ length: 21 }, String))).rejects.toThrow(RangeError);
    await expect(client.listVideos(accessToken, { cursor: null, maxCount: 21 })).rejects.toThrow(RangeError);
    await expect(client.queryVideos(accessToken, [])).resolves.toEqual({ videos: [], unreadableCount: 0 });
    expect(server.seen).toEqual([]);
  });
});

describe('revoke', () => {
  test.each([
    ['an empty body', ''],
    ['{}', '{}'],
    ['the envelope', JSON.stringify(envelope({}))],
  ])('%s is a success', async (_case, body) => {
    const { client, server } = await connectClient((response) => sendText(response, 200, body));
    await expect(client.revoke(accessToken)).resolves.toBeUndefined();
    expect(server.seen[0]?.url.pathname).toBe('/v2/oauth/revoke/');
    expect(Object.fromEntries(new URLSearchParams(server.seen[0]?.body))).toEqual({
      client_key: 'the-client-key',
      client_secret: SECRETS.clientSecret,
      token: accessToken,
    });
  });

  test('an error with HTTP 200 is an error', async () => {
    const { client } = await connectClient((response) =>
      sendJson(response, 200, { error: 'invalid_client', error_description: 'no', log_id: 'L' }),
    );
    await expect(client.revoke(accessToken)).rejects.toThrow(TikTokRequestRejectedError);
  });

  test('a page of HTML is no success', async () => {
    const { client } = await connectClient((response) => sendText(response, 200, '<html>Welcome</html>'));
    await expect(client.revoke(accessToken)).rejects.toMatchObject({ code: 'not_json' });
  });
});

describe('getEmbed', () => {
  const shareUrl = 'https://www.tiktok.com/@lea/video/71?utm_source=x&a=b';

  test('names the sound', async () => {
    const { client, server } = await connectClient((response) =>
      sendJson(response, 200, {
        version: '1.0',
        title: 'Pain #bread',
        author_name: 'Léa',
        thumbnail_url: 'https://p16.example/t.jpg',
        html: '<blockquote><a href="https://www.tiktok.com/music/x-1">♬ son original – Léa</a></blockquote>',
      }),
    );
    await expect(client.getEmbed(shareUrl)).resolves.toEqual({
      title: 'Pain #bread',
      authorName: 'Léa',
      musicName: 'son original – Léa',
      thumbnailUrl: 'https://p16.example/t.jpg',
    });
    expect(server.seen[0]?.url.pathname).toBe('/oembed');
    expect(server.seen[0]?.url.searchParams.get('url')).toBe(shareUrl);
    expect(server.seen[0]?.headers.authorization).toBeUndefined();
  });

  test.each([
    [404, { message: 'not found' }],
    [400, { code: 400, message: 'Something went wrong' }],
    [200, { code: 400, message: 'Something went wrong' }],
  ])('HTTP %s with %j means not public: null, asked once', async (status, body) => {
    const { client, server } = await connectClient((response) => sendJson(response, status, body));
    await expect(client.getEmbed(shareUrl)).resolves.toBeNull();
    expect(server.seen).toHaveLength(1);
  });

  test('an answer with nothing in it is an error, not a video without sound', async () => {
    const { client } = await connectClient((response) => sendJson(response, 200, {}));
    await expect(client.getEmbed(shareUrl)).rejects.toMatchObject({ code: 'unreadable' });
  });

  test('a 5xx is tried again', async () => {
    const { client } = await connectClient((response, _request, index) =>
      index === 0 ? sendText(response, 503, 'busy') : sendJson(response, 200, { title: 't' }),
    );
    await expect(client.getEmbed(shareUrl)).resolves.toMatchObject({ title: 't', musicName: null });
  });
});

test('each endpoint has its own quota, shared by everybody who uses the client', async () => {
  jest.useFakeTimers();
  try {
    const asked: string[] = [];
    const client = createQuotaClient(asked);
    const list = (token: string) => client.listVideos(token, { cursor: null, maxCount: 20 });
    const calls = [list('act.one'), list('act.two'), list('act.three'), client.queryVideos('act.one', ['1'])];
    const embeds = [client.getEmbed('https://x.example/1'), client.getEmbed('https://x.example/2')];
    await jest.advanceTimersByTimeAsync(59_000);
    expect(asked.sort()).toEqual(['/oembed', '/v2/video/list/', '/v2/video/list/', '/v2/video/query/']);
    await jest.advanceTimersByTimeAsync(2_000);
    await Promise.all([...calls, ...embeds]);
    expect(asked).toHaveLength(6);
  } finally {
    jest.useRealTimers();
  }
});

/** Two calls a minute, one for oEmbed, over a fetch without network so that the minute can be a faked one. */
function createQuotaClient(asked: string[]): TikTokClient {
  return createTikTokClient({
    clientKey: 'k',
    clientSecret: 's',
    redirectUri: 'https://crealia.example/callback',
    authorizeUrl: 'https://tiktok.example/authorize',
    apiUrl: 'https://tiktok.example',
    oembedUrl: 'https://tiktok.example/oembed',
    logger: pino({ level: 'silent' }),
    limits: { callsPerMinute: 2, oembedCallsPerMinute: 1 },
    fetch: async (input) => {
      const { pathname } = new URL(String(input));
      asked.push(pathname);
      return Response.json(pathname === '/oembed' ? { title: 't' } : envelope({ videos: [], has_more: false }));
    },
  });
}
