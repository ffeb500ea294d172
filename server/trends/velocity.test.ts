import fc from 'fast-check';
import { seededRandom } from '../analytics/seeded-random';
import { velocityOf, type FortnightCounts } from './velocity';

const counts = (users: number, creators: number, earlierUsers: number, earlierCreators: number): FortnightCounts => ({
  users,
  creators,
  earlierUsers,
  earlierCreators,
});

test.each<[string, FortnightCounts, boolean]>([
  ['three new users out of ten creators are too few', counts(3, 10, 0, 20), false],
  ['six new users out of ten rise', counts(6, 10, 0, 20), true],
  ['five of ten before and now', counts(5, 10, 10, 20), false],
  ['everybody as ever', counts(10, 10, 20, 20), false],
  ['twenty of a hundred, after ten in each fortnight', counts(20, 100, 20, 200), true],
  ['fewer than before', counts(4, 100, 40, 200), false],
])('%s', (_case, given, isRising) => {
  expect(velocityOf(given)!.low > 0).toBe(isRising);
});

test('as often as before is a velocity of about 0, the posting creators taken into account', () => {
  expect(velocityOf(counts(50, 100, 100, 200))!.estimate).toBeCloseTo(0, 1);
  expect(velocityOf(counts(10, 20, 100, 200))!.estimate).toBeCloseTo(0, 1);
});

test('many users leave the velocity where it is, few draw it toward 0', () => {
  const many = velocityOf(counts(400, 1_000, 400, 2_000))!;
  expect(many.estimate).toBeCloseTo(Math.log(2), 1);
  const few = velocityOf(counts(4, 10, 4, 20))!;
  expect(few.estimate).toBeGreaterThan(0);
  expect(few.estimate).toBeLessThan(many.estimate);
});

test('without anybody posting before, or now, nothing is said', () => {
  expect(velocityOf(counts(3, 5, 0, 0))).toBeNull();
  expect(velocityOf(counts(0, 0, 3, 5))).toBeNull();
});

const possible = fc
  .record({
    creators: fc.integer({ min: 1, max: 5_000 }),
    earlierCreators: fc.integer({ min: 1, max: 10_000 }),
    use: fc.double({ min: 0, max: 1, noNaN: true }),
    before: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ creators, earlierCreators, use, before }) =>
    counts(Math.round(use * creators), creators, Math.round(before * earlierCreators), earlierCreators),
  );

test('the estimate lies in its interval, and both are finite', () => {
  fc.assert(
    fc.property(possible, (given) => {
      const { estimate, low, high } = velocityOf(given)!;
      expect(low).toBeLessThan(high);
      expect(estimate).toBeGreaterThan(low);
      expect(estimate).toBeLessThan(high);
      expect(Math.max(Math.abs(low), Math.abs(high))).toBeLessThan(5);
    }),
  );
});

test('one more user now never lowers the velocity', () => {
  fc.assert(
    fc.property(possible, (given) => {
      const more = { ...given, users: given.users + 1, creators: Math.max(given.creators, given.users + 1) };
      fc.pre(more.creators === given.creators);
      expect(velocityOf(more)!.estimate).toBeGreaterThan(velocityOf(given)!.estimate - 1e-9);
    }),
  );
});

test('where nothing changes, at most three in a hundred hashtags look like a rise', () => {
  const random = seededRandom(12);
  const draw = (creators: number, share: number) =>
    Array.from({ length: creators }, () => random() < share).filter(Boolean).length;
  let rises = 0;
  let shown = 0;
  for (let k = 0; k < 3_000; k++) {
    const share = 0.02 + 0.3 * random() ** 2;
    const users = draw(40, share);
    if (users < 3) continue;
    shown += 1;
    rises += Number(velocityOf(counts(users, 40, draw(80, share), 80))!.low > 0);
  }
  expect(shown).toBeGreaterThan(1_500);
  expect(rises / shown).toBeLessThan(0.03);
});
