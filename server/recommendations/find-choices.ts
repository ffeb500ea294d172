import type { Criterion } from '../analytics/criterion';
import { type AdviceBasis, type AdviceOf, type Finding, nothing, tooFew } from './advice';
import type { ChoiceFrame, CreatorHistory, HistoryVideo, MeasuredEffect, TimeEffect } from './creator-history';
import { splitByResidual } from './evidence';
import {
  reproduceDurations,
  reproduceFormats,
  reproduceHashtags,
  reproducePostingTimes,
  type Reproduction,
} from './reproduction';

/** Nothing observed is certain. */
export function cautious(probability: number): number {
  return Math.min(probability, 0.99);
}

/** Key of the metric in which effects of choices are measured. */
const choiceMetric = 'estimate';

const mostTimes = 2;
const mostHashtagSets = 3;
const longestHashtagSet = 5;

/** Hours that do better than the creator's other hours; a single weekday's hour only where no block already covers it. */
export function findTiming({ postingTimes, videos, connectionId, period }: CreatorHistory): Finding<'TIMING'> {
  const blocks = standing(postingTimes.blocks);
  const cells = standing(postingTimes.cells).filter(
    ({ hourFrom }) => !blocks.some((block) => block.hourFrom <= hourFrom && hourFrom < block.hourUntil),
  );
  const found = [...blocks, ...cells].slice(0, mostTimes);
  if (found.length === 0) return noneStanding('TIMING', postingTimes, [...postingTimes.blocks, ...postingTimes.cells], videos);
  return {
    advice: found.map((time) => ({
      type: 'TIMING',
      basis: basisOf(
        time,
        `${time.weekday ?? 'every-day'}:${time.hourFrom}-${time.hourUntil}`,
        {
          kind: 'HOURS',
          weekday: time.weekday,
          hourFrom: time.hourFrom,
          hourUntil: time.hourUntil,
          timeZone: period.timeZone,
        },
        postingTimes,
        videos,
        reproducePostingTimes(connectionId),
      ),
      weekday: time.weekday,
      hourFrom: time.hourFrom,
      hourUntil: time.hourUntil,
      timeZone: period.timeZone,
    })),
  };
}

export function findHashtags({ hashtags, videos, connectionId }: CreatorHistory): Finding<'HASHTAGS'> {
  if (videos.length > 0 && videos.every((video) => video.hashtags.length === 0)) return nothing('HASHTAGS', 'NO_HASHTAGS');
  const found = standing(hashtags.effects);
  if (found.length === 0) return noneStanding('HASHTAGS', hashtags, hashtags.effects, videos);
  return {
    advice: found.slice(0, mostHashtagSets).map((effect) => ({
      type: 'HASHTAGS',
      basis: basisOf(
        effect,
        effect.key,
        { kind: 'HASHTAG', hashtag: effect.key },
        hashtags,
        videos,
        reproduceHashtags(connectionId),
      ),
      hashtags: [effect.key, ...effect.together].slice(0, longestHashtagSet),
    })),
  };
}

/** A length that does better than the creator's other lengths, and a form (vertical, photo…) that does. */
export function findFormat({ durations, formats, videos, connectionId }: CreatorHistory): Finding<'FORMAT'> {
  const [duration] = standing(durations.effects);
  const [form] = standing(formats.effects);
  const advice: AdviceOf<'FORMAT'>[] = [];
  if (duration) {
    const { key, minimumSeconds, maximumSeconds } = duration;
    advice.push({
      type: 'FORMAT',
      basis: basisOf(
        duration,
        `duration:${key}`,
        { kind: 'DURATION', minimumSeconds, maximumSeconds },
        durations,
        videos,
        reproduceDurations(connectionId),
      ),
      shape: { kind: 'DURATION', minimumSeconds, maximumSeconds },
    });
  }
  if (form) {
    const basis = basisOf(
      form,
      `format:${form.key}`,
      { kind: 'FORMAT', format: form.format },
      formats,
      videos,
      reproduceFormats(connectionId),
    );
    advice.push({ type: 'FORMAT', basis, shape: { kind: 'FORMAT', format: form.format } });
  }
  if (advice.length > 0) return { advice };
  if (videos.length > 0 && videos.every((video) => video.durationSeconds === null)) return nothing('FORMAT', 'NO_DURATIONS');
  return noneStanding('FORMAT', durations, [...durations.effects, ...formats.effects], videos);
}

export type Measured<Effect> = Effect & { estimate: number; low: number; high: number; probability: number };

export function isMeasured<Effect extends MeasuredEffect>(effect: Effect): effect is Measured<Effect> {
  return effect.estimate !== null && effect.low !== null && effect.high !== null && effect.probability !== null;
}

/** Effects that the method calls higher than the other videos, the surest first. */
function standing<Effect extends MeasuredEffect>(effects: readonly Effect[]): Measured<Effect>[] {
  return effects
    .filter(({ verdict }) => verdict === 'HIGHER')
    .filter(isMeasured)
    .sort((a, b) => b.probability - a.probability || b.low - a.low || a.key.localeCompare(b.key));
}

/** Nothing stands: because nothing could be measured, or because what was measured does not differ. */
function noneStanding<Type extends 'TIMING' | 'HASHTAGS' | 'FORMAT'>(
  type: Type,
  { n, minimumN }: ChoiceFrame,
  effects: readonly MeasuredEffect[],
  videos: readonly HistoryVideo[],
): Finding<Type> {
  if (effects.some(({ verdict }) => verdict !== 'BELOW_THRESHOLD')) return nothing(type, 'NO_MEASURABLE_DIFFERENCE');
  const comparable = videos.filter(({ isComparable }) => isComparable).length;
  if (comparable < 2 * minimumN) return tooFew(type, comparable, 2 * minimumN);
  // Enough videos, but no value has enough of them with it and without it.
  return tooFew(type, Math.max(0, ...effects.map((effect) => Math.min(effect.n, Math.max(0, n - effect.n)))), minimumN);
}

/** Evidence that the effect of a choice stands on. */
export function basisOf(
  effect: Measured<MeasuredEffect | TimeEffect>,
  subject: string,
  criterion: Criterion,
  { n, intervalLevel, methodVersion }: ChoiceFrame,
  videos: readonly HistoryVideo[],
  reproduction: Reproduction,
): AdviceBasis {
  const chosen = new Set(effect.videoIds);
  return {
    subject,
    criterion,
    metric: choiceMetric,
    effect: effect.estimate,
    low: effect.low,
    high: effect.high,
    intervalLevel,
    n: effect.n,
    otherCount: Math.max(0, n - effect.n),
    confidence: cautious(effect.probability),
    ...splitByResidual(videos.filter(({ id }) => chosen.has(id))),
    methodVersion,
    reproduction,
  };
}
