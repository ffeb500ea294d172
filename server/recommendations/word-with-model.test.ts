import type { LanguageModel } from '../language-model/language-model';
import { createOpenAiModel } from '../language-model/openai-model';
import { createLogger } from '../logger';
import {
  startLanguageModelStub,
  type LanguageModelStub,
  type StubAnswer,
  type StubRequest,
} from '../testing/language-model-stub';
import { createGenerationWorld, type GenerationWorld } from './test-world';

const evening = (_video: unknown, hour: number) => (hour >= 16 && hour < 20 ? 0.9 : 0);

let world: GenerationWorld;
let stub: LanguageModelStub;
beforeAll(async () => {
  stub = await startLanguageModelStub();
});
afterAll(() => stub.close());
beforeEach(async () => {
  stub.requests.length = 0;
  world = await createGenerationWorld({ videos: 300, plantedEffect: evening });
});
afterEach(() => world.close());

function stubModel(): LanguageModel {
  return createOpenAiModel({
    apiKey: 'sk-test',
    baseUrl: stub.baseUrl,
    model: 'stub-1',
    timeoutMs: 400,
    retries: 0,
    logger: createLogger('silent'),
  });
}

interface Item {
  evidenceId: string;
  type: string;
}

function itemsOf({ input }: StubRequest): Item[] {
  return (input as { items: Item[] }).items;
}

/** An answer whose texts claim nothing, changed by `change`. */
function goodAnswer(
  request: StubRequest,
  change: (item: Record<string, unknown>) => Record<string, unknown> = (item) => item,
): StubAnswer {
  const items = itemsOf(request).map(({ evidenceId, type }) =>
    change({
      evidenceId,
      type,
      title: 'Reprenez ce qui vous réussit',
      description: 'Ce sujet vous ressemble et vos vidéos le montrent. Gardez le ton de la vidéo citée.',
      angle: 'Le même sujet, raconté depuis votre cuisine.',
      hook: 'Vous me l’avez demandé : voici la suite.',
      steps: ['Reprenez la même ouverture.', 'Changez un seul détail.', 'Montrez le résultat.'],
      beats: ['Ouvrez sur le résultat.', 'Racontez comment vous y arrivez.', 'Revenez au résultat.'],
      callToAction: 'Demandez ce que l’on veut voir ensuite.',
    }),
  );
  return { json: { items } };
}

it('takes its words and nothing else', async () => {
  const bare = (await world.generate()).recommendations;
  stub.answerWith((request) => goodAnswer(request));
  const { run, recommendations } = await world.generate({ languageModel: stubModel() });
  expect(run).toMatchObject({ outcome: 'WORDED', model: 'stub-1', inputTokens: 120, outputTokens: 40, fallbackReason: null });
  expect(run.latencyMs).toBeGreaterThanOrEqual(0);
  for (const worded of recommendations) {
    const same = bare.find(({ id }) => id === worded.id)!;
    expect(worded.source).toBe('OPENAI');
    expect(worded.title).toBe('Reprenez ce qui vous réussit');
    expect(worded.evidence).toEqual(same.evidence);
    expect(worded.confidence).toBe(same.confidence);
  }
  expect(recommendations.find(({ type }) => type === 'TIMING')?.content).toEqual(
    bare.find(({ type }) => type === 'TIMING')?.content,
  );
});

it.each<[string, StubAnswer, RegExp]>([
  ['an error of the server', { status: 500 }, /injoignable/],
  ['too many requests', { status: 429 }, /injoignable/],
  ['a reset connection', 'reset', /injoignable/],
  ['a wrong key', { status: 401 }, /refusé la demande/],
  ['no answer in time', 'hang', /à temps/],
  ['a truncated answer', { text: '{"items":[', finishReason: 'length' }, /incomplète/],
  ['a refusal', { refusal: 'Non.' }, /refusé de répondre/],
  ['nonsense', { text: 'Bien sûr !' }, /inutilisable/],
  ['an empty list', { json: { items: [] } }, /affirmait/],
])('falls back to statistics and says so: %s', async (_name, answer, reason) => {
  stub.answerWith(answer);
  const { run, recommendations } = await world.generate({ languageModel: stubModel() });
  expect(run).toMatchObject({
    status: 'SUCCEEDED',
    outcome: 'FELL_BACK',
    fallbackReason: expect.stringMatching(reason),
    model: 'stub-1',
  });
  expect(recommendations.length).toBeGreaterThan(2);
  expect(recommendations.every(({ source }) => source === 'STATISTICS')).toBe(true);
});

