import { builder } from '../graphql/builder';
import { VideoRef } from '../videos/schema';
import { findAnalysis } from './find-analysis';
import { GROWTH_METHOD_VERSION } from './growth-forecast';
import { MOMENTUM_FACTOR, MOMENTUM_THRESHOLD, type Momentum, type MomentumGap, type VideoMomentum } from './momentum';
import type { Growths } from './growths';
import { listVideos, pageSize } from './listed-videos';
import type { GrowthPoint, VideoGrowth } from './video-growth';

const GrowthPointStatusEnum = builder.enumType('GrowthPointStatus', {
  description: 'Where the views at an age come from, or why there are none.',
  values: {
    MEASURED: { description: 'Read at that age, give or take 2 %.' },
    INTERPOLATED: {
      description:
        'Between the readings before and after it, along the median path in ln(views); they lie at most 0.5 of it apart.',
    },
    EXPECTED: { description: 'Still ahead: the median of what is expected.' },
    NOT_READ: { description: 'Passed, and no reading is near enough.' },
    NOT_YET: { description: 'Still ahead, and nothing can be expected yet: it takes two readings.' },
  } satisfies Record<GrowthPoint['status'], object>,
});

const VideoGrowthStatusEnum = builder.enumType('VideoGrowthStatus', {
  description: 'Whether growth can be told.',
  values: {
    MEASURED: { description: 'From two readings or more.' },
    NOT_YET: { description: 'Fewer than two readings of the views, at different ages from half an hour on.' },
    NOT_IN_API: { description: 'No reading has a count of views.' },
  } satisfies Record<VideoGrowth['status'], object>,
});

const MomentumEnum = builder.enumType('Momentum', {
  description: 'Where a video of less than 7 days is heading, against the creator’s other videos.',
  values: {
    BREAKING_OUT: {
      description: `breakingOutProbability is ${MOMENTUM_THRESHOLD} or more: at 7 days it will very likely have at least ${MOMENTUM_FACTOR} times the typical views.`,
    },
    STALLING: {
      description: `stallingProbability is ${MOMENTUM_THRESHOLD} or more: at 7 days it will very likely have at most 1/${MOMENTUM_FACTOR} of the typical views.`,
    },
    AS_EXPECTED: { description: 'Neither of the two is that probable.' },
    UNKNOWN: { description: 'Cannot be told; see unknownBecause.' },
  } satisfies Record<Momentum, object>,
});

const MomentumGapEnum = builder.enumType('MomentumGap', {
  description: 'Why momentum is UNKNOWN.',
  values: {
    NOT_YET: { description: 'Fewer than two readings of the video.' },
    NO_LEVEL: {
      description: 'Too few other videos to tell what is typical of the creator: it takes 5 read at an age of a day or more.',
    },
    WEEK_OVER: { description: 'The video was last read at 7 days of age or later: `baseline` says how it did.' },
  } satisfies Record<MomentumGap, object>,
});

const GrowthPointRef = builder.objectRef<GrowthPoint>('GrowthPoint').implement({
  description: 'Views of a video at an age. Where expected, intervals hold the views with the probability in their name.',
  fields: (t) => {
    const bound = (name: 'low50' | 'high50' | 'low80' | 'high80', quantile: string) =>
      t.float({
        nullable: true,
        description: `${quantile} of the views expected; null unless EXPECTED.`,
        resolve: (point) => point[name],
      });
    return {
      ageHours: t.exposeFloat('ageHours', { description: 'Age of the video, in hours.' }),
      status: t.expose('status', {
        type: GrowthPointStatusEnum,
        description: 'Where the views come from, or why there are none.',
      }),
      views: t.exposeFloat('views', {
        nullable: true,
        description: 'Views at that age; the median where EXPECTED. Null where NOT_READ or NOT_YET.',
      }),
      low50: bound('low50', '25 % quantile'),
      high50: bound('high50', '75 % quantile'),
      low80: bound('low80', '10 % quantile'),
      high80: bound('high80', '90 % quantile'),
    };
  },
});

