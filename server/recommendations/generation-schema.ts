import { GraphQLError } from 'graphql';
import { TikTokConnectionRef } from '../connections/schema';
import { builder, ErrorInterface } from '../graphql/builder';
import { ownerIdOf } from '../graphql/node-scope';
import { RecommendationTypeEnum } from '../predictions/recommendation-type';
import { NotFoundError } from '../users/errors';
import { loadInBatch } from '../videos/request-batch';
import { RunErrorRef, RunStatusEnum } from '../videos/sync-schema';
import { NothingSyncedError } from './errors';
import { followGeneration } from './generation-progress';
import { findLatestGenerationRuns, findOwnGenerationRun } from './generation-queries';
import { progressOf, type GenerationRun } from './generation-run';
import { requireConnection } from '../connections/require-connection';
import { costGapOf, usdOf } from './model-usage';
import { CostGapEnum } from './model-usage-schema';
import type { MissingRecommendation } from './recommendation';
import { listRunRecommendations } from './recommendation-queries';
import { RecommendationRef } from './schema';
import { startGeneration } from './start-generation';

builder.objectType(NothingSyncedError, {
  name: 'NothingSyncedError',
  description: 'Nothing was read from the account yet, so there is nothing to stand on.',
  interfaces: [ErrorInterface],
});

const GenerationOutcomeEnum = builder.enumType('GenerationOutcome', {
  description: 'Who found the words.',
  values: {
    WORDED: { description: 'A language model worded the evidence; `source` tells for each recommendation.' },
    STATISTICS_ONLY: { description: 'Crealia itself: no language model is configured, or there was nothing to word.' },
    FELL_BACK: { description: 'Crealia itself, because the language model could not be used; `fallbackReason` says why.' },
  } as const,
});

const MissingReasonEnum = builder.enumType('MissingReason', {
  description: 'Why a type that was asked for has nothing to stand on.',
  values: {
    TOO_FEW_VIDEOS: { description: 'Fewer videos, read and old enough to be compared, than `needed`.' },
    NO_MEASURABLE_DIFFERENCE: { description: 'What was compared does not differ measurably.' },
    NO_CAPTIONS: { description: 'A series stands above the others, but none of its captions has words to build a script on.' },
    NO_HASHTAGS: { description: 'No video carries a hashtag.' },
    NO_DURATIONS: { description: 'TikTok gave no video’s length.' },
  } as const,
});

const MissingRecommendationRef = builder.objectRef<MissingRecommendation>('MissingRecommendation').implement({
  description: 'A type that was asked for and has nothing to stand on.',
  fields: (t) => ({
    type: t.expose('type', { type: RecommendationTypeEnum, description: 'The type.' }),
    reason: t.expose('reason', { type: MissingReasonEnum, description: 'Why there is none.' }),
    have: t.exposeInt('have', { nullable: true, description: 'Videos there are; null unless there are too few.' }),
    needed: t.exposeInt('needed', { nullable: true, description: 'Videos needed; null unless there are too few.' }),
  }),
});

export const GenerationRunRef = builder.objectRef<GenerationRun>('GenerationRun');

