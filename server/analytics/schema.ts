import './comparison-schema';
import { GraphQLError } from 'graphql';
import { TikTokConnectionRef } from '../connections/schema';
import { builder } from '../graphql/builder';
import { isTimeZone } from '../users/time-zone';
import { MeasurementStatusEnum, VideoRef } from '../videos/schema';
import { CHOICE_FAMILIES } from './choice-families';
import { ChoiceFamilyEnum, ChoiceReportRef, PostingTimesRef } from './choice-schema';
import type { ChoiceReport } from './choices';
import type { CreatorBaseline } from './comparisons';
import type { SERIES_METRICS } from './creator-analysis';
import { type CreatorAnalysis, type SeriesPoint } from './creator-analysis';
import { findAnalysis } from './find-analysis';
import { YoungVideosRef } from './growth-schema';
import { listVideos, pageSize } from './listed-videos';
import { METRIC_DEFINITIONS, type MetricDefinition } from './metric-definitions';
import type { AnalyticsPeriod } from './period';
import type { AnalyticsSummary, MetricChange } from './summary';

const AnalyticsPeriodEnum = builder.enumType('AnalyticsPeriod', {
  description: 'Whole local days, ending with the day of the newest reading.',
  values: {
    LAST_7_DAYS: { description: 'Seven local days.' },
    LAST_28_DAYS: { description: 'Four weeks: every weekday as often as any other.' },
    LAST_90_DAYS: { description: 'Ninety local days.' },
    LAST_365_DAYS: { description: 'A year.' },
  } satisfies Record<AnalyticsPeriod, object>,
});
const SeriesMetricEnum = builder.enumType('SeriesMetric', {
  description: 'What a series counts by local day.',
  values: {
    VIEWS_GAINED: { description: 'Views that all videos together gained on the day.' },
    LIKES_GAINED: { description: 'Likes that all videos together gained on the day.' },
    COMMENTS_GAINED: { description: 'Comments that all videos together gained on the day.' },
    SHARES_GAINED: { description: 'Shares that all videos together gained on the day.' },
    FOLLOWERS: { description: 'Followers at the last reading of the day.' },
  } satisfies Record<(typeof SERIES_METRICS)[number], object>,
});

export const PeriodRef = builder.objectRef<{ from: Date; until: Date; timeZone: string }>('Period').implement({
  description: 'A stretch of time.',
  fields: (t) => ({
    from: t.expose('from', { type: 'DateTime', description: 'Start, included.' }),
    until: t.expose('until', { type: 'DateTime', description: 'End, excluded.' }),
    timeZone: t.exposeString('timeZone', { description: 'IANA time zone whose days it counts.' }),
  }),
});

const MetricChangeRef = builder.objectRef<MetricChange>('MetricChange').implement({
  description: 'A metric in the period and in the one before it, of equal length. A null says why in the status beside it.',
  fields: (t) => ({
    current: t.exposeFloat('current', { nullable: true, description: 'In the period; null: see `status`.' }),
    previous: t.exposeFloat('previous', { nullable: true, description: 'In the previous period; null: see `previousStatus`.' }),
    change: t.exposeFloat('change', { nullable: true, description: 'current − previous; null unless both are known.' }),
    changeRate: t.exposeFloat('changeRate', {
      nullable: true,
      description: 'change / previous; null where previous is null or 0.',
    }),
    status: t.expose('status', { type: MeasurementStatusEnum, description: 'Why `current` has the value it has, or none.' }),
    previousStatus: t.expose('previousStatus', {
      type: MeasurementStatusEnum,
      description: 'Why `previous` has the value it has, or none.',
    }),
  }),
});

const definitionOf = new Map(METRIC_DEFINITIONS.map((definition) => [definition.key, definition]));

/** A field's description is its metric's one definition. */
function describe(key: keyof AnalyticsSummary): string {
  const { formula, description } = definitionOf.get(key)!;
  return `${formula}. ${description}`;
}

const AnalyticsSummaryRef = builder.objectRef<AnalyticsSummary>('AnalyticsSummary').implement({
  description: 'The period in numbers, beside the previous one.',
  fields: (t) => {
    const metric = (key: keyof AnalyticsSummary) => t.expose(key, { type: MetricChangeRef, description: describe(key) });
    return {
      viewsGained: metric('viewsGained'),
      likesGained: metric('likesGained'),
      commentsGained: metric('commentsGained'),
      sharesGained: metric('sharesGained'),
      followersGained: metric('followersGained'),
      videosPublished: metric('videosPublished'),
      engagementRateByViews: metric('engagementRateByViews'),
      engagementRateByFollowers: metric('engagementRateByFollowers'),
      engagementRateByReach: metric('engagementRateByReach'),
    };
  },
});

