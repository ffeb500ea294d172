import { z } from 'zod';
import { logGrowthShare } from '../analytics/growth-path';
import { TikTokConnectionRef } from '../connections/schema';
import { requireConnection } from '../connections/require-connection';
import { builder } from '../graphql/builder';
import { ownerIdOf } from '../graphql/node-scope';
import { pageComplexity, resolvePage } from '../graphql/page';
import { decodeCursor, encodeCursor } from '../videos/cursor';
import {
  armsOf,
  ExperimentArmRef,
  ExperimentAssignmentRef,
  ExperimentExclusionRef,
  exclusionsOf,
  resolveTosses,
  tossesOf,
} from './assignment-schema';
import { type EndReason, type Experiment, type ExperimentKind, limits, measurableAt, plannedVideos, stateOf } from './experiment';
import { countExperiments, type ExperimentPlace, findOwnExperiment, listExperiments } from './experiment-queries';
import { ExperimentResultRef } from './result-schema';

export const detectableDescription =
  'In ln(views): the difference that so many videos find with 80 % probability, (t₀.₉₇₅ + t₀.₈) · scatter · √(2 / videosPerArm) with 2 · videosPerArm − 2 degrees of freedom (Lachin 1981). Smaller ones are mostly missed.';

export const ExperimentKindEnum = builder.enumType('ExperimentKind', {
  description: 'What the two choices are about.',
  values: {
    HOURS: { description: 'When to post.' },
    HOOK: { description: 'How to begin.' },
    LENGTH: { description: 'How long.' },
    OTHER: { description: 'Anything else, in the person’s words.' },
  } satisfies Record<ExperimentKind, object>,
});

const ExperimentStatusEnum = builder.enumType('ExperimentStatus', {
  description: 'How an experiment stands.',
  values: {
    RUNNING: { description: 'Videos are still to come.' },
    MEASURING: { description: 'All planned videos are there; the youngest are not old enough to be measured.' },
    READ: { description: 'It was read, once; `result` says what it found.' },
    NOT_ENOUGH_VIDEOS: { description: 'It ended without enough videos and is never read.' },
  } as const,
});

const WhyNoResultEnum = builder.enumType('ExperimentWhyNoResult', {
  description: 'Why there is no result.',
  values: {
    NOT_YET: { description: 'The planned videos are not all measured: an experiment is read at its end and not on the way.' },
    STOPPED_EARLY: { description: 'The person stopped it before its plan was complete.' },
    TOO_MANY_MISSING: {
      description: `Fewer than ${limits.fewestPerArm} videos of a side could be compared: 2 / 2^${limits.fewestPerArm - 1} > 0.05, no arrangement could pass 5 %.`,
    },
  } as const,
});

export const ExperimentRef = builder.objectRef<Experiment>('Experiment');

