import { toTokenGrant, toVideoAnswer, toVideoPage } from './translate';
import { readVerdict, unreadableFields, wireTokens, wireUser, wireVideo, wireVideoPage } from './wire';

const video = (fields: Record<string, unknown>) => toVideoAnswer([wireVideo.parse({ id: '71', ...fields })]).videos[0]!;

test('seconds become dates, and the cover says itself when it dies', () => {
  const read = video({
    create_time: 1_795_000_000,
    cover_image_url: 'https://p16.example/c.jpg?x-expires=1795021600&x-signature=abc%3D',
  });
  expect(read.publishedAt).toEqual(new Date(1_795_000_000_000));
  expect(read.coverExpiresAt).toEqual(new Date(1_795_021_600_000));
});

test('a video of which TikTok sent only the id has nothing but nulls', () => {
  const { tiktokVideoId, ...others } = video({});
  expect(tiktokVideoId).toBe('71');
  expect(new Set(Object.values(others))).toEqual(new Set([null]));
});

test.each([
  ['duration', 'durationSeconds', 0, 0],
  ['duration', 'durationSeconds', 4_294_967_296, null],
  ['width', 'width', '2147483648', null],
  ['view_count', 'viewCount', '3000000000', 3_000_000_000],
  ['view_count', 'viewCount', 5_000_000_000, 5_000_000_000],
  ['view_count', 'viewCount', 0, 0],
  ['view_count', 'viewCount', '9007199254740993', null],
  ['like_count', 'likeCount', -1, null],
  ['like_count', 'likeCount', 'many', null],
  ['like_count', 'likeCount', '', null],
  ['like_count', 'likeCount', 1.5, null],
  ['like_count', 'likeCount', { value: 1 }, null],
  ['create_time', 'publishedAt', '1795000000', new Date(1_795_000_000_000)],
  ['create_time', 'publishedAt', 0, null],
  ['create_time', 'publishedAt', 1_795_000_000_000_000, null],
  ['share_url', 'shareUrl', 'javascript:alert(1)', null],
  ['share_url', 'shareUrl', 'https://www.tiktok.com/@lea/video/71', 'https://www.tiktok.com/@lea/video/71'],
  ['cover_image_url', 'coverExpiresAt', 'https://p16.example/c.jpg', null],
  ['cover_image_url', 'coverExpiresAt', 'https://p16.example/c.jpg?x-expires=soon', null],
  ['is_aigc', 'isAiGenerated', 'true', true],
  ['is_aigc', 'isAiGenerated', 0, false],
  ['title', 'title', '', ''],
  ['video_description', 'description', 'cut \ud83d', 'cut \ufffd'],
  ['video_description', 'description', 'nul\u0000l', 'null'],
  ['video_description', 'description', ['a'], null],
  ['video_description', 'description', 'a'.repeat(10_001), 'a'.repeat(10_000)],
  ['video_description', 'description', `${'a'.repeat(9_999)}👍`, `${'a'.repeat(9_999)}\ufffd`],
  ['cover_image_url', 'coverUrl', 'http://a.test/\u0000', null],

  ['cover_image_url', 'coverUrl', 'http://a.test/\ud800', null],
  ['cover_image_url', 'coverUrl', `https://a.test/${'a'.repeat(5_000)}`, null],
] as const)('%s → %s: %j is read as %j', (wireName, name, sent, expected) => {
  expect(video({ [wireName]: sent })[name]).toEqual(expected);
});

test('ids are strings, also where TikTok sends a number', () => {
  expect(video({ id: 7_100_000_000 }).tiktokVideoId).toBe('7100000000');
  expect(wireVideo.safeParse({ id: '' }).success).toBe(false);
  // The database would keep these otherwise than they were sent, and not find them again.
  for (const id of ['7\u0000', '7\ud800', '7 1', '７', '7'.repeat(129)]) expect(wireVideo.safeParse({ id }).success).toBe(false);
  expect(wireVideo.safeParse({ title: 'no id' }).success).toBe(false);
});

