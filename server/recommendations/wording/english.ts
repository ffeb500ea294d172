import type { Format } from '../../analytics/formats';
import type { AdviceBasis, AdviceOf, CommonGround, Shape, Timing } from '../advice';
import { hashtagList, secondsOf, timingContent, valuesIn } from './values';
import type { Wording } from './wording';

const values = valuesIn('en');
const { gain, signedGain, percent, count, date, weekday } = values;

export const english: Wording = {
  word: {
    TIMING({ basis, timing, timeZone }) {
      const { when, others } = timingWords(timing);
      return {
        title: timing.kind === 'GAP' ? `Post ${when} your video before` : `Post ${when}`,
        description:
          `Posted like that, your videos did better than your other videos at the same age. This describes what you posted so far: if you keep such a time for one kind of video, ` +
          `that kind may be what makes the difference.${timing.kind === 'GAP' ? '' : ` Times are in the time zone ${timeZone}.`}`,
        statement: `Posted ${when}${timing.kind === 'GAP' ? ' the one before' : ''}, your videos typically get ${gain(basis.effect)} more views than your other videos at the same age (${proof(basis)}).`,
        content: timingContent(timing, timeZone),
        arms: { chosen: when, others },
      };
    },

    HASHTAGS({ basis, hashtags }) {
      const lead = `#${hashtags[0] ?? ''}`;
      const together = hashtags.length > 1 ? ' You nearly always use them together, so which one counts cannot be told.' : '';
      return {
        title: `Keep ${hashtagList(hashtags, values)}`,
        description:
          `Your videos with ${lead} did better than those without at the same age.${together} Use it where the subject fits: ` +
          `it is often the subject, more than the word, that makes the difference.`,
        statement: `With ${lead}, your videos typically get ${gain(basis.effect)} more views than without it at the same age (${proof(basis)}).`,
        content: { type: 'HASHTAGS', hashtags },
        arms: { chosen: `with ${lead}`, others: `without ${lead}` },
      };
    },

    FORMAT({ basis, shape }) {
      const { label, aim, kind, others } = shapeWords(shape);
      return {
        title: aim,
        description:
          `Your videos with this ${kind} did better than the others at the same age. ` +
          `This describes your past videos: a ${kind} often goes with a kind of content.`,
        statement: `Videos with this ${kind} (${label}) typically get ${gain(basis.effect)} more views than your other videos at the same age (${proof(basis)}).`,
        content: { type: 'FORMAT', ...secondsOf(shape), label },
        arms: { chosen: label, others },
      };
    },

    CONTENT_IDEA(advice, timeZone) {
      const { commonGround, hashtags, durationSeconds } = advice;
      const example = exampleName(advice, timeZone);
      return {
        title: `Go on with ${seriesName(commonGround)}`,
        description: `This series keeps coming back in your videos and does better than your others. The one that took it highest: ${example}.`,
        statement: videoStatement(advice),
        content: {
          type: 'CONTENT_IDEA',
          angle: `A new episode of ${seriesName(commonGround)}, in the spirit of ${example}.`,
          hook: advice.example.opening ?? `Open as ${example} does.`,
          steps: [
            `Watch ${example} again and note what happens before the first cut.`,
            `Keep the subject and the opening; change one thing only, so that you know afterwards what made the difference.`,
            ...(durationSeconds === null ? [] : [`Stay close to ${seconds(durationSeconds)}, like the videos cited.`]),
            ...(hashtags.length === 0 ? [] : [`Use ${hashtagList(hashtags, values)} again.`]),
          ],
        },
        arms: seriesArms,
      };
    },

    SCRIPT(advice, timeZone) {
      const example = exampleName(advice, timeZone);
      return {
        title: `A script based on ${example}`,
        description: `This script takes up the opening of the video that took ${seriesName(advice.commonGround)} highest. Put it in your own words: the outline comes from that video, not from a recipe.`,
        statement: videoStatement(advice),
        content: {
          type: 'SCRIPT',
          hook: advice.example.opening ?? example,
          beats: [
            `Opening: the same promise, said or shown in the very first frame.`,
            `Middle: the subject of ${example}, with a single new element.`,
            `Ending: show what the opening announced.`,
          ],
          callToAction: `Ask in the comments which sequel people want.`,
          durationSeconds: advice.durationSeconds,
        },
        arms: seriesArms,
      };
    },
  },

  fallback: {
    unavailable: 'The language model cannot be reached; these recommendations come from statistics alone.',
    rejected:
      'The language model’s server refused the request (key or model name); these recommendations come from statistics alone.',
    timeout: 'The language model did not answer in time; these recommendations come from statistics alone.',
    truncated: 'The language model’s answer was incomplete; these recommendations come from statistics alone.',
    refused: 'The language model declined to answer; these recommendations come from statistics alone.',
    unparsable: 'The language model’s answer was unusable; these recommendations come from statistics alone.',
    'not-in-evidence':
      'The language model claimed what your numbers do not say; these recommendations come from statistics alone.',
    'nothing-new':
      'The language model’s answer repeated recommendations that you have already; these come from statistics alone.',
    'not-connected':
      'This account is no longer connected: nothing of it was sent to the language model, and these recommendations come from statistics alone.',
  },

  ceilingReached: (resetsAt) =>
    `Your monthly ceiling for the language model is reached; these recommendations come from statistics alone. It starts from zero on ${date(resetsAt, 'UTC')}, at midnight UTC.`,
};

