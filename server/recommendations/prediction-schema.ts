import { builder } from '../graphql/builder';
import { ownerIdOf } from '../graphql/node-scope';
import { findLatestPredictions } from '../predictions/find-predictions';
import { PredictionRef } from '../predictions/schema';
import { loadInBatch } from '../videos/request-batch';
import { listOwnRecommendations } from './recommendation-queries';
import { RecommendationRef } from './schema';

builder.objectField(RecommendationRef, 'prediction', (t) =>
  t.field({
    type: PredictionRef,
    nullable: true,
    description: 'What was predicted when it was last applied, and what came of it; null when it never was.',
    resolve: ({ id }, _args, context) =>
      loadInBatch(context, 'recommendationPrediction', id, (ids) => findLatestPredictions(ids, context.deps)),
  }),
);

builder.objectField(PredictionRef, 'recommendation', (t) =>
  t.field({
    type: RecommendationRef,
    nullable: true,
    description: 'The recommendation that was applied; null when it was removed since.',
    resolve: ({ recommendationId }, _args, context) =>
      recommendationId === null
        ? null
        : loadInBatch(context, 'predictedRecommendation', recommendationId, (ids) =>
            listOwnRecommendations(context.deps.db, ids, ownerIdOf(context)),
          ),
  }),
);
