import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Analyses } from '../analytics/analyses';
import type { CreatorAnalysis } from '../analytics/creator-analysis';
import type { Clock } from '../clock';
import type { Database } from '../db/database';
import type { LanguageModel } from '../language-model/language-model';
import { readTrackRecords } from '../predictions/read-scoreboard';
import { recalibrate } from '../predictions/recalibration';
import type { CrealiaPubSub } from '../pubsub';
import type { Advice } from './advice';
import { ideaOf } from './answer';
import { buildEvidence } from './build-evidence';
import type { CreatorHistory } from './creator-history';
import { creatorStyle } from './creator-style';
import { findAdvice } from './find-advice';
import { announceGeneration } from './generation-progress';
import { beginGenerationRun, failGenerationRun, listCaptions, updateDoneSteps, type BegunGeneration } from './generation-queries';
import { historyFromAnalysis } from './history-from-analysis';
import type { WordingTask } from './prompt';
import { hasChangedMaterially, type MissingRecommendation } from './recommendation';
import { finishGenerationRun, listOpenRecommendations, listSettledRecommendations } from './recommendation-queries';
import type { NewRecommendation, SavedRecommendation } from './saved-recommendation';
import { personAllowance } from './token-allowance';
import { fallenBack, withoutModel, wordWithModel, type ModelWording } from './word-with-model';
import { wordAdvice, type Locale } from './wording/wording';

export interface GenerationDependencies {
  db: Database;
  clock: Clock;
  pubsub: CrealiaPubSub;
  analyses: Analyses;
  /** Null: statistics alone. */
  languageModel: LanguageModel | null;
  /** Of the process: what the language model may still cost is counted in real months. */
  systemNow: () => Date;
}

export interface GenerationAttempt {
  signal: AbortSignal;
  isLastAttempt: boolean;
}

/**
 * Carries a generation run to its end: finds what each type can stand on, has it worded, writes all of it at once. Safe to run
 * twice: a run that died starts over, one that has ended is left alone. Ends the run as failed when its last attempt throws.
 */
export async function makeRecommendations(
  runId: string,
  deps: GenerationDependencies,
  attempt: GenerationAttempt,
): Promise<void> {
  try {
    await generate(runId, deps, attempt.signal);
  } catch (error) {
    if (attempt.signal.aborted) return;
    if (attempt.isLastAttempt) {
      failGenerationRun(deps.db, runId, 'The recommendations could not be made. Ask again in a few minutes.', deps.clock.now());
      announceGeneration(deps.pubsub, runId);
    }
    throw error;
  }
}

async function generate(runId: string, deps: GenerationDependencies, signal: AbortSignal): Promise<void> {
  const { db, clock, pubsub } = deps;
  const begun = beginGenerationRun(db, runId, clock.now());
  if (!begun) return;
  const { run, connection, locale, timeZone } = begun;
  const progress = (doneSteps: number) => {
    updateDoneSteps(db, runId, doneSteps);
    announceGeneration(pubsub, runId);
  };
  progress(0);

  const { history, analysis } = await readMaterial(connection.id, timeZone, deps);
  progress(1);
  const missing: MissingRecommendation[] = [];
  const found: Advice[] = [];
  for (const [index, type] of run.types.entries()) {
    const finding = findAdvice(type, history);
    if ('missing' in finding) missing.push(finding.missing);
    else found.push(...finding.advice);
    progress(2 + index);
    await nextTurn();
    if (signal.aborted) return;
  }
  const advice = withoutSettled(found, listSettledRecommendations(db, connection.id));
  const tasks = toTasks(advice, history, locale, timeZone);
  const wording = await wordTasks(tasks, { history, locale, run, connection, signal }, deps);
  if (signal.aborted) return;

  const { words, outcome, fallbackReason, model, latencyMs } = wording;
  const trackRecords = readTrackRecords(connection.id, { db });
  finishGenerationRun(db, {
    runId,
    connectionId: connection.id,
    recommendations: tasks.map((task) => ({
      ...toRecommendation(task, words, { history, analysis }, locale),
      confidence: recalibrate(task.advice.basis.confidence, trackRecords.get(task.advice.type) ?? null),
    })),
    types: run.types,
    missing,
    outcome,
    fallbackReason,
    model,
    latencyMs,
    now: clock.now(),
  });
  announceGeneration(pubsub, runId);
}