const MomentumRef = builder.objectRef<VideoMomentum>('VideoMomentum').implement({
  description: `Views at 7 days against the creator’s typical ones. With D = ln(views at 7 days) − level: breakingOutProbability = P(D ≥ ln ${MOMENTUM_FACTOR}), stallingProbability = P(D ≤ −ln ${MOMENTUM_FACTOR}), over the distribution of the views to come and a normal one of the level, whose standard error is scatter / √min(n, 39).`,
  fields: (t) => ({
    momentum: t.expose('momentum', { type: MomentumEnum, description: 'What is said.' }),
    probability: t.exposeFloat('probability', {
      nullable: true,
      description:
        'Probability 0–1 of what is said; for AS_EXPECTED 1 − breakingOutProbability − stallingProbability. Null where UNKNOWN.',
    }),
    breakingOutProbability: t.exposeFloat('breakingOutProbability', {
      nullable: true,
      description: `Probability 0–1 of at least ${MOMENTUM_FACTOR} times the typical views at 7 days; null where UNKNOWN.`,
    }),
    stallingProbability: t.exposeFloat('stallingProbability', {
      nullable: true,
      description: `Probability 0–1 of at most 1/${MOMENTUM_FACTOR} of the typical views at 7 days; null where UNKNOWN.`,
    }),
    typicalViews: t.exposeFloat('typicalViews', {
      nullable: true,
      description:
        'exp(level): views at 7 days of a typical video of the creator, told from the other videos. Null where UNKNOWN.',
    }),
    factor: t.float({ description: 'How many times more or less counts.', resolve: () => MOMENTUM_FACTOR }),
    threshold: t.float({
      description: 'Probability from which BREAKING_OUT or STALLING is said.',
      resolve: () => MOMENTUM_THRESHOLD,
    }),
    unknownBecause: t.expose('gap', { type: MomentumGapEnum, nullable: true, description: 'Why UNKNOWN; else null.' }),
  }),
});

const VideoGrowthRef = builder.objectRef<VideoGrowth>('VideoGrowth').implement({
  description:
    'The growth of a video, as it was and as it is expected. pace = ln(growth of views) / ln(growth of the median video at the same ages); its fourth root is a Gaussian process over ln(age) with mean 1, one part common to the creator and one of the video, conditioned on the paces between this video’s readings and on one interval of each of the 12 latest other videos. Expected views = views now × exp(root⁴ × ln(median growth still to come)). Measured by `npm run backtest:growth`.',
  fields: (t) => ({
    status: t.expose('status', { type: VideoGrowthStatusEnum, description: 'Whether growth can be told, and if not, why.' }),
    n: t.exposeInt('n', { description: 'Readings of the views at different ages.' }),
    otherVideos: t.exposeInt('otherVideos', {
      description: 'Other videos of the creator that the expectation rests on; 12 at most.',
    }),
    points: t.expose('points', {
      type: [GrowthPointRef],
      description: 'At 24 hours, 48 hours, 7 days and 30 days: measured where passed, expected where ahead.',
    }),
    path: t.expose('path', {
      type: [GrowthPointRef],
      description:
        'What is expected from the newest reading to the last of these ages, in 13 points evenly spread in ln(age); empty where nothing is.',
    }),
    momentum: t.expose('momentum', { type: MomentumRef, description: 'Breaking out, stalling, or neither, with a probability.' }),
    methodVersion: t.string({ description: 'Version of the method.', resolve: () => GROWTH_METHOD_VERSION }),
  }),
});

builder.objectField(VideoRef, 'growth', (t) =>
  t.field({
    type: VideoGrowthRef,
    nullable: true,
    description:
      'Views expected at 24 h, 48 h, 7 d and 30 d, and where the video is heading. Null for a video that came after the analysis.',
    resolve: async ({ id, connectionId }, _args, context) => (await findAnalysis(context, connectionId)).growth(id),
  }),
);

const listed = (momentum: 'BREAKING_OUT' | 'STALLING') => `Those that are ${momentum}, most probable first. Empty where none is.`;
const first = { defaultValue: 5, description: 'How many; 100 at most.' };

export const YoungVideosRef = builder.objectRef<Growths>('YoungVideos').implement({
  description: 'The videos published in the 7 days before the newest reading, by where they are heading.',
  fields: (t) => ({
    toldCount: t.exposeInt('toldCount', {
      description: 'How many can be told: read twice, of a creator with a level. The others are not in the lists.',
    }),
    breakingOut: t.field({
      type: [VideoRef],
      complexity: (args) => ({ field: 1, multiplier: pageSize(args.first) }),
      description: listed('BREAKING_OUT'),
      args: { first: t.arg.int(first) },
      resolve: (growths, args, context) => listVideos(growths.idsOf('BREAKING_OUT').slice(0, pageSize(args.first)), context),
    }),
    stalling: t.field({
      type: [VideoRef],
      complexity: (args) => ({ field: 1, multiplier: pageSize(args.first) }),
      description: listed('STALLING'),
      args: { first: t.arg.int(first) },
      resolve: (growths, args, context) => listVideos(growths.idsOf('STALLING').slice(0, pageSize(args.first)), context),
    }),
  }),
});
