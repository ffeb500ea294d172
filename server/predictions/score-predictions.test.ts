import { jest } from '@jest/globals';
import { logGrowthShare } from '../analytics/growth-path';
import { cancelPrediction } from './register-prediction';
import { statusOf } from './prediction';
import { createPredictionWorld, HOUR_MS, inTheMorning, START, type PredictionWorld } from './test-world';

const DAY = 24 * HOUR_MS;
let world: PredictionWorld;
beforeEach(async () => {
  world = await createPredictionWorld();
});
afterEach(() => world.close());

/** Readings on the median path with 1,000 × factor views at 168 h. */
const growing = (factor: number) =>
  Object.fromEntries([20, 30, 40, 60, 150, 180].map((age) => [age, Math.round(1_000 * factor * Math.exp(logGrowthShare(age)))]));

describe('registration', () => {
  it('keeps what is predicted for the three ages, before any video', () => {
    const prediction = world.apply();
    expect(prediction).toMatchObject({
      effect: 0.5,
      level: Math.log(1_000),
      scatter: 1,
      levelVideos: 200,
      criterion: inTheMorning,
      registeredAt: new Date(START),
      expiresAt: new Date(START + 60 * DAY),
      videoId: null,
      verdict: null,
      settledAt: null,
    });
    expect(world.horizons(prediction).map(({ ageHours, verdict }) => [ageHours, verdict])).toEqual([
      [24, null],
      [48, null],
      [168, null],
    ]);
    expect(statusOf(prediction)).toBe('WAITING');
  });

  it('is one for a recommendation, until it was taken back', () => {
    const prediction = world.apply();
    const advice = { recommendationId: prediction.recommendationId! };
    expect(world.apply(advice).id).toBe(prediction.id);
    cancelPrediction(advice.recommendationId, { db: world.db, now: world.clock.now() });
    world.clock.set(START + HOUR_MS);
    const again = world.apply(advice);
    expect(again.id).not.toBe(prediction.id);
    expect(statusOf(again)).toBe('WAITING');
  });

  it('predicts nothing without a level, says so, and predicts once there is one', () => {
    const prediction = world.apply({}, null);
    expect(statusOf(prediction)).toBe('NOT_PREDICTED');
    expect(world.horizons(prediction)).toEqual([]);
    world.addVideo({ publishedAt: START + 3 * HOUR_MS });
    world.clock.set(START + DAY);
    world.score();
    expect(world.get(prediction)).toEqual(prediction);
    expect(statusOf(world.apply({ recommendationId: prediction.recommendationId! }))).toBe('WAITING');
  });
});

describe('the video that follows', () => {
  it('is the first one after the registration that meets the criterion', () => {
    world.addVideo({ publishedAt: START - 20 * HOUR_MS });
    const prediction = world.apply();
    world.addVideo({ publishedAt: START + HOUR_MS });
    const following = world.addVideo({ publishedAt: START + 3 * HOUR_MS });
    world.addVideo({ publishedAt: START + 4 * HOUR_MS });
    world.clock.set(START + 5 * HOUR_MS);
    world.score();
    expect(world.get(prediction)).toMatchObject({ videoId: following, linkedBy: 'CRITERION', linkedAt: world.clock.now() });
  });

  it('may serve several predictions', () => {
    const predictions = [
      world.apply(),
      world.apply({ criterion: { kind: 'DURATION', minimumSeconds: 15, maximumSeconds: 30 }, type: 'FORMAT' }),
      world.apply({ criterion: { kind: 'GAP', minimumHours: 20, maximumHours: null } }),
    ];
    world.addVideo({ publishedAt: START - 30 * HOUR_MS });
    const following = world.addVideo({ publishedAt: START + 3 * HOUR_MS });
    world.clock.set(START + 4 * HOUR_MS);
    world.score();
    expect(predictions.map((prediction) => world.get(prediction).videoId)).toEqual([following, following, following]);
  });

  it('is not guessed without a criterion', () => {
    const prediction = world.apply({ criterion: null });
    world.addVideo({ publishedAt: START + 3 * HOUR_MS });
    world.clock.set(START + DAY);
    world.score();
    expect(world.get(prediction).videoId).toBeNull();
  });

  it('still counts when the advice was taken back after it was out but before it was read', () => {
    const prediction = world.apply();
    world.clock.set(START + 5 * HOUR_MS);
    cancelPrediction(prediction.recommendationId!, { db: world.db, now: world.clock.now() });
    const following = world.addVideo({ publishedAt: START + 3 * HOUR_MS });
    world.clock.set(START + 6 * HOUR_MS);
    world.score();
    expect(world.get(prediction)).toMatchObject({ videoId: following });
    expect(statusOf(world.get(prediction))).toBe('MEASURING');
  });

  it('does not count after the advice was taken back; the prediction is kept and closed a day later', () => {
    const prediction = world.apply();
    cancelPrediction(prediction.recommendationId!, { db: world.db, now: world.clock.now() });
    world.addVideo({ publishedAt: START + 3 * HOUR_MS });
    world.clock.set(START + DAY - 1);
    world.score();
    expect(world.get(prediction).settledAt).toBeNull();
    world.clock.set(START + DAY + 1);
    world.score();
    expect(world.get(prediction)).toMatchObject({ videoId: null, verdict: null, settledAt: world.clock.now() });
    expect(statusOf(world.get(prediction))).toBe('CANCELLED');
  });

  it('has 60 days to come', () => {
    const prediction = world.apply();
    world.clock.set(START + 61 * DAY);
    world.score();
    expect(statusOf(world.get(prediction))).toBe('WAITING');
    world.addVideo({ publishedAt: START + 60 * DAY + 3 * HOUR_MS });
    world.clock.set(START + 61 * DAY + 1);
    world.score();
    expect(world.get(prediction)).toMatchObject({ videoId: null, verdict: 'UNDECIDED', undecidedReason: 'NO_VIDEO' });
    expect(statusOf(world.get(prediction))).toBe('EXPIRED');
  });
});

