import {
  duplicates,
  good,
  halfUsable,
  reasoning,
  ungrounded,
  unparsable,
  wrongLanguage,
  type Behaviour,
  type StubItem,
} from '../testing/language-model-behaviours';
import { startLanguageModelStub, type LanguageModelStub, type StubAnswer } from '../testing/language-model-stub';
import { modelWordings } from '../testing/model-wordings';
import { createGenerationWorld, stubModel, type GenerationWorld, plantedEffects } from './test-world';

let world: GenerationWorld;
let stub: LanguageModelStub;
beforeAll(async () => {
  stub = await startLanguageModelStub();
});
afterAll(() => stub.close());
beforeEach(async () => {
  stub.requests.length = 0;
  world = await createGenerationWorld({ videos: 400, plantedEffect: plantedEffects });
});
afterEach(() => world.close());

it('takes its words and nothing else', async () => {
  const bare = (await world.generate()).recommendations;
  stub.answerWith((request) => good(request));
  const { run, recommendations } = await world.generate({ languageModel: stubModel(stub) });
  expect(run).toMatchObject({
    outcome: 'WORDED',
    model: 'stub-1',
    inputTokens: 120,
    outputTokens: 40,
    costMicroUsd: 120 * 0.4 + 40 * 1.6,
    fallbackReason: null,
  });
  expect(run.latencyMs).toBeGreaterThanOrEqual(0);
  for (const worded of recommendations) {
    const same = bare.find(({ id }) => id === worded.id)!;
    expect(worded.source).toBe('OPENAI');
    expect(modelWordings.FR.map(({ title }) => title)).toContain(worded.title);
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
  ['an empty list', { json: { items: [] } }, /inutilisable/],
])('falls back to statistics and says so: %s', async (_name, answer, reason) => {
  stub.answerWith(answer);
  const { run, recommendations } = await world.generate({ languageModel: stubModel(stub) });
  expect(run).toMatchObject({
    status: 'SUCCEEDED',
    outcome: 'FELL_BACK',
    fallbackReason: expect.stringMatching(reason),
    model: 'stub-1',
  });
  expect(recommendations.length).toBeGreaterThan(2);
  expect(recommendations.every(({ source }) => source === 'STATISTICS')).toBe(true);
});

it.each<[string, Behaviour]>([
  ['in another language', wrongLanguage],
  ['that never parses', unparsable],
])('lets statistics speak for an answer %s', async (_name, behaviour) => {
  stub.answerWith(behaviour);
  const { run, recommendations } = await world.generate({ languageModel: stubModel(stub) });
  expect(run.outcome).toBe('FELL_BACK');
  expect(recommendations.every(({ source }) => source === 'STATISTICS')).toBe(true);
});

it('asks once more when the answer does not parse, and counts the tokens of both', async () => {
  stub.answerWith({ text: 'Bien sûr !' }, (request) => good(request));
  const { run } = await world.generate({ languageModel: stubModel(stub) });
  expect(stub.requests).toHaveLength(2);
  expect(run).toMatchObject({ outcome: 'WORDED', inputTokens: 240, outputTokens: 80 });
});

it('drops the sentences with invented figures and keeps the rest', async () => {
  stub.answerWith(ungrounded);
  const { recommendations } = await world.generate({ languageModel: stubModel(stub) });
  for (const { description, source } of recommendations) {
    expect(source).toBe('OPENAI');
    expect(modelWordings.FR.map((words) => words.description)).toContain(description);
  }
});

it.each<[string, (item: StubItem) => StubItem]>([
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
  stub.answerWith((request) => good(request, change));
  const { run, recommendations } = await world.generate({ languageModel: stubModel(stub) });
  expect(run.outcome).toBe('FELL_BACK');
  expect(recommendations.every(({ source }) => source === 'STATISTICS')).toBe(true);
  expect(JSON.stringify(recommendations)).not.toMatch(/evil|quelquun|onerror|arnaque|300 %|mot mot/);
});

it('asks again for the entries that are unusable, and for those alone', async () => {
  const types = (request: { input: unknown }) => (request.input as { items: { type: string }[] }).items.map(({ type }) => type);
  stub.answerWith(halfUsable, (request) =>
    good(request, (item) => ({ ...item, title: `Encore ${String(item.type).toLowerCase()}` })),
  );
  const { run, recommendations } = await world.generate({ languageModel: stubModel(stub) });
  expect(stub.requests).toHaveLength(2);
  expect(types(stub.requests[1]!)).toEqual(types(stub.requests[0]!).filter((_type, index) => index % 2 === 1));
  expect(run).toMatchObject({ outcome: 'WORDED', inputTokens: 240, outputTokens: 80 });
  expect(recommendations.some(({ title }) => title.startsWith('Encore'))).toBe(true);
});

it('keeps the usable half when the other half stays unusable, and the source tells which', async () => {
  stub.answerWith(halfUsable, { text: 'Désolé.' });
  const { run, recommendations } = await world.generate({ languageModel: stubModel(stub) });
  expect(stub.requests).toHaveLength(2);
  expect(run).toMatchObject({ outcome: 'WORDED', fallbackReason: null });
  expect(new Set(recommendations.map(({ source }) => source))).toEqual(new Set(['OPENAI', 'STATISTICS']));
});

it('asks a model that reasons at length once more with the whole limit, and no third time', async () => {
  stub.answerWith(reasoning);
  const { run } = await world.generate({ languageModel: stubModel(stub) });
  expect(stub.requests.map(({ maxOutputTokens }) => maxOutputTokens)).toEqual([expect.any(Number), 25_000]);
  expect(run.outcome).toBe('WORDED');
  expect(run.outputTokens).toBe(stub.requests[0]!.maxOutputTokens + 12_000);

  stub.requests.length = 0;
  stub.answerWith({ text: '', finishReason: 'length' }, { status: 400 });
  const { run: other } = await world.generate({ languageModel: stubModel(stub) });
  expect(stub.requests).toHaveLength(2);
  expect(other).toMatchObject({ outcome: 'FELL_BACK', fallbackReason: expect.stringMatching(/incomplète/) });
});

it('shows the same words once: the others are statistics’ own', async () => {
  stub.answerWith(duplicates);
  const { run, recommendations } = await world.generate({ languageModel: stubModel(stub) });
  expect(run.outcome).toBe('WORDED');
  expect(recommendations.filter(({ source }) => source === 'OPENAI')).toHaveLength(1);
});

it('does not repeat what is still open on another subject', async () => {
  stub.answerWith((request) => good(request));
  const [open] = (await world.generate({ types: ['CONTENT_IDEA'], languageModel: stubModel(stub) })).recommendations;
  world.db.sqlite
    .prepare(`UPDATE Recommendation SET evidence = json_set(evidence, '$.subject', 'opening:avant') WHERE id = ?`)
    .run(open!.id);
  const again = (await world.generate({ types: ['CONTENT_IDEA'], languageModel: stubModel(stub) })).recommendations;
  expect(open!.source).toBe('OPENAI');
  expect(again.filter(({ title }) => title === open!.title)).toEqual([]);
});

it('sends the creator’s style apart from the instructions, bounded', async () => {
  stub.answerWith((request) => good(request));
  await world.generate({ languageModel: stubModel(stub) });
  const { creator } = stub.requests[0]!.input as { creator: Record<string, string[]> };
  expect(creator.quotedTopCaptions!.length).toBeGreaterThan(0);
  for (const texts of Object.values(creator)) {
    expect(texts.length).toBeLessThanOrEqual(10);
    for (const text of texts) expect([...text].length).toBeLessThanOrEqual(300);
  }
  for (const caption of creator.quotedTopCaptions!) expect(stub.requests[0]!.instructions).not.toContain(caption);
});

it('keeps what is good when one item is not, and the source tells which', async () => {
  stub.answerWith((request) => good(request, (item) => (item.type === 'TIMING' ? { ...item, title: 'Voyez evil.test' } : item)));
  const { run, recommendations } = await world.generate({ languageModel: stubModel(stub) });
  expect(run.outcome).toBe('WORDED');
  for (const { type, source } of recommendations) expect(source).toBe(type === 'TIMING' ? 'STATISTICS' : 'OPENAI');
});

it('asks nothing when there is nothing to word', async () => {
  await world.close();
  world = await createGenerationWorld({ videos: 3 });
  const { run } = await world.generate({ languageModel: stubModel(stub) });
  expect(run).toMatchObject({ outcome: 'STATISTICS_ONLY', model: null });
  expect(stub.requests).toHaveLength(0);
});

it('hands nothing on of an account that is no longer connected, and says so', async () => {
  await world.close();
  world = await createGenerationWorld({ videos: 400, plantedEffect: plantedEffects, isActive: false });
  const { run, recommendations } = await world.generate({ languageModel: stubModel(stub) });
  expect(stub.requests).toHaveLength(0);
  expect(run).toMatchObject({ outcome: 'FELL_BACK', fallbackReason: expect.stringMatching(/plus connecté/), model: null });
  expect(recommendations.length).toBeGreaterThan(0);
});