type BuiltOnVideos = AdviceOf<'CONTENT_IDEA'> | AdviceOf<'SCRIPT'>;

function proof({ low, high, intervalLevel, n, otherCount }: AdviceBasis): string {
  return `${percent(intervalLevel)} interval: ${signedGain(low)} to ${signedGain(high)}; n = ${count(n)}, against ${count(otherCount)}`;
}

function videoStatement({ commonGround, basis }: BuiltOnVideos): string {
  const those =
    commonGround.kind === 'HASHTAG' ? `With #${commonGround.hashtag}` : `When your caption begins with “${commonGround.opening}”`;
  return `${those}, your videos typically get ${gain(basis.effect)} more views than without it at the same age (${proof(basis)}). The difference seen is drawn toward zero, because part of it is chance.`;
}

const seriesArms = { chosen: 'videos of the series', others: 'other videos' };

function seriesName(commonGround: CommonGround): string {
  return commonGround.kind === 'HASHTAG' ? `your series #${commonGround.hashtag}` : `your series “${commonGround.opening}…”`;
}

function timingWords(timing: Timing): { when: string; others: string } {
  switch (timing.kind) {
    case 'HOURS': {
      const day = timing.weekday === null ? '' : `on ${weekday(timing.weekday)}s `;
      return { when: `${day}between ${hour(timing.hourFrom)} and ${hour(timing.hourUntil)}`, others: 'other hours' };
    }
    case 'WEEKDAY':
      return { when: `on ${weekday(timing.weekday)}s`, others: 'other days' };
    case 'GAP': {
      const { minimumHours, maximumHours } = timing;
      const range = maximumHours === null ? `${minimumHours} hours or more` : `${minimumHours} to ${maximumHours} hours`;
      return { when: `${range} after`, others: 'other intervals' };
    }
  }
}

function shapeWords(shape: Shape): { label: string; aim: string; kind: string; others: string } {
  switch (shape.kind) {
    case 'DURATION': {
      const label = durationLabel(shape.minimumSeconds, shape.maximumSeconds);
      return { label, aim: `Aim for ${label}`, kind: 'length', others: 'other lengths' };
    }
    case 'CAPTION_LENGTH': {
      const { minimumCharacters: minimum, maximumCharacters: maximum } = shape;
      const range =
        maximum === null
          ? `${minimum} characters or more`
          : minimum === 0
            ? `less than ${maximum} characters`
            : `${minimum} to ${maximum} characters`;
      return {
        label: `caption of ${range}`,
        aim: `Write captions of ${range}`,
        kind: 'caption length',
        others: 'other caption lengths',
      };
    }
    case 'SOUND':
      return shape.sound === 'OWN'
        ? { label: 'your own sound', aim: 'Use your own sound', kind: 'sound', others: 'sounds of others' }
        : { label: 'a sound of somebody else', aim: 'Use sounds that others made', kind: 'sound', others: 'your own sound' };
    case 'FORMAT': {
      const label = formatLabels[shape.format];
      return { label, aim: `Keep to this format: ${label}`, kind: 'format', others: 'other formats' };
    }
  }
}

function exampleName({ example }: BuiltOnVideos, timeZone: string): string {
  return example.opening === null ? `your video of ${date(example.publishedAt, timeZone)}` : `“${example.opening}”`;
}

function hour(value: number): string {
  if (value === 0 || value === 24) return 'midnight';
  if (value === 12) return 'noon';
  return value < 12 ? `${value} AM` : `${value - 12} PM`;
}

function seconds(value: number): string {
  return value === 1 ? '1 second' : `${count(value)} seconds`;
}

const formatLabels: Record<Format, string> = {
  PHOTO: 'photos',
  VERTICAL: 'vertical',
  HORIZONTAL: 'horizontal',
  SQUARE: 'square',
  AI_GENERATED: 'AI generated',
};

function durationLabel(minimum: number, maximum: number | null): string {
  if (minimum === 0 && maximum !== null) return `less than ${seconds(maximum)}`;
  return maximum === null ? `${seconds(minimum)} or more` : `${count(minimum)} to ${seconds(maximum)}`;
}