describe('the verdict', () => {
  const publishedAt = START + 3 * HOUR_MS;
  it.each([
    [2, 'HIT'],
    [1, 'UNDECIDED'],
    [0.5, 'MISS'],
  ])('of a video with %d times the baseline is %s, at each age once it is reached', (factor, verdict) => {
    const prediction = world.apply();
    world.addVideo({ publishedAt, readings: growing(factor) });
    const verdictsAt = (age: number) => {
      world.clock.set(publishedAt + age * HOUR_MS);
      world.score();
      return world.horizons(prediction).map((horizon) => horizon.verdict);
    };
    expect(verdictsAt(23)).toEqual([null, null, null]);
    expect(verdictsAt(47)).toEqual([verdict, null, null]);
    expect(verdictsAt(100)).toEqual([verdict, verdict, null]);
    expect(world.get(prediction).settledAt).toBeNull();
    expect(verdictsAt(181)).toEqual([verdict, verdict, verdict]);
    expect(world.get(prediction)).toMatchObject({ verdict, settledAt: world.clock.now() });
    expect(world.horizons(prediction)[2]!.measuredViews! / (1_000 * factor)).toBeCloseTo(1, 1);
  });

  it('is undecided, with the reason, when nobody read the video near the age', () => {
    const prediction = world.apply();
    world.addVideo({ publishedAt, readings: { 20: 500, 30: 600 } });
    world.clock.set(publishedAt + 400 * HOUR_MS);
    world.score();
    expect(world.horizons(prediction).map(({ undecidedReason }) => undecidedReason)).toEqual([null, 'NO_READING', 'NO_READING']);
    expect(world.get(prediction)).toMatchObject({ verdict: 'UNDECIDED', undecidedReason: 'NO_READING' });
  });

  it('is undecided when the video was taken away before', () => {
    const prediction = world.apply();
    world.addVideo({ publishedAt, readings: { 20: 500, 30: 600 }, isGone: true });
    world.clock.set(publishedAt + 400 * HOUR_MS);
    world.score();
    expect(world.get(prediction)).toMatchObject({ verdict: 'UNDECIDED', undecidedReason: 'VIDEO_GONE' });
  });

  it('stays the same however often the readings land, and whatever lands later', () => {
    const prediction = world.apply();
    const videoId = world.addVideo({ publishedAt, readings: growing(2) });
    world.clock.set(publishedAt + 181 * HOUR_MS);
    world.score();
    const [known, horizons] = [world.get(prediction), world.horizons(prediction)];
    world.clock.set(publishedAt + 500 * HOUR_MS);
    world.db.sqlite.prepare('UPDATE VideoSnapshot SET viewCount = 1 WHERE videoId = ?').run(videoId);
    world.score();
    expect(world.get(prediction)).toEqual(known);
    expect(world.horizons(prediction)).toEqual(horizons);
  });
});

it('costs as many statements for thirty predictions as for two', () => {
  const prototype = Object.getPrototypeOf(world.db.sqlite.prepare('SELECT 1')) as Record<'run' | 'all' | 'get', () => unknown>;
  const spies = (['run', 'all', 'get'] as const).map((name) => jest.spyOn(prototype, name));
  const statementsFor = (predictions: number) => {
    const start = world.clock.now().getTime();
    for (let i = 0; i < predictions; i++) world.apply();
    world.addVideo({ publishedAt: start + 3 * HOUR_MS, readings: growing(2) });
    world.clock.set(start + 8 * DAY);
    for (const spy of spies) spy.mockClear();
    world.score();
    return spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  };
  const two = statementsFor(2);
  expect(two).toBeGreaterThan(5);
  expect(statementsFor(30)).toBe(two);
  expect(world.db.sqlite.prepare(`SELECT count(*) AS hits FROM Prediction WHERE verdict = 'HIT'`).get()).toEqual({ hits: 32 });
  for (const spy of spies) spy.mockRestore();
});
