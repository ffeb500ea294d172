import fc from 'fast-check';
import type { Database } from '../db/database';
import { openTestDatabase } from '../testing/database';
import { createSyncWorld, type SyncWorld } from './test-world';
import type { Video } from './video';
import { countVideos, listVideos, placeOf, type VideoFilter, type VideoOrder, type VideoPlace } from './video-page-queries';

const hour = 3_600_000;

let db: Database;
let world: SyncWorld;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await createSyncWorld(db);
  world.tiktok.addVideos(57, { newestAt: world.clock.now() });
  world.tiktok.videos.forEach((video, index) => {
    // Many equal counts and some unknown ones: the id decides, and what is not known comes last.
    video.viewCount = index % 5 === 0 ? null : (index % 4) * 100;
    video.likeCount = null;
    video.commentCount = index % 3;
    video.title = ['Crème brûlée #Dessert', 'PLAGE à Été #été', 'Une journée au 日本'][index % 3] ?? null;
    video.description = index % 10 === 0 ? 'Avec 50 % de sucre_en moins' : null;
  });
  await world.sync();
  world.tiktok.videos.splice(0, 4);
  world.clock.pass(hour);
  await world.sync();
  const other = await createSyncWorld(db);
  other.tiktok.addVideos(5, { newestAt: other.clock.now() });
  await other.sync();
});
afterAll(() => db.close());

const order = fc.record({
  field: fc.constantFrom('PUBLISHED_AT', 'VIEW_COUNT', 'LIKE_COUNT', 'COMMENT_COUNT', 'SHARE_COUNT'),
  direction: fc.constantFrom('ASC', 'DESC'),
}) as fc.Arbitrary<VideoOrder>;

const filter = fc.constantFrom<VideoFilter>(
  {},
  { minimumViews: 100 },
  { text: 'ete' },
  { hashtag: 'dessert' },
  { availability: 'AVAILABLE' },
);

interface Slice {
  order?: VideoOrder;
  filter?: VideoFilter;
  after?: VideoPlace | null;
  before?: VideoPlace | null;
  limit?: number;
  isInverted?: boolean;
}

function list(slice: Slice): Video[] {
  const { connectionId, ownerId } = world;
  const newestFirst: VideoOrder = { field: 'PUBLISHED_AT', direction: 'DESC' };
  return listVideos(db, {
    connectionId,
    ownerId,
    order: newestFirst,
    filter: {},
    after: null,
    before: null,
    limit: 1000,
    isInverted: false,
    ...slice,
  });
}

/** All pages one after the other, from either end. */
function walk(slice: Slice & { order: VideoOrder }, limit: number, isInverted: boolean): string[] {
  const ids: string[] = [];
  for (let bound: VideoPlace | null = null; ;) {
    const page = list({ ...slice, limit, isInverted, [isInverted ? 'before' : 'after']: bound });
    ids.push(...page.map(({ id }) => id));
    const last = page.at(-1);
    if (!last) return ids;
    bound = placeOf(last, slice.order.field);
  }
}

it('pages hold each video once, in order, and the same from either end', () => {
  fc.assert(
    fc.property(order, filter, fc.integer({ min: 1, max: 60 }), (order, filter, limit) => {
      const whole = list({ order, filter }).map(({ id }) => id);
      expect(walk({ order, filter }, limit, false)).toEqual(whole);
      expect(walk({ order, filter }, limit, true).reverse()).toEqual(whole);
      expect(new Set(whole).size).toBe(whole.length);
      expect(countVideos(db, { connectionId: world.connectionId, ownerId: world.ownerId, filter })).toBe(whole.length);
    }),
  );
});

it('holds what lies between two cursors, whichever part of the list they are in', () => {
  fc.assert(
    fc.property(order, fc.nat(56), fc.nat(56), fc.boolean(), (order, from, until, isInverted) => {
      const whole = list({ order });
      const [start, end] = [whole[from], whole[until]];
      const between = list({
        order,
        isInverted,
        after: start && placeOf(start, order.field),
        before: end && placeOf(end, order.field),
      });
      if (isInverted) between.reverse();
      expect(between.map(({ id }) => id)).toEqual(whole.slice(from + 1, Math.max(from + 1, until)).map(({ id }) => id));
    }),
  );
});

it.each<['ASC' | 'DESC']>([['ASC'], ['DESC']])('sorts by views %s with the unknown last', (direction) => {
  const views = list({ order: { field: 'VIEW_COUNT', direction } }).map(({ viewCount }) => viewCount);
  const known = views.filter((count) => count !== null);
  expect(known).toEqual([...known].sort((a, b) => (direction === 'ASC' ? a - b : b - a)));
  expect(views.slice(known.length).every((count) => count === null)).toBe(true);
  expect(known.length).toBe(45);
});

