import type { ActionFunctionArgs } from '@remix-run/node';
import {
  DismissRecommendationDocument,
  LinkPredictionVideoDocument,
  UnlinkPredictionVideoDocument,
  type DismissRecommendationMutation,
  type DismissRecommendationMutationVariables,
  type LinkPredictionVideoMutation,
  type LinkPredictionVideoMutationVariables,
  type UnlinkPredictionVideoMutation,
  type UnlinkPredictionVideoMutationVariables,
} from '../graphql/generated';
import { runMutation } from '../graphql/run-mutation.server';
import { noticeFor, type ActionNotice } from '../shell/action-notice';

/** Says which video follows a prediction, takes that back, or takes the whole application back. */
export async function runScoreboardIntent(
  args: Pick<ActionFunctionArgs, 'request' | 'context'>,
): Promise<{ notice: ActionNotice; headers: Headers }> {
  const form = await args.request.formData();
  const field = (name: string) => String(form.get(name) ?? '');
  const predictionId = field('predictionId');
  switch (form.get('intent')) {
    case 'link': {
      const { data, headers } = await runMutation<LinkPredictionVideoMutation, LinkPredictionVideoMutationVariables>(
        args,
        LinkPredictionVideoDocument,
        { input: { predictionId, videoId: field('videoId') } },
      );
      return { notice: noticeFor(data.linkPredictionVideo, 'videoLinked'), headers };
    }
    case 'unlink': {
      const { data, headers } = await runMutation<UnlinkPredictionVideoMutation, UnlinkPredictionVideoMutationVariables>(
        args,
        UnlinkPredictionVideoDocument,
        { input: { predictionId } },
      );
      return { notice: noticeFor(data.unlinkPredictionVideo, 'videoUnlinked'), headers };
    }
    case 'takeBack': {
      const { data, headers } = await runMutation<DismissRecommendationMutation, DismissRecommendationMutationVariables>(
        args,
        DismissRecommendationDocument,
        { input: { recommendationId: field('recommendationId') } },
      );
      return { notice: noticeFor(data.dismissRecommendation, 'takenBack'), headers };
    }
    default:
      return { notice: { tone: 'bad', key: 'unknownIntent' }, headers: new Headers() };
  }
}
