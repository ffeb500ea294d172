import type { LanguageModel } from '../language-model/language-model';
import { NotFoundError } from '../users/errors';
import { NothingSyncedError } from './errors';
import { followGeneration } from './generation-progress';
import { findGenerationRun } from './generation-queries';
import { progressOf } from './generation-run';
import { makeRecommendations } from './make-recommendations';
import { applyRecommendation, dismissRecommendation, markRecommendationRead } from './mark-recommendation';
import { listRecommendations } from './recommendation-queries';
import { startGeneration } from './start-generation';
import { ampleTerms, createGenerationWorld, type GenerationWorld, plantedEffects } from './test-world';

const everything = { ownerId: '', connectionId: null, filter: {}, after: null, before: null, limit: 100, isInverted: false };

let world: GenerationWorld;
afterEach(() => world.close());

describe('without a language model', () => {
  it('makes what the data stand for, says what is missing, and is done', async () => {
    world = await createGenerationWorld({ videos: 400, plantedEffect: plantedEffects });
    const { run, recommendations } = await world.generate();
    expect(run).toMatchObject({
      status: 'SUCCEEDED',
      outcome: 'STATISTICS_ONLY',
      fallbackReason: null,
      model: null,
      inputTokens: null,
      latencyMs: null,
    });
    expect(progressOf(run)).toBe(1);
    const types = recommendations.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['CONTENT_IDEA', 'SCRIPT', 'TIMING']));
    expect([...types, ...run.missing.map(({ type }) => type)].sort()).toEqual(
      expect.arrayContaining(['CONTENT_IDEA', 'FORMAT', 'HASHTAGS', 'SCRIPT', 'TIMING']),
    );
    for (const { evidence, source, confidence, locale } of recommendations) {
      expect({ source, locale }).toEqual({ source: 'STATISTICS', locale: 'FR' });
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThan(1);
      expect(evidence.arms[0]!.n).toBe(evidence.n);
      expect(evidence.supportingVideoIds.length).toBeGreaterThan(0);
    }
  });

  it('makes nothing for a newcomer and says how many videos are needed', async () => {
    world = await createGenerationWorld({ videos: 8 });
    const { run, recommendations } = await world.generate();
    expect(recommendations).toEqual([]);
    expect(run.missing).toHaveLength(5);
    expect(run.missing[0]).toEqual({ type: 'CONTENT_IDEA', reason: 'TOO_FEW_VIDEOS', have: 8, needed: 10 });
  });

  it('makes only the types that were asked for', async () => {
    world = await createGenerationWorld({ videos: 400, plantedEffect: plantedEffects });
    const { run, recommendations } = await world.generate({ types: ['TIMING'] });
    expect(run.types).toEqual(['TIMING']);
    expect(recommendations.map(({ type }) => type)).toEqual(['TIMING']);
  });

  it('writes in the language of the person', async () => {
    world = await createGenerationWorld({ videos: 400, plantedEffect: plantedEffects, locale: 'EN' });
    const { recommendations } = await world.generate({ types: ['TIMING'] });
    expect(recommendations[0]).toMatchObject({ title: 'Post between 4 PM and 8 PM', locale: 'EN' });
  });
});

describe('starting', () => {
  it('returns the run that is under way, and makes sure of its job', async () => {
    world = await createGenerationWorld({ videos: 30 });
    const first = await world.start();
    const second = await world.start(['TIMING']);
    expect(second.id).toBe(first.id);
    expect(world.jobs.enqueued.map(({ key }) => key)).toEqual([`generate:${first.id}`, `generate:${first.id}`]);
  });

  it('refuses what is not there, what is not yours, and what was never read', async () => {
    world = await createGenerationWorld({ videos: 30, isSynced: false });
    const { db, clock, connectionId, ownerId } = world;
    const deps = { db, clock, jobs: { enqueue: async () => undefined } };
    await expect(startGeneration({ connectionId: 'nowhere', ownerId }, deps)).rejects.toThrow(NotFoundError);
    await expect(startGeneration({ connectionId, ownerId: 'somebody-else' }, deps)).rejects.toThrow(NotFoundError);
    await expect(startGeneration({ connectionId, ownerId }, deps)).rejects.toThrow(NothingSyncedError);
  });
});

