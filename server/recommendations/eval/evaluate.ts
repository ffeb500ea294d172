import { LanguageModelError, type LanguageModel, type TokenUsage } from '../../language-model/language-model';
import { findAlike } from '../alike';
import { groundedFigures, itemWords, readItems, type AnswerItem } from '../answer';
import { isInLanguage } from '../claims';
import { costInMicroUsd, usdOf } from '../model-usage';
import type { TokenAllowance } from '../token-allowance';
import { wordWithModel } from '../word-with-model';
import type { EvalCase } from './cases';
import { judgeShown, type Violation } from './judge';

/** How one model, or one behaviour of the stub, did over all cases. Shares are 0 to 1, null of nothing. */
export interface EvalRow {
  behaviour: string;
  cases: number;
  requests: number;
  /** Entries asked for that came in the shape asked for, over all asked for. */
  schemaValid: number | null;
  /** Figures in the answers, and the share of them that are in the evidence. */
  figures: number;
  figuresGrounded: number | null;
  /** Entries in the creator's language. */
  inLanguage: number | null;
  /** Entries that say what an earlier one or an open recommendation says. */
  alike: number;
  /** What the check made of it: sentences dropped, and recommendations shown in the model's words, over all. */
  sentencesDropped: number;
  worded: number;
  /** Cases in which statistics spoke alone. */
  fallbacks: number;
  /** Of what would be shown to a person. */
  violations: number;
  inputTokens: number | null;
  outputTokens: number | null;
  /** At the prices set; null without. */
  costUsd: number | null;
  /** Median of the answers, in milliseconds. */
  latencyP50Ms: number | null;
}

export type EvalViolation = Violation & { behaviour: string; case: string };

/** One answer as the model gave it. */
interface Answer extends TokenUsage {
  /** Entries asked for, and those that came. */
  asked: number;
  answered: number;
  items: AnswerItem[];
  latencyMs: number;
}

/** Puts a model through the cases, one after the other, and judges what would be shown. */
export async function evaluate(
  behaviour: string,
  cases: readonly EvalCase[],
  model: LanguageModel,
): Promise<{ row: EvalRow; violations: EvalViolation[] }> {
  const answers: Answer[] = [];
  const violations: EvalViolation[] = [];
  const scores: EntryScore[] = [];
  let [tasks, worded, fallbacks, sentencesDropped, alike] = [0, 0, 0, 0, 0];
  for (const { name, request, hostile } of cases) {
    const ofCase: Answer[] = [];
    const wording = await wordWithModel(request, {
      model: recording(model, ofCase),
      allowance: unlimited,
      signal: new AbortController().signal,
    });
    const items = ofCase.flatMap((answer) => answer.items);
    scores.push(...items.map((item) => scoreEntry(item, request)));
    alike += findAlike(
      [...items.entries()].map(([index, item]) => [index, { title: item.title, text: itemWords(item).join(' ') }]),
      request.openIdeas,
    ).size;
    violations.push(...judgeShown(wording.words, request, hostile).map((violation) => ({ behaviour, case: name, ...violation })));
    answers.push(...ofCase);
    tasks += request.tasks.length;
    worded += wording.words.size;
    sentencesDropped += wording.sentencesDropped;
    fallbacks += Number(wording.outcome === 'FELL_BACK');
  }
  const figures = sum(scores.map((score) => score.figures));
  const usage = {
    inputTokens: sumKnown(answers.map(({ inputTokens }) => inputTokens)),
    outputTokens: sumKnown(answers.map(({ outputTokens }) => outputTokens)),
  };
  return {
    violations,
    row: {
      behaviour,
      cases: cases.length,
      requests: answers.length,
      schemaValid: share(sum(answers.map(({ answered }) => answered)), sum(answers.map(({ asked }) => asked))),
      figures,
      figuresGrounded: share(sum(scores.map(({ grounded }) => grounded)), figures),
      inLanguage: share(scores.filter((score) => score.isInLanguage).length, scores.length),
      alike,
      sentencesDropped,
      worded: share(worded, tasks) ?? 0,
      fallbacks,
      violations: violations.length,
      ...usage,
      costUsd: usdOf(costInMicroUsd(usage, model.terms.prices)),
      latencyP50Ms: median(answers.map(({ latencyMs }) => latencyMs)),
    },
  };
}

interface EntryScore {
  figures: number;
  grounded: number;
  isInLanguage: boolean;
}

function scoreEntry(item: AnswerItem, { tasks, locale }: EvalCase['request']): EntryScore {
  const text = itemWords(item).join(' ');
  const task = tasks.find(({ id }) => id === item.evidenceId);
  const { figures, grounded } = groundedFigures(text, task ?? null);
  return { figures, grounded, isInLanguage: isInLanguage(text, locale) };
}

/** The model, with its answers written down as they come, before anything is checked. */
function recording(model: LanguageModel, answers: Answer[]): LanguageModel {
  return {
    ...model,
    async complete(request, signal) {
      const startedAt = performance.now();
      const { items: asked } = request.input as { items: { evidenceId: string }[] };
      const write = (entries: readonly unknown[], { inputTokens, outputTokens }: TokenUsage) => {
        const items = readItems(entries);
        const answered = asked.filter(({ evidenceId }) => items.some((item) => item.evidenceId === evidenceId)).length;
        const latencyMs = performance.now() - startedAt;
        answers.push({ asked: asked.length, answered, items, inputTokens, outputTokens, latencyMs });
      };
      try {
        const completion = await model.complete(request, signal);
        write((completion.value as { items: unknown[] }).items, completion);
        return completion;
      } catch (error) {
        if (error instanceof LanguageModelError) write([], error.usage);
        throw error;
      }
    },
  };
}

const unlimited: TokenAllowance = {
  resetsAt: new Date(0),
  reserve: () => ({ settle: () => undefined, release: () => undefined }),
};

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Null once one is unknown. */
function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? sum(known) : null;
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}
