import { createPredictionWorld, HOUR_MS, START, type PredictionWorld } from './test-world';

let world: PredictionWorld;
beforeEach(async () => {
  world = await createPredictionWorld();
});
afterEach(() => world.close());

const run = (sql: string) => () => world.db.sqlite.prepare(sql).run();

it.each([
  `effect = 0`,
  `effectLow = -1`,
  `effectHigh = 9`,
  `intervalLevel = 0.5`,
  `n = 4000`,
  `level = 1`,
  `level = NULL`,
  `scatter = 9`,
  `levelVideos = 1`,
  `type = 'SCRIPT'`,
  `criterion = NULL`,
  `methodVersion = 'better/2'`,
  `registeredAt = registeredAt - 1`,
  `expiresAt = expiresAt + 1`,
  `recommendationId = NULL`,
  `id = 'other'`,
])('refuses to change a prediction: %s', (change) => {
  const prediction = world.apply();
  expect(run(`UPDATE Prediction SET ${change}`)).toThrow('What was predicted is never changed.');
  expect(world.get(prediction)).toEqual(prediction);
});

it.each([
  'baselineViews = 1',
  'expectedViews = 1',
  'lowViews = 0',
  'highViews = 1e9',
  'probability = 0.5',
  'ageHours = ageHours + 1',
])('refuses to change what was predicted of an age: %s', (change) => {
  world.apply();
  expect(run(`UPDATE PredictionHorizon SET ${change}`)).toThrow('What was predicted is never changed');
});

it('refuses to change a verdict or to exchange a video that was judged', () => {
  const prediction = world.apply();
  const publishedAt = START + 3 * HOUR_MS;
  world.addVideo({ publishedAt, readings: { 20: 100, 30: 120, 40: 130, 60: 150 } });
  const other = world.addVideo({ publishedAt: publishedAt + HOUR_MS, readings: { 20: 9_000 } });
  world.clock.set(publishedAt + 50 * HOUR_MS);
  world.score();
  expect(run(`UPDATE Prediction SET videoId = '${other}'`)).toThrow('keeps its video');
  expect(run(`UPDATE PredictionHorizon SET verdict = 'HIT' WHERE judgedAt IS NOT NULL`)).toThrow('nor is a verdict');
  world.clock.set(publishedAt + 400 * HOUR_MS);
  world.score();
  expect(world.get(prediction).verdict).toBe('UNDECIDED');
  expect(run(`UPDATE Prediction SET verdict = 'HIT'`)).toThrow('its verdict');
});

it('refuses to delete or replace a prediction', () => {
  world.apply();
  expect(run('DELETE FROM Prediction')).toThrow('kept as long as its account');
  expect(run('DELETE FROM PredictionHorizon')).toThrow('kept as long as its account');
  expect(run('INSERT OR REPLACE INTO Prediction SELECT * FROM Prediction')).toThrow('never replaced');
  expect(run('INSERT OR REPLACE INTO PredictionHorizon SELECT * FROM PredictionHorizon')).toThrow('never replaced');
});

it('outlives its recommendation, and goes with its account', () => {
  const prediction = world.apply();
  const videoId = world.addVideo({ publishedAt: START + 3 * HOUR_MS, readings: { 20: 100, 30: 120 } });
  world.clock.set(START + 40 * HOUR_MS);
  world.score();
  run('DELETE FROM Recommendation')();
  const row = () => world.db.sqlite.prepare('SELECT * FROM Prediction').get() as Record<string, unknown> | undefined;
  expect(row()).toMatchObject({ id: prediction.id, recommendationId: null, videoId });
  run('DELETE FROM Video')();
  expect(row()).toMatchObject({ id: prediction.id, videoId: null });
  world.score();
  expect(row()).toMatchObject({ verdict: 'UNDECIDED', undecidedReason: 'VIDEO_GONE' });
  run('DELETE FROM User')();
  expect(row()).toBeUndefined();
  expect(world.db.sqlite.prepare('SELECT count(*) AS n FROM PredictionHorizon').get()).toEqual({ n: 0 });
});