/** What advice is found in, and what it was computed from. */
interface Material {
  history: CreatorHistory;
  analysis: CreatorAnalysis;
}

/** Read and taken apart in about 10 ms, so that other requests get their turn. */
const captionsAtOnce = 500;

async function readMaterial(
  connectionId: string,
  timeZone: string,
  { db, clock, analyses }: GenerationDependencies,
): Promise<Material> {
  const analysis = await analyses.get({ connectionId, timeZone });
  const captions = new Map<string, string>();
  for (let after = ''; ;) {
    const page = listCaptions(db, connectionId, after, captionsAtOnce);
    for (const { id, caption } of page) captions.set(id, caption);
    const last = page.at(-1);
    if (!last || page.length < captionsAtOnce) break;
    after = last.id;
    await nextTurn();
  }
  const asOf = analysis.report('LAST_365_DAYS').asOf ?? clock.now();
  const { comparisons, choices } = analysis;
  const history = historyFromAnalysis({ connectionId, comparisons, choices, captions, asOf });
  return { history, analysis };
}

/** Leaves out what the person has applied or dismissed already, unless its evidence has changed materially since. */
function withoutSettled(found: readonly Advice[], settled: readonly SavedRecommendation[]): Advice[] {
  return found.filter(({ type, basis }) =>
    settled
      .filter((old) => old.type === type && old.evidence.subject === basis.subject)
      .every((old) => hasChangedMaterially(old.evidence, basis)),
  );
}

function toTasks(advice: readonly Advice[], history: CreatorHistory, locale: Locale, timeZone: string): WordingTask[] {
  const captions = new Map(history.videos.map(({ id, caption }) => [id, caption]));
  return advice.map((one, index) => ({
    id: `e${index + 1}`,
    advice: one,
    words: wordAdvice(one, locale, timeZone),
    captions: one.basis.supportingVideoIds.flatMap((id) => captions.get(id) ?? []),
  }));
}

interface WordingContext extends Pick<BegunGeneration, 'run' | 'connection' | 'locale'> {
  history: CreatorHistory;
  signal: AbortSignal;
}

async function wordTasks(
  tasks: readonly WordingTask[],
  { history, locale, run, connection, signal }: WordingContext,
  { db, languageModel: model, systemNow }: GenerationDependencies,
): Promise<ModelWording> {
  if (!model || tasks.length === 0) return withoutModel();
  // An account that was taken back is not handed on to anybody.
  if (!connection.isActive) return fallenBack('not-connected', locale);
  const ownHashtags = new Set(history.videos.flatMap(({ hashtags }) => hashtags));
  // What this run makes anew takes the place of what was said on the same subject before.
  const others = listOpenRecommendations(db, connection.id).filter(
    ({ type, evidence }) => !tasks.some(({ advice }) => advice.type === type && advice.basis.subject === evidence.subject),
  );
  const allowance = personAllowance(db, { ownerId: connection.ownerId, generationRunId: run.id, model, systemNow });
  return wordWithModel(
    { tasks, locale, ownHashtags, style: creatorStyle(history), openIdeas: others.map(ideaOf) },
    { model, allowance, signal },
  );
}

function toRecommendation(
  { id, advice, words }: WordingTask,
  worded: ModelWording['words'],
  { history, analysis }: Material,
  locale: Locale,
): NewRecommendation {
  const model = worded.get(id);
  return {
    type: advice.type,
    title: model?.title ?? words.title,
    description: model?.description ?? words.description,
    content: model?.content ?? words.content,
    confidence: advice.basis.confidence,
    statedConfidence: advice.basis.confidence,
    source: model ? 'OPENAI' : 'STATISTICS',
    locale,
    evidence: buildEvidence(advice.basis, words, history, analysis),
  };
}
