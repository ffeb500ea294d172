/** What a number of the API means: one definition each, served by the API. */
export interface MetricDefinition {
  /** As the field is called in the API. */
  key: string;
  name: string;
  formula: string;
  unit: 'count' | 'fraction' | 'views' | 'ln';
  /** What a rate is a share of; null for what is not a rate. */
  denominator: string | null;
  source: string;
  description: string;
}

const DISPLAY_API = 'TikTok Display API, read by Crealia and kept with its time';
const COMPUTED = 'Computed by Crealia from its readings of the TikTok Display API';

function counter(key: string, name: string, description: string): MetricDefinition {
  return {
    key,
    name,
    formula: `${key} at the newest reading`,
    unit: 'count',
    denominator: null,
    source: DISPLAY_API,
    description,
  };
}

function gain(key: string, name: string, counted: string): MetricDefinition {
  return {
    key,
    name,
    formula: `Σ over videos (${counted} at the end − ${counted} at the start of the period)`,
    unit: 'count',
    denominator: null,
    source: COMPUTED,
    description: `${name} in the period on all videos together. The gain between two readings of a video is spread evenly over the time between them; a video published since reading began starts at zero. Null until readings reach back to the start of the period. Older videos are read rarely: their latest gains are added once their next reading lands.`,
  };
}

