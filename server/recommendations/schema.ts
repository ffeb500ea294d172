import { z } from 'zod';
import { TikTokConnectionRef } from '../connections/schema';
import { builder } from '../graphql/builder';
import { ownerIdOf } from '../graphql/node-scope';
import type { GraphQLContext } from '../graphql/context';
import { RecommendationTypeEnum } from '../predictions/recommendation-type';
import { NotFoundError } from '../users/errors';
import { LocaleEnum, ViewerRef } from '../users/schema';
import { decodeCursor, encodeCursor } from '../videos/cursor';
import { pageComplexity, resolvePage, type PageArguments } from '../graphql/page';
import { RecommendationContentRef } from './content-schema';
import { EvidenceRef } from './evidence-schema';
import { applyRecommendation, dismissRecommendation, markRecommendationRead } from './mark-recommendation';
import { requireConnection } from '../connections/require-connection';
import {
  countRecommendations,
  findOwnRecommendation,
  listRecommendations,
  type RecommendationPlace,
} from './recommendation-queries';
import type { RecommendationFilter, SavedRecommendation } from './saved-recommendation';

const RecommendationSourceEnum = builder.enumType('RecommendationSource', {
  description: 'Where the words come from. The evidence always comes from statistics.',
  values: {
    OPENAI: { description: 'A language model worded the evidence.' },
    STATISTICS: { description: 'Crealia’s own words.' },
  } as const,
});

const RecommendationStateEnum = builder.enumType('RecommendationState', {
  description: 'What the person made of a recommendation.',
  values: {
    OPEN: { description: 'Neither applied nor dismissed.' },
    APPLIED: { description: 'The person does what it says.' },
    DISMISSED: { description: 'The person does not want it.' },
  } as const,
});

export const RecommendationRef = builder.objectRef<SavedRecommendation>('Recommendation');

builder.node(RecommendationRef, {
  description:
    'Advice with the statistic and the videos behind it. Open advice on the same subject is refreshed by the next run rather than doubled; ' +
    'open advice on hashtags, times and formats is withdrawn by a run that no longer finds the difference.',
  id: { resolve: ({ id }) => id, description: 'Global id: opaque, stable, accepted by `node`.' },
  loadOne: (id, context) => Promise.resolve(findOwnRecommendation(context.deps.db, id, ownerIdOf(context))),
  fields: (t) => ({
    connection: t.field({
      type: TikTokConnectionRef,
      description: 'The account it is for.',
      resolve: ({ connectionId }, _args, { deps }) => requireConnection(deps.db, connectionId),
    }),
    type: t.expose('type', { type: RecommendationTypeEnum, description: 'What it is about.' }),
    title: t.exposeString('title', { description: 'What to do, in a few words.' }),
    description: t.exposeString('description', { description: 'What to do and why, in a few sentences.' }),
    content: t.expose('content', { type: RecommendationContentRef, description: 'What to do, in parts.' }),
    confidence: t.exposeFloat('confidence', {
      description:
        'Probability, 0 to 0.99, that the effect is beyond 0.1 in ln(views), 10.5 % more views, given the creator’s past videos. It is no promise for the next video. ' +
        'Recalibrated by what became of this account’s earlier predictions of the type: statedConfidence + (videos above the baseline − sum of the stated probabilities) / (videos + 20), held within 0.01 and 0.99.',
    }),
    statedConfidence: t.float({
      description: 'The same probability as the statistics stated it when the recommendation was made, before recalibration.',
      resolve: ({ confidence, statedConfidence }) => statedConfidence ?? confidence,
    }),
    source: t.expose('source', { type: RecommendationSourceEnum, description: 'Where the words come from.' }),
    evidence: t.expose('evidence', { type: EvidenceRef, description: 'What it stands on.' }),
    locale: t.expose('locale', { type: LocaleEnum, description: 'Language it is written in.' }),
    isRead: t.boolean({ description: 'Whether the person has read it.', resolve: ({ readAt }) => readAt !== null }),
    readAt: t.expose('readAt', { type: 'DateTime', nullable: true, description: 'When it was first read; null before.' }),
    isApplied: t.boolean({
      description: 'Whether the person does what it says.',
      resolve: ({ appliedAt }) => appliedAt !== null,
    }),
    appliedAt: t.expose('appliedAt', { type: 'DateTime', nullable: true, description: 'When it was applied; null otherwise.' }),
    isDismissed: t.boolean({
      description: 'Whether the person does not want it.',
      resolve: ({ dismissedAt }) => dismissedAt !== null,
    }),
    dismissedAt: t.expose('dismissedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was dismissed; null otherwise.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was first made.' }),
  }),
});

