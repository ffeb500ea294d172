import { z } from 'zod';
import { createLogger } from '../logger';
import { startLanguageModelStub, type LanguageModelStub, type StubAnswer } from '../testing/language-model-stub';
import { LanguageModelError } from './language-model';
import { createOpenAiModel } from './openai-model';

const schema = z.object({ title: z.string() });
const request = { instructions: 'Word it.', input: { evidence: 1 }, schema, maxOutputTokens: 50 };

let stub: LanguageModelStub;
beforeAll(async () => {
  stub = await startLanguageModelStub();
});
afterAll(() => stub.close());
beforeEach(() => {
  stub.requests.length = 0;
});

function model({ retries = 0, baseUrl = stub.baseUrl }: { retries?: number; baseUrl?: string } = {}) {
  return createOpenAiModel({
    apiKey: 'sk-test',
    baseUrl,
    model: 'stub-1',
    terms: { maxOutputTokens: 1_000, monthlyTokens: 0, prices: null },
    timeoutMs: 300,
    retries,
    logger: createLogger('silent'),
  });
}

async function failureOf(promise: Promise<unknown>): Promise<LanguageModelError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof LanguageModelError)) throw new Error(`expected a LanguageModelError, got ${String(error)}`);
  return error;
}

it('returns the parsed answer with tokens and latency, and sends instructions and data apart', async () => {
  stub.answerWith({ json: { title: 'Bonjour' } });
  const answer = await model().complete(request);
  expect(answer).toEqual({ value: { title: 'Bonjour' }, inputTokens: 120, outputTokens: 40, latencyMs: expect.any(Number) });
  expect(stub.requests).toEqual([
    {
      model: 'stub-1',
      instructions: 'Word it.',
      input: { evidence: 1 },
      maxOutputTokens: 50,
      schema: expect.objectContaining({ required: ['title'], additionalProperties: false }),
      authorization: 'Bearer sk-test',
    },
  ]);
});

it('asks for a stricter shape than it takes, where one is given', async () => {
  stub.answerWith({ json: { title: 'Bonjour' } });
  await model().complete({ ...request, askedSchema: z.object({ title: z.string(), tone: z.string() }) });
  expect(stub.requests[0]?.schema).toMatchObject({ required: ['title', 'tone'] });
});

it('says nothing about tokens where the server does not', async () => {
  stub.answerWith({ json: { title: 'Bonjour' }, usage: null });
  expect(await model().complete(request)).toMatchObject({ inputTokens: null, outputTokens: null });
});

it('reads an answer that comes in a code fence', async () => {
  stub.answerWith({ text: '```json\n{"title":"Bonjour"}\n```' });
  expect((await model().complete(request)).value).toEqual({ title: 'Bonjour' });
});

it.each<[string, StubAnswer, LanguageModelError['kind']]>([
  ['an error of the server', { status: 500 }, 'unavailable'],
  ['too many requests', { status: 429 }, 'unavailable'],
  ['a reset connection', 'reset', 'unavailable'],
  ['a wrong key', { status: 401 }, 'rejected'],
  ['an unknown model', { status: 404 }, 'rejected'],
  ['no answer at all', 'hang', 'timeout'],
  ['an answer that stops half way', 'hang-in-body', 'timeout'],
  ['an answer cut off', { text: '{"title":"Bon', finishReason: 'length' }, 'truncated'],
  ['a refusal', { refusal: 'No.' }, 'refused'],
  ['a filtered answer', { text: '', finishReason: 'content_filter' }, 'refused'],
  ['prose instead of JSON', { text: 'Sure, here it is!' }, 'unparsable'],
  ['JSON of another shape', { json: { heading: 1 } }, 'unparsable'],
  ['a page of a proxy', { status: 200, body: '<html>Gateway</html>' }, 'unparsable'],
])('says what went wrong: %s', async (_name, answer, kind) => {
  stub.answerWith(answer);
  expect((await failureOf(model().complete(request))).kind).toBe(kind);
});

it('tries again after a fault that may pass, and not after one that cannot', async () => {
  stub.answerWith({ status: 503 }, { json: { title: 'Bonjour' } });
  expect((await model({ retries: 2 }).complete(request)).value).toEqual({ title: 'Bonjour' });
  expect(stub.requests).toHaveLength(2);

  stub.answerWith({ status: 401 });
  await failureOf(model({ retries: 2 }).complete(request));
  expect(stub.requests).toHaveLength(3);
});

it('keeps the tokens of an answer that could not be used', async () => {
  stub.answerWith({ text: 'Sure!' });
  expect((await failureOf(model().complete(request))).usage).toEqual({ inputTokens: 120, outputTokens: 40 });
});

it('says that an address where nothing listens cannot be reached', async () => {
  expect((await failureOf(model({ baseUrl: 'http://127.0.0.1:9/v1' }).complete(request))).kind).toBe('unavailable');
});

it('stops when asked to, with the reason it was given', async () => {
  stub.answerWith('hang');
  const stop = new AbortController();
  const answer = model().complete(request, stop.signal);
  stop.abort(new Error('shutting down'));
  await expect(answer).rejects.toThrow('shutting down');
});
