import { builder } from '../graphql/builder';
import {
  CHOICE_METHOD_VERSION,
  HIGHER_PROBABILITY,
  INTERVAL_LEVEL,
  LOWER_PROBABILITY,
  MINIMUM_GAIN,
  MINIMUM_VERDICT_N,
  type MeasuredEffect,
} from './choice-effects';
import type { ChoiceFamily } from './choice-key';
import type { ChoiceEffect, ChoiceReport, Choices } from './choices';
import type { PostingTimeCell } from './posting-times';

const minimumLift = `${Math.round(Math.expm1(MINIMUM_GAIN) * 100)} %`;

export const ChoiceFamilyEnum = builder.enumType('ChoiceFamily', {
  description: 'A kind of choice that a creator makes before a video is posted.',
  values: {
    HOURS: {
      description:
        'Local hours of posting, in overlapping blocks of four. Key: 16-20 every day, 1:9-10 for one hour of Mondays (1 = Monday … 7 = Sunday).',
    },
    WEEKDAY: { description: 'Local weekday. Key: 1 (Monday) to 7 (Sunday).' },
    GAP: { description: 'Hours since the creator’s video before. Key: 0-6, 6-18, 18-30, 30-72, 72+.' },
    HASHTAG: { description: 'A hashtag. Key: without #, lower case.' },
    OPENING: { description: 'A recurring series, told by captions that begin alike. Key: their first two or three words.' },
    DURATION: { description: 'Length in seconds. Key: 0-15, 15-30, 30-60, 60-90, 90-180, 180+.' },
    CAPTION_LENGTH: { description: 'Characters of the caption. Key: 0-30, 30-80, 80-150, 150+.' },
    SOUND: {
      description:
        'Whose sound it has, told by the name that TikTok’s oEmbed gives: “original sound - the account” is OWN, all else BORROWED.',
    },
    FORMAT: { description: 'What TikTok tells of the form. Key: PHOTO, VERTICAL, HORIZONTAL, SQUARE, AI_GENERATED.' },
  } satisfies Record<ChoiceFamily, object>,
});

const EffectVerdictEnum = builder.enumType('EffectVerdict', {
  description: `What the data allows to say of a choice. HIGHER needs a probability of ${HIGHER_PROBABILITY}, LOWER one of ${LOWER_PROBABILITY}, that the true difference is beyond ${MINIMUM_GAIN} in ln(views), and ${MINIMUM_VERDICT_N} videos with and without the choice. For simulated creators for whom nothing matters, some choice is called HIGHER for at most one creator in twenty, over all choices together: see docs/backtest.md.`,
  values: {
    HIGHER: { description: `Videos with it get more views: probably at least ${minimumLift} more than the others.` },
    LOWER: { description: 'Videos with it get fewer views than the others, by as much.' },
    NO_MEASURABLE_DIFFERENCE: { description: 'Chance explains what is seen: no difference that would be worth acting on.' },
    BELOW_THRESHOLD: { description: 'Too few videos with it, or too few without it, to say anything.' },
  } as const,
});

export const effectText = {
  n: 'Comparable videos with it: read at an age of a day or more.',
  otherCount: 'Comparable videos that are known to be without it.',
  estimate:
    'Mean of the posterior distribution of the difference in ln(views) at equal age between videos with it and the creator’s others. All choices are estimated together in one hierarchical model on normal scores of the residuals from the creator’s level; how much the values of a choice differ at all is estimated from the creator’s own videos, and each estimate is shrunken by it. Null below the threshold.',
  low: `Lower end of the interval that holds ${INTERVAL_LEVEL * 100} % of the probability; null below the threshold.`,
  high: 'Upper end of that interval; null below the threshold.',
  liftRate: 'exp(estimate) − 1: 0.1 is 10 % more views than the creator’s other videos at equal age. Null below the threshold.',
  probability: `Probability that the true difference has the estimate’s sign and is beyond ${MINIMUM_GAIN} in ln(views); null below the threshold.`,
  probabilityAboveHabit:
    'Probability that the choice beats the creator’s own habit: that the true difference is above 0. Null below the threshold.',
  confidence:
    'Probability that the next ten videos with it have a higher mean of ln(views) at equal age than the thirty without it around them: the mean over the posterior of Φ(difference / (s √(1/10 + 1/30))), s the standard deviation of the creator’s residuals. Null below the threshold.',
  verdict: 'What the data allows to say.',
  overall: 'HIGHER or LOWER if any effect is, the more probable one deciding; else NO_MEASURABLE_DIFFERENCE or BELOW_THRESHOLD.',
  intervalLevel: 'Share of the probability between low and high, 0–1.',
  minimumN: 'Videos needed with a choice, and without it, for an estimate.',
  methodVersion: `Version of the method, kept with every piece of evidence (now ${CHOICE_METHOD_VERSION}).`,
};

