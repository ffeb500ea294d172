import type { LanguageModel } from '../language-model/language-model';
import { good, halfUsable } from '../testing/language-model-behaviours';
import { startLanguageModelStub, type LanguageModelStub } from '../testing/language-model-stub';
import { findGenerationRun } from './generation-queries';
import { makeRecommendations } from './make-recommendations';
import { getMonthlyUsage } from './model-usage-queries';
import { startGeneration } from './start-generation';
import { ampleTerms, createGenerationWorld, seedCreator, stubModel, type GenerationWorld, plantedEffects } from './test-world';
import { personAllowance } from './token-allowance';

let world: GenerationWorld;
let stub: LanguageModelStub;
beforeAll(async () => {
  stub = await startLanguageModelStub();
});
afterAll(() => stub.close());
beforeEach(async () => {
  stub.requests.length = 0;
  stub.answerWith((request) => good(request));
  world = await createGenerationWorld({ videos: 400, plantedEffect: plantedEffects });
});
afterEach(() => world.close());

/** Node 20 has no Promise.withResolvers. */
function withResolvers() {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}

const used = () => getMonthlyUsage(world.db, world.ownerId, '2026-11');

async function allowanceOf(monthlyTokens: number) {
  const { id } = await world.start();
  const model = { name: 'm', terms: { ...ampleTerms, monthlyTokens } };
  const { db, ownerId, clock } = world;
  return personAllowance(db, { ownerId, generationRunId: id, model, systemNow: () => clock.now() });
}

it('holds under requests side by side: what is reserved is gone for the others until it is settled', async () => {
  const allowance = await allowanceOf(1_000);
  const reservations = Array.from({ length: 10 }, () => allowance.reserve(300));
  expect(reservations.filter(Boolean)).toHaveLength(3);
  expect(used().tokensUsed).toBe(900);
  reservations[0]!.settle({ inputTokens: 50, outputTokens: 50 });
  expect(used().tokensUsed).toBe(700);
  expect(allowance.reserve(301)).toBeNull();
  expect(allowance.reserve(300)).not.toBeNull();
});

it('counts what the server did not as it was reserved, and gives back what was not charged', async () => {
  const allowance = await allowanceOf(1_000);
  allowance.reserve(300)!.settle({ inputTokens: null, outputTokens: null });
  allowance.reserve(300)!.release();
  expect(used()).toEqual({ month: '2026-11', tokensUsed: 300, costMicroUsd: null, uncountedRequests: 1 });
});

it('settles once: a late second answer changes nothing', async () => {
  const allowance = await allowanceOf(1_000);
  const reservation = allowance.reserve(300)!;
  reservation.settle({ inputTokens: 10, outputTokens: 10 });
  reservation.settle({ inputTokens: 100, outputTokens: 100 });
  reservation.release();
  expect(used().tokensUsed).toBe(20);
});

it('starts from nought with the next month in UTC', async () => {
  const allowance = await allowanceOf(1_000);
  expect(allowance.reserve(1_000)).not.toBeNull();
  expect(allowance.reserve(1)).toBeNull();
  world.clock.pass(30 * 86_400_000);
  expect(allowance.reserve(1_000)).not.toBeNull();
});

it('lets statistics speak once the ceiling is reached, says until when, and asks nothing', async () => {
  const languageModel = stubModel(stub, { monthlyTokens: 0 });
  const { run, recommendations } = await world.generate({ languageModel });
  expect(stub.requests).toHaveLength(0);
  expect(run).toMatchObject({ outcome: 'FELL_BACK', model: null, inputTokens: null, costMicroUsd: null });
  expect(run.fallbackReason).toMatch(/plafond mensuel.*1er décembre 2026, à 0 h UTC/);
  expect(recommendations.every(({ source }) => source === 'STATISTICS')).toBe(true);
});

it('holds when generations for two accounts of one person run at the same time', async () => {
  const { db, clock, ownerId, jobs } = world;
  const { connectionId } = await seedCreator(db, { videos: 400, seed: 2, plantedEffect: plantedEffects });
  db.sqlite.prepare('UPDATE TikTokConnection SET ownerId = ? WHERE id = ?').run(ownerId, connectionId);
  const enqueue = async (job: (typeof jobs.enqueued)[number]) => void jobs.enqueued.push(job);
  const runs = [await world.start(), await startGeneration({ connectionId, ownerId }, { db, clock, jobs: { enqueue } })];

  // Room for one request at full length, not for two. The one that is asked answers when the other run has ended.
  const model = stubModel(stub, { monthlyTokens: 22_000 });
  const { promise: oneEnded, resolve: end } = withResolvers();
  const waiting: LanguageModel = {
    ...model,
    async complete(request, signal) {
      await oneEnded;
      return model.complete(request, signal);
    },
  };
  const attempt = { signal: new AbortController().signal, isLastAttempt: true };
  await Promise.all(
    runs.map(async ({ id }) => {
      await makeRecommendations(id, world.deps(waiting), attempt);
      end();
    }),
  );
  expect(stub.requests).toHaveLength(1);
  const ended = runs.map(({ id }) => findGenerationRun(db, id)!);
  expect(ended.map(({ outcome }) => outcome).sort()).toEqual(['FELL_BACK', 'WORDED']);
  expect(ended.find(({ outcome }) => outcome === 'FELL_BACK')?.fallbackReason).toMatch(/plafond mensuel/);
  expect(used().tokensUsed).toBe(160);
});

it('counts answers that were of no use, and those of a run that failed', async () => {
  stub.answerWith({ text: 'Bien sûr !' });
  const { run } = await world.generate({ languageModel: stubModel(stub) });
  expect(run).toMatchObject({ outcome: 'FELL_BACK', inputTokens: 240, outputTokens: 80, costMicroUsd: 224 });
  expect(used()).toEqual({ month: '2026-11', tokensUsed: 320, costMicroUsd: 224, uncountedRequests: 0 });

  const model = stubModel(stub);
  stub.answerWith(halfUsable);
  let asked = 0;
  const broken: LanguageModel = {
    ...model,
    async complete(request, signal) {
      asked += 1;
      if (asked === 2) throw new TypeError('a bug');
      return model.complete(request, signal);
    },
  };
  const failing = await world.start();
  const attempt = { signal: new AbortController().signal, isLastAttempt: true };
  await expect(makeRecommendations(failing.id, world.deps(broken), attempt)).rejects.toThrow('a bug');
  expect(findGenerationRun(world.db, failing.id)).toMatchObject({ status: 'FAILED', inputTokens: 120, outputTokens: 40 });
});

it('charges nothing for a wrong key or a server that is down', async () => {
  stub.answerWith({ status: 401 });
  await world.generate({ languageModel: stubModel(stub) });
  stub.answerWith({ status: 503 });
  await world.generate({ languageModel: stubModel(stub) });
  expect(used()).toEqual({ month: '2026-11', tokensUsed: 0, costMicroUsd: 0, uncountedRequests: 0 });
});

it('keeps counting when the account and its runs are gone', async () => {
  await world.generate({ languageModel: stubModel(stub) });
  world.db.sqlite.prepare('DELETE FROM TikTokConnection').run();
  expect(used().tokensUsed).toBe(160);
});