describe('running twice', () => {
  it('starts over after a crash and writes everything once', async () => {
    world = await createGenerationWorld({ videos: 400, plantedEffect: plantedEffects });
    const run = await world.start();
    const stop = new AbortController();
    const crashing: LanguageModel = {
      name: 'crashing',
      terms: ampleTerms,
      complete: async () => {
        stop.abort();
        throw new Error('the process is stopping');
      },
    };
    await makeRecommendations(run.id, world.deps(crashing), { signal: stop.signal, isLastAttempt: false });
    expect(findGenerationRun(world.db, run.id)).toMatchObject({ status: 'RUNNING' });
    const first = await world.make(run);
    const second = await world.make(run);
    expect(first.recommendations.length).toBeGreaterThan(0);
    expect(second).toEqual(first);
  });

  it('refreshes open advice on the same subject instead of doubling it', async () => {
    world = await createGenerationWorld({ videos: 400, plantedEffect: plantedEffects });
    const first = await world.generate();
    world.clock.pass(86_400_000);
    const second = await world.generate();
    expect(second.run.id).not.toBe(first.run.id);
    expect(second.recommendations.map(({ id }) => id).sort()).toEqual(first.recommendations.map(({ id }) => id).sort());
    expect(second.recommendations.map(({ createdAt }) => createdAt)).toEqual(
      first.recommendations.map(({ createdAt }) => createdAt),
    );
    expect(listRecommendations(world.db, { ...everything, ownerId: world.ownerId })).toHaveLength(first.recommendations.length);
  });

  it('keeps what was applied or dismissed, and does not make it again while its evidence is the same', async () => {
    world = await createGenerationWorld({ videos: 400, plantedEffect: plantedEffects });
    const [one, other] = (await world.generate()).recommendations;
    const { ownerId, db, clock } = world;
    await applyRecommendation({ recommendationId: one!.id, ownerId }, world.deps());
    dismissRecommendation({ recommendationId: other!.id, ownerId }, { db, clock });
    const { recommendations } = await world.generate();
    const subjects = recommendations.map(({ type, evidence }) => `${type} ${evidence.subject}`);
    expect(subjects).not.toContain(`${one!.type} ${one!.evidence.subject}`);
    expect(subjects).not.toContain(`${other!.type} ${other!.evidence.subject}`);
    expect(listRecommendations(db, { ...everything, ownerId, filter: { state: 'APPLIED' } }).map(({ id }) => id)).toEqual([
      one!.id,
    ]);
  });

  it('makes settled advice again once its evidence has changed materially', async () => {
    world = await createGenerationWorld({ videos: 400, plantedEffect: plantedEffects });
    const [timing] = (await world.generate({ types: ['TIMING'] })).recommendations;
    dismissRecommendation({ recommendationId: timing!.id, ownerId: world.ownerId }, world);
    const old = { ...timing!.evidence, n: 5 };
    world.db.sqlite.prepare('UPDATE Recommendation SET evidence = ? WHERE id = ?').run(JSON.stringify(old), timing!.id);
    const { recommendations } = await world.generate({ types: ['TIMING'] });
    expect(recommendations).toHaveLength(1);
    expect(recommendations[0]!.id).not.toBe(timing!.id);
  });

  it('withdraws a measured difference that no longer stands, and keeps ideas', async () => {
    world = await createGenerationWorld({ videos: 400, plantedEffect: plantedEffects });
    const first = await world.generate();
    world.db.sqlite.prepare('UPDATE Video SET publishedAt = publishedAt - publishedAt % 86400000 + 3600000').run();
    world.db.sqlite.prepare('UPDATE TikTokConnection SET dataVersion = dataVersion + 1').run();
    const second = await world.generate();
    expect(second.recommendations.map(({ type }) => type)).not.toContain('TIMING');
    expect(second.run.missing.map(({ type }) => type)).toContain('TIMING');
    const left = listRecommendations(world.db, { ...everything, ownerId: world.ownerId }).map(({ id }) => id);
    const ideas = first.recommendations.filter(({ type }) => type === 'CONTENT_IDEA').map(({ id }) => id);
    expect(left).toEqual(expect.arrayContaining(ideas));
    expect(left).not.toContain(first.recommendations.find(({ type }) => type === 'TIMING')!.id);
  });
});

it('ends as failed after the last attempt, with a sentence, and only then', async () => {
  world = await createGenerationWorld({ videos: 400, plantedEffect: plantedEffects });
  const run = await world.start();
  const broken: LanguageModel = {
    name: 'broken',
    terms: ampleTerms,
    complete: async () => {
      throw new TypeError('a bug');
    },
  };
  const attempt = (isLastAttempt: boolean) =>
    makeRecommendations(run.id, world.deps(broken), { signal: new AbortController().signal, isLastAttempt });
  await expect(attempt(false)).rejects.toThrow('a bug');
  expect(findGenerationRun(world.db, run.id)).toMatchObject({ status: 'RUNNING', errorMessage: null });
  await expect(attempt(true)).rejects.toThrow('a bug');
  expect(findGenerationRun(world.db, run.id)).toMatchObject({
    status: 'FAILED',
    errorMessage: expect.stringMatching(/Ask again/),
  });
});

it('announces its progress to who follows, up to the end', async () => {
  world = await createGenerationWorld({ videos: 30 });
  const run = await world.start();
  const seen: number[] = [];
  const following = (async () => {
    for await (const state of followGeneration(world.pubsub, run.id, () => findGenerationRun(world.db, run.id)))
      seen.push(progressOf(state));
  })();
  await world.make(run);
  await following;
  expect(seen.at(0)).toBe(0);
  expect(seen.at(-1)).toBe(1);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.length).toBeGreaterThan(2);
});

it('keeps the first time something was read, and applying takes a dismissal back', async () => {
  world = await createGenerationWorld({ videos: 400, plantedEffect: plantedEffects });
  const recommendationId = (await world.generate()).recommendations[0]!.id;
  const input = { recommendationId, ownerId: world.ownerId };
  const read = markRecommendationRead(input, world);
  world.clock.pass(60_000);
  expect(markRecommendationRead(input, world).readAt).toEqual(read.readAt);
  expect(dismissRecommendation(input, world)).toMatchObject({ dismissedAt: world.clock.now(), appliedAt: null });
  expect(await applyRecommendation(input, world.deps())).toMatchObject({
    dismissedAt: null,
    appliedAt: world.clock.now(),
    readAt: read.readAt,
  });
  await expect(applyRecommendation({ ...input, ownerId: 'somebody-else' }, world.deps())).rejects.toThrow(NotFoundError);
});
