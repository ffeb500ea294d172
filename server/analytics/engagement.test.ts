import {
  engagementRateByFollowers,
  engagementRateByViews,
  interactionCount,
  pooledEngagementRate,
  type EngagementCounts,
} from './engagement';

const counts = (values: Partial<EngagementCounts> = {}): EngagementCounts => ({
  views: 1_000,
  likes: 30,
  comments: 5,
  shares: 15,
  followersAtPublication: 200,
  ...values,
});

it.each([
  ['all known', {}, 0.05],
  ['nobody has seen it', { views: 0 }, null],
  ['views unknown', { views: null }, null],
  ['shares unknown', { shares: null }, null],
  ['zero means zero', { likes: 0, comments: 0, shares: 0 }, 0],
])('The rate by views: %s', (_case, values, rate) => {
  expect(engagementRateByViews(counts(values))).toBe(rate);
});

it.each([
  ['all known', {}, 0.25],
  ['no followers yet', { followersAtPublication: 0 }, null],
  ['followers unknown', { followersAtPublication: null }, null],
])('The rate by followers: %s', (_case, values, rate) => {
  expect(engagementRateByFollowers(counts(values))).toBe(rate);
});

it('counts likes, comments and shares as interactions, and nothing where one is unknown', () => {
  expect(interactionCount(counts())).toBe(50);
  expect(interactionCount(counts({ comments: null }))).toBeNull();
});

it('pools rates as sum over sum, so that a small video with a high rate does not weigh like a large one', () => {
  const videos = [
    counts({ views: 10, likes: 10, comments: 0, shares: 0 }),
    counts({ views: 990, likes: 0, comments: 0, shares: 0 }),
  ];
  expect(pooledEngagementRate(videos, 'views')).toBe(0.01);
});

it('leaves a video with an unknown count out of both sums', () => {
  expect(pooledEngagementRate([counts(), counts({ likes: null, views: 1_000_000 })], 'views')).toBe(0.05);
});

it('has no pooled rate of nothing', () => {
  expect(pooledEngagementRate([], 'views')).toBeNull();
});
