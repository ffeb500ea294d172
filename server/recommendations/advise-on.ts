import { CHOICE_METHOD_VERSION } from '../analytics/choice-effects';
import { choiceSteps } from '../analytics/choices';
import { compareVideos } from '../analytics/comparisons';
import type { AnalyzedVideo } from '../analytics/creator-data';
import type { Criterion } from '../analytics/criterion';
import { localTimeIn } from '../analytics/local-time';
import { runSteps } from '../analytics/steps';
import { findAdvice } from './find-advice';
import { historyFromAnalysis } from './history-from-analysis';
import { recommendationTypes, type RecommendationType } from './recommendation';

/** Of the method that the advice comes from. */
export const ADVICE_METHOD_VERSION = CHOICE_METHOD_VERSION;

/** A recommendation before it has words: what is advised and what was measured. Effects are in ln(views) at equal age. */
export interface AdviceOn {
  type: RecommendationType;
  /** What a video that follows the advice is like. */
  criterion: Criterion;
  effect: number;
  low: number;
  high: number;
  confidence: number;
  n: number;
}

/**
 * What Crealia would recommend to a creator with these videos, in any order, and nothing else known: the way of a real
 * recommendation without database and words. Captions count only as far as the videos carry them (hashtags, openings, length).
 * @throws RangeError when the runtime does not know the time zone
 */
export function adviseOn(videos: readonly AnalyzedVideo[], timeZone: string): AdviceOn[] {
  const time = localTimeIn(timeZone);
  const comparisons = compareVideos(videos);
  const history = historyFromAnalysis({
    connectionId: '',
    comparisons,
    choices: runSteps(choiceSteps(comparisons, time)),
    captions: new Map(),
    asOf: new Date(videos.reduce((latest, { observedAt }) => Math.max(latest, observedAt ?? 0), 0)),
  });
  return recommendationTypes.flatMap((type) => {
    const found = findAdvice(type, history);
    if (!('advice' in found)) return [];
    return found.advice.map(({ basis: { criterion, effect, low, high, confidence, n } }) => ({
      type,
      criterion,
      effect,
      low,
      high,
      confidence,
      n,
    }));
  });
}