/** The common part of every effect: n, estimate, interval, verdict. */
export const EffectFields = builder.interfaceRef<MeasuredEffect>('MeasuredEffect').implement({
  description:
    'An effect of a choice with its n and interval, without which no estimate is shown. An association in the past, not proof of a cause.',
  fields: (t) => ({
    n: t.exposeInt('n', { description: effectText.n }),
    otherCount: t.exposeInt('otherCount', { description: effectText.otherCount }),
    estimate: t.exposeFloat('estimate', { nullable: true, description: effectText.estimate }),
    low: t.exposeFloat('low', { nullable: true, description: effectText.low }),
    high: t.exposeFloat('high', { nullable: true, description: effectText.high }),
    liftRate: t.exposeFloat('liftRate', { nullable: true, description: effectText.liftRate }),
    probability: t.exposeFloat('probability', { nullable: true, description: effectText.probability }),
    probabilityAboveHabit: t.exposeFloat('probabilityAboveHabit', {
      nullable: true,
      description: effectText.probabilityAboveHabit,
    }),
    confidence: t.exposeFloat('confidence', { nullable: true, description: effectText.confidence }),
    verdict: t.expose('verdict', { type: EffectVerdictEnum, description: effectText.verdict }),
  }),
});

const ChoiceEffectRef = builder.objectRef<ChoiceEffect>('ChoiceEffect').implement({
  description: 'One value of a choice against the creator’s other videos: shrunken estimate with its interval.',
  interfaces: [EffectFields],
  fields: (t) => ({
    key: t.exposeString('key', {
      description: 'The value, written as its family says.',
    }),
    together: t.stringList({
      description:
        'Other values that come along in nearly all of its videos (Jaccard index from 0.9): no data can tell their effects apart, so this row stands for all of them.',
      resolve: ({ together }) => [...together],
    }),
  }),
});

export const ChoiceReportRef = builder.objectRef<ChoiceReport>('ChoiceReport').implement({
  description:
    'The effects of one kind of choice, over all comparable videos of the creator whatever the period shown: a month of videos could not tell anything.',
  fields: (t) => ({
    family: t.expose('family', { type: ChoiceFamilyEnum, description: 'Which choice.' }),
    n: t.exposeInt('n', { description: 'Comparable videos for which the choice is known.' }),
    intervalLevel: t.exposeFloat('intervalLevel', { description: effectText.intervalLevel }),
    minimumN: t.exposeInt('minimumN', { description: effectText.minimumN }),
    effects: t.field({
      type: [ChoiceEffectRef],
      description: 'The values that the creator has used.',
      resolve: ({ effects }) => [...effects],
    }),
    verdict: t.expose('verdict', { type: EffectVerdictEnum, description: effectText.overall }),
    methodVersion: t.exposeString('methodVersion', { description: effectText.methodVersion }),
  }),
});

const PostingTimeCellRef = builder.objectRef<PostingTimeCell>('PostingTimeCell').implement({
  description:
    'One hour of one weekday. Its estimate is the mean of those of the blocks of hours that hold it, plus that of its weekday.',
  interfaces: [EffectFields],
  fields: (t) => ({
    weekday: t.exposeInt('weekday', { description: '1 = Monday … 7 = Sunday, local.' }),
    hour: t.exposeInt('hour', { description: 'Local hour, 0–23.' }),
  }),
});

type HourEffect = ChoiceEffect & { hourFrom: number; hourUntil: number };

const PostingTimeBlockRef = builder.objectRef<HourEffect>('PostingTimeBlock').implement({
  description: 'Four hours of the local day, all weekdays together.',
  interfaces: [EffectFields],
  fields: (t) => ({
    hourFrom: t.exposeInt('hourFrom', { description: 'First local hour, included.' }),
    hourUntil: t.exposeInt('hourUntil', { description: 'Local hour at which it ends, excluded; 24 for the last.' }),
  }),
});

export const PostingTimesRef = builder.objectRef<Choices>('PostingTimes').implement({
  description:
    'Effects of the local time of posting, over all comparable videos of the creator whatever the period shown. Expect little: on published panels the time of posting explains 0.1 to 0.6 % of the variance of ln(views).',
  fields: (t) => ({
    n: t.int({ description: 'Comparable videos.', resolve: ({ reports }) => reports.HOURS.n }),
    timeZone: t.exposeString('timeZone', { description: 'IANA time zone of hours and weekdays.' }),
    intervalLevel: t.float({ description: effectText.intervalLevel, resolve: ({ reports }) => reports.HOURS.intervalLevel }),
    minimumN: t.int({ description: effectText.minimumN, resolve: ({ reports }) => reports.HOURS.minimumN }),
    cells: t.field({
      type: [PostingTimeCellRef],
      complexity: { field: 1, multiplier: 168 },
      description: 'All 168 hours of the week, from Monday 0 h.',
      resolve: ({ cells }) => [...cells],
    }),
    blocks: t.field({
      type: [PostingTimeBlockRef],
      description: 'The blocks of four hours in which the creator has posted, one every two hours, from 0 h; they overlap.',
      resolve: ({ reports }) =>
        reports.HOURS.effects.flatMap((effect) =>
          effect.criterion.kind === 'HOURS' ? [{ ...effect, ...effect.criterion }] : [],
        ),
    }),
    verdict: t.field({
      type: EffectVerdictEnum,
      description: `Of the blocks: ${effectText.overall}`,
      resolve: ({ reports }) => reports.HOURS.verdict,
    }),
    methodVersion: t.string({ description: effectText.methodVersion, resolve: ({ reports }) => reports.HOURS.methodVersion }),
  }),
});
