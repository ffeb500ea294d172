import { encodeGlobalID } from '@pothos/plugin-relay';
import { good } from '../testing/language-model-behaviours';
import { startLanguageModelStub, type LanguageModelStub } from '../testing/language-model-stub';
import { createTestApp, type TestApp, type TestBrowser } from '../testing/test-app';
import { seedCreator, stubModel } from './test-world';

let stub: LanguageModelStub;
beforeAll(async () => {
  stub = await startLanguageModelStub();
  stub.answerWith((request) => good(request));
});
afterAll(() => stub.close());

let app: TestApp;
afterEach(() => app.close());

interface Usage {
  month: string;
  tokensUsed: number;
  tokenCeiling: number;
  resetsAt: string;
  costUsd: number | null;
  costGap: string | null;
}

async function usageOf(browser: TestBrowser): Promise<Usage | null> {
  const { viewer } = await browser.query<{ viewer: { languageModelUsage: Usage | null } }>(
    '{ viewer { languageModelUsage { month tokensUsed tokenCeiling resetsAt costUsd costGap } } }',
  );
  return viewer.languageModelUsage;
}

/** A seeded account that belongs to the person of a browser, with recommendations made for it. */
async function generateFor(browser: TestBrowser) {
  const { viewer } = await browser.query<{ viewer: { user: { id: string } } }>('{ viewer { user { id } } }');
  const ownerId = Buffer.from(viewer.user.id, 'base64').toString().split(':').at(-1);
  const { connectionId } = await seedCreator(app.db, { videos: 60 });
  app.db.sqlite.prepare('UPDATE TikTokConnection SET ownerId = ? WHERE id = ?').run(ownerId, connectionId);
  const { generateRecommendations } = await browser.query<{ generateRecommendations: { generationRun: { id: string } } }>(
    `mutation ($input: GenerateRecommendationsInput!) {
      generateRecommendations(input: $input) { ... on GenerateRecommendationsSuccess { generationRun { id } } }
    }`,
    { input: { connectionId: encodeGlobalID('TikTokConnection', connectionId) } },
  );
  for (;;) {
    const { node } = await browser.query<{ node: { status: string; costUsd: number | null; costGap: string | null } }>(
      'query ($id: ID!) { node(id: $id) { ... on GenerationRun { status costUsd costGap } } }',
      { id: generateRecommendations.generationRun.id },
    );
    if (node.status === 'SUCCEEDED' || node.status === 'FAILED') return node;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('tells each person what they used this month, and what it cost, and nobody what others used', async () => {
  app = await createTestApp({ languageModel: stubModel(stub) });
  app.app.jobs.start();
  const [one, other] = [await app.connectedBrowser('newcomer'), await app.connectedBrowser('velo.du.matin')];
  expect(await usageOf(one)).toMatchObject({ tokensUsed: 0, costUsd: 0, costGap: null });
  expect(await generateFor(one)).toEqual({ status: 'SUCCEEDED', costUsd: 0.000112, costGap: null });
  const month = new Date().toISOString().slice(0, 7);
  const usage = await usageOf(one);
  expect(usage).toMatchObject({ month, tokensUsed: 160, tokenCeiling: 10_000_000, costUsd: 0.000112, costGap: null });
  expect(usage!.resetsAt).toMatch(/-01T00:00:00\.000Z$/);
  expect(new Date(usage!.resetsAt).getTime()).toBeGreaterThan(Date.now());
  expect(await usageOf(other)).toMatchObject({ tokensUsed: 0 });
});

it('says why a cost is unknown', async () => {
  app = await createTestApp({ languageModel: stubModel(stub, { prices: null }) });
  app.app.jobs.start();
  const browser = await app.connectedBrowser('newcomer');
  expect(await generateFor(browser)).toEqual({ status: 'SUCCEEDED', costUsd: null, costGap: 'NO_PRICES' });
  expect(await usageOf(browser)).toMatchObject({ tokensUsed: 160, costUsd: null, costGap: 'NO_PRICES' });
});

it('says nothing of a model where none is configured', async () => {
  app = await createTestApp();
  app.app.jobs.start();
  const browser = await app.connectedBrowser('newcomer');
  expect(await usageOf(browser)).toBeNull();
  expect(await generateFor(browser)).toEqual({ status: 'SUCCEEDED', costUsd: null, costGap: 'NOT_ASKED' });
});
