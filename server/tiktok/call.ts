import { DelegateBackoff, handleWhenResult, retry, type IRetryBackoffContext } from 'cockatiel';
import type { Logger } from '../logger';
import { exchange, HttpFault, type HttpAnswer, type HttpLimits, type HttpRequest } from '../outbound/exchange';
import type { TikTokError } from './errors';
import { countedCode, failureKind, faultKind, type Again, type FailureKind } from './failure';
import type { Limiter } from './limiter';
import { parseJson } from './parse-json';
import { readRetryAfterMs, retryDelayMs, type RetryOptions } from './retry-delay';
import { readVerdict } from './wire';

export interface Call<T> {
  /** The path, for the log: the URL's query never goes there. */
  endpoint: string;
  request: HttpRequest;
  /** What the service that it goes to may do and take. */
  limits: HttpLimits;
  limiter: Limiter;
  /** Whether sending it twice does no more than sending it once; see `Again`. */
  isRepeatable: boolean;
  /** What is secret in the request, to be struck out of TikTok's message should it quote it. */
  secrets: readonly string[];
  read(answer: Answer): Reading<T>;
}

export interface Answer {
  status: number;
  /** Undefined where the body is not JSON. */
  json: unknown;
  isEmpty: boolean;
  /** `error.code`; null where there is none. */
  code: string | null;
}

/** `refused`: TikTok says no, or says nothing that can be read; `problem` names what was missing or wrong, without values. */
export type Reading<T> =
  { kind: 'read'; value: T; unreadableFields: readonly string[] } | { kind: 'refused'; problem: string | null };

/** One attempt, for whoever counts them: `code` is `ok`, TikTok's own or one of ours (see errors.ts); `other` where we do not know it. */
export interface CallFacts {
  endpoint: string;
  code: string;
  durationMs: number;
}

export interface CallerOptions {
  logger: Logger;
  observe?: (call: CallFacts) => void;
  retry: RetryOptions;
  random: () => number;
}

type Outcome<T> = { kind: 'done'; value: T } | Failed;
interface Failed {
  kind: 'failed';
  error: TikTokError;
  again: Again;
  isRateLimited: boolean;
  retryAfterMs: number;
}

/**
 * Returns the function that makes every call to TikTok: wait for the endpoint's quota, send, read, log one line per attempt, and try
 * again where that is safe and can help. What it returns throws TikTokError, and nothing else.
 */
export function createCaller(options: CallerOptions): <T>(call: Call<T>) => Promise<T> {
  const backoff = new DelegateBackoff((context: IRetryBackoffContext<unknown>) => {
    const outcome = 'value' in context.result ? (context.result.value as Outcome<unknown>) : null;
    return outcome?.kind === 'failed' ? retryDelayMs({ ...outcome, retry: context.attempt }, options.retry, options.random()) : 0;
  });
  const policyFor = (isRepeatable: boolean) =>
    retry(
      handleWhenResult((result) => canRepeat(result as Outcome<unknown>, isRepeatable)),
      { maxAttempts: options.retry.maxRetries, backoff },
    );
  const policies = { repeatable: policyFor(true), once: policyFor(false) };

  return async (call) => {
    const policy = call.isRepeatable ? policies.repeatable : policies.once;
    const outcome = await policy.execute(({ attempt }) => {
      const attemptNow = () => attemptOnce(call, attempt + 1, options);
      // Who would be refused anyway does not wait for a place, nor takes one.
      return call.limits.breaker?.isOpen() ? attemptNow() : call.limiter(attemptNow);
    });
    if (outcome.kind === 'failed') throw outcome.error;
    return outcome.value;
  };
}

function canRepeat(outcome: Outcome<unknown>, isRepeatable: boolean): boolean {
  return outcome.kind === 'failed' && (outcome.again === 'always' || (outcome.again === 'if-repeatable' && isRepeatable));
}

