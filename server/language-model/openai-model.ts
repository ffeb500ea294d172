import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { z } from 'zod';
import type { Logger } from '../logger';
import { sameOriginAs } from '../outbound/allowed-addresses';
import type { Breaker } from '../outbound/breaker';
import { HttpFault } from '../outbound/exchange';
import { createGuardedFetch } from '../outbound/guarded-fetch';
import {
  LanguageModelError,
  type Completion,
  type CompletionRequest,
  type LanguageModel,
  type LanguageModelTerms,
  type TokenUsage,
} from './language-model';

export interface OpenAiModelOptions {
  apiKey: string;
  /** Any server that speaks OpenAI's chat completions; null: OpenAI's own. */
  baseUrl: string | null;
  model: string;
  terms: LanguageModelTerms;
  /** For one try, to the last byte of its answer. */
  timeoutMs: number;
  breaker?: Breaker;
  /** Told of every request to the model, when its last try has ended: `ok`, or the kind of error. */
  observe?: (request: { outcome: string; durationMs: number } & TokenUsage) => void;
  /** Further tries after a fault that may pass. */
  retries: number;
  logger: Logger;
}

/**
 * Chat completions with a JSON schema, which every OpenAI-compatible server answers. The SDK's own retries are off: this policy
 * is the only one, and it retries what may pass (no connection, 408, 409, 429, 5xx), not a time-out that cost its time already.
 */
export function createOpenAiModel(options: OpenAiModelOptions): LanguageModel {
  const { apiKey, baseUrl, model, terms, timeoutMs, breaker, retries, observe, logger } = options;
  const client = new OpenAI({
    apiKey,
    baseURL: baseUrl ?? openAiUrl,
    // Ours comes first, and covers the body too.
    timeout: timeoutMs + 1_000,
    maxRetries: 0,
    logLevel: 'off',
    fetch: createGuardedFetch({
      isAllowed: sameOriginAs(baseUrl ?? openAiUrl),
      timeoutMs,
      maxBodyBytes,
      breaker,
    }),
  });
  const retryPassing = retry(handleWhen(mayPass), {
    maxAttempts: retries,
    backoff: new ExponentialBackoff({ initialDelay: 300, maxDelay: 5_000 }),
  });

  return {
    name: model,
    terms,
    async complete<T>(request: CompletionRequest<T>, signal?: AbortSignal): Promise<Completion<T>> {
      const startedAt = performance.now();
      const log = (outcome: string, usage: TokenUsage) => {
        const line = { outcome, ...usage, durationMs: Math.round(performance.now() - startedAt) };
        observe?.(line);
        logger.info({ languageModel: model, ...line }, 'language model');
      };
      try {
        const answer = await retryPassing.execute(
          () => client.chat.completions.create(bodyFor(model, request), { signal }),
          signal,
        );
        const usage = readUsage(answer);
        const value = read(answer, request.schema, usage);
        log('ok', usage);
        return { value, ...usage, latencyMs: Math.round(performance.now() - startedAt) };
      } catch (error) {
        const translated = translate(error, signal);
        if (translated instanceof LanguageModelError) log(translated.kind, translated.usage);
        throw translated;
      }
    },
  };
}

const openAiUrl = 'https://api.openai.com/v1';
/** Thousands of words; a server that sends more does not answer the question. */
const maxBodyBytes = 5_000_000;

type ChatCompletionBody = OpenAI.Chat.Completions.ChatCompletionCreateParamsNonStreaming;

function bodyFor<T>(
  model: string,
  { instructions, input, schema, askedSchema = schema, maxOutputTokens }: CompletionRequest<T>,
): ChatCompletionBody {
  const jsonSchema: Record<string, unknown> = { ...z.toJSONSchema(askedSchema) };
  // Strict servers refuse keywords that they do not know.
  delete jsonSchema.$schema;
  return {
    model,
    // Not `max_tokens`, which reasoning models refuse. Their reasoning counts, and may leave nothing for the answer.
    max_completion_tokens: maxOutputTokens,
    messages: [
      { role: 'system', content: instructions },
      { role: 'user', content: JSON.stringify(input) },
    ],
    response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema: jsonSchema } },
  };
}

