import type { ChoiceFamily } from '../analytics/choice-key';
import type { ChoiceEffect, Choices } from '../analytics/choices';
import type { Criterion } from '../analytics/criterion';
import { type AdviceBasis, type Finding, nothing, type Shape, type Timing, tooFew } from './advice';
import { type CreatorHistory, videosWith } from './creator-history';
import { splitByResidual } from './evidence';
import type { RecommendationType } from './recommendation';

const mostTimes = 2;
const mostHashtagSets = 3;
const longestHashtagSet = 5;
const mostShapes = 2;

/** Hours, weekdays and pauses between videos that do better than the creator's others. */
export function findTiming(history: CreatorHistory): Finding<'TIMING'> {
  const found = standing(history, ['HOURS', 'WEEKDAY', 'GAP']).filter(isFirstOfItsHours).slice(0, mostTimes);
  if (found.length === 0) return noneStanding('TIMING', history, ['HOURS', 'WEEKDAY', 'GAP']);
  const { timeZone } = history.period;
  return {
    advice: found.flatMap((effect) => {
      const { criterion } = effect;
      return isTiming(criterion) ? [{ type: 'TIMING', basis: basisOf(effect, history), timing: criterion, timeZone }] : [];
    }),
  };
}

export function findHashtags(history: CreatorHistory): Finding<'HASHTAGS'> {
  const { videos } = history;
  if (videos.length > 0 && videos.every(({ hashtags }) => hashtags.length === 0)) return nothing('HASHTAGS', 'NO_HASHTAGS');
  const found = standing(history, ['HASHTAG']);
  if (found.length === 0) return noneStanding('HASHTAGS', history, ['HASHTAG']);
  return {
    advice: found.slice(0, mostHashtagSets).map((effect) => ({
      type: 'HASHTAGS',
      basis: basisOf(effect, history),
      hashtags: [effect.key, ...effect.together].slice(0, longestHashtagSet),
    })),
  };
}

/** A length, a length of caption, a kind of sound, a form (vertical, photo…) that does better than the creator's others. */
export function findFormat(history: CreatorHistory): Finding<'FORMAT'> {
  const families = ['DURATION', 'CAPTION_LENGTH', 'SOUND', 'FORMAT'] as const;
  const found = standing(history, families).slice(0, mostShapes);
  if (found.length > 0) {
    return {
      advice: found.flatMap((effect) => {
        const { criterion } = effect;
        return isShape(criterion) ? [{ type: 'FORMAT', basis: basisOf(effect, history), shape: criterion }] : [];
      }),
    };
  }
  const { videos } = history;
  if (videos.length > 0 && videos.every(({ durationSeconds }) => durationSeconds === null))
    return nothing('FORMAT', 'NO_DURATIONS');
  return noneStanding('FORMAT', history, families);
}

/** An effect that was measured: all its numbers are there. */
export type StandingEffect = ChoiceEffect & {
  estimate: number;
  low: number;
  high: number;
  probability: number;
  confidence: number;
};

/** Choices that the method calls higher than the creator's others, the surest first. */
export function standing({ choices }: CreatorHistory, families: readonly ChoiceFamily[]): StandingEffect[] {
  return effectsOf(choices, families)
    .filter(({ verdict }) => verdict === 'HIGHER')
    .filter(isMeasured)
    .sort((a, b) => b.probability - a.probability || b.low - a.low || a.key.localeCompare(b.key));
}

/** Nothing stands: because nothing could be measured, or because what was measured does not differ. */
export function noneStanding<Type extends RecommendationType>(
  type: Type,
  history: CreatorHistory,
  families: readonly ChoiceFamily[],
): Finding<Type> {
  const effects = effectsOf(history.choices, families);
  if (effects.some(({ verdict }) => verdict !== 'BELOW_THRESHOLD')) return nothing(type, 'NO_MEASURABLE_DIFFERENCE');
  const { minimumN } = history.choices.reports.HOURS;
  const compared = history.videos.filter(({ isComparable }) => isComparable).length;
  if (compared < 2 * minimumN) return tooFew(type, compared, 2 * minimumN);
  // Enough videos, but no value has enough of them with it and without it.
  return tooFew(type, Math.max(0, ...effects.map(({ n, otherCount }) => Math.min(n, otherCount))), minimumN);
}

/** Evidence that the effect of a choice stands on. */
export function basisOf(effect: StandingEffect, history: CreatorHistory): AdviceBasis {
  const { criterion, key } = effect;
  const { intervalLevel, methodVersion } = history.choices.reports[criterion.kind];
  return {
    subject: `${criterion.kind}:${key}`,
    criterion,
    metric: 'estimate',
    effect: effect.estimate,
    low: effect.low,
    high: effect.high,
    intervalLevel,
    n: effect.n,
    otherCount: effect.otherCount,
    probability: effect.probability,
    // Nothing observed is certain.
    confidence: Math.min(effect.confidence, 0.99),
    ...splitByResidual(videosWith(history, criterion)),
    methodVersion,
  };
}

function effectsOf({ reports }: Choices, families: readonly ChoiceFamily[]): ChoiceEffect[] {
  return families.flatMap((family) => [...reports[family].effects]);
}

function isMeasured(effect: ChoiceEffect): effect is StandingEffect {
  return effect.estimate !== null && effect.low !== null && effect.high !== null;
}

/** Blocks of hours overlap: of those that do, the surest speaks. */
function isFirstOfItsHours({ criterion }: StandingEffect, index: number, surestFirst: readonly StandingEffect[]): boolean {
  return surestFirst.slice(0, index).every((surer) => {
    if (criterion.kind !== 'HOURS' || surer.criterion.kind !== 'HOURS') return true;
    return criterion.hourFrom >= surer.criterion.hourUntil || surer.criterion.hourFrom >= criterion.hourUntil;
  });
}

function isTiming(criterion: Criterion): criterion is Timing {
  return criterion.kind === 'HOURS' || criterion.kind === 'WEEKDAY' || criterion.kind === 'GAP';
}

function isShape(criterion: Criterion): criterion is Shape {
  const { kind } = criterion;
  return kind === 'DURATION' || kind === 'CAPTION_LENGTH' || kind === 'SOUND' || kind === 'FORMAT';
}