it('asks once more when the answer does not parse, and counts the tokens of both', async () => {
  stub.answerWith({ text: 'Bien sûr !' }, (request) => goodAnswer(request));
  const { run } = await world.generate({ languageModel: stubModel() });
  expect(stub.requests).toHaveLength(2);
  expect(run).toMatchObject({ outcome: 'WORDED', inputTokens: 240, outputTokens: 80 });
});

it('drops the sentences with invented figures and keeps the rest', async () => {
  stub.answerWith((request) =>
    goodAnswer(request, (item) => ({
      ...item,
      description: `Vos vues vont doubler. Vous gagnerez 900 % de vues. ${String(item.description)}`,
    })),
  );
  const { recommendations } = await world.generate({ languageModel: stubModel() });
  for (const { description, source } of recommendations) {
    expect(source).toBe('OPENAI');
    expect(description).toBe('Ce sujet vous ressemble et vos vidéos le montrent. Gardez le ton de la vidéo citée.');
  }
});

it.each<[string, (item: Record<string, unknown>) => Record<string, unknown>]>([
  ['unknown evidence', (item) => ({ ...item, evidenceId: '0190a000-0000-7000-8000-000000000009' })],
  ['another type', (item) => ({ ...item, type: item.type === 'TIMING' ? 'SCRIPT' : 'TIMING' })],
  ['a link', (item) => ({ ...item, description: 'Voyez https://evil.test pour la suite.' })],
  ['a mention', (item) => ({ ...item, description: 'Suivez @quelquun pour la suite.' })],
  ['markup', (item) => ({ ...item, title: '<img src=x onerror=alert(1)>' })],
  ['a foreign hashtag', (item) => ({ ...item, description: 'Ajoutez #arnaque à vos vidéos.' })],
  ['an invented figure in the title', (item) => ({ ...item, title: 'Gagnez 300 % de vues' })],
  [
    'the wrong language',
    (item) => ({
      ...item,
      description: 'This is the subject that you are good at, and your videos show it to all of the people.',
      title: 'Take up the subject of your video',
    }),
  ],
  ['an endless title', (item) => ({ ...item, title: 'mot '.repeat(60) })],
])('lets statistics speak where the answer carries %s', async (_name, change) => {
  stub.answerWith((request) => goodAnswer(request, change));
  const { run, recommendations } = await world.generate({ languageModel: stubModel() });
  expect(run.outcome).toBe('FELL_BACK');
  expect(recommendations.every(({ source }) => source === 'STATISTICS')).toBe(true);
  expect(JSON.stringify(recommendations)).not.toMatch(/evil|quelquun|onerror|arnaque|300 %|mot mot/);
});

it('keeps what is good when one item is not, and the source tells which', async () => {
  stub.answerWith((request) =>
    goodAnswer(request, (item) => (item.type === 'TIMING' ? { ...item, title: 'Voyez evil.test' } : item)),
  );
  const { run, recommendations } = await world.generate({ languageModel: stubModel() });
  expect(run.outcome).toBe('WORDED');
  for (const { type, source } of recommendations) expect(source).toBe(type === 'TIMING' ? 'STATISTICS' : 'OPENAI');
});

it('asks nothing when there is nothing to word', async () => {
  await world.close();
  world = await createGenerationWorld({ videos: 3 });
  const { run } = await world.generate({ languageModel: stubModel() });
  expect(run).toMatchObject({ outcome: 'STATISTICS_ONLY', model: null });
  expect(stub.requests).toHaveLength(0);
});

it('hands nothing on of an account that is no longer connected, and says so', async () => {
  await world.close();
  world = await createGenerationWorld({ videos: 300, plantedEffect: evening, isActive: false });
  const { run, recommendations } = await world.generate({ languageModel: stubModel() });
  expect(stub.requests).toHaveLength(0);
  expect(run).toMatchObject({ outcome: 'FELL_BACK', fallbackReason: expect.stringMatching(/plus connecté/), model: null });
  expect(recommendations.length).toBeGreaterThan(0);
});