builder.node(GenerationRunRef, {
  description: 'One making of recommendations for an account.',
  id: { resolve: ({ id }) => id, description: 'Global id: opaque, stable, accepted by `node`.' },
  loadOne: (id, context) => Promise.resolve(findOwnGenerationRun(context.deps.db, id, ownerIdOf(context))),
  fields: (t) => ({
    connection: t.field({
      type: TikTokConnectionRef,
      description: 'The account it is for.',
      resolve: ({ connectionId }, _args, { deps }) => requireConnection(deps.db, connectionId),
    }),
    status: t.expose('status', { type: RunStatusEnum, description: 'How it stands.' }),
    types: t.field({
      type: [RecommendationTypeEnum],
      description: 'The types that were asked for.',
      resolve: ({ types }) => types,
    }),
    progress: t.float({ description: 'Part of the work that is done, 0 to 1.', resolve: (run) => progressOf(run) }),
    model: t.exposeString('model', { nullable: true, description: 'The language model that was asked; null where none was.' }),
    inputTokens: t.exposeInt('inputTokens', {
      nullable: true,
      description: 'Tokens sent, over all tries; null where no model was asked or its server did not say.',
    }),
    outputTokens: t.exposeInt('outputTokens', {
      nullable: true,
      description: 'Tokens received, over all tries; null where no model was asked or its server did not say.',
    }),
    costUsd: t.float({
      nullable: true,
      description:
        'Cost of all its requests to the model in US dollars: tokens sent times the price of input, plus tokens received (hidden reasoning included) times the price of output, both per million as the operator set them. Null where it is unknown; `costGap` says why.',
      resolve: ({ costMicroUsd }) => usdOf(costMicroUsd),
    }),
    costGap: t.field({
      type: CostGapEnum,
      nullable: true,
      description: 'Why the cost is unknown; null where it is known.',
      resolve: (run) => costGapOf(run),
    }),
    latencyMs: t.exposeInt('latencyMs', {
      nullable: true,
      description: 'Milliseconds from the first request to the last answer of the model; null where none was asked.',
    }),
    outcome: t.expose('outcome', {
      type: GenerationOutcomeEnum,
      nullable: true,
      description: 'Who found the words; null until it has ended well.',
    }),
    fallbackReason: t.exposeString('fallbackReason', {
      nullable: true,
      description: 'Why the language model could not be used, in the person’s language; null unless it could not.',
    }),
    missing: t.field({
      type: [MissingRecommendationRef],
      description:
        'The types that have nothing to stand on, and why. A type in neither list was applied or dismissed before and has not changed.',
      resolve: ({ missing }) => missing,
    }),
    recommendations: t.field({
      type: [RecommendationRef],
      description: 'What it made or refreshed; a later run takes over what it refreshes.',
      resolve: ({ id }, _args, context) =>
        loadInBatch(context, 'runRecommendations', id, (ids) => listRunRecommendations(context.deps.db, ids)),
    }),
    error: t.field({
      type: RunErrorRef,
      nullable: true,
      description: 'Why it failed; null unless it did.',
      resolve: ({ errorMessage }) => (errorMessage === null ? null : { code: 'GENERATION_FAILED', message: errorMessage }),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was asked for.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true, description: 'When it began; null while it waits.' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true, description: 'When it ended; null before.' }),
  }),
});

builder.prismaObjectField(TikTokConnectionRef, 'latestGeneration', (t) =>
  t.field({
    type: GenerationRunRef,
    nullable: true,
    description: 'The newest making of recommendations, also while it waits or is under way; null before the first.',
    resolve: ({ id }, _args, context) =>
      loadInBatch(context, 'latestGeneration', id, (ids) => findLatestGenerationRuns(context.deps.db, ids)),
  }),
);

const GenerateRecommendationsSuccess = builder
  .objectRef<{ generationRun: GenerationRun }>('GenerateRecommendationsSuccess')
  .implement({
    description: 'A run is under way.',
    fields: (t) => ({
      generationRun: t.expose('generationRun', {
        type: GenerationRunRef,
        description: 'The run, new or already under way; follow it with `recommendationProgress` or by polling `node`.',
      }),
    }),
  });

const GenerateRecommendationsInput = builder.inputType('GenerateRecommendationsInput', {
  description: 'For which account, and about what.',
  fields: (t) => ({
    connectionId: t.globalID({ required: true, for: [TikTokConnectionRef], description: 'The account.' }),
    types: t.field({ type: [RecommendationTypeEnum], description: 'The types wanted; all when left out or empty.' }),
  }),
});

builder.mutationField('generateRecommendations', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: GenerateRecommendationsSuccess,
    description:
      'Starts making recommendations from what was read so far, and returns at once. One run at a time for each account.',
    errors: { types: [NotFoundError, NothingSyncedError] },
    args: {
      input: t.arg({ type: GenerateRecommendationsInput, required: true, description: 'For which account, and about what.' }),
    },
    resolve: async (_root, { input }, { viewer, deps }) => ({
      generationRun: await startGeneration({ connectionId: input.connectionId.id, ownerId: viewer.id, types: input.types }, deps),
    }),
  }),
);

builder.subscriptionField('recommendationProgress', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: GenerationRunRef,
    description: 'The run as it is now and each time it moves; ends with the run.',
    args: { runId: t.arg.globalID({ required: true, for: [GenerationRunRef], description: 'The run to follow.' }) },
    subscribe: (_root, { runId }, context) => {
      const read = (): GenerationRun | null => findOwnGenerationRun(context.deps.db, runId.id, ownerIdOf(context));
      if (!read()) throw new GraphQLError('There is no such run among yours.', { extensions: { code: 'NOT_FOUND' } });
      return followGeneration(context.deps.pubsub, runId.id, read);
    },
    resolve: (run) => run,
  }),
);
