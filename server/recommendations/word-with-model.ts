import { LanguageModelError, type LanguageModel, type LanguageModelErrorKind } from '../language-model/language-model';
import { findAlike, type Idea } from './alike';
import {
  answerSchema,
  checkAnswer,
  ideaOf,
  looseAnswerSchema,
  readItems,
  unansweredTasks,
  type AnswerItem,
  type CheckedWords,
} from './answer';
import type { CreatorStyle } from './creator-style';
import type { GenerationOutcome } from './generation-run';
import { mostTokens } from './model-usage';
import { inputFor, instructionsFor, type WordingTask } from './prompt';
import type { TokenAllowance } from './token-allowance';
import { wordingIn, type FallbackReason, type Locale } from './wording/wording';

export interface ModelWording {
  /** By task id; a task without words keeps statistics' own. */
  words: ReadonlyMap<string, CheckedWords>;
  /** Sentences of the answer that were dropped, because the evidence does not hold them. */
  sentencesDropped: number;
  outcome: GenerationOutcome;
  /** A sentence for the person; null unless the outcome is FELL_BACK. */
  fallbackReason: string | null;
  /** Null where no language model was asked. */
  model: string | null;
  latencyMs: number | null;
}

const nothing = { words: new Map<string, CheckedWords>(), sentencesDropped: 0, model: null, latencyMs: null };

export function withoutModel(): ModelWording {
  return { ...nothing, outcome: 'STATISTICS_ONLY', fallbackReason: null };
}

export function fallenBack(reason: FallbackReason, locale: Locale): ModelWording {
  return { ...nothing, outcome: 'FELL_BACK', fallbackReason: wordingIn(locale).fallback[reason] };
}

export interface WordingRequest {
  tasks: readonly WordingTask[];
  locale: Locale;
  /** Hashtags that the creator has used: the only others that a text may carry. */
  ownHashtags: ReadonlySet<string>;
  style: CreatorStyle;
  /** The creator's other open recommendations, which new ones may not repeat. */
  openIdeas: readonly Idea[];
}

interface Asking {
  model: LanguageModel;
  allowance: TokenAllowance;
  signal: AbortSignal;
}

/** Hidden reasoning takes thousands of tokens before the first word; a limit that is not used up costs nothing. */
const tokensBeforehand = 4_000;
const tokensPerTask = 800;
const mostRequests = 2;

/**
 * Asks the language model for words. What has not the shape asked for is asked for once more, as far as it is missing; an answer
 * that was cut off is asked for once more with the whole limit of tokens; two requests in all at most. Whatever else fails, and what
 * is still missing, statistics say, and the first reason is told where nothing is left. Tokens are reserved before each request and
 * settled after it, usable or not. Throws nothing but a request to stop.
 */
export async function wordWithModel(request: WordingRequest, asking: Asking): Promise<ModelWording> {
  const { model, allowance } = asking;
  const startedAt = performance.now();
  const items: AnswerItem[] = [];
  let pending = request.tasks;
  let limit = Math.min(model.terms.maxOutputTokens, tokensBeforehand + tokensPerTask * pending.length);
  let failure: Failure | null = null;
  let requests = 0;
  for (let attempt = 1; attempt <= mostRequests && pending.length > 0; attempt += 1) {
    const answer = await ask({ ...request, tasks: pending }, limit, asking);
    if (answer.failure !== 'ceiling-reached') requests += 1;
    items.push(...answer.items);
    pending = unansweredTasks(items, pending);
    failure ??= answer.failure;
    if (answer.failure === 'truncated' && limit < model.terms.maxOutputTokens) limit = model.terms.maxOutputTokens;
    else if (answer.failure !== 'unparsable') break;
  }

  const asked = requests === 0 ? {} : { model: model.name, latencyMs: Math.round(performance.now() - startedAt) };
  if (items.length > 0) return { ...accept(items, request), ...asked };
  if (failure !== 'ceiling-reached') return { ...fallenBack(failure ?? 'unparsable', request.locale), ...asked };
  const fallbackReason = wordingIn(request.locale).ceilingReached(allowance.resetsAt);
  return { ...nothing, outcome: 'FELL_BACK', fallbackReason };
}

type Failure = LanguageModelErrorKind | 'ceiling-reached';

/** One request. `failure` is null when every task was answered in the shape asked for. */
async function ask(
  { tasks, locale, style }: WordingRequest,
  maxOutputTokens: number,
  { model, allowance, signal }: Asking,
): Promise<{ items: AnswerItem[]; failure: Failure | null }> {
  const [instructions, input] = [instructionsFor(locale), inputFor(tasks, style)];
  const reservation = allowance.reserve(mostTokens({ sent: instructions + JSON.stringify(input), maxOutputTokens }));
  if (!reservation) return { items: [], failure: 'ceiling-reached' };
  try {
    const { value, inputTokens, outputTokens } = await model.complete(
      { instructions, input, schema: looseAnswerSchema, askedSchema: answerSchema, maxOutputTokens },
      signal,
    );
    reservation.settle({ inputTokens, outputTokens });
    const items = readItems(value.items);
    return { items, failure: unansweredTasks(items, tasks).length === 0 ? null : 'unparsable' };
  } catch (error) {
    // A request to stop leaves the reservation standing: the answer may have been charged.
    if (!(error instanceof LanguageModelError)) throw error;
    if (error.kind === 'rejected' || error.kind === 'unavailable') reservation.release();
    else reservation.settle(error.usage);
    return { items: [], failure: error.kind };
  }
}

/** What of the answer may be shown. Of two ideas that are alike the later one is left to statistics. */
function accept(
  items: readonly AnswerItem[],
  { tasks, locale, ownHashtags, openIdeas }: WordingRequest,
): Pick<ModelWording, 'words' | 'sentencesDropped' | 'outcome' | 'fallbackReason' | 'model' | 'latencyMs'> {
  const { words, sentencesDropped } = checkAnswer(items, tasks, locale, ownHashtags);
  if (words.size === 0) return { ...fallenBack('not-in-evidence', locale), sentencesDropped };
  const ideas = [...words].map(([id, checked]) => [id, ideaOf(checked)] as const);
  for (const id of findAlike(ideas, openIdeas)) words.delete(id);
  if (words.size === 0) return { ...fallenBack('nothing-new', locale), sentencesDropped };
  return { ...nothing, words, sentencesDropped, outcome: 'WORDED', fallbackReason: null };
}
