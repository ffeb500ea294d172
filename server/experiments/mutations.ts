import { ConnectionNotActiveError } from '../connections/errors';
import { TikTokConnectionRef } from '../connections/schema';
import { builder, ErrorInterface } from '../graphql/builder';
import { InvalidInputError, NotFoundError } from '../users/errors';
import { VideoRef } from '../videos/schema';
import { ExperimentAssignmentRef } from './assignment-schema';
import { excludeExperimentVideo, linkExperimentVideo, markExperimentVideo } from './change-video';
import { ExperimentEndedError, ExperimentRunningError, NoTossLeftError, VideoSettledError } from './errors';
import { type Experiment, limits, settledAfterHours } from './experiment';
import { requireOwnExperiment, requireExperimentOfToss } from './require-experiment';
import { ExperimentKindEnum, ExperimentRef } from './schema';
import { startExperiment } from './start-experiment';
import { stopExperiment } from './stop-experiment';
import { type DrawBelow } from './toss';
import { tossForNextVideo } from './toss-for-next-video';

declare module '../graphql/context' {
  interface Dependencies {
    /** Nobody can guess it: coins are tossed with it. */
    drawBelow: DrawBelow;
  }
}

const interfaces = [ErrorInterface];
builder.objectType(ExperimentRunningError, {
  name: 'ExperimentRunningError',
  description: 'Another experiment runs on this account; one at a time.',
  interfaces,
});
builder.objectType(ExperimentEndedError, {
  name: 'ExperimentEndedError',
  description: 'It was read or ended before, and stays as it is.',
  interfaces,
});
builder.objectType(NoTossLeftError, {
  name: 'NoTossLeftError',
  description: 'All planned tosses are made.',
  interfaces,
});
builder.objectType(VideoSettledError, {
  name: 'VideoSettledError',
  description: `The video is more than ${settledAfterHours} hours old, or the next toss has been made: what it counts as is settled.`,
  interfaces,
});

/** Success of a mutation: the experiment as it is now. */
function successType(name: string, description: string) {
  return builder.objectRef<{ experiment: Experiment }>(`${name}Success`).implement({
    description,
    fields: (t) => ({
      experiment: t.expose('experiment', { type: ExperimentRef, description: 'The experiment as it is now.' }),
    }),
  });
}

const inputDescription = 'What it needs.';
const atMost = (length: number) => `1 to ${length} characters.`;

builder.mutationField('startExperiment', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: successType('StartExperiment', 'The plan is registered; ask for the first toss.'),
    description:
      'Registers an experiment: two choices, how many videos, at which age they are measured. Nothing of it can be changed afterwards. The same plan again is the same experiment; one runs at a time.',
    errors: { types: [NotFoundError, InvalidInputError, ConnectionNotActiveError, ExperimentRunningError] },
    args: {
      input: t.arg({
        required: true,
        description: inputDescription,
        type: builder.inputType('StartExperimentInput', {
          description: 'The plan.',
          fields: (field) => ({
            connectionId: field.globalID({ required: true, for: [TikTokConnectionRef], description: 'The account.' }),
            kind: field.field({ type: ExperimentKindEnum, required: true, description: 'What the choices are about.' }),
            labelA: field.string({
              required: true,
              description: `The first choice, in own words: ${atMost(limits.labelLength)}`,
            }),
            labelB: field.string({ required: true, description: `The second choice: ${atMost(limits.labelLength)}` }),
            videosPerArm: field.int({
              required: true,
              description: `Videos for each side, ${limits.fewestPerArm} to ${limits.mostPerArm}. \`experimentPlanning\` says what so many can find.`,
            }),
            horizonHours: field.int({
              required: true,
              description: `Age in hours at which each video is measured: ${limits.horizonHours.join(' or ')}.`,
            }),
          }),
        }),
      }),
    },
    resolve: async (_root, { input: { connectionId, ...plan } }, { viewer, deps }) => ({
      experiment: await startExperiment({ ...plan, connectionId: connectionId.id, ownerId: viewer.id }, deps),
    }),
  }),
);

const experimentId = { required: true as const, for: [ExperimentRef], description: 'The experiment.' };

builder.mutationField('tossForNextVideo', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: successType('TossForNextVideo', '`experiment.currentToss` says what to do in the next video.'),
    description:
      'Tosses the coin for the next video. The first video published after it counts. Until that one is found, asking again gives the same answer.',
    errors: { types: [NotFoundError, ExperimentEndedError, NoTossLeftError] },
    args: {
      input: t.arg({
        required: true,
        description: inputDescription,
        type: builder.inputType('TossForNextVideoInput', {
          description: 'In which experiment.',
          fields: (field) => ({ experimentId: field.globalID(experimentId) }),
        }),
      }),
    },
    resolve: (_root, { input }, { viewer, deps }) => {
      const asked = { experimentId: input.experimentId.id, ownerId: viewer.id };
      tossForNextVideo(asked, deps);
      return { experiment: requireOwnExperiment(asked, deps) };
    },
  }),
);