test.each([
  ['further down', { has_more: true, cursor: 1_000 }, 2_000, 1_000],
  ['first page', { has_more: true, cursor: '1795000000000' }, null, 1_795_000_000_000],
  ['the end', { has_more: false, cursor: 1_000 }, 2_000, null],
  ['a cursor that stands still', { has_more: true, cursor: 2_000 }, 2_000, null],
  ['a cursor that goes back up', { has_more: true, cursor: 3_000 }, 2_000, null],
  ['a cursor of zero', { has_more: true, cursor: 0 }, 2_000, null],
])('paging: %s', (_case, page, asked, expected) => {
  expect(toVideoPage(wireVideoPage.parse({ videos: [], ...page }), asked).nextCursor).toBe(expected);
});

test.each([
  ['no data', {}],
  ['videos that are no list', { videos: 'none', has_more: false }],
  ['a video without id', { videos: [{ title: 'x' }], has_more: false }],
  ['has_more that says nothing', { videos: [], has_more: 'perhaps' }],
  ['more to come, but not where', { videos: [], has_more: true }],
])('a page with %s is unreadable rather than the last one', (_case, data) => {
  expect(wireVideoPage.safeParse(data).success).toBe(false);
});

test.each([
  ['null for an empty list', { videos: null, has_more: false }],
  ['no list beside has_more', { has_more: false, cursor: 0 }],
])('an account without videos may come as %s', (_case, data) => {
  expect(toVideoPage(wireVideoPage.parse(data), null)).toEqual({ videos: [], nextCursor: null, unreadableCount: 0 });
});

test('lifetimes come from the answer; what TikTok does not say is taken for the least it can be', () => {
  const tokens = { open_id: 'o', access_token: 'act.a', refresh_token: 'rft.r' };
  const grant = (fields: object, previous: string | null = null) =>
    toTokenGrant(wireTokens.parse({ ...tokens, ...fields }), previous);
  expect(grant({ expires_in: '86400', refresh_expires_in: 31_536_000, scope: 'a,b c' })).toMatchObject({
    accessTokenLifetimeSeconds: 86_400,
    refreshTokenLifetimeSeconds: 31_536_000,
    scopes: ['a', 'b', 'c'],
  });
  expect(grant({ expires_in: 7_200 })).toMatchObject({
    accessTokenLifetimeSeconds: 7_200,
    refreshTokenLifetimeSeconds: 7_200,
    scopes: [],
  });
  expect(grant({})).toMatchObject({ accessTokenLifetimeSeconds: 0 });
  expect(grant({ refresh_token: undefined }, 'rft.before')).toMatchObject({ refreshToken: 'rft.before' });
  expect(grant({ refresh_token: undefined })).toBeNull();
});

test('fields that were sent but cannot be read are named, absent and empty ones are not', () => {
  const sent = {
    videos: [
      { id: '1', like_count: 'many', extra: 'x', share_url: '' },
      { id: '2', title: 5, view_count: null },
    ],
    has_more: false,
  };
  expect([...unreadableFields(sent, wireVideoPage.parse(sent))].sort()).toEqual(['like_count', 'title']);
  expect([
    ...unreadableFields({ open_id: 'o', is_verified: 'maybe' }, wireUser.parse({ open_id: 'o', is_verified: 'maybe' })),
  ]).toEqual(['is_verified']);
});

test.each([
  ['the data envelope', { error: { code: 'ok', message: '', log_id: 'L1' } }, { code: 'ok', message: '', logId: 'L1' }],
  [
    'its other spelling',
    { error: { code: 'internal_error', logid: 'L2' } },
    { code: 'internal_error', message: null, logId: 'L2' },
  ],
  [
    'the flat token error',
    { error: 'invalid_grant', error_description: 'used', log_id: 'L3' },
    { code: 'invalid_grant', message: 'used', logId: 'L3' },
  ],
  [
    'the inner object alone',
    { code: 'invalid_params', message: 'm', log_id: 'L4' },
    { code: 'invalid_params', message: 'm', logId: 'L4' },
  ],
  ['a code that is a sentence', { error: { code: 'act.x y', log_id: 'a\nb' } }, { code: null, message: null, logId: null }],
  ['no verdict', { access_token: 'x' }, { code: null, message: null, logId: null }],
  ['no JSON', undefined, { code: null, message: null, logId: null }],
  ['a list', [1], { code: null, message: null, logId: null }],
])('the verdict is read from %s', (_case, body, expected) => {
  expect(readVerdict(body)).toEqual(expected);
});
