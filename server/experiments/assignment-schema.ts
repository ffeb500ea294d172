import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { builder } from '../graphql/builder';
import type { GraphQLContext } from '../graphql/context';
import { ownerIdOf } from '../graphql/node-scope';
import { type PageArguments, resolvePage } from '../graphql/page';
import { decodeCursor, encodeCursor } from '../videos/cursor';
import { findOwnVideos } from '../videos/find-own-videos';
import { loadInBatch } from '../videos/request-batch';
import { VideoRef } from '../videos/schema';
import { findOwnAssignment, listAssignments, listCandidateIds, listExclusions } from './assignment-queries';
import {
  type Assignment,
  type AssignmentState,
  changeableUntil,
  type Exclusion,
  type Experiment,
  measurableAt,
  settledAfterHours,
  stateOf,
  youngestSettled,
} from './experiment';
import { findOwnExperiment } from './experiment-queries';
import { residualsOf } from './read-result';
import { type Side, sides } from './toss';

export const ExperimentSideEnum = builder.enumType('ExperimentSide', {
  description: 'One of the two choices of an experiment.',
  values: { A: { description: 'The first.' }, B: { description: 'The second.' } } satisfies Record<Side, object>,
});

const AssignmentStateEnum = builder.enumType('ExperimentAssignmentState', {
  description: 'How the video of a toss stands.',
  values: {
    WAITING_FOR_VIDEO: { description: 'The first video published after the toss will count.' },
    GROWING: { description: 'It is there and has not reached the age of measurement, or waits for a reading near it.' },
    MEASURED: { description: 'Its views at that age are known.' },
    MISSING: { description: 'No reading came near that age, or the video was removed: it cannot be compared.' },
  } satisfies Record<AssignmentState, object>,
});

const mostCandidates = 10;

/** A toss with the experiment it belongs to. */
export interface TossRow {
  assignment: Assignment;
  experiment: Experiment;
  isLatest: boolean;
  /** Null before the experiment was read, and for a missing video. */
  residual: number | null;
}

/** The tosses of an experiment, in order; those of all experiments of an answer in one statement. */
export async function tossesOf(context: GraphQLContext, experiment: Experiment): Promise<TossRow[]> {
  const assignments = await loadInBatch(context, 'experimentAssignments', experiment.id, (ids) =>
    listAssignments(context.deps.db, ids),
  );
  const residuals = experiment.status === 'READ' ? residualsOf({ ...experiment, tosses: assignments }) : [];
  return assignments.map((assignment, i) => ({
    assignment,
    experiment,
    isLatest: i === assignments.length - 1,
    residual: Number.isFinite(residuals[i]) ? residuals[i]! : null,
  }));
}

export const ExperimentAssignmentRef = builder.objectRef<TossRow>('ExperimentAssignment');

const notBeforeRead = 'null before the experiment was read (nobody looks at the numbers on the way), and for a missing video.';

builder.node(ExperimentAssignmentRef, {
  description: 'A toss of the coin and the video that followed.',
  id: { resolve: ({ assignment }) => assignment.id, description: 'Global id: opaque, stable, accepted by `node`.' },
  loadOne: async (id, context) => {
    const ownerId = ownerIdOf(context);
    const assignment = findOwnAssignment(context.deps.db, id, ownerId);
    const experiment = assignment && findOwnExperiment(context.deps.db, assignment.experimentId, ownerId);
    return experiment ? ((await tossesOf(context, experiment)).find((row) => row.assignment.id === id) ?? null) : null;
  },
  fields: (t) => ({
    position: t.int({ description: 'Which toss it is, from 1.', resolve: ({ assignment }) => assignment.position }),
    side: t.field({
      type: ExperimentSideEnum,
      description: 'What the coin said. The video counts on this side whatever was done (intention to treat).',
      resolve: ({ assignment }) => assignment.side,
    }),
    block: t.int({
      nullable: true,
      description:
        'Block of 2 or 4 tosses in which both sides come equally often, from 1; null while the experiment runs, lest the next toss be guessed.',
      resolve: ({ assignment, experiment }) => (experiment.status === 'RUNNING' ? null : assignment.blockIndex + 1),
    }),
    tossedAt: t.field({ type: 'DateTime', description: 'When it was tossed.', resolve: ({ assignment }) => assignment.tossedAt }),
    state: t.field({
      type: AssignmentStateEnum,
      description: 'How its video stands.',
      resolve: ({ assignment }) => stateOf(assignment),
    }),
    video: t.field({
      type: VideoRef,
      nullable: true,
      description: 'The first video published after the toss; null until it is found, and when it was removed from here.',
      resolve: ({ assignment: { videoId } }, _args, context) =>
        videoId === null
          ? null
          : loadInBatch(context, 'experimentVideos', videoId, (ids) => findOwnVideos(ids, ownerIdOf(context), context.deps)),
    }),
    candidates: t.field({
      type: [VideoRef],
      description: `Videos that \`linkExperimentVideo\` would take: published after the toss, at most ${settledAfterHours} hours old, not counted or excluded yet; ten at most. Empty once the toss is settled.`,
      resolve: async ({ assignment, isLatest, experiment }, _args, context) => {
        const now = context.deps.clock.now();
        const until = changeableUntil(assignment, isLatest);
        if (experiment.status !== 'RUNNING' || !isLatest || (until !== null && until <= now)) return [];
        const ids = await loadInBatch(context, 'experimentCandidates', assignment.id, (asked) =>
          listCandidateIds(context.deps.db, asked, youngestSettled(now)),
        );
        const found = findOwnVideos(ids.slice(0, mostCandidates), ownerIdOf(context), context.deps);
        return found.filter((video) => video !== null);
      },
    }),
    isLinkedByCreator: t.boolean({
      description: 'Whether the person said that it is this video.',
      resolve: ({ assignment }) => assignment.isLinkedByCreator,
    }),
    isFollowed: t.boolean({
      nullable: true,
      description: 'Whether the video did what the coin said, by the person; null: nothing said.',
      resolve: ({ assignment }) => assignment.isFollowed,
    }),
    changeableUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: `Until when the video may be exchanged or excluded: ${settledAfterHours} hours after its publication, when its numbers begin to say something. Null without a video, once the next toss has been made, and once the experiment has ended.`,
      resolve: ({ assignment, isLatest, experiment }) =>
        experiment.status === 'RUNNING' ? changeableUntil(assignment, isLatest) : null,
    }),
    measurableAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the video has, or had, the age of measurement; null without a video.',
      resolve: ({ assignment, experiment }) => measurableAt(assignment, experiment),
    }),
    views: t.field({
      type: 'SafeInt',
      nullable: true,
      description: `Views at the age of measurement, on a line in ln(views) over ln(age) between the readings on both sides of it; ${notBeforeRead}`,
      resolve: ({ assignment: { logViews }, experiment }) =>
        experiment.status === 'READ' && logViews !== null ? Math.round(Math.exp(logViews)) : null,
    }),
    residual: t.float({
      nullable: true,
      description: `ln(views) at the age of measurement − ln of what the creator’s videos usually had at that age when the experiment began; ${notBeforeRead}`,
      resolve: ({ residual }) => residual,
    }),
  }),
});