builder.node(ExperimentRef, {
  description:
    'Two choices, both acceptable, between which a coin decides for each next video. Plan and stopping rule are registered at the start and never change; it is read once, at its end.',
  id: { resolve: ({ id }) => id, description: 'Global id: opaque, stable, accepted by `node`.' },
  loadOne: (id, context) => Promise.resolve(findOwnExperiment(context.deps.db, id, ownerIdOf(context))),
  fields: (t) => ({
    connection: t.field({
      type: TikTokConnectionRef,
      description: 'The account it is about.',
      resolve: ({ connectionId }, _args, { deps }) => requireConnection(deps.db, connectionId),
    }),
    kind: t.expose('kind', { type: ExperimentKindEnum, description: 'What the choices are about.' }),
    arms: t.field({
      type: [ExperimentArmRef],
      description: 'The two choices, A first, with what has come of them so far but for the numbers.',
      resolve: async (experiment, _args, context) => armsOf(experiment, await tossesOf(context, experiment)),
    }),
    videosPerArm: t.exposeInt('videosPerArm', { description: 'Videos planned for each side.' }),
    plannedVideoCount: t.int({ description: '2 · videosPerArm.', resolve: (experiment) => plannedVideos(experiment) }),
    horizonHours: t.exposeInt('horizonHours', { description: 'Age in hours at which each video is measured: 48 or 168.' }),
    alpha: t.exposeFloat('alpha', {
      description: 'Two-sided: the share of experiments without any effect that may still find one. 0.05.',
    }),
    usualViews: t.field({
      type: 'SafeInt',
      nullable: true,
      description:
        'What the creator’s videos usually had at the age of measurement when it started: exp(level of ln(views at 7 days) + ln of the median path’s share at that age). Null with fewer than five videos old enough then.',
      resolve: ({ level, horizonHours }) => (level === null ? null : Math.round(Math.exp(level + logGrowthShare(horizonHours)))),
    }),
    scatter: t.exposeFloat('scatter', {
      description: 'Standard deviation of ln(views) within the creator that `detectableDifference` counts on.',
    }),
    isScatterOwn: t.exposeBoolean('isScatterOwn', {
      description: 'Whether the scatter is the creator’s own, else the usual one of creators, 1.1.',
    }),
    detectableDifference: t.exposeFloat('detectableDifference', { description: detectableDescription }),
    status: t.field({
      type: ExperimentStatusEnum,
      description: 'How it stands.',
      resolve: async (experiment, _args, context) => {
        if (experiment.status !== 'RUNNING') return experiment.status === 'READ' ? 'READ' : 'NOT_ENOUGH_VIDEOS';
        const tosses = await tossesOf(context, experiment);
        const isAllThere = tosses.length === plannedVideos(experiment) && tosses.at(-1)?.assignment.linkedAt !== null;
        return isAllThere ? 'MEASURING' : 'RUNNING';
      },
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When its plan was registered.' }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was read or ended; null while it is under way.',
    }),
    currentToss: t.field({
      type: ExperimentAssignmentRef,
      nullable: true,
      description:
        'What the coin said for the next video; null before it is asked (`tossForNextVideo`) and when none is to come.',
      resolve: async (experiment, _args, context) => {
        if (experiment.status !== 'RUNNING') return null;
        const latest = (await tossesOf(context, experiment)).at(-1);
        return latest && latest.assignment.linkedAt === null ? latest : null;
      },
    }),
    nextMeasurementAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the next video will be old enough to be measured; null when none is growing.',
      resolve: async (experiment, _args, context) => growing(await tossesOf(context, experiment), experiment).at(0) ?? null,
    }),
    readableAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'When the last planned video will be old enough, after which the next sync reads it; null while videos are to come, and once it has ended.',
      resolve: async (experiment, _args, context) => {
        const tosses = await tossesOf(context, experiment);
        return tosses.length === plannedVideos(experiment) ? (growing(tosses, experiment).at(-1) ?? null) : null;
      },
    }),
    exclusions: t.field({
      type: [ExperimentExclusionRef],
      description: 'Videos that do not count: one in five of the planned at most.',
      resolve: (experiment, _args, context) => exclusionsOf(context, experiment),
    }),
    result: t.field({
      type: ExperimentResultRef,
      nullable: true,
      description: 'What it found; null: see `whyNoResult`.',
      resolve: ({ result, alpha }) => result && { ...result, alpha },
    }),
    whyNoResult: t.field({
      type: WhyNoResultEnum,
      nullable: true,
      description: 'Why there is no result; null where there is one.',
      resolve: ({ endReason }) => whyNoResult(endReason),
    }),
    methodVersion: t.exposeString('methodVersion', { description: 'Version of the rules it is read by.' }),
    seed: t.exposeInt('seed', {
      description: 'Registered start of the random arrangements, so that the p value can be computed again.',
    }),
  }),
});

function whyNoResult(endReason: EndReason | null) {
  if (endReason === null) return 'NOT_YET' as const;
  return endReason === 'PLAN_COMPLETE' ? null : endReason;
}

/** When the growing videos will be old enough, the first of them first. */
function growing(tosses: Awaited<ReturnType<typeof tossesOf>>, experiment: Experiment): Date[] {
  if (experiment.status !== 'RUNNING') return [];
  return tosses
    .filter(({ assignment }) => stateOf(assignment) === 'GROWING')
    .flatMap(({ assignment }) => measurableAt(assignment, experiment) ?? [])
    .sort((a, b) => a.getTime() - b.getTime());
}

builder.objectField(ExperimentRef, 'assignments', (t) =>
  t.connection(
    {
      type: ExperimentAssignmentRef,
      description: 'The tosses so far, in order, each with the video that followed.',
      complexity: pageComplexity,
      resolve: (experiment, args, context) => resolveTosses(experiment, args, context),
    },
    { name: 'ExperimentAssignmentsConnection', description: 'A page of tosses.' },
    { name: 'ExperimentAssignmentsConnectionEdge', description: 'A toss with its place in the list.' },
  ),
);

builder.prismaObjectField(TikTokConnectionRef, 'experiments', (t) =>
  t.connection(
    {
      type: ExperimentRef,
      description: 'Experiments of this account, the latest first. One runs at a time.',
      complexity: pageComplexity,
      resolve: ({ id: connectionId }, args, context) => {
        const { db } = context.deps;
        const input = { connectionId, ownerId: ownerIdOf(context) };
        return resolvePage<Experiment>({
          args,
          cursorOf: ({ startedAt, id }) => encodeCursor([startedAt.getTime(), id]),
          list: ({ after, before, ...page }) =>
            listExperiments(db, { ...input, ...page, after: placeOf(after), before: placeOf(before) }),
          totalCount: () => countExperiments(db, input),
        });
      },
    },
    { name: 'TikTokConnectionExperimentsConnection', description: 'A page of experiments.' },
    { name: 'TikTokConnectionExperimentsConnectionEdge', description: 'An experiment with its place in the list.' },
  ),
);

function placeOf(cursor: string | undefined): ExperimentPlace | null {
  if (cursor === undefined) return null;
  const [startedAt, id] = decodeCursor(cursor, z.tuple([z.int(), z.string()]));
  return { startedAt, id };
}
