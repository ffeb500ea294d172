import { GraphQLError } from 'graphql';
import { ConnectionNotActiveError } from '../connections/errors';
import { ConnectTikTokSuccessRef } from '../connections/mutations';
import { TikTokConnectionRef } from '../connections/schema';
import { builder } from '../graphql/builder';
import { ownerIdOf } from '../graphql/node-scope';
import { NotFoundError } from '../users/errors';
import { requireConnection } from '../connections/require-connection';
import { loadInBatch } from './request-batch';
import { startSync } from './start-sync';
import { followSyncRun } from './sync-progress';
import { type SyncRun, syncProgress } from './sync-run';
import { findLatestSyncRuns, findOwnSyncRun } from './sync-run-queries';

const SyncTriggerEnum = builder.enumType('SyncTrigger', {
  description: 'What set off a run.',
  values: {
    FIRST: { description: 'Nothing was read completely before: everything is listed.' },
    SCHEDULED: { description: 'The cadence: a reading was due.' },
    REQUESTED: { description: 'The person asked for it.' },
  } as const,
});

export const RunStatusEnum = builder.enumType('RunStatus', {
  description: 'How a piece of background work stands.',
  values: {
    QUEUED: { description: 'It waits for its turn.' },
    RUNNING: { description: 'It is under way, or waits to be tried again after TikTok did not answer.' },
    SUCCEEDED: { description: 'It is done.' },
    FAILED: { description: 'It ended badly; `error` says why and what to do. What was read is kept.' },
  } as const,
});

const SyncPhaseEnum = builder.enumType('SyncPhase', {
  description: 'What a run is doing.',
  values: {
    PROFILE: { description: 'Reading the profile and the account’s counters.' },
    LISTING: { description: 'Listing videos, newest first, with their counters.' },
    READING: { description: 'Reading the counters of known videos that are due.' },
    FINISHING: { description: 'Working out when to come back.' },
  } as const,
});

export const RunErrorRef = builder.objectRef<{ code: string; message: string }>('RunError').implement({
  description: 'Why a piece of background work ended badly.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'For programs, such as RATE_LIMITED, SCOPE_MISSING or TIKTOK_UNAVAILABLE.' }),
    message: t.exposeString('message', { description: 'A sentence for people: what is wrong and what to do next.' }),
  }),
});

const SyncRunRef = builder.objectRef<SyncRun>('SyncRun');

builder.node(SyncRunRef, {
  description: 'One pass over an account at TikTok: what it read so far.',
  id: { resolve: ({ id }) => id, description: 'Global id: opaque, stable, accepted by `node`.' },
  loadOne: (id, context) => Promise.resolve(findOwnSyncRun(context.deps.db, id, ownerIdOf(context))),
  fields: (t) => ({
    connection: t.field({
      type: TikTokConnectionRef,
      description: 'The account being read.',
      resolve: ({ connectionId }, _args, { deps }) => requireConnection(deps.db, connectionId),
    }),
    trigger: t.expose('trigger', { type: SyncTriggerEnum, description: 'What set it off.' }),
    status: t.expose('status', { type: RunStatusEnum, description: 'How it stands.' }),
    phase: t.expose('phase', { type: SyncPhaseEnum, description: 'What it is doing, or was doing when it ended.' }),
    progress: t.float({
      nullable: true,
      description: 'Part of the work that is done, 0 to 1; null while TikTok has not said how many videos there are.',
      resolve: (run) => syncProgress(run),
    }),
    listedCount: t.exposeInt('listedCount', { description: 'Videos listed so far.' }),
    newVideoCount: t.exposeInt('newVideoCount', { description: 'Videos seen for the first time.' }),
    readingCount: t.exposeInt('readingCount', { description: 'Readings taken of videos, those of listed ones included.' }),
    unavailableCount: t.exposeInt('unavailableCount', { description: 'Videos found to be no longer returned.' }),
    unreadableCount: t.exposeInt('unreadableCount', {
      description: 'Videos that TikTok sent in a form that cannot be read; the others were kept, and these are asked for again.',
    }),
    expectedCount: t.exposeInt('expectedCount', {
      nullable: true,
      description: 'Public videos by TikTok’s own count when the run began; null where it did not say.',
    }),
    error: t.field({
      type: RunErrorRef,
      nullable: true,
      description: 'Why it failed; null unless it did.',
      resolve: ({ status, errorCode, errorMessage }) =>
        status === 'FAILED' && errorCode && errorMessage ? { code: errorCode, message: errorMessage } : null,
    }),
    retryReason: t.field({
      type: RunErrorRef,
      nullable: true,
      description:
        'Why its last try ended early, while it waits for the next one; null when nothing hinders it, and once it has ended.',
      resolve: ({ status, errorCode, errorMessage }) =>
        status === 'RUNNING' && errorCode && errorMessage ? { code: errorCode, message: errorMessage } : null,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was asked for.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true, description: 'When it began; null while it waits.' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true, description: 'When it ended; null before.' }),
  }),
});

builder.prismaObjectField(TikTokConnectionRef, 'latestSync', (t) =>
  t.field({
    type: SyncRunRef,
    nullable: true,
    description: 'The newest run, also while it waits or is under way; null before the first.',
    resolve: ({ id }, _args, context) =>
      loadInBatch(context, 'latestSync', id, (ids) => findLatestSyncRuns(context.deps.db, ids)),
  }),
);

builder.objectField(ConnectTikTokSuccessRef, 'syncRun', (t) =>
  t.field({
    type: SyncRunRef,
    description: 'The run that reads the account now; follow it with `syncProgress` or by polling `node`.',
    resolve: ({ connectionId }, _args, { deps }) =>
      findLatestSyncRuns(deps.db, [connectionId])[0] ?? startSync({ connectionId, trigger: 'FIRST' }, deps),
  }),
);

const SyncVideosSuccess = builder.objectRef<{ syncRun: SyncRun }>('SyncVideosSuccess').implement({
  description: 'A run is under way.',
  fields: (t) => ({
    syncRun: t.expose('syncRun', {
      type: SyncRunRef,
      description: 'The run, new or already under way; follow it with `syncProgress` or by polling `node`.',
    }),
  }),
});

const SyncVideosInput = builder.inputType('SyncVideosInput', {
  description: 'What to read.',
  fields: (t) => ({
    connectionId: t.globalID({ required: true, for: [TikTokConnectionRef], description: 'The account to read.' }),
  }),
});

builder.mutationField('syncVideos', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: SyncVideosSuccess,
    description: 'Starts reading the latest videos and their counters from TikTok, and returns at once.',
    errors: { types: [NotFoundError, ConnectionNotActiveError] },
    args: { input: t.arg({ type: SyncVideosInput, required: true, description: 'What to read.' }) },
    resolve: async (_root, { input }, { viewer, deps }) => ({
      syncRun: await startSync({ connectionId: input.connectionId.id, ownerId: viewer.id, trigger: 'REQUESTED' }, deps),
    }),
  }),
);

builder.subscriptionField('syncProgress', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: SyncRunRef,
    description: 'The run as it is now and each time it moves, a few times a second at most; ends with the run.',
    args: { runId: t.arg.globalID({ required: true, for: [SyncRunRef], description: 'The run to follow.' }) },
    subscribe: (_root, { runId }, context) => {
      const read = (): SyncRun | null => findOwnSyncRun(context.deps.db, runId.id, ownerIdOf(context));
      if (!read()) throw new GraphQLError('There is no such run among yours.', { extensions: { code: 'NOT_FOUND' } });
      return followSyncRun(context.deps.pubsub, runId.id, read);
    },
    resolve: (run) => run,
  }),
);
