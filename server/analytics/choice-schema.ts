import { builder } from '../graphql/builder';
import {
  CHOICE_METHOD_VERSION,
  INTERVAL_LEVEL,
  MINIMUM_GAIN,
  MINIMUM_VERDICT_N,
  VERDICT_PROBABILITY,
  type ChoiceEffect,
} from './choice-effects';
import type { ChoiceReport, ReportedEffect } from './choice-report';
import type { PostingTimeBlock, PostingTimeCell, PostingTimes } from './posting-times';

const minimumLift = `${Math.round(Math.expm1(MINIMUM_GAIN) * 100)} %`;

const EffectVerdictEnum = builder.enumType('EffectVerdict', {
  description: `What the data allows to say of a choice. HIGHER and LOWER need a probability of ${VERDICT_PROBABILITY} that the true difference is beyond ${MINIMUM_GAIN} in ln(views), and ${MINIMUM_VERDICT_N} videos with and without the choice. On simulated creators for whom nothing matters, all choices together raise such an alarm for 1 to 3 in a hundred.`,
  values: {
    HIGHER: { description: `Videos with it get more views: probably at least ${minimumLift} more than the others.` },
    LOWER: { description: 'Videos with it get fewer views than the others, by as much.' },
    NO_MEASURABLE_DIFFERENCE: { description: 'Chance explains what is seen: no difference that would be worth acting on.' },
    BELOW_THRESHOLD: { description: 'Too few videos with it, or too few without it, to say anything.' },
  } as const,
});

export const effectText = {
  n: 'Comparable videos with it: read at an age of a day or more.',
  estimate:
    'Mean residual of the videos with it minus mean residual of the creator’s other videos: a difference in ln(views) at equal age, shrunken toward none by as much as all choices of the kind together tell (adaptive shrinkage, Stephens 2017). Null below the threshold.',
  low: `Lower end of the interval that holds ${INTERVAL_LEVEL * 100} % of the probability; null below the threshold.`,
  high: 'Upper end of that interval; null below the threshold.',
  liftRate: 'exp(estimate) − 1: 0.1 is 10 % more views than the creator’s other videos at equal age. Null below the threshold.',
  probability: `Probability that the true difference has the estimate’s sign and is beyond ${MINIMUM_GAIN} in ln(views); null below the threshold.`,
  verdict: 'What the data allows to say.',
  overall: 'HIGHER or LOWER if any effect is, the more probable one deciding; else NO_MEASURABLE_DIFFERENCE or BELOW_THRESHOLD.',
  intervalLevel: 'Share of the probability between low and high, 0–1.',
  minimumN: 'Videos needed with a choice, and without it, for an estimate.',
  methodVersion: `Version of the method, kept with every piece of evidence (now ${CHOICE_METHOD_VERSION}).`,
};

/** The common part of every effect: n, estimate, interval, verdict. */
export const EffectFields = builder.interfaceRef<ChoiceEffect>('MeasuredEffect').implement({
  description:
    'An effect of a choice with its n and interval, without which no estimate is shown. An association in the past, not proof of a cause.',
  fields: (t) => ({
    n: t.exposeInt('n', { description: effectText.n }),
    estimate: t.exposeFloat('estimate', { nullable: true, description: effectText.estimate }),
    low: t.exposeFloat('low', { nullable: true, description: effectText.low }),
    high: t.exposeFloat('high', { nullable: true, description: effectText.high }),
    liftRate: t.exposeFloat('liftRate', { nullable: true, description: effectText.liftRate }),
    probability: t.exposeFloat('probability', { nullable: true, description: effectText.probability }),
    verdict: t.expose('verdict', { type: EffectVerdictEnum, description: effectText.verdict }),
  }),
});

const ChoiceEffectRef = builder.objectRef<ReportedEffect>('ChoiceEffect').implement({
  description: 'One value of a choice against the creator’s other videos: shrunken estimate with its interval.',
  interfaces: [EffectFields],
  fields: (t) => ({
    key: t.exposeString('key', {
      description:
        'The value: a hashtag without #; a length in seconds, from-until, until excluded (0-15, 15-30, 30-60, 60-180, 180+); a format (PHOTO, VERTICAL, HORIZONTAL, SQUARE, AI_GENERATED).',
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
    n: t.exposeInt('n', { description: 'Comparable videos for which the choice is known.' }),
    intervalLevel: t.exposeFloat('intervalLevel', { description: effectText.intervalLevel }),
    minimumN: t.exposeInt('minimumN', { description: effectText.minimumN }),
    effects: t.expose('effects', { type: [ChoiceEffectRef], description: 'The values that the creator has used.' }),
    verdict: t.expose('verdict', { type: EffectVerdictEnum, description: effectText.overall }),
    methodVersion: t.exposeString('methodVersion', { description: effectText.methodVersion }),
  }),
});

const PostingTimeCellRef = builder.objectRef<PostingTimeCell>('PostingTimeCell').implement({
  description: 'One hour of one weekday. Its estimate is shrunken toward that of its block.',
  interfaces: [EffectFields],
  fields: (t) => ({
    weekday: t.exposeInt('weekday', { description: '1 = Monday … 7 = Sunday, local.' }),
    hour: t.exposeInt('hour', { description: 'Local hour, 0–23.' }),
  }),
});

const PostingTimeBlockRef = builder.objectRef<PostingTimeBlock>('PostingTimeBlock').implement({
  description: 'Four hours of the local day, all weekdays together.',
  interfaces: [EffectFields],
  fields: (t) => ({
    hourFrom: t.exposeInt('hourFrom', { description: 'First local hour, included.' }),
    hourUntil: t.exposeInt('hourUntil', { description: 'Local hour at which it ends, excluded; 24 for the last.' }),
  }),
});

export const PostingTimesRef = builder.objectRef<PostingTimes>('PostingTimes').implement({
  description:
    'Effects of the local time of posting, over all comparable videos of the creator whatever the period shown. Expect little: on published panels the time of posting explains 0.1 to 0.6 % of the variance of ln(views).',
  fields: (t) => ({
    n: t.exposeInt('n', { description: 'Comparable videos.' }),
    timeZone: t.exposeString('timeZone', { description: 'IANA time zone of hours and weekdays: the person’s.' }),
    intervalLevel: t.exposeFloat('intervalLevel', { description: effectText.intervalLevel }),
    minimumN: t.exposeInt('minimumN', { description: effectText.minimumN }),
    cells: t.expose('cells', {
      type: [PostingTimeCellRef],
      complexity: { field: 1, multiplier: 168 },
      description: 'All 168 hours of the week, from Monday 0 h.',
    }),
    blocks: t.expose('blocks', { type: [PostingTimeBlockRef], description: 'The six blocks of four hours, from 0 h.' }),
    verdict: t.expose('verdict', { type: EffectVerdictEnum, description: effectText.overall }),
    methodVersion: t.exposeString('methodVersion', { description: effectText.methodVersion }),
  }),
});