async function attemptOnce<T>(call: Call<T>, attempt: number, options: CallerOptions): Promise<Outcome<T>> {
  const startedAt = performance.now();
  const log = (
    isFine: boolean,
    facts: { status: number | null; code: string; log_id: string | null } & Record<string, unknown>,
  ): void => {
    const line = { endpoint: call.endpoint, attempt, durationMs: Math.round(performance.now() - startedAt), ...facts };
    options.observe?.({ endpoint: call.endpoint, code: countedCode(facts.code), durationMs: line.durationMs });
    if (isFine) options.logger.info(line, 'TikTok call');
    else options.logger.warn(line, 'TikTok call');
  };
  let http: HttpAnswer;
  try {
    http = await exchange(call.request, call.limits);
  } catch (error) {
    if (!(error instanceof HttpFault)) throw error;
    log(false, { status: null, code: error.code, log_id: null, detail: error.detail ?? undefined });
    const message =
      error.code === 'circuit_open'
        ? `TikTok was not asked for ${call.endpoint}: it has failed several times in a row, and is left alone for a while.`
        : `TikTok gave no answer to ${call.endpoint}: ${error.detail ?? error.code}.`;
    return failed(faultKind(error), message, error.code, null);
  }

  const answer = understand(http);
  const verdict = readVerdict(answer.json);
  const log_id = verdict.logId ?? cleanLogId(http.headers.get('x-tt-logid'));
  const reading = call.read({ ...answer, code: verdict.code });
  if (reading.kind === 'read') {
    const { unreadableFields } = reading;
    const isFine = unreadableFields.length === 0;
    log(isFine, {
      status: http.status,
      code: verdict.code ?? 'ok',
      log_id,
      unreadableFields: isFine ? undefined : unreadableFields,
    });
    return { kind: 'done', value: reading.value };
  }

  const refusal = verdict.code === 'ok' ? null : verdict.code;
  const code = refusal ?? ownCode(http.status, answer);
  const problem = refusal === null ? reading.problem : null;
  log(false, { status: http.status, code, log_id, problem: problem ?? undefined });
  const words = [problem, verdict.message && withoutSecrets(verdict.message, call.secrets)].filter(Boolean).join('; ');
  const message = `TikTok answered ${call.endpoint} with ${code} (HTTP ${http.status})${words && `: ${words}`}`;
  return failed(failureKind(refusal, http.status), message, code, log_id, readRetryAfterMs(http.headers.get('retry-after')));
}

function failed({ Error, again }: FailureKind, message: string, code: string, logId: string | null, waitMs = 0): Failed {
  const error = new Error(message, code, logId);
  return {
    kind: 'failed',
    error,
    again,
    isRateLimited: code === 'rate_limit_exceeded' || code === 'http_429',
    retryAfterMs: waitMs,
  };
}

function understand({ status, bytes }: HttpAnswer): Omit<Answer, 'code'> {
  const text = new TextDecoder().decode(bytes);
  const isEmpty = text.trim() === '';
  try {
    return { status, json: isEmpty ? undefined : parseJson(text), isEmpty };
  } catch {
    // Not an API answer: `json` undefined says so. The syntax error quotes the text, which may hold a token.
    return { status, json: undefined, isEmpty };
  }
}

/** Our word for an answer in which TikTok gave no reason. */
function ownCode(status: number, answer: Omit<Answer, 'code'>): string {
  if (status >= 400) return `http_${status}`;
  return answer.json === undefined ? 'not_json' : 'unreadable';
}

function withoutSecrets(message: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ '': secret }).toString().slice(1),
  ]);
  const struck = forms.filter((form) => form !== '').reduce((words, form) => words.replaceAll(form, '[secret]'), message);
  return struck.replace(/\b(?:act|rft|clt)\.[^\s"',]+/g, '[secret]').slice(0, 200);
}

function cleanLogId(header: string | null): string | null {
  return header !== null && /^[\w-]{1,128}$/.test(header) ? header : null;
}
