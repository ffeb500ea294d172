/** Counters of one video as TikTok gave them; null where it gave none. */
export interface EngagementCounts {
  views: number | null;
  likes: number | null;
  comments: number | null;
  shares: number | null;
  followersAtPublication: number | null;
}

type Interactions = Pick<EngagementCounts, 'likes' | 'comments' | 'shares'>;

/** Likes, comments and shares together; null unless all three are known. */
export function interactionCount({ likes, comments, shares }: Interactions): number | null {
  return likes === null || comments === null || shares === null ? null : likes + comments + shares;
}

/** (likes + comments + shares) / views, a fraction; null where a count is unknown or nobody has seen the video. */
export function engagementRateByViews(counts: EngagementCounts): number | null {
  return pooledEngagementRate([counts], 'views');
}

/** (likes + comments + shares) / followers at posting time, a fraction; null where a count is unknown or there were no followers. */
export function engagementRateByFollowers(counts: EngagementCounts): number | null {
  return pooledEngagementRate([counts], 'followersAtPublication');
}

/**
 * Sum of likes, comments and shares over sum of the denominator: what an average view (or follower) did, not the average of
 * the videos' rates. Only videos whose counts and denominator are all known take part; null when none does, or the sum is 0.
 */
export function pooledEngagementRate(
  videos: readonly EngagementCounts[],
  denominator: 'views' | 'followersAtPublication',
): number | null {
  let interactions = 0;
  let base = 0;
  for (const video of videos) {
    const count = interactionCount(video);
    const share = video[denominator];
    if (count === null || share === null) continue;
    interactions += count;
    base += share;
  }
  return base === 0 ? null : interactions / base;
}