export const ExperimentExclusionRef = builder.objectRef<Exclusion>('ExperimentExclusion').implement({
  description: 'A video that followed a toss and does not count; the toss went on to the next video.',
  fields: (t) => ({
    position: t.exposeInt('position', { description: 'Which toss it had followed, from 1.' }),
    video: t.field({
      type: VideoRef,
      description: 'The video.',
      resolve: async ({ videoId }, _args, context) => {
        const load = (ids: readonly string[]) => findOwnVideos(ids, ownerIdOf(context), context.deps);
        const video = await loadInBatch(context, 'experimentVideos', videoId, load);
        // The row goes with its video; only one removed between two statements is not there.
        if (!video) throw new GraphQLError('The video was removed a moment ago. Ask again.');
        return video;
      },
    }),
    reason: t.exposeString('reason', { description: 'Why, in the person’s words.' }),
    excludedAt: t.expose('excludedAt', { type: 'DateTime', description: 'When it was excluded.' }),
  }),
});

export function exclusionsOf(context: GraphQLContext, { id }: Experiment): Promise<Exclusion[]> {
  return loadInBatch(context, 'experimentExclusions', id, (ids) => listExclusions(context.deps.db, ids));
}

/** A page of an experiment's tosses, in order. There are 200 at most, read together with what counts them. */
export async function resolveTosses(experiment: Experiment, args: PageArguments, context: GraphQLContext) {
  const rows = await tossesOf(context, experiment);
  const place = (cursor: string | undefined) => (cursor === undefined ? null : decodeCursor(cursor, z.tuple([z.int()]))[0]);
  return resolvePage<TossRow>({
    args,
    cursorOf: ({ assignment }) => encodeCursor([assignment.position]),
    list: ({ after, before, limit, isInverted }) => {
      const [first, last] = [place(after) ?? 0, place(before) ?? Infinity];
      const between = rows.filter(({ assignment: { position } }) => position > first && position < last);
      return (isInverted ? between.reverse() : between).slice(0, limit);
    },
    totalCount: () => rows.length,
  });
}

export interface ArmRow {
  side: Side;
  label: string;
  tosses: TossRow[];
}

const ofArm = (state: AssignmentState) => ({
  resolve: ({ tosses }: ArmRow) => tosses.filter(({ assignment }) => stateOf(assignment) === state).length,
});

export const ExperimentArmRef = builder.objectRef<ArmRow>('ExperimentArm').implement({
  description: 'One side of an experiment.',
  fields: (t) => ({
    side: t.expose('side', { type: ExperimentSideEnum, description: 'A or B.' }),
    label: t.exposeString('label', { description: 'The choice, in the person’s words.' }),
    tossCount: t.int({ description: 'Tosses that fell on it so far.', resolve: ({ tosses }) => tosses.length }),
    growingCount: t.int({ description: 'Videos that are not old enough yet.', ...ofArm('GROWING') }),
    measuredCount: t.int({ description: 'Videos measured.', ...ofArm('MEASURED') }),
    missingCount: t.int({ description: 'Videos that could not be measured.', ...ofArm('MISSING') }),
    notFollowedCount: t.int({
      description: 'Videos that did not do what the coin said, by the person; they count on this side nevertheless.',
      resolve: ({ tosses }) => tosses.filter(({ assignment }) => assignment.isFollowed === false).length,
    }),
  }),
});

export function armsOf(experiment: Experiment, tosses: readonly TossRow[]): ArmRow[] {
  return sides.map((side) => ({
    side,
    label: side === 'A' ? experiment.labelA : experiment.labelB,
    tosses: tosses.filter(({ assignment }) => assignment.side === side),
  }));
}
