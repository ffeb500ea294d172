import { builder } from '../graphql/builder';
import { VideoRef } from '../videos/schema';
import type { BaselineComparison } from './comparisons';
import { engagementRateByFollowers, engagementRateByViews, type EngagementCounts } from './engagement';
import { findAnalysis } from './find-analysis';

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
