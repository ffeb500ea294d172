import { builder } from '../graphql/builder';
import { OutlierDirectionEnum } from '../videos/outlier-filter';
import { MeasurementStatusEnum, VideoRef } from '../videos/schema';
import type { BaselineComparison } from './comparisons';
import { engagementRateByFollowers, engagementRateByViews, type EngagementCounts } from './engagement';
import { findAnalysis } from './find-analysis';
import { FEWEST_VIDEOS_FOR_OUTLIERS, OUTLIER_THRESHOLD, type Outlier } from './outlier';

const EngagementRef = builder.objectRef<EngagementCounts>('Engagement').implement({
  description: 'Engagement rates of one video at its last reading, fractions. A missing count or denominator gives null.',
  fields: (t) => ({
    engagementRateByViews: t.float({
      nullable: true,
      description:
        '(likeCount + commentCount + shareCount) / viewCount; null where a count is unknown or nobody has seen the video.',
      resolve: engagementRateByViews,
    }),
    engagementRateByFollowers: t.float({
      nullable: true,
      description:
        '(likeCount + commentCount + shareCount) / followers at the reading nearest to publication, within a day of it; null without such a reading.',
      resolve: engagementRateByFollowers,
    }),
    engagementRateByReach: t.float({
      nullable: true,
      description: '(likeCount + commentCount + shareCount) / reach; always null, for TikTok’s API does not give reach.',
      resolve: () => null,
    }),
  }),
});

const posterior =
  'share × density of the wide component on that side / Σ over ordinary, upward and downward of share × density, at the residual';
const VideoOutlierRef = builder.objectRef<{ outlier: Outlier | null }>('VideoOutlier').implement({
  description:
    'How likely a video belongs to something other than its creator’s ordinary scatter. Ordinary residuals follow a split normal of the creator’s robust scatter, 1.8 times as wide upward as downward; outliers are three times as wide on either side; the shares of the three are estimated from the creator’s videos (EM, with a prior of 96.5, 3 and 0.5 % worth 50 videos), the scatter is drawn toward 1.09 by as much as 4 videos say and its error averaged over (Box and Tiao 1968). Before 7 days of age all are widened by 0.75 × ln(views still to come at the median), so that a young video is less certain.',
  fields: (t) => ({
    status: t.field({
      type: MeasurementStatusEnum,
      description: `MEASURED, or BELOW_THRESHOLD with fewer than ${FEWEST_VIDEOS_FOR_OUTLIERS} compared videos.`,
      resolve: ({ outlier }) => (outlier ? 'MEASURED' : 'BELOW_THRESHOLD'),
    }),
    direction: t.field({
      type: OutlierDirectionEnum,
      nullable: true,
      description: `UP where upProbability, DOWN where downProbability is ${OUTLIER_THRESHOLD} or more, else NONE; null: see status.`,
      resolve: ({ outlier }) => outlier?.direction ?? null,
    }),
    upProbability: t.float({
      nullable: true,
      description: `Probability 0–1 of an outlier upward: ${posterior}; null: see status.`,
      resolve: ({ outlier }) => outlier?.upProbability ?? null,
    }),
    downProbability: t.float({
      nullable: true,
      description: `Probability 0–1 of an outlier downward: ${posterior}; null: see status.`,
      resolve: ({ outlier }) => outlier?.downProbability ?? null,
    }),
    n: t.int({
      nullable: true,
      description: 'Videos that scatter and shares were estimated from; null: see status.',
      resolve: ({ outlier }) => outlier?.n ?? null,
    }),
    minimumN: t.int({ description: 'Videos that it takes.', resolve: () => FEWEST_VIDEOS_FOR_OUTLIERS }),
    threshold: t.float({ description: 'Probability from which UP or DOWN is said.', resolve: () => OUTLIER_THRESHOLD }),
  }),
});

const BaselineComparisonRef = builder.objectRef<BaselineComparison>('BaselineComparison').implement({
  description: 'A video against its creator’s own level at equal age.',
  fields: (t) => ({
    ageHours: t.exposeFloat('ageHours', { description: 'Age at the last reading, which is compared, in hours.' }),
    expectedViews: t.exposeFloat('expectedViews', {
      description:
        'Views that a typical video of this creator has at this age: exp(level) × growth(age) / growth(7 days). The level is a robust mean of ln(views at 7 days) of the other videos around, weighted by 0.95 per post of distance; growth is the median path of published readings.',
    }),
    residual: t.exposeFloat('residual', {
      description: 'ln(viewCount) − ln(expectedViews); a video without views counts as one view.',
    }),
    ratio: t.exposeFloat('ratio', { description: 'viewCount / expectedViews.' }),
    percentile: t.exposeFloat('percentile', {
      description: 'Share of the creator’s other compared videos with a lower residual, 0–1.',
    }),
    n: t.exposeInt('n', { description: 'Other videos that the level was estimated from.' }),
    outlier: t.field({
      type: VideoOutlierRef,
      description: 'Whether it stands outside the creator’s ordinary scatter, with a probability.',
      resolve: ({ outlier }) => ({ outlier }),
    }),
  }),
});

builder.objectFields(VideoRef, (t) => ({
  engagement: t.field({
    type: EngagementRef,
    description: 'Engagement rates at the last reading.',
    resolve: ({ viewCount, likeCount, commentCount, shareCount, followersAtPublication }) => ({
      views: viewCount,
      likes: likeCount,
      comments: commentCount,
      shares: shareCount,
      followersAtPublication,
    }),
  }),
  baseline: t.field({
    type: BaselineComparisonRef,
    nullable: true,
    description:
      'Against the creator’s own level at equal age. Null until there is a level (5 videos read at an age of a day or more), for a video read only before 6 hours of age, and where TikTok does not give views.',
    resolve: async ({ id, connectionId }, _args, context) => (await findAnalysis(context, connectionId)).comparison(id),
  }),
}));
