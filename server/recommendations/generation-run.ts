import type { MissingRecommendation, RecommendationType } from './recommendation';

export type GenerationStatus = 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';
/** WORDED: a language model found the words. STATISTICS_ONLY: none is configured, or there was nothing to word. FELL_BACK: it failed. */
export type GenerationOutcome = 'WORDED' | 'STATISTICS_ONLY' | 'FELL_BACK';

/** One making of recommendations for a connection. */
export interface GenerationRun {
  id: string;
  connectionId: string;
  status: GenerationStatus;
  types: RecommendationType[];
  doneSteps: number;
  totalSteps: number;
  /** Model, tokens, cost and time are null where no language model was asked. */
  model: string | null;
  /** Over all its requests to the model, also those of a start that was interrupted. */
  inputTokens: number | null;
  outputTokens: number | null;
  /** Millionths of a US dollar; see costGapOf for null. */
  costMicroUsd: number | null;
  latencyMs: number | null;
  /** Null until the run has ended well. */
  outcome: GenerationOutcome | null;
  fallbackReason: string | null;
  missing: MissingRecommendation[];
  errorMessage: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

/** What a run goes through: reading the data, each type, and the words. */
export function stepCount(types: readonly RecommendationType[]): number {
  return types.length + 2;
}

/** 0 to 1; a run that has ended well is whole. */
export function progressOf({
  status,
  doneSteps,
  totalSteps,
}: Pick<GenerationRun, 'status' | 'doneSteps' | 'totalSteps'>): number {
  if (status === 'SUCCEEDED') return 1;
  return totalSteps === 0 ? 0 : Math.min(1, doneSteps / totalSteps);
}

export function isFinished({ status }: Pick<GenerationRun, 'status'>): boolean {
  return status === 'SUCCEEDED' || status === 'FAILED';
}