export const METRIC_DEFINITIONS: readonly MetricDefinition[] = [
  counter('viewCount', 'Views', 'How often TikTok counted the video as viewed, over its whole life.'),
  counter('likeCount', 'Likes', 'Likes of the video over its whole life.'),
  counter('commentCount', 'Comments', 'Comments on the video over its whole life.'),
  counter('shareCount', 'Shares', 'Shares of the video over its whole life.'),
  {
    ...counter(
      'bookmarkCount',
      'Bookmarks',
      'How often the video was saved. The Display API does not give it: null unless another source does.',
    ),
    source: 'Not in the TikTok Display API',
  },
  counter('followerCount', 'Followers', 'Followers of the account. Needs the scope user.info.stats.'),
  gain('viewsGained', 'Views gained', 'viewCount'),
  gain('likesGained', 'Likes gained', 'likeCount'),
  gain('commentsGained', 'Comments gained', 'commentCount'),
  gain('sharesGained', 'Shares gained', 'shareCount'),
  {
    key: 'followersGained',
    name: 'Followers gained',
    formula: 'followerCount at the end − followerCount at the start of the period',
    unit: 'count',
    denominator: null,
    source: COMPUTED,
    description:
      'Followers won less those lost in the period; between two readings they are taken to come evenly. Null until readings reach back to the start of the period, or without the scope user.info.stats.',
  },
  {
    key: 'videosPublished',
    name: 'Videos published',
    formula: 'number of videos with publishedAt in the period',
    unit: 'count',
    denominator: null,
    source: DISPLAY_API,
    description:
      'Public videos published in the period, from its first local day to its last. Videos deleted before the account was connected are not known.',
  },
  {
    key: 'engagementRateByViews',
    name: 'Engagement rate by views',
    formula: '(likeCount + commentCount + shareCount) / viewCount',
    unit: 'fraction',
    denominator: 'viewCount',
    source: COMPUTED,
    description:
      'For a period: sum over sum of the videos published in it, so that every view counts the same. Videos with an unknown count are left out; null where nothing is left or nobody has seen it.',
  },
  {
    key: 'engagementRateByFollowers',
    name: 'Engagement rate by followers',
    formula: '(likeCount + commentCount + shareCount) / followers at publication',
    unit: 'fraction',
    denominator: 'followers at publication',
    source: COMPUTED,
    description:
      'Followers at the reading nearest to publication, within a day of it: null for videos published before the account was connected. For a period: sum over sum of the videos published in it.',
  },
  {
    key: 'engagementRateByReach',
    name: 'Engagement rate by reach',
    formula: '(likeCount + commentCount + shareCount) / reach',
    unit: 'fraction',
    denominator: 'reach (accounts that saw the video)',
    source: 'Not in the TikTok Display API',
    description: 'Always null: TikTok does not tell reach to applications of this kind.',
  },
  {
    key: 'typicalViews',
    name: 'Typical views',
    formula: 'exp(level of ln(views at 7 days) at the newest video)',
    unit: 'views',
    denominator: null,
    source: COMPUTED,
    description:
      'What a typical video of the creator has 7 days after publication. The level is a robust mean (Huber) of ln(views at 7 days) over the videos around, weighted by 0.95 per post of distance. Views at another age are brought to 7 days along the median growth path.',
  },
  {
    key: 'scatter',
    name: 'Scatter',
    formula: '1.4826 × median |residual − median residual|',
    unit: 'ln',
    denominator: null,
    source: COMPUTED,
    description:
      'How far videos lie from the creator’s own level, as a robust standard deviation in ln(views). About 1.1 is usual: one video in ten passes five times the level.',
  },
  {
    key: 'expectedViews',
    name: 'Expected views',
    formula: 'exp(level) × growth(age) / growth(7 days)',
    unit: 'views',
    denominator: null,
    source: COMPUTED,
    description:
      'Views that a typical video of the creator has at the age at which this one was read; the level is told from the other videos. Growth is the median path of published readings.',
  },
  {
    key: 'residual',
    name: 'Residual',
    formula: 'ln(viewCount) − ln(expectedViews)',
    unit: 'ln',
    denominator: null,
    source: COMPUTED,
    description:
      'A video against the creator’s own level at equal age: 0 is typical, 0.69 twice as many views, −0.69 half. A video without views counts as one view.',
  },
  {
    key: 'ratio',
    name: 'Times the expected views',
    formula: 'viewCount / expectedViews',
    unit: 'fraction',
    denominator: 'expectedViews',
    source: COMPUTED,
    description: 'The residual as a factor: 1 is typical for the creator at this age.',
  },
  {
    key: 'percentile',
    name: 'Percentile',
    formula: 'videos with a lower residual / other compared videos',
    unit: 'fraction',
    denominator: 'other compared videos of the creator',
    source: COMPUTED,
    description: 'Share of the creator’s other videos that did worse against the level of their time at equal age.',
  },
  {
    key: 'upProbability',
    name: 'Probability of an outlier upward (downProbability: downward)',
    formula: 'share × density of the outliers on that side / Σ share × density, at the residual',
    unit: 'fraction',
    denominator: 'ordinary videos and outliers on either side, together',
    source: COMPUTED,
    description:
      'How likely a video belongs to something other than the creator’s ordinary scatter: a skewed normal of the robust scatter against outliers three times as wide (Box and Tiao 1968). Null with fewer than 10 compared videos; less certain before 7 days of age. From 0.8 on the product says outlier.',
  },
  {
    key: 'views',
    name: 'Views expected',
    formula: 'viewCount × exp(root⁴ × ln(median growth still to come))',
    unit: 'views',
    denominator: null,
    source: COMPUTED,
    description:
      'Of a growth point that is still ahead (24 hours, 48 hours, 7 days, 30 days): the median of what is expected. root is the fourth root of the pace, pace = ln(growth) / ln(growth of the median video at the same ages), expected from the paces between this video’s readings and those of the creator’s 12 latest other videos. Intervals hold the views in 50 % and 80 % of such cases; `npm run backtest:growth` measures how often they do. Null before the second reading.',
  },
  {
    key: 'breakingOutProbability',
    name: 'Breaking out',
    formula: 'P(views at 7 days ≥ 3 × typicalViews)',
    unit: 'fraction',
    denominator: 'all that may become of the video until then',
    source: COMPUTED,
    description:
      'How probable it is that a video of less than 7 days will have at least three times the views that are typical of the creator at 7 days, which about one video in six has. BREAKING_OUT is said from 0.8 on. Null before the second reading, without a level of the creator, and from 7 days on.',
  },
  {
    key: 'stallingProbability',
    name: 'Stalling',
    formula: 'P(views at 7 days ≤ typicalViews / 3)',
    unit: 'fraction',
    denominator: 'all that may become of the video until then',
    source: COMPUTED,
    description:
      'How probable it is that a video of less than 7 days will have at most a third of the views that are typical of the creator at 7 days. STALLING is said from 0.8 on. Null before the second reading, without a level of the creator, and from 7 days on.',
  },
  {
    key: 'estimate',
    name: 'Effect of a choice',
    formula: 'E[mean residual with the choice − mean residual without it | data]',
    unit: 'ln',
    denominator: null,
    source: COMPUTED,
    description:
      'Difference in ln(views) at equal age between the creator’s videos with a choice (hour, hashtag, length, format) and the creator’s other videos, shrunken toward no difference by as much as all choices of the kind together tell (adaptive shrinkage, Stephens 2017), over all comparable videos. low and high hold 90 % of the probability. HIGHER or LOWER is said from a probability of 0.9 that the difference is more than 0.1. An association in the past, not proof of a cause.',
  },
  {
    key: 'liftRate',
    name: 'Lift',
    formula: 'exp(estimate) − 1',
    unit: 'fraction',
    denominator: 'views of the creator’s other videos at equal age',
    source: COMPUTED,
    description: 'The effect of a choice as a share: 0.1 is 10 % more views than the creator’s other videos at equal age.',
  },
];