const SeriesPointRef = builder.objectRef<SeriesPoint>('SeriesPoint').implement({
  description: 'One local day of a series.',
  fields: (t) => ({
    date: t.exposeString('date', { description: 'Local day, YYYY-MM-DD.' }),
    value: t.exposeFloat('value', { nullable: true, description: 'Null: no reading spans that day, so nothing is known of it.' }),
  }),
});

const CreatorBaselineRef = builder.objectRef<CreatorBaseline>('CreatorBaseline').implement({
  description: 'What is typical for the creator at present.',
  fields: (t) => ({
    typicalViews: t.exposeFloat('typicalViews', {
      description:
        'exp of the present level of ln(views) at 7 days: a robust mean over the videos, weighted by 0.95 per post of distance from the newest.',
    }),
    scatter: t.exposeFloat('scatter', {
      description:
        'Robust standard deviation of the residuals in ln(views): 1.4826 × median |residual − median|. About 1.1 is usual.',
    }),
    n: t.exposeInt('n', { description: 'Videos that the level was estimated from: read at an age of a day or more.' }),
  }),
});

const effectArgs = {
  first: { defaultValue: 20, description: 'How many effects of a kind; 100 at most. The verdict is about all of them.' },
};
const rankArgs = { first: { defaultValue: 5, description: 'How many; 100 at most.' } };

export const AnalyticsRef = builder.objectRef<{ analysis: CreatorAnalysis; name: AnalyticsPeriod }>('Analytics').implement({
  description:
    'What the readings of an account say, in the time zone asked for. Computed from the readings alone: the same readings give the same answer.',
  fields: (t) => ({
    period: t.field({
      type: PeriodRef,
      description: 'Local days up to that of the newest reading; without any reading, up to today.',
      resolve: ({ analysis, name }) => toDates(analysis.report(name).period),
    }),
    previousPeriod: t.field({
      type: PeriodRef,
      description: 'As many local days before it.',
      resolve: ({ analysis, name }) => toDates(analysis.report(name).previousPeriod),
    }),
    asOf: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Time of the newest reading that went into the answer; null without any.',
      resolve: ({ analysis, name }) => analysis.report(name).asOf,
    }),
    dataVersion: t.int({
      description:
        'Version of the readings that went into the answer: grows with every batch that lands. The same version gives the same numbers.',
      resolve: ({ analysis }) => analysis.dataVersion,
    }),
    videoCount: t.int({
      description: 'Videos of the account that are known, whenever they were published.',
      resolve: ({ analysis, name }) => analysis.report(name).videoCount,
    }),
    summary: t.field({
      type: AnalyticsSummaryRef,
      description: 'The period in numbers.',
      resolve: ({ analysis, name }) => analysis.report(name).summary,
    }),
    series: t.field({
      type: [SeriesPointRef],
      // A point is at hand: cheaper than a row of the database, of which it has up to 365.
      complexity: { field: 1, multiplier: 73 },
      description:
        'One point for each local day of the period; the last holds what came until the newest reading. What older videos gained since their own last reading is added by their next one: the last days of a gain are still incomplete.',
      args: { metric: t.arg({ type: SeriesMetricEnum, required: true, description: 'What is counted.' }) },
      resolve: ({ analysis, name }, { metric }) => analysis.series(name, metric),
    }),
    baseline: t.field({
      type: CreatorBaselineRef,
      nullable: true,
      description: 'The creator’s own level; null with fewer than 5 videos read at an age of a day or more.',
      resolve: ({ analysis, name }) => analysis.report(name).baseline,
    }),
    topVideos: t.field({
      type: [VideoRef],
      complexity: ({ first }) => ({ field: 1, multiplier: pageSize(first) }),
      description:
        'Videos published in the period that stand above the creator’s own level at equal age, highest residual first. Empty without a level.',
      args: { first: t.arg.int(rankArgs.first) },
      resolve: ({ analysis, name }, { first }, context) =>
        listVideos(analysis.report(name).aboveLevel.slice(0, pageSize(first)), context),
    }),
    bottomVideos: t.field({
      type: [VideoRef],
      complexity: ({ first }) => ({ field: 1, multiplier: pageSize(first) }),
      description:
        'Videos published in the period that stand below the creator’s own level at equal age, lowest residual first. Empty without a level.',
      args: { first: t.arg.int(rankArgs.first) },
      resolve: ({ analysis, name }, { first }, context) =>
        listVideos(analysis.report(name).belowLevel.slice(0, pageSize(first)), context),
    }),
    youngVideos: t.field({
      type: YoungVideosRef,
      description: 'Which videos of the last 7 days are breaking out or stalling.',
      resolve: ({ analysis }) => analysis.growths,
    }),
    postingTimes: t.field({
      type: PostingTimesRef,
      description: 'Effect of the local time of posting.',
      resolve: ({ analysis }) => analysis.choices,
    }),
    hashtags: t.field({
      type: ChoiceReportRef,
      description: 'Effects of hashtags: those with a finding first, then the most frequent.',
      complexity: ({ first }) => ({ field: 1, multiplier: pageSize(first) / 5 }),
      args: { first: t.arg.int(effectArgs.first) },
      resolve: ({ analysis }, { first }) => firstEffects(analysis.choices.reports.HASHTAG, first),
    }),
    durations: t.field({
      type: ChoiceReportRef,
      description: 'Effects of the length, in bands from shortest to longest.',
      resolve: ({ analysis }) => analysis.choices.reports.DURATION,
    }),
    formats: t.field({
      type: ChoiceReportRef,
      description: 'Effects of what TikTok tells of the form: orientation, photo post (a length of 0 s), AI-generated label.',
      resolve: ({ analysis }) => analysis.choices.reports.FORMAT,
    }),
    choices: t.field({
      type: [ChoiceReportRef],
      description: 'Effects of every kind of choice, or of those asked for, in the order of the kinds.',
      complexity: ({ families, first }) => ({
        field: 1,
        multiplier: ((families?.length || CHOICE_FAMILIES.length) * pageSize(first)) / 20,
      }),
      args: {
        families: t.arg({ type: [ChoiceFamilyEnum], description: 'Which kinds; all when left out or empty.' }),
        first: t.arg.int(effectArgs.first),
      },
      resolve: ({ analysis }, { families, first }) =>
        CHOICE_FAMILIES.filter((family) => !families?.length || families.includes(family)).map((family) =>
          firstEffects(analysis.choices.reports[family], first),
        ),
    }),
  }),
});

