import type { ActionFunctionArgs } from '@remix-run/node';
import {
  GenerateRecommendationsDocument,
  SyncVideosDocument,
  type GenerateRecommendationsMutation,
  type GenerateRecommendationsMutationVariables,
  type SyncVideosMutation,
  type SyncVideosMutationVariables,
} from '../graphql/generated';
import { runMutation } from '../graphql/run-mutation.server';
import { noticeFor, type ActionNotice } from '../shell/action-notice';

/** The two things one can start from the dashboard: a reading, and a preparation of recommendations. */
export async function runDashboardIntent({
  request,
  context,
}: Pick<ActionFunctionArgs, 'request' | 'context'>): Promise<{ notice: ActionNotice; headers: Headers }> {
  const form = await request.formData();
  const input = { connectionId: String(form.get('connectionId') ?? '') };
  switch (form.get('intent')) {
    case 'sync': {
      const { data, headers } = await runMutation<SyncVideosMutation, SyncVideosMutationVariables>(
        { request, context },
        SyncVideosDocument,
        { input },
      );
      return { notice: noticeFor(data.syncVideos, 'syncStarted'), headers };
    }
    case 'generate': {
      const { data, headers } = await runMutation<GenerateRecommendationsMutation, GenerateRecommendationsMutationVariables>(
        { request, context },
        GenerateRecommendationsDocument,
        { input },
      );
      return { notice: noticeFor(data.generateRecommendations, 'generationStarted'), headers };
    }
    default:
      return { notice: { tone: 'bad', key: 'unknownIntent' }, headers: new Headers() };
  }
}
