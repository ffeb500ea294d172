import { builder } from '../graphql/builder';
import { maximumPageSize } from '../graphql/limits';
import { ViewerRef } from '../users/schema';
import { MeasurementStatusEnum } from '../videos/schema';
import type { HashtagTrends, RisingHashtagReport } from './hashtag-trends';
import { FORTNIGHT_MS } from './hashtag-uses';
import { MINIMUM_CREATORS, type RisingHashtag } from './rising-hashtags';
import { VELOCITY_LEVEL } from './velocity';

declare module '../graphql/context' {
  interface Dependencies {
    hashtagTrends: HashtagTrends;
  }
}

const RisingHashtagRef = builder.objectRef<RisingHashtag>('RisingHashtag').implement({
  description:
    'A hashtag that other creators of this installation use more than before. What others do; nothing is said of its effect on views.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Without #, lower case.' }),
    videoCount: t.exposeInt('videoCount', {
      description: 'n: videos of other consenting creators that carry it, published in the last 14 days.',
    }),
    creatorCount: t.exposeInt('creatorCount', { description: `Creators of those videos; ${MINIMUM_CREATORS} at least.` }),
    ownVideoCount: t.exposeInt('ownVideoCount', {
      description: 'Own videos that carry it, published in the last 14 days; they are not part of videoCount.',
    }),
    velocity: t.float({
      description:
        'ln(share of the posting creators who use it in the last 14 days / the same share in the two fortnights before), shrunken toward 0: mean of the posterior with a binomial likelihood of the users now among all users and the prior N(0, ln 2). 0.69 is twice as much. A creator counts once a fortnight.',
      resolve: ({ velocity }) => velocity.estimate,
    }),
    velocityLow: t.float({
      description: 'Lower end of the interval of the velocity; above 0, or the hashtag is not listed.',
      resolve: ({ velocity }) => velocity.low,
    }),
    velocityHigh: t.float({
      description: 'Upper end of the interval of the velocity.',
      resolve: ({ velocity }) => velocity.high,
    }),
  }),
});

const RisingHashtagsRef = builder.objectRef<RisingHashtagReport & { first: number }>('RisingHashtags').implement({
  description:
    'Hashtags rising among the other creators of this installation who consented to research. Read once an hour; a consent given or withdrawn counts on the next request.',
  fields: (t) => ({
    status: t.field({
      type: MeasurementStatusEnum,
      description: `MEASURED, or BELOW_THRESHOLD with fewer than ${MINIMUM_CREATORS} other consenting creators.`,
      resolve: ({ creatorCount }) => (creatorCount < MINIMUM_CREATORS ? 'BELOW_THRESHOLD' : 'MEASURED'),
    }),
    creatorCount: t.exposeInt('creatorCount', { description: 'Other creators here who consent to research at present.' }),
    minimumCreators: t.int({
      description:
        'Other creators that a hashtag needs to be listed: one creator’s hashtag is that creator, and of two, one who is known gives away the other.',
      resolve: () => MINIMUM_CREATORS,
    }),
    from: t.field({
      type: 'DateTime',
      description: 'Beginning of the two fortnights compared with.',
      resolve: ({ window }) => new Date(window.from),
    }),
    recentFrom: t.field({
      type: 'DateTime',
      description: 'Beginning of the last fortnight.',
      resolve: ({ window }) => new Date(window.until - FORTNIGHT_MS),
    }),
    until: t.field({
      type: 'DateTime',
      description: 'End of the last fortnight: the last full hour.',
      resolve: ({ window }) => new Date(window.until),
    }),
    intervalLevel: t.float({ description: 'Probability of the intervals.', resolve: () => VELOCITY_LEVEL }),
    totalCount: t.int({ description: 'Rising hashtags in all.', resolve: ({ hashtags }) => hashtags.length }),
    hashtags: t.field({
      type: [RisingHashtagRef],
      description: 'Fastest first. Hashtags that only ask for reach (fyp, pourtoi, …) are left out.',
      resolve: ({ hashtags, first }) => hashtags.slice(0, first),
    }),
  }),
});

builder.objectField(ViewerRef, 'risingHashtags', (t) =>
  t.field({
    type: RisingHashtagsRef,
    description: 'What other creators here post more often now: of those who consented to research, never of one alone.',
    complexity: ({ first }) => ({ field: 1, multiplier: size(first) / 5 }),
    args: { first: t.arg.int({ defaultValue: 10, description: 'How many hashtags; 100 at most.' }) },
    resolve: async ({ id }, { first }, { deps }) => ({ ...(await deps.hashtagTrends.getReport(id)), first: size(first) }),
  }),
);

function size(first: number | null | undefined): number {
  return Math.min(Math.max(first ?? 0, 0), maximumPageSize);
}