builder.prismaObjectField(TikTokConnectionRef, 'analytics', (t) =>
  t.field({
    type: AnalyticsRef,
    description: 'What the readings say: summary, series, top videos, and the effects of choices.',
    args: {
      period: t.arg({ type: AnalyticsPeriodEnum, defaultValue: 'LAST_28_DAYS', description: 'Which days; 28 when left out.' }),
      timeZone: t.arg.string({
        description: 'IANA name of the zone whose hours and days are counted, such as Europe/Paris; the person’s when left out.',
      }),
    },
    // Another zone is another analysis of all videos.
    complexity: ({ timeZone }) => (timeZone ? 1000 : 1),
    resolve: async ({ id }, { period, timeZone }, context) => ({
      analysis: await findAnalysis(context, id, requireTimeZone(timeZone)),
      name: period ?? 'LAST_28_DAYS',
    }),
  }),
);

const MetricDefinitionRef = builder.objectRef<MetricDefinition>('MetricDefinition').implement({
  description: 'What a number of this API means. Each has this one definition.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Name of the field that carries it.' }),
    name: t.exposeString('name', { description: 'Name in English.' }),
    formula: t.exposeString('formula', { description: 'How it is computed, in the names of this API.' }),
    unit: t.exposeString('unit', { description: 'count, fraction (0–1), views, or ln (natural logarithm of views).' }),
    denominator: t.exposeString('denominator', {
      nullable: true,
      description: 'What a rate is a share of; null for what is not a rate.',
    }),
    source: t.exposeString('source', { description: 'Where it comes from.' }),
    description: t.exposeString('description', { description: 'What it tells, and when it is null.' }),
  }),
});

builder.queryField('metricDefinitions', (t) =>
  t.field({
    type: [MetricDefinitionRef],
    description: 'The definition of every metric in this API.',
    resolve: () => [...METRIC_DEFINITIONS],
  }),
);

/** Undefined: the person's own. */
function requireTimeZone(name: string | null | undefined): string | undefined {
  if (name == null || isTimeZone(name)) return name ?? undefined;
  throw new GraphQLError('This is not a time zone. Name one such as Europe/Paris or America/Montreal.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

function toDates({ from, until, timeZone }: { from: number; until: number; timeZone: string }) {
  return { from: new Date(from), until: new Date(until), timeZone };
}

function firstEffects(report: ChoiceReport, first: number | null | undefined): ChoiceReport {
  return { ...report, effects: report.effects.slice(0, pageSize(first)) };
}