const RecommendationFilterInput = builder.inputType('RecommendationFilter', {
  description: 'Which recommendations: those that meet every condition given.',
  fields: (t) => ({
    types: t.field({ type: [RecommendationTypeEnum], description: 'Of one of these types; all when left out or empty.' }),
    state: t.field({ type: RecommendationStateEnum, description: 'In this state.' }),
    isRead: t.boolean({ description: 'Read, or not read.' }),
  }),
});

interface ListInput {
  connectionId: string | null;
  args: PageArguments & { filter?: RecommendationFilter | null };
  context: GraphQLContext;
}

function resolveRecommendations({ connectionId, args: { filter, ...args }, context }: ListInput) {
  const { db } = context.deps;
  const input = { connectionId, ownerId: ownerIdOf(context), filter: filter ?? {} };
  return resolvePage<SavedRecommendation>({
    args,
    cursorOf: ({ createdAt, id }) => encodeCursor([createdAt.getTime(), id]),
    list: ({ after, before, ...page }) =>
      listRecommendations(db, { ...input, ...page, after: placeOf(after), before: placeOf(before) }),
    totalCount: () => countRecommendations(db, input),
  });
}

function placeOf(cursor: string | undefined): RecommendationPlace | null {
  if (cursor === undefined) return null;
  const [createdAt, id] = decodeCursor(cursor, z.tuple([z.int(), z.string()]));
  return { createdAt, id };
}

const filterDescription = 'Which ones; all when left out.';
const page = 'A page of recommendations.';
const edge = 'A recommendation with its place in the list.';

builder.prismaObjectField(TikTokConnectionRef, 'recommendations', (t) =>
  t.connection(
    {
      type: RecommendationRef,
      description: 'Advice for this account, newest first.',
      complexity: pageComplexity,
      args: { filter: t.arg({ type: RecommendationFilterInput, description: filterDescription }) },
      resolve: ({ id }, args, context) => resolveRecommendations({ connectionId: id, args, context }),
    },
    { name: 'TikTokConnectionRecommendationsConnection', description: page },
    { name: 'TikTokConnectionRecommendationsConnectionEdge', description: edge },
  ),
);

builder.objectField(ViewerRef, 'recommendations', (t) =>
  t.connection(
    {
      type: RecommendationRef,
      description: 'Advice for all of the person’s accounts, newest first.',
      complexity: pageComplexity,
      args: { filter: t.arg({ type: RecommendationFilterInput, description: filterDescription }) },
      resolve: (_viewer, args, context) => resolveRecommendations({ connectionId: null, args, context }),
    },
    { name: 'ViewerRecommendationsConnection', description: page },
    { name: 'ViewerRecommendationsConnectionEdge', description: edge },
  ),
);

const marks = [
  {
    name: 'markRecommendationRead',
    act: markRecommendationRead,
    description: 'Keeps that the person has read a recommendation; the first time stays.',
    success: 'It is marked as read.',
  },
  {
    name: 'applyRecommendation',
    act: applyRecommendation,
    description:
      'Keeps that the person does what a recommendation says; takes a dismissal back. What is predicted of the video that follows is registered at once, before it exists: `Recommendation.prediction`.',
    success: 'It is marked as applied.',
  },
  {
    name: 'dismissRecommendation',
    act: dismissRecommendation,
    description:
      'Keeps that the person does not want a recommendation; takes an application back, and its prediction unless a video followed already. The same is not recommended again unless its evidence changes materially: ' +
      'its new estimate lies outside the old interval, or it stands on twice as many videos.',
    success: 'It is marked as dismissed.',
  },
] as const;

for (const { name, act, description, success } of marks) {
  const typeName = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const SuccessRef = builder.objectRef<{ recommendation: SavedRecommendation }>(`${typeName}Success`).implement({
    description: success,
    fields: (t) => ({
      recommendation: t.expose('recommendation', { type: RecommendationRef, description: 'The recommendation as it is now.' }),
    }),
  });
  const InputRef = builder.inputType(`${typeName}Input`, {
    description: 'Which recommendation.',
    fields: (t) => ({
      recommendationId: t.globalID({ required: true, for: [RecommendationRef], description: 'The recommendation.' }),
    }),
  });
  builder.mutationField(name, (t) =>
    t.withAuth({ signedIn: true }).field({
      type: SuccessRef,
      description,
      errors: { types: [NotFoundError] },
      args: { input: t.arg({ type: InputRef, required: true, description: 'Which recommendation.' }) },
      resolve: async (_root, { input }, { viewer, deps }) => ({
        recommendation: await act({ recommendationId: input.recommendationId.id, ownerId: viewer.id }, deps),
      }),
    }),
  );
}
