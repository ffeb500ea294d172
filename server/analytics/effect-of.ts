import type { ChoiceEffect } from './choice-effects';
import { keyOf } from './choice-key';
import type { Choices } from './choices';
import type { Criterion } from './criterion';

/** The effect of one choice with what it was estimated among; its key is that of `keyOf`. */
export interface EffectOfChoice extends ChoiceEffect {
  /** The choice that the effect is of: that of an inseparable hashtag where the one asked for stands in its row. */
  criterion: Criterion;
  /** The creator's other videos for which the choice is known. */
  otherCount: number;
  /** Share of the probability between low and high, 0–1. */
  intervalLevel: number;
  /** Videos needed with the choice, and without it, before there is an estimate. */
  minimumN: number;
  methodVersion: string;
}

interface Frame {
  n: number;
  intervalLevel: number;
  minimumN: number;
  methodVersion: string;
}

/**
 * The one way to an effect, whatever its family. Null: the creator's videos were not compared by this choice: it was never made,
 * its hours are no stretch that is compared, or they are those of another time zone than the analysis.
 */
export function effectOf(choices: Choices, criterion: Criterion): EffectOfChoice | null {
  const { postingTimes, hashtags, durations, formats } = choices;
  switch (criterion.kind) {
    case 'HOURS': {
      const { weekday, hourFrom, hourUntil, timeZone } = criterion;
      if (timeZone !== postingTimes.timeZone) return null;
      const effect =
        weekday === null
          ? postingTimes.blocks.find((block) => block.hourFrom === hourFrom && block.hourUntil === hourUntil)
          : postingTimes.cells.find((cell) => cell.weekday === weekday && cell.hour === hourFrom && hourUntil === hourFrom + 1);
      return among(postingTimes, criterion, effect);
    }
    case 'HASHTAG': {
      const { hashtag } = criterion;
      const effect = hashtags.effects.find(({ key, together }) => key === hashtag || together.includes(hashtag));
      return among(hashtags, effect ? { kind: 'HASHTAG', hashtag: effect.key } : criterion, effect);
    }
    case 'DURATION': {
      const band = keyOf(criterion);
      return among(
        durations,
        criterion,
        durations.effects.find((effect) => effect.key === band),
      );
    }
    case 'FORMAT':
      return among(
        formats,
        criterion,
        formats.effects.find(({ key }) => key === criterion.format),
      );
    case 'WEEKDAY':
    case 'OPENING':
    case 'CAPTION_LENGTH':
    case 'SOUND':
    case 'GAP':
      return null;
  }
}

function among({ n, ...frame }: Frame, criterion: Criterion, effect: ChoiceEffect | undefined): EffectOfChoice | null {
  if (!effect) return null;
  const { intervalLevel, minimumN, methodVersion } = frame;
  return { ...effect, key: keyOf(criterion), criterion, otherCount: n - effect.n, intervalLevel, minimumN, methodVersion };
}
