import { cancelPrediction } from './register-prediction';
import { readScoreboard, readTrackRecords } from './read-scoreboard';
import { ratesOf } from './scoreboard';
import { createPredictionWorld, HOUR_MS, START, type PredictionWorld } from './test-world';

const DAY = 24 * HOUR_MS;
let world: PredictionWorld;
beforeEach(async () => {
  world = await createPredictionWorld();
});
afterEach(() => world.close());

/** Applies advice at the start of a day, follows it with a video of so many views at 7 days, and lets eight days pass. */
function followWith(day: number, views: number, advices: Parameters<PredictionWorld['apply']>[0][] = [{}]) {
  const start = START + day * DAY;
  world.clock.set(start);
  const predictions = advices.map((advice) => world.apply(advice));
  world.addVideo({ publishedAt: start + 3 * HOUR_MS, readings: { 160: views, 175: views } });
  world.clock.set(start + 8 * DAY);
  world.score();
  return predictions;
}

it('is empty before anything was applied', () => {
  const { overall, types } = readScoreboard(world.connectionId, world);
  expect(overall.tally).toEqual({ hits: 0, misses: 0, undecided: 0, measuring: 0, waiting: 0, cancelled: 0 });
  expect(overall.record).toEqual({ videos: 0, above: 0, stated: 0, inside: 0 });
  expect(types).toEqual([]);
});

it('counts hits, misses and undecided by type, with what waits and what was taken back', () => {
  followWith(0, 3_000);
  followWith(20, 300);
  followWith(40, 1_000, [{ type: 'FORMAT', criterion: { kind: 'DURATION', minimumSeconds: 15, maximumSeconds: 30 } }]);
  world.apply({ criterion: null });
  const back = world.apply();
  cancelPrediction(back.recommendationId!, { db: world.db, now: world.clock.now() });
  world.apply({}, null);
  const { overall, types } = readScoreboard(world.connectionId, world);
  expect(types.map(({ type, tally }) => [type, tally])).toEqual([
    ['FORMAT', { hits: 0, misses: 0, undecided: 1, measuring: 0, waiting: 0, cancelled: 0 }],
    ['TIMING', { hits: 1, misses: 1, undecided: 0, measuring: 0, waiting: 1, cancelled: 1 }],
  ]);
  expect(overall.tally).toEqual({ hits: 1, misses: 1, undecided: 1, measuring: 0, waiting: 1, cancelled: 1 });
  expect(overall.record).toMatchObject({ videos: 3, above: 1, inside: 2 });
});

it('counts a video once for a type, however many predictions it serves', () => {
  const [prediction] = followWith(0, 3_000, [{}, {}, { type: 'FORMAT' }]);
  const stated = world.horizons(prediction!)[2]!.probability;
  const { overall, types } = readScoreboard(world.connectionId, world);
  const once = { videos: 1, above: 1, stated: expect.closeTo(stated, 9), inside: 1 };
  expect(types.map(({ record }) => record)).toEqual([once, once]);
  expect(types.find(({ type }) => type === 'TIMING')!.tally.hits).toBe(2);
  expect(overall.record).toEqual(once);
});

it('corrects the confidence of a type by what came of it, from this account alone', () => {
  for (const day of [0, 20, 40]) followWith(day, 100);
  const record = readTrackRecords(world.connectionId, world).get('TIMING')!;
  expect(record).toMatchObject({ videos: 3, above: 0 });
  const { types } = readScoreboard(world.connectionId, world);
  expect(types[0]!.correction).toBeCloseTo(-record.stated / 23, 9);
  expect(readTrackRecords('somebody-else', world).size).toBe(0);
});

it.each([
  [9, { statedRate: null, observedRate: null, insideIntervalRate: null }],
  [10, { statedRate: 0.65, observedRate: 0.5, insideIntervalRate: 0.8 }],
])('shows shares of %d videos as %j', (videos, rates) => {
  expect(ratesOf({ videos, stated: 6.5, above: 5, inside: 8 })).toEqual(rates);
});