// The SDK hands on whatever JSON came; its types are a promise of OpenAI's alone.
const count = z.int().nonnegative().nullable().catch(null);
const answerUsage = z.object({ usage: z.object({ prompt_tokens: count, completion_tokens: count }) });
const text = z.string().nullish().catch(null);
const answerChoices = z.object({
  choices: z.array(z.object({ finish_reason: text, message: z.object({ content: text, refusal: text }).nullish().catch(null) })),
});

/** What the server does not say in whole numbers is unknown. */
function readUsage(answer: unknown): TokenUsage {
  const usage = answerUsage.safeParse(answer).data?.usage;
  return { inputTokens: usage?.prompt_tokens ?? null, outputTokens: usage?.completion_tokens ?? null };
}

function read<T>(answer: unknown, schema: z.ZodType<T>, usage: TokenUsage): T {
  const choice = answerChoices.safeParse(answer).data?.choices[0];
  if (!choice) throw new LanguageModelError('unparsable', 'The answer holds no choice.', usage);
  if (choice.finish_reason === 'length')
    throw new LanguageModelError('truncated', 'The answer was cut off at the limit of tokens.', usage);
  if (choice.finish_reason === 'content_filter' || choice.message?.refusal) {
    throw new LanguageModelError('refused', 'The language model declined to answer.', usage);
  }
  const parsed = schema.safeParse(parseJson(choice.message?.content ?? '', usage));
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new LanguageModelError('unparsable', `The answer does not fit the schema at “${where}”.`, usage);
  }
  return parsed.data;
}

/** Some compatible servers wrap the JSON in a code fence although a schema was asked for. */
function parseJson(text: string, usage: TokenUsage): unknown {
  const bare = text.trim().replace(/^```(?:json)?\s*|\s*```$/g, '');
  try {
    return JSON.parse(bare);
  } catch {
    throw new LanguageModelError('unparsable', 'The answer is not JSON.', usage);
  }
}

function mayPass(error: Error): boolean {
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError) return false;
  if (error instanceof APIConnectionError) return faultOf(error)?.code === 'network';
  return (
    error instanceof APIError &&
    typeof error.status === 'number' &&
    (error.status >= 500 || [408, 409, 429].includes(error.status))
  );
}

/** What our fetch said, which the SDK wraps. */
function faultOf({ cause }: Error): HttpFault | null {
  return cause instanceof HttpFault ? cause : null;
}

const faultMessages: Partial<Record<HttpFault['code'], string>> = {
  circuit_open: 'The language model was not asked: it has failed several times in a row, and is left alone for a while.',
  redirected: 'The language model’s server sends us elsewhere, where we do not go.',
};

function translate(error: unknown, signal: AbortSignal | undefined): unknown {
  if (error instanceof LanguageModelError) return error;
  if (signal?.aborted) return signal.reason ?? error;
  const fault = error instanceof Error ? faultOf(error)?.code : undefined;
  if (fault === 'timeout') return new LanguageModelError('timeout', 'The language model did not answer in time.');
  if (fault === 'too_large') return new LanguageModelError('unparsable', 'The answer is too long to be one.');
  if (error instanceof APIConnectionTimeoutError)
    return new LanguageModelError('timeout', 'The language model did not answer in time.');
  if (error instanceof APIConnectionError)
    return new LanguageModelError('unavailable', (fault && faultMessages[fault]) ?? 'The language model cannot be reached.');
  if (error instanceof APIError && typeof error.status === 'number') {
    return mayPass(error)
      ? new LanguageModelError('unavailable', `The language model's server answered ${error.status}.`)
      : new LanguageModelError('rejected', `The language model's server refused the request (${error.status}).`);
  }
  // The SDK throws a SyntaxError where a proxy answers 200 with something that is not JSON.
  // Told by its name: it comes out of the runtime's own fetch.
  if ((error as { name?: unknown } | null)?.name === 'SyntaxError')
    return new LanguageModelError('unparsable', "The language model's server did not answer with JSON.");
  return error;
}
