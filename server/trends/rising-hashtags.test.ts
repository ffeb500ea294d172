import { HashtagUses, windowAt, type ByFortnight, type CreatorUses } from './hashtag-uses';
import { findRisingHashtags } from './rising-hashtags';

const quiet: ByFortnight = [4, 4, 4];

/** A creator who posts four videos a fortnight and uses these hashtags. */
function creator(ownerId: string, hashtags: Uses): CreatorUses {
  const used = Object.entries(hashtags).flatMap(([name, counts]) => (counts ? [[name, counts] as const] : []));
  return { ownerId, videos: quiet, hashtags: new Map(used) };
}
type Uses = Partial<Record<string, ByFortnight>>;
const crowd = (size: number, hashtags: (i: number) => Uses) =>
  Array.from({ length: size }, (_unused, i) => creator(`creator-${i}`, hashtags(i)));
const reader = { ownerId: 'reader', ownUses: new Map<string, ByFortnight>() };

test('a hashtag that many begin to use rises, with its videos and creators', () => {
  const uses = new HashtagUses(crowd(12, (i) => ({ ...(i < 8 && { gravel: [2, 0, 0] }), rando: [1, 1, 1] })));
  expect(findRisingHashtags(uses, reader)).toEqual([
    { name: 'gravel', velocity: expect.any(Object), videoCount: 16, creatorCount: 8, ownVideoCount: 0 },
  ]);
});

test('a hashtag of one or two creators is not shown, however often they use it', () => {
  const uses = new HashtagUses(crowd(12, (i) => (i < 2 ? { secret: [30, 0, 0] } : {})));
  expect(findRisingHashtags(uses, reader)).toEqual([]);
});

test('what the reader posts is not counted among others, but marked', () => {
  const own = creator('reader', { gravel: [3, 0, 0] });
  const others = crowd(12, (i) => (i < 8 ? { gravel: [2, 0, 0] } : {}));
  const ownUses = own.hashtags;
  const [alone] = findRisingHashtags(new HashtagUses(others), { ownerId: 'reader', ownUses });
  const [together] = findRisingHashtags(new HashtagUses([...others, own]), { ownerId: 'reader', ownUses });
  expect(together).toEqual(alone);
  expect(together).toMatchObject({ videoCount: 16, creatorCount: 8, ownVideoCount: 3 });
});

test('the reader does not make up the number that protects two others', () => {
  const uses = new HashtagUses([...crowd(2, () => ({ duo: [5, 0, 0] })), creator('reader', { duo: [5, 0, 0] })]);
  expect(uses.hashtagsOfOthers('reader', 3)).toEqual([]);
  expect(uses.hashtagsOfOthers('somebody else', 3)).toHaveLength(1);
});

test('hashtags that only ask for reach are left out', () => {
  const uses = new HashtagUses(crowd(12, () => ({ fyp: [2, 0, 0], pourtoi: [2, 0, 0] })));
  expect(findRisingHashtags(uses, reader)).toEqual([]);
});

test('a creator who posts a lot counts once', () => {
  const others = crowd(12, (i) => (i < 8 ? { gravel: [1, 0, 0] } : {}));
  const busy = crowd(12, (i) => (i < 8 ? { gravel: [i === 0 ? 100 : 1, 0, 0] } : {}));
  const [few, many] = [others, busy].map((all) => findRisingHashtags(new HashtagUses(all), reader)[0]!);
  expect(many!.velocity).toEqual(few!.velocity);
  expect(many!.videoCount).toBe(107);
});

test('creators who posted nothing before do not count as creators who did without', () => {
  const newcomers = crowd(8, () => ({ gravel: [1, 0, 0] })).map((one) => ({ ...one, videos: [4, 0, 0] as ByFortnight }));
  expect(findRisingHashtags(new HashtagUses(newcomers), reader)).toEqual([]);
});

test('the fastest come first', () => {
  const uses = new HashtagUses(crowd(20, (i) => ({ ...(i < 8 && { slow: [1, 0, 0] }), ...(i < 16 && { fast: [1, 0, 0] }) })));
  expect(findRisingHashtags(uses, reader).map(({ name }) => name)).toEqual(['fast', 'slow']);
});

test('a window ends with the last full hour and holds three fortnights', () => {
  expect(windowAt(Date.UTC(2026, 10, 22, 17, 42))).toEqual({
    from: Date.UTC(2026, 9, 11, 17),
    until: Date.UTC(2026, 10, 22, 17),
  });
});
