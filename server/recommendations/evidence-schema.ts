import { PeriodRef } from '../analytics/schema';
import { builder } from '../graphql/builder';
import type { GraphQLContext } from '../graphql/context';
import { ownerIdOf } from '../graphql/node-scope';
import { loadInBatch } from '../videos/request-batch';
import { VideoRef } from '../videos/schema';
import type { Video } from '../videos/video';
import type { Evidence } from './evidence';
import { findOwnVideos } from '../videos/find-own-videos';

const EvidenceArmRef = builder.objectRef<Evidence['arms'][number]>('EvidenceArm').implement({
  description: 'One side of a comparison.',
  fields: (t) => ({
    label: t.exposeString('label', { description: 'What these videos have in common, in the language of the recommendation.' }),
    n: t.exposeInt('n', { description: 'How many videos.' }),
    meanResidual: t.exposeFloat('meanResidual', {
      nullable: true,
      description: 'Plain mean of their residuals, ln(views) − ln(expected views), as they were; null where it was not kept.',
    }),
    residuals: t.exposeFloatList('residuals', {
      // Sixty numbers at hand are cheaper than a row.
      complexity: 1,
      description:
        'Residuals of these videos when the recommendation was made, from the lowest to the highest. Of more than 60 videos 60 are kept, evenly spaced by rank, the lowest and the highest among them.',
    }),
  }),
});

export const EvidenceRef = builder.objectRef<Evidence>('Evidence').implement({
  description:
    'What a recommendation stands on. Every number comes from statistics over the creator’s own videos; a language model never supplies one.',
  fields: (t) => ({
    metric: t.exposeString('metric', { description: 'What was measured: key of a metric in `metricDefinitions`.' }),
    effect: t.exposeFloat('effect', {
      description:
        'Shrunken estimate in ln(views) at equal age; exp(effect) - 1 is the gain. Of hashtags, hours, lengths and forms: against the creator’s other videos. ' +
        'Of a series told by its captions or of a single video: what can be expected of one more like it against the creator’s level, ' +
        'mean residual × w with w = 0.05 n / (1 + 0.05 (n - 1)), because little of a success carries over to the next video.',
    }),
    low: t.exposeFloat('low', { description: 'Lower end of the interval, in ln(views).' }),
    high: t.exposeFloat('high', { description: 'Upper end of the interval, in ln(views).' }),
    intervalLevel: t.exposeFloat('intervalLevel', { description: 'Probability that the interval holds, 0 to 1.' }),
    n: t.exposeInt('n', { description: 'Videos with the choice.' }),
    arms: t.field({
      type: [EvidenceArmRef],
      description: 'Videos with the choice, and the others.',
      resolve: ({ arms }) => arms,
    }),
    supportingVideos: t.field({
      type: [VideoRef],
      description: 'Videos with the choice that stood above the creator’s level, the highest first, 20 at most.',
      resolve: ({ supportingVideoIds }, _args, context) => loadVideos(supportingVideoIds, context),
    }),
    contradictingVideos: t.field({
      type: [VideoRef],
      description: 'Videos with the choice that did not, the lowest first, 20 at most.',
      resolve: ({ contradictingVideoIds }, _args, context) => loadVideos(contradictingVideoIds, context),
    }),
    period: t.field({
      type: PeriodRef,
      description: 'From the first compared video to the newest reading at that time.',
      resolve: ({ period }) => ({ from: new Date(period.from), until: new Date(period.until), timeZone: period.timeZone }),
    }),
    dataVersion: t.exposeInt('dataVersion', {
      nullable: true,
      description: 'Version of the readings that gave the numbers, as `Analytics.dataVersion`; null where it was not kept.',
    }),
    methodVersion: t.exposeString('methodVersion', { description: 'Version of the method that gave the numbers.' }),
    statement: t.exposeString('statement', {
      description: 'The number, its interval and n in a sentence or two, in the language of the recommendation.',
    }),
    document: t.exposeString('document', {
      description:
        'GraphQL document that gives the numbers again: see `reproduceRecommendation`, which asks it, or ask it yourself.',
    }),
    variables: t.expose('variables', { type: 'JSON', description: 'Variables of the document.' }),
  }),
});

/** What is gone since is left out. One statement for all evidence of an answer. */
async function loadVideos(ids: readonly string[], context: GraphQLContext): Promise<Video[]> {
  const videos = await Promise.all(
    ids.map((id) => loadInBatch(context, 'citedVideos', id, (keys) => findOwnVideos(keys, ownerIdOf(context), context.deps))),
  );
  return videos.filter((video) => video !== null);
}
