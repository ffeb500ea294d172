import { NotFoundError } from '../users/errors';
import { PredictionClosedError, VideoCannotFollowError } from './errors';
import { linkPredictionVideo, listNameableVideos, unlinkPredictionVideo } from './link-video';
import { cancelPrediction } from './register-prediction';
import { createPredictionWorld, HOUR_MS, START, type PredictionWorld } from './test-world';

let world: PredictionWorld;
beforeEach(async () => {
  world = await createPredictionWorld();
});
afterEach(() => world.close());

const publishedAt = START + 3 * HOUR_MS;
const pass = (hours: number) => world.clock.set(START + hours * HOUR_MS);

it('links the video that the creator names, and measures it as any other', () => {
  const prediction = world.apply({ criterion: null });
  const videoId = world.addVideo({ publishedAt, readings: { 20: 4_000, 30: 5_000, 150: 9_000, 170: 9_100 } });
  pass(5);
  const input = { predictionId: prediction.id, videoId, ownerId: world.ownerId };
  expect(linkPredictionVideo(input, world)).toMatchObject({ videoId, linkedBy: 'CREATOR', linkedAt: world.clock.now() });
  pass(6);
  expect(linkPredictionVideo(input, world).linkedAt).toEqual(new Date(START + 5 * HOUR_MS));
  pass(200);
  world.score();
  expect(world.get(prediction)).toMatchObject({ videoId, verdict: 'HIT' });
});

it('exchanges and takes back what was named while its result is not known', () => {
  const prediction = world.apply({ criterion: null });
  const [one, other] = [world.addVideo({ publishedAt }), world.addVideo({ publishedAt: publishedAt + HOUR_MS })];
  pass(5);
  const input = { predictionId: prediction.id, ownerId: world.ownerId };
  linkPredictionVideo({ ...input, videoId: one }, world);
  expect(linkPredictionVideo({ ...input, videoId: other }, world).videoId).toBe(other);
  expect(unlinkPredictionVideo(input, world)).toMatchObject({ videoId: null, linkedAt: null, linkedBy: null });
  expect(unlinkPredictionVideo(input, world).videoId).toBeNull();
});

it('does not let a bad start be exchanged for a better one a day later', () => {
  const prediction = world.apply({ criterion: null });
  const bad = world.addVideo({ publishedAt, readings: { 20: 10, 30: 11 } });
  const good = world.addVideo({ publishedAt: START + 26 * HOUR_MS, readings: { 3: 90_000 } });
  const input = { predictionId: prediction.id, ownerId: world.ownerId };
  pass(5);
  linkPredictionVideo({ ...input, videoId: bad }, world);
  pass(29);
  expect(() => linkPredictionVideo({ ...input, videoId: good }, world)).toThrow(PredictionClosedError);
  expect(() => unlinkPredictionVideo(input, world)).toThrow(PredictionClosedError);
  expect(() => cancelPrediction(prediction.recommendationId!, { db: world.db, now: world.clock.now() })).not.toThrow();
  expect(world.get(prediction)).toMatchObject({ videoId: bad, cancelledAt: null });
});

it('does not let go of a video that the criterion recognised', () => {
  const prediction = world.apply();
  world.addVideo({ publishedAt });
  const other = world.addVideo({ publishedAt: publishedAt + HOUR_MS });
  pass(5);
  world.score();
  const input = { predictionId: prediction.id, ownerId: world.ownerId };
  expect(() => unlinkPredictionVideo(input, world)).toThrow(PredictionClosedError);
  expect(() => linkPredictionVideo({ ...input, videoId: other }, world)).toThrow(PredictionClosedError);
});

it('refuses a video that was there before, and what is not theirs', () => {
  const before = world.addVideo({ publishedAt: START - HOUR_MS });
  const prediction = world.apply({ criterion: null });
  const after = world.addVideo({ publishedAt });
  pass(5);
  const input = { predictionId: prediction.id, videoId: after, ownerId: world.ownerId };
  expect(() => linkPredictionVideo({ ...input, videoId: before }, world)).toThrow(VideoCannotFollowError);
  expect(() => linkPredictionVideo({ ...input, ownerId: 'somebody-else' }, world)).toThrow(NotFoundError);
  expect(() => linkPredictionVideo({ ...input, videoId: 'nowhere' }, world)).toThrow(NotFoundError);
  expect(() => unlinkPredictionVideo({ ...input, ownerId: 'somebody-else' }, world)).toThrow(NotFoundError);
  expect(world.get(prediction).videoId).toBeNull();
});

it('lists the videos of the last 24 hours of each account', () => {
  world.addVideo({ publishedAt: START - 30 * HOUR_MS });
  const [one, other] = [world.addVideo({ publishedAt }), world.addVideo({ publishedAt: publishedAt + HOUR_MS })];
  pass(5);
  expect(listNameableVideos([world.connectionId, 'nobody'], world).map((videos) => videos.map(({ id }) => id))).toEqual([
    [one, other],
    [],
  ]);
});