it.each<[string, VideoFilter, (video: Video) => boolean]>([
  ['text whatever case and accents', { text: 'CREME BRULEE' }, ({ title }) => title?.startsWith('Crème') ?? false],
  ['text in another script', { text: '日本' }, ({ title }) => title?.endsWith('日本') ?? false],
  ['text of the description', { text: 'sucre' }, ({ description }) => description !== null],
  ['wildcards as they are', { text: '50 % de sucre_en' }, ({ description }) => description !== null],
  ['nothing for a wildcard', { text: 'cr%e' }, () => false],
  ['a hashtag with its sign', { hashtag: '#ÉTÉ' }, ({ hashtags }) => hashtags.includes('été')],
  ['an unknown hashtag', { hashtag: 'nobody' }, () => false],
  ['minimum views, the unknown left out', { minimumViews: 0 }, ({ viewCount }) => viewCount !== null],
  ['what is gone', { availability: 'UNAVAILABLE' }, ({ availability }) => availability === 'UNAVAILABLE'],
  [
    'a period, its end left out',
    { publishedFrom: new Date('2026-11-01T12:00:00Z'), publishedUntil: new Date('2026-11-10T12:00:00Z') },
    ({ publishedAt }) => publishedAt >= new Date('2026-11-01T12:00:00Z') && publishedAt < new Date('2026-11-10T12:00:00Z'),
  ],
  [
    'all conditions at once',
    { text: 'plage', hashtag: 'été', minimumViews: 200 },
    ({ title, viewCount }) => title?.startsWith('PLAGE') === true && (viewCount ?? 0) >= 200,
  ],
])('filters by %s', (_name, filter, expected) => {
  const whole = list({});
  const filtered = list({ filter });
  expect(filtered.map(({ id }) => id)).toEqual(whole.filter(expected).map(({ id }) => id));
  expect(countVideos(db, { connectionId: world.connectionId, ownerId: world.ownerId, filter })).toBe(filtered.length);
  expect(filtered.length).toBeLessThan(whole.length);
});

it('gives somebody else nothing', async () => {
  const stranger = await createSyncWorld(db);
  expect(
    listVideos(db, {
      ...stranger,
      connectionId: world.connectionId,
      order: { field: 'VIEW_COUNT', direction: 'DESC' },
      filter: {},
      after: null,
      before: null,
      limit: 5,
      isInverted: false,
    }),
  ).toEqual([]);
  expect(countVideos(db, { connectionId: world.connectionId, ownerId: stranger.ownerId, filter: {} })).toBe(0);
});

it.each<[VideoOrder['field'], string]>([
  ['PUBLISHED_AT', 'publishedAt'],
  ['VIEW_COUNT', 'viewCount'],
  ['LIKE_COUNT', 'likeCount'],
  ['COMMENT_COUNT', 'commentCount'],
  ['SHARE_COUNT', 'shareCount'],
])('walks the index of %s without sorting', (field, column) => {
  const texts: string[] = [];
  const prepare = db.sqlite.prepare.bind(db.sqlite);
  // A fresh database object: its statements are compiled again, so that they can be seen.
  const sqlite = new Proxy(db.sqlite, {
    get: (target, name) => {
      if (name !== 'prepare') return Reflect.get(target, name) as unknown;
      return (text: string) => {
        texts.push(text);
        return prepare(text);
      };
    },
  });
  const after = { value: 1, id: '' };
  const page = {
    connectionId: world.connectionId,
    ownerId: world.ownerId,
    filter: {},
    before: null,
    limit: 21,
    isInverted: false,
  };
  listVideos({ ...db, sqlite }, { ...page, order: { field, direction: 'DESC' }, after: null });
  listVideos({ ...db, sqlite }, { ...page, order: { field, direction: 'DESC' }, after });
  expect(texts.length).toBeGreaterThanOrEqual(2);
  for (const text of texts) {
    const parameters = Object.fromEntries([...text.matchAll(/@(\w+)/g)].map(([, name]) => [name, null]));
    const plan = prepare(`EXPLAIN QUERY PLAN ${text}`).all(parameters) as { detail: string; parent: number }[];
    const details = plan.map(({ detail }) => detail).join('\n');
    expect(details).toMatch(new RegExp(`SEARCH v USING INDEX Video_connectionId_${column}_id_idx`));
    expect(details).not.toMatch(/TEMP B-TREE FOR ([A-Z0-9]+ TERMS? OF )?ORDER BY/);
  }
});
