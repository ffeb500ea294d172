import type { z } from 'zod';

/** What a language model is for here: turning evidence into words. It is never asked for a number. */
export interface LanguageModel {
  /** The model's name as its server knows it. */
  readonly name: string;
  readonly terms: LanguageModelTerms;
  /** One answer, parsed by `schema`. @throws LanguageModelError for everything that can go wrong. */
  complete<T>(request: CompletionRequest<T>, signal?: AbortSignal): Promise<Completion<T>>;
}

/** What using the model costs, and how far it may go. */
export interface LanguageModelTerms {
  /** Most tokens that one answer may take, hidden reasoning included. */
  maxOutputTokens: number;
  /** Tokens, sent and received, that one person may use in a calendar month (UTC). */
  monthlyTokens: number;
  /** Null: unknown, and so is every cost. */
  prices: TokenPrices | null;
}

/** US dollars per million tokens. Reasoning counts as output. */
export interface TokenPrices {
  input: number;
  output: number;
}

/** As the server counted them; null where it does not say. Output includes hidden reasoning. */
export interface TokenUsage {
  inputTokens: number | null;
  outputTokens: number | null;
}

export interface CompletionRequest<T> {
  /** What to do: ours, trusted. */
  instructions: string;
  /** What to do it with: untrusted data, sent apart from the instructions as JSON. */
  input: unknown;
  /** Shape of the answer. Keep it free of length limits: servers do not all know them. */
  schema: z.ZodType<T>;
  /** Shape that is asked for, where it is stricter than what is taken. */
  askedSchema?: z.ZodType;
  /** Hidden reasoning included; a longer answer is cut off and fails as `truncated`. */
  maxOutputTokens: number;
}

export interface Completion<T> extends TokenUsage {
  value: T;
  /** From the first request to the answer, retries included. */
  latencyMs: number;
}

/**
 * `unavailable`: no answer, or an error of the server, still so after retries. `rejected`: the server refuses the request as
 * such (key, model name). `timeout`: too slow. `truncated`: the answer ran into the limit of tokens. `refused`: the model or
 * its filter declines. `unparsable`: the answer is not what the schema asks for.
 */
export type LanguageModelErrorKind = 'unavailable' | 'rejected' | 'timeout' | 'truncated' | 'refused' | 'unparsable';

/** Never carries the prompt or the answer: both hold captions. */
export class LanguageModelError extends Error {
  constructor(
    readonly kind: LanguageModelErrorKind,
    message: string,
    /** What the failed answer cost all the same; null where the server did not say. */
    readonly usage: TokenUsage = { inputTokens: null, outputTokens: null },
  ) {
    super(message);
    this.name = new.target.name;
  }
}
