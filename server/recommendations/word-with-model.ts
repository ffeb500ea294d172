import { LanguageModelError, type LanguageModel } from '../language-model/language-model';
import { answerSchema, checkAnswer, type CheckedWords } from './answer';
import type { GenerationOutcome } from './generation-run';
import { inputFor, instructionsFor, type WordingTask } from './prompt';
import { wordingIn, type FallbackReason, type Locale } from './wording/wording';

export interface ModelWording {
  /** By task id; a task without words keeps statistics' own. */
  words: ReadonlyMap<string, CheckedWords>;
  outcome: GenerationOutcome;
  /** A sentence for the person; null unless the outcome is FELL_BACK. */
  fallbackReason: string | null;
  /** All null where no language model was asked. */
  model: string | null;
  inputTokens: number | null;
  outputTokens: number | null;
  latencyMs: number | null;
}

const notAsked = { model: null, inputTokens: null, outputTokens: null, latencyMs: null };

export function withoutModel(): ModelWording {
  return { words: new Map(), outcome: 'STATISTICS_ONLY', fallbackReason: null, ...notAsked };
}

export function fallenBack(reason: FallbackReason, locale: Locale): ModelWording {
  return { words: new Map(), outcome: 'FELL_BACK', fallbackReason: wordingIn(locale).fallback[reason], ...notAsked };
}

interface WordingRequest {
  tasks: readonly WordingTask[];
  locale: Locale;
  /** Hashtags that the creator has used: the only others that a text may carry. */
  ownHashtags: ReadonlySet<string>;
}

const tokensPerTask = 500;
const attempts = 2;

/**
 * Asks the language model for words. What does not parse is asked again once; whatever else fails, statistics speak and the reason
 * is told. Never throws but for a request to stop. Tokens count every answer, usable or not.
 */
export async function wordWithModel(
  { tasks, locale, ownHashtags }: WordingRequest,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<ModelWording> {
  const startedAt = performance.now();
  const usage: { inputTokens: number | null; outputTokens: number | null } = { inputTokens: null, outputTokens: null };
  const spend = (one: typeof usage) => {
    usage.inputTokens = add(usage.inputTokens, one.inputTokens);
    usage.outputTokens = add(usage.outputTokens, one.outputTokens);
  };
  const asked = () => ({ model: model.name, ...usage, latencyMs: Math.round(performance.now() - startedAt) });

  for (let attempt = 1; ; attempt += 1) {
    try {
      const request = {
        instructions: instructionsFor(locale),
        input: inputFor(tasks),
        schema: answerSchema,
        maxOutputTokens: tokensPerTask * (tasks.length + 1),
      };
      const completion = await model.complete(request, signal);
      spend(completion);
      const words = checkAnswer(completion.value, tasks, locale, ownHashtags);
      if (words.size === 0) return { ...fallenBack('not-in-evidence', locale), ...asked() };
      return { words, outcome: 'WORDED', fallbackReason: null, ...asked() };
    } catch (error) {
      if (!(error instanceof LanguageModelError)) throw error;
      spend(error.usage);
      if (error.kind === 'unparsable' && attempt < attempts) continue;
      return { ...fallenBack(error.kind, locale), ...asked() };
    }
  }
}

function add(one: number | null, other: number | null): number | null {
  return one === null && other === null ? null : (one ?? 0) + (other ?? 0);
}
