import type { ActionFunctionArgs } from '@remix-run/node';
import {
  ApplyRecommendationDocument,
  DismissRecommendationDocument,
  GenerateRecommendationsDocument,
  MarkRecommendationReadDocument,
  ReproduceRecommendationDocument,
  type ApplyRecommendationMutation,
  type ApplyRecommendationMutationVariables,
  type DismissRecommendationMutation,
  type DismissRecommendationMutationVariables,
  type GenerateRecommendationsMutation,
  type GenerateRecommendationsMutationVariables,
  type MarkRecommendationReadMutation,
  type MarkRecommendationReadMutationVariables,
  type ReproduceRecommendationMutation,
  type ReproduceRecommendationMutationVariables,
  type ReproductionFragment,
} from '../graphql/generated';
import { runMutation } from '../graphql/run-mutation.server';
import { noticeFor, type ActionNotice } from '../shell/action-notice';

type Answer = { notice?: ActionNotice; reproduction?: ReproductionFragment; headers: Headers };

/** Asks for recommendations, marks one as read, applied or dismissed, or asks its question again. */
export async function runRecommendationIntent(args: Pick<ActionFunctionArgs, 'request' | 'context'>): Promise<Answer> {
  const form = await args.request.formData();
  const input = { recommendationId: String(form.get('recommendationId') ?? '') };
  switch (form.get('intent')) {
    case 'generate': {
      const { data, headers } = await runMutation<GenerateRecommendationsMutation, GenerateRecommendationsMutationVariables>(
        args,
        GenerateRecommendationsDocument,
        { input: { connectionId: String(form.get('connectionId') ?? '') } },
      );
      return { notice: noticeFor(data.generateRecommendations, 'generationStarted'), headers };
    }
    case 'read': {
      const { data, headers } = await runMutation<MarkRecommendationReadMutation, MarkRecommendationReadMutationVariables>(
        args,
        MarkRecommendationReadDocument,
        { input },
      );
      return { notice: noticeFor(data.markRecommendationRead, 'markedRead'), headers };
    }
    case 'apply': {
      const { data, headers } = await runMutation<ApplyRecommendationMutation, ApplyRecommendationMutationVariables>(
        args,
        ApplyRecommendationDocument,
        { input },
      );
      return { notice: noticeFor(data.applyRecommendation, 'applied'), headers };
    }
    case 'dismiss': {
      const { data, headers } = await runMutation<DismissRecommendationMutation, DismissRecommendationMutationVariables>(
        args,
        DismissRecommendationDocument,
        { input },
      );
      return { notice: noticeFor(data.dismissRecommendation, 'dismissed'), headers };
    }
    case 'reproduce': {
      const { data, headers } = await runMutation<ReproduceRecommendationMutation, ReproduceRecommendationMutationVariables>(
        args,
        ReproduceRecommendationDocument,
        { input },
      );
      const answer = data.reproduceRecommendation;
      // The card itself says what came of it.
      if (answer.__typename === 'ReproduceRecommendationSuccess') return { reproduction: answer, headers };
      return { notice: noticeFor(answer, 'unknownIntent'), headers };
    }
    default:
      return { notice: { tone: 'bad', key: 'unknownIntent' }, headers: new Headers() };
  }
}
