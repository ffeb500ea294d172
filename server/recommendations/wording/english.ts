import type { Format } from '../../analytics/formats';
import type { AdviceBasis, AdviceOf } from '../advice';
import { hashtagList, secondsOf, valuesIn } from './values';
import type { Wording } from './wording';

const values = valuesIn('en');
const { gain, signedGain, percent, count, factor, date, weekday } = values;

export const english: Wording = {
  word: {
    TIMING(advice) {
      const when = `${advice.weekday === null ? '' : `on ${weekday(advice.weekday)}s `}between ${hour(advice.hourFrom)} and ${hour(advice.hourUntil)}`;
      return {
        title: `Post ${when}`,
        description:
          `At these hours your videos did better than your other videos at the same age. This describes what you posted so far: if you keep these hours for one kind of video, ` +
          `that kind may be what makes the difference. Hours are in the time zone ${advice.timeZone}.`,
        statement: `Posted ${when}, your videos typically get ${gain(advice.basis.effect)} more views than your other videos at the same age (${proof(advice.basis)}).`,
        content: {
          type: 'TIMING',
          weekday: advice.weekday,
          hourFrom: advice.hourFrom,
          hourUntil: advice.hourUntil,
          timeZone: advice.timeZone,
        },
        arms: { chosen: when, others: 'other hours' },
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
      const isLength = shape.kind === 'DURATION';
      const label = isLength ? durationLabel(shape.minimumSeconds, shape.maximumSeconds) : formatLabels[shape.format];
      return {
        title: isLength ? `Aim for ${label}` : `Keep to this format: ${label}`,
        description:
          `Your videos of this ${isLength ? 'length' : 'format'} did better than the others at the same age. ` +
          `This describes your past videos: ${isLength ? 'length' : 'format'} often goes with a kind of content.`,
        statement: `Videos of this ${isLength ? 'length' : 'format'} (${label}) typically get ${gain(basis.effect)} more views than your other videos at the same age (${proof(basis)}).`,
        content: { type: 'FORMAT', ...secondsOf(shape), label },
        arms: { chosen: label, others: isLength ? 'other lengths' : 'other formats' },
      };
    },

    CONTENT_IDEA(advice, timeZone) {
      const { commonGround, hashtags, durationSeconds } = advice;
      const example = exampleName(advice, timeZone);
      const isSeries = commonGround.kind !== 'SINGLE';
      return {
        title: isSeries ? `Go on with ${seriesName(advice)}` : `Make a sequel to ${example}`,
        description: isSeries
          ? `This series keeps coming back in your videos and stands above your level. The one that took it highest: ${example}.`
          : `This video stands out among yours. A sequel will show whether people like the subject or whether it was luck.`,
        statement: videoStatement(advice),
        content: {
          type: 'CONTENT_IDEA',
          angle: isSeries
            ? `A new episode of ${seriesName(advice)}, in the spirit of ${example}.`
            : `The subject of ${example}, seen from another side.`,
          hook: advice.example.opening ?? `Open as ${example} does.`,
          steps: [
            `Watch ${example} again and note what happens before the first cut.`,
            `Keep the subject and the opening; change one thing only, so that you know afterwards what made the difference.`,
            ...(durationSeconds === null
              ? []
              : [`Stay close to ${seconds(durationSeconds)}, like the ${isSeries ? 'videos' : 'video'} cited.`]),
            ...(hashtags.length === 0 ? [] : [`Use ${hashtagList(hashtags, values)} again.`]),
          ],
        },
        arms: videoArms(advice),
      };
    },

    SCRIPT(advice, timeZone) {
      const example = exampleName(advice, timeZone);
      return {
        title: `A script based on ${example}`,
        description: `This script takes up the opening of one of your videos that went beyond your level. Put it in your own words: the outline comes from that video, not from a recipe.`,
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
        arms: videoArms(advice),
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

function videoStatement({ commonGround, basis, seen, example }: BuiltOnVideos): string {
  const interval = `${percent(basis.intervalLevel)} interval: ${signedGain(basis.low)} to ${signedGain(basis.high)}; n = ${count(basis.n)}`;
  if (commonGround.kind === 'SINGLE') {
    return (
      `This video got ${factor(example.ratio)} times the views expected at its age, more than ${others(example.percentile)}. ` +
      `Such a success seldom repeats: the effect to expect of a sequel is ${signedGain(basis.effect)} (${interval}). It is a lead to try, not a proven effect.`
    );
  }
  if (commonGround.kind === 'HASHTAG') {
    return `With #${commonGround.hashtag}, your videos typically get ${gain(basis.effect)} more views than without it at the same age (${proof(basis)}). The difference seen is drawn toward zero, because part of it is chance.`;
  }
  return (
    `These ${count(basis.n)} videos typically got ${signedGain(seen)} views against your level at the same age. ` +
    `Part of it is chance: the effect to expect of one more is ${signedGain(basis.effect)} (${interval}).`
  );
}

/** Never "100%" of a list that has exceptions. */
function others(percentile: number): string {
  return percentile === 1 ? 'all your other videos' : `${percent(Math.floor(percentile * 100) / 100)} of your other videos`;
}

function videoArms({ commonGround }: BuiltOnVideos) {
  return { chosen: commonGround.kind === 'SINGLE' ? 'cited video' : 'videos of the series', others: 'other videos' };
}

function seriesName({ commonGround, example }: BuiltOnVideos): string {
  if (commonGround.kind === 'HASHTAG') return `your series #${commonGround.hashtag}`;
  return commonGround.kind === 'OPENING' ? `your series “${commonGround.opening}…”` : `“${example.opening ?? ''}”`;
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
