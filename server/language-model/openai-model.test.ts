import { z } from 'zod';
import { createLogger } from '../logger';
import { startLanguageModelStub, type LanguageModelStub, type StubAnswer } from '../testing/language-model-stub';
import { LanguageModelError } from './language-model';
import { createOpenAiModel, type OpenAiModelOptions } from './openai-model';
import { createBreaker } from '../outbound/breaker';
import { startLoopbackServer } from '../tiktok/loopback-server';

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

function model({ retries = 0, baseUrl = stub.baseUrl, ...others }: Partial<OpenAiModelOptions> = {}) {
  return createOpenAiModel({
    apiKey: 'sk-test',
    baseUrl,
    model: 'stub-1',
    terms: { maxOutputTokens: 1_000, monthlyTokens: 0, prices: null },
    timeoutMs: 300,
    retries,
    logger: createLogger('silent'),
    ...others,
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

it('is not asked any more, nor tried again, once it has failed several times in a row', async () => {
  let now = 0;
  const breaker = createBreaker({ service: 'languageModel', failures: 3, openMs: 30_000, monotonicNow: () => now });
  const subject = model({ retries: 2, breaker });
  stub.answerWith({ status: 503 });
  expect((await failureOf(subject.complete(request))).kind).toBe('unavailable');
  expect(stub.requests).toHaveLength(3);
  const refused = await failureOf(subject.complete(request));
  expect([refused.kind, refused.message]).toEqual(['unavailable', expect.stringContaining('was not asked')]);
  expect(stub.requests).toHaveLength(3);

  stub.answerWith({ json: { title: 'Bonjour' } });
  now += 30_000;
  expect((await subject.complete(request)).value).toEqual({ title: 'Bonjour' });
  expect(breaker.state()).toBe('closed');
});

it('opens no breaker for a wrong key', async () => {
  const breaker = createBreaker({ service: 'languageModel', failures: 1 });
  stub.answerWith({ status: 401 });
  await failureOf(model({ breaker }).complete(request));
  expect(breaker.state()).toBe('closed');
});

it('is not led elsewhere: the key and the captions stay with the server that was named', async () => {
  const elsewhere = await startLoopbackServer((response) => void response.end('{}'));
  const leading = await startLoopbackServer((response) => void response.writeHead(307, { location: elsewhere.origin }).end());
  expect(await failureOf(model({ baseUrl: leading.origin, retries: 2 }).complete(request))).toMatchObject({
    kind: 'unavailable',
  });
  expect([leading.seen.length, elsewhere.seen.length]).toEqual([1, 0]);
  await Promise.all([elsewhere.close(), leading.close()]);
});

it('stops reading an answer that does not end', async () => {
  stub.answerWith({ text: 'x'.repeat(6_000_000) });
  expect((await failureOf(model({ timeoutMs: 5_000 }).complete(request))).kind).toBe('unparsable');
});

it('tells whoever counts of every request, with its tokens', async () => {
  const told: unknown[] = [];
  const subject = model({ observe: (one) => void told.push(one) });
  stub.answerWith({ json: { title: 'Bonjour' } }, { status: 500 });
  await subject.complete(request);
  await failureOf(subject.complete(request));
  expect(told).toEqual([
    { outcome: 'ok', inputTokens: 120, outputTokens: 40, durationMs: expect.any(Number) },
    { outcome: 'unavailable', inputTokens: null, outputTokens: null, durationMs: expect.any(Number) },
  ]);
});
