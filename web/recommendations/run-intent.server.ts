import type { ActionFunctionArgs } from '@remix-run/node';
import {
  ApplyRecommendationDocument,
  DismissRecommendationDocument,
  GenerateRecommendationsDocument,
  MarkRecommendationReadDocument,
  type ApplyRecommendationMutation,
  type ApplyRecommendationMutationVariables,
  type DismissRecommendationMutation,
  type DismissRecommendationMutationVariables,
  type GenerateRecommendationsMutation,
  type GenerateRecommendationsMutationVariables,
  type MarkRecommendationReadMutation,
  type MarkRecommendationReadMutationVariables,
} from '../graphql/generated';
import { runMutation } from '../graphql/run-mutation.server';
import { noticeFor, type ActionNotice } from '../shell/action-notice';

type Answer = { notice: ActionNotice; headers: Headers };

/** Asks for recommendations, or marks one as read, applied or dismissed. */
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
    default:
      return { notice: { tone: 'bad', key: 'unknownIntent' }, headers: new Headers() };
  }
}
