import type { ActionFunctionArgs } from '@remix-run/node';
import {
  ExcludeExperimentVideoDocument,
  LinkExperimentVideoDocument,
  MarkExperimentVideoDocument,
  StartExperimentDocument,
  StopExperimentDocument,
  SyncVideosDocument,
  TossForNextVideoDocument,
  type ExcludeExperimentVideoMutation,
  type ExcludeExperimentVideoMutationVariables,
  type LinkExperimentVideoMutation,
  type LinkExperimentVideoMutationVariables,
  type MarkExperimentVideoMutation,
  type MarkExperimentVideoMutationVariables,
  type StartExperimentMutation,
  type StartExperimentMutationVariables,
  type StopExperimentMutation,
  type StopExperimentMutationVariables,
  type SyncVideosMutation,
  type SyncVideosMutationVariables,
  type TossForNextVideoMutation,
  type TossForNextVideoMutationVariables,
} from '../graphql/generated';
import { runMutation } from '../graphql/run-mutation.server';
import { noticeFor, type ActionNotice } from '../shell/action-notice';
import { offeredSizes, readPlanValues, type PlanValues } from './plan-values';

interface Answer {
  notice: ActionNotice;
  headers: Headers;
  /** What was sent, where it was not accepted. */
  plan?: PlanValues;
}

/** Starts an experiment, tosses for it, says something about one of its videos, or stops it. */
export async function runExperimentIntent(args: Pick<ActionFunctionArgs, 'request' | 'context'>): Promise<Answer> {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  const [connectionId, experimentId, assignmentId] = [text('connectionId'), text('experimentId'), text('assignmentId')];
  switch (form.get('intent')) {
    case 'start': {
      const plan = readPlanValues(form);
      const { kind, armA, armB, horizonHours } = plan;
      const videosPerArm = plan.videosPerArm ?? offeredSizes[0]!;
      const { data, headers } = await runMutation<StartExperimentMutation, StartExperimentMutationVariables>(
        args,
        StartExperimentDocument,
        { input: { connectionId, kind, labelA: armA, labelB: armB, videosPerArm, horizonHours } },
      );
      const notice = noticeFor(data.startExperiment, 'experimentStarted');
      return notice.tone === 'bad' ? { notice, headers, plan } : { notice, headers };
    }
    case 'toss': {
      const { data, headers } = await runMutation<TossForNextVideoMutation, TossForNextVideoMutationVariables>(
        args,
        TossForNextVideoDocument,
        { input: { experimentId } },
      );
      return { notice: noticeFor(data.tossForNextVideo, 'tossed'), headers };
    }
    case 'sync': {
      const { data, headers } = await runMutation<SyncVideosMutation, SyncVideosMutationVariables>(args, SyncVideosDocument, {
        input: { connectionId },
      });
      return { notice: noticeFor(data.syncVideos, 'syncStarted'), headers };
    }
    case 'follow': {
      const { data, headers } = await runMutation<MarkExperimentVideoMutation, MarkExperimentVideoMutationVariables>(
        args,
        MarkExperimentVideoDocument,
        { input: { assignmentId, isFollowed: text('isFollowed') === 'yes' } },
      );
      return { notice: noticeFor(data.markExperimentVideo, 'tossSaved'), headers };
    }
    case 'change': {
      return text('videoId') === '' ? exclude(args, assignmentId, text('reason')) : link(args, form);
    }
    case 'stop': {
      const { data, headers } = await runMutation<StopExperimentMutation, StopExperimentMutationVariables>(
        args,
        StopExperimentDocument,
        { input: { experimentId } },
      );
      return { notice: noticeFor(data.stopExperiment, 'experimentStopped'), headers };
    }
    default:
      return { notice: { tone: 'bad', key: 'unknownIntent' }, headers: new Headers() };
  }
}

async function exclude(
  args: Pick<ActionFunctionArgs, 'request' | 'context'>,
  assignmentId: string,
  reason: string,
): Promise<Answer> {
  const { data, headers } = await runMutation<ExcludeExperimentVideoMutation, ExcludeExperimentVideoMutationVariables>(
    args,
    ExcludeExperimentVideoDocument,
    { input: { assignmentId, reason } },
  );
  return { notice: noticeFor(data.excludeExperimentVideo, 'videoExcluded'), headers };
}

async function link(args: Pick<ActionFunctionArgs, 'request' | 'context'>, form: FormData): Promise<Answer> {
  const input = {
    assignmentId: String(form.get('assignmentId') ?? ''),
    videoId: String(form.get('videoId') ?? ''),
    reason: form.get('reason') === null ? null : String(form.get('reason')),
  };
  const { data, headers } = await runMutation<LinkExperimentVideoMutation, LinkExperimentVideoMutationVariables>(
    args,
    LinkExperimentVideoDocument,
    { input },
  );
  return { notice: noticeFor(data.linkExperimentVideo, 'tossSaved'), headers };
}