builder.mutationField('stopExperiment', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: successType('StopExperiment', 'It has ended and will not be read.'),
    description:
      'Ends an experiment before its plan is complete. It is then never read, by rule: who may stop when the numbers look good finds what is not there.',
    errors: { types: [NotFoundError, ExperimentEndedError] },
    args: {
      input: t.arg({
        required: true,
        description: inputDescription,
        type: builder.inputType('StopExperimentInput', {
          description: 'Which experiment.',
          fields: (field) => ({ experimentId: field.globalID(experimentId) }),
        }),
      }),
    },
    resolve: (_root, { input }, { viewer, deps }) => {
      const asked = { experimentId: input.experimentId.id, ownerId: viewer.id };
      stopExperiment(asked, deps);
      return { experiment: requireOwnExperiment(asked, deps) };
    },
  }),
);

const assignmentId = { required: true as const, for: [ExperimentAssignmentRef], description: 'The toss.' };
const changeErrors = [NotFoundError, InvalidInputError, ExperimentEndedError, VideoSettledError];

builder.mutationField('linkExperimentVideo', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: successType('LinkExperimentVideo', 'This video counts for the toss.'),
    description: `Says which video followed a toss where the first one after it is not the one: published after the toss, at most ${settledAfterHours} hours old. The one that stood there is excluded for the reason given.`,
    errors: { types: changeErrors },
    args: {
      input: t.arg({
        required: true,
        description: inputDescription,
        type: builder.inputType('LinkExperimentVideoInput', {
          description: 'Which video, for which toss.',
          fields: (field) => ({
            assignmentId: field.globalID(assignmentId),
            videoId: field.globalID({ required: true, for: [VideoRef], description: 'The video.' }),
            reason: field.string({
              description: `Why the video that stood there does not count: ${atMost(limits.reasonLength)} Needed where one does.`,
            }),
          }),
        }),
      }),
    },
    resolve: (_root, { input }, { viewer, deps }) => {
      const asked = { assignmentId: input.assignmentId.id, ownerId: viewer.id };
      linkExperimentVideo({ ...asked, videoId: input.videoId.id, reason: input.reason ?? null }, deps);
      return { experiment: requireExperimentOfToss(asked, deps) };
    },
  }),
);

builder.mutationField('excludeExperimentVideo', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: successType('ExcludeExperimentVideo', 'The video does not count; its toss goes on to the next one.'),
    description: `Takes a video out, with a reason, at most ${settledAfterHours} hours after its publication and before the next toss. The toss stays and goes on to the next video: nobody gets another coin for it.`,
    errors: { types: changeErrors },
    args: {
      input: t.arg({
        required: true,
        description: inputDescription,
        type: builder.inputType('ExcludeExperimentVideoInput', {
          description: 'Which video, and why.',
          fields: (field) => ({
            assignmentId: field.globalID(assignmentId),
            reason: field.string({ required: true, description: `Why it does not count: ${atMost(limits.reasonLength)}` }),
          }),
        }),
      }),
    },
    resolve: (_root, { input }, { viewer, deps }) => {
      const asked = { assignmentId: input.assignmentId.id, ownerId: viewer.id };
      excludeExperimentVideo({ ...asked, reason: input.reason }, deps);
      return { experiment: requireExperimentOfToss(asked, deps) };
    },
  }),
);

builder.mutationField('markExperimentVideo', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: successType('MarkExperimentVideo', 'It is kept.'),
    description:
      'Keeps whether a video did what the coin said. It counts on the side of the coin either way (intention to treat): who left out the days on which B was too much trouble would compare easy days with all days.',
    errors: { types: [NotFoundError, ExperimentEndedError] },
    args: {
      input: t.arg({
        required: true,
        description: inputDescription,
        type: builder.inputType('MarkExperimentVideoInput', {
          description: 'Which toss, and what was done.',
          fields: (field) => ({
            assignmentId: field.globalID(assignmentId),
            isFollowed: field.boolean({ required: true, description: 'Whether the video did what the coin said.' }),
          }),
        }),
      }),
    },
    resolve: (_root, { input }, { viewer, deps }) => {
      const asked = { assignmentId: input.assignmentId.id, ownerId: viewer.id };
      markExperimentVideo({ ...asked, isFollowed: input.isFollowed }, deps);
      return { experiment: requireExperimentOfToss(asked, deps) };
    },
  }),
);
