import { listHorizons } from '../predictions/queries';
import { findLatestPredictions } from '../predictions/find-predictions';
import { statusOf } from '../predictions/prediction';
import { scorePredictions } from '../predictions/score-predictions';
import { applyRecommendation, dismissRecommendation } from './mark-recommendation';
import { createGenerationWorld, type GenerationWorld } from './test-world';

let world: GenerationWorld;
beforeEach(async () => {
  world = await createGenerationWorld({ videos: 300, plantedEffect: (_video, hour) => (hour >= 16 && hour < 20 ? 0.9 : 0) });
});
afterEach(() => world.close());

async function findTiming() {
  const { recommendations } = await world.generate({ types: ['TIMING'] });
  return recommendations[0]!;
}
const predictionOf = (recommendationId: string) => findLatestPredictions([recommendationId], world)[0]!;

it('registers what is predicted of the next video together with the application', async () => {
  const { id, evidence } = await findTiming();
  const applied = await applyRecommendation({ recommendationId: id, ownerId: world.ownerId }, world.deps());
  const prediction = predictionOf(id);
  expect(prediction).toMatchObject({
    type: 'TIMING',
    criterion: { kind: 'HOURS', weekday: null, hourFrom: 16, hourUntil: 20, timeZone: 'UTC' },
    registeredAt: applied.appliedAt,
    n: evidence.n,
    connectionId: world.connectionId,
  });
  // The level holds the videos of these hours too, so that one more stands less than the whole effect above it.
  expect(prediction.effect).toBeGreaterThan(0);
  expect(prediction.effect).toBeLessThan(evidence.effect);
  const week = listHorizons(world.db, [prediction.id])[0]!.at(-1)!;
  expect(Math.log(week.expectedViews / week.baselineViews)).toBeCloseTo(prediction.effect, 9);
  await applyRecommendation({ recommendationId: id, ownerId: world.ownerId }, world.deps());
  expect(world.db.sqlite.prepare('SELECT count(*) AS n FROM Prediction').get()).toEqual({ n: 1 });
});

it('does not apply what could not be registered', async () => {
  const { id } = await findTiming();
  world.db.sqlite.exec(`CREATE TRIGGER broken BEFORE INSERT ON PredictionHorizon BEGIN SELECT RAISE(ABORT, 'disk'); END`);
  // Not toThrow: SQLite's errors are not of the realm of the test.
  await expect(applyRecommendation({ recommendationId: id, ownerId: world.ownerId }, world.deps())).rejects.toMatchObject({
    message: expect.stringContaining('disk'),
  });
  expect(world.db.sqlite.prepare('SELECT appliedAt FROM Recommendation WHERE id = ?').get(id)).toEqual({ appliedAt: null });
  expect(world.db.sqlite.prepare('SELECT count(*) AS n FROM Prediction').get()).toEqual({ n: 0 });
});

it('takes the prediction back with the application, and registers a new one when it is applied again', async () => {
  const { id } = await findTiming();
  const input = { recommendationId: id, ownerId: world.ownerId };
  await applyRecommendation(input, world.deps());
  const first = predictionOf(id);
  world.clock.pass(1_000);
  dismissRecommendation(input, world);
  expect(statusOf(predictionOf(id))).toBe('CANCELLED');
  world.clock.pass(1_000);
  await applyRecommendation(input, world.deps());
  expect(predictionOf(id).id).not.toBe(first.id);
  expect(statusOf(predictionOf(id))).toBe('WAITING');
});

it('applies without a prediction where the account has no level, and says so', async () => {
  const { id } = await findTiming();
  world.db.sqlite.exec('DELETE FROM Video; UPDATE TikTokConnection SET dataVersion = dataVersion + 1');
  const applied = await applyRecommendation({ recommendationId: id, ownerId: world.ownerId }, world.deps());
  expect(applied.appliedAt).toEqual(world.clock.now());
  expect(statusOf(predictionOf(id))).toBe('NOT_PREDICTED');
});

it('says less confidently what did not come true, and keeps what the statistics stated', async () => {
  const { id, confidence, statedConfidence } = await findTiming();
  expect(confidence).toBe(statedConfidence);
  await applyRecommendation({ recommendationId: id, ownerId: world.ownerId }, world.deps());
  const publishedAt = Date.UTC(2026, 10, 1, 17);
  const video = { id: 'next', connectionId: world.connectionId, publishedAt };
  world.db.sqlite
    .prepare(
      `INSERT INTO Video (id, connectionId, tiktokVideoId, durationSeconds, publishedAt, availability, firstSeenAt, lastObservedAt, nextReadingAt)
       VALUES (@id, @connectionId, @id, 20, @publishedAt, 'AVAILABLE', @publishedAt, @publishedAt, @publishedAt)`,
    )
    .run(video);
  const read = world.db.sqlite.prepare(`INSERT INTO VideoSnapshot (videoId, observedAt, viewCount) VALUES ('next', ?, 1)`);
  for (const age of [160, 170]) read.run(publishedAt + age * 3_600_000);
  world.clock.pass(9 * 86_400_000);
  scorePredictions(world.connectionId, world);
  const prediction = predictionOf(id);
  expect(prediction).toMatchObject({ videoId: 'next', verdict: 'MISS' });
  const stated = listHorizons(world.db, [prediction.id])[0]!.at(-1)!.probability;

  // The hour was applied and does not come back; what is said of the type's other advice is what changes.
  world.db.sqlite.exec('UPDATE Recommendation SET isApplied = 0, appliedAt = NULL');
  const [again] = (await world.generate({ types: ['TIMING'] })).recommendations;
  expect(again!.statedConfidence).toBeCloseTo(statedConfidence!, 2);
  expect(again!.confidence).toBeCloseTo(again!.statedConfidence! - stated / 21, 9);
});
