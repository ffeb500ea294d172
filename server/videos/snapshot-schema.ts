import { z } from 'zod';
import { TikTokConnectionRef } from '../connections/schema';
import { builder } from '../graphql/builder';
import { decodeCursor, encodeCursor } from './cursor';
import { ageHours } from './metric-snapshot';
import { pageComplexity, resolvePage } from '../graphql/page';
import { loadInBatch } from './request-batch';
import {
  type ConnectionSnapshot,
  countConnectionSnapshots,
  listConnectionSnapshots,
  type SnapshotPageInput,
  type VideoSnapshot,
} from './snapshot-queries';

const atReading = 'at this reading; null where TikTok did not say.';

export const VideoSnapshotRef = builder.objectRef<VideoSnapshot>('VideoSnapshot').implement({
  description: 'One reading of a video’s counters. Readings are never changed: a number that falls is kept as TikTok said it.',
  fields: (t) => ({
    observedAt: t.expose('observedAt', { type: 'DateTime', description: 'When it was read.' }),
    ageHours: t.float({
      description: 'Hours between publication and this reading.',
      resolve: ({ publishedAt, observedAt }) => ageHours(publishedAt, observedAt),
    }),
    viewCount: t.expose('viewCount', { type: 'SafeInt', nullable: true, description: `Views ${atReading}` }),
    likeCount: t.expose('likeCount', { type: 'SafeInt', nullable: true, description: `Likes ${atReading}` }),
    commentCount: t.expose('commentCount', { type: 'SafeInt', nullable: true, description: `Comments ${atReading}` }),
    shareCount: t.expose('shareCount', { type: 'SafeInt', nullable: true, description: `Shares ${atReading}` }),
    bookmarkCount: t.expose('bookmarkCount', {
      type: 'SafeInt',
      nullable: true,
      description: 'Bookmarks at this reading; null: TikTok’s Display API has none.',
    }),
  }),
});

const ConnectionSnapshotRef = builder.objectRef<ConnectionSnapshot>('ConnectionSnapshot').implement({
  description: 'One reading of an account’s counters.',
  fields: (t) => ({
    observedAt: t.expose('observedAt', { type: 'DateTime', description: 'When it was read.' }),
    followerCount: t.expose('followerCount', { type: 'SafeInt', nullable: true, description: `Followers ${atReading}` }),
    followingCount: t.expose('followingCount', {
      type: 'SafeInt',
      nullable: true,
      description: `Accounts followed ${atReading}`,
    }),
    likesCount: t.expose('likesCount', { type: 'SafeInt', nullable: true, description: `Likes on all videos ${atReading}` }),
    videoCount: t.expose('videoCount', {
      type: 'SafeInt',
      nullable: true,
      description: `Public videos by TikTok’s count ${atReading}`,
    }),
  }),
});

builder.prismaObjectField(TikTokConnectionRef, 'snapshots', (t) =>
  t.connection(
    {
      type: ConnectionSnapshotRef,
      description: 'Every reading of the account’s counters, oldest first: hourly at most, daily at least.',
      complexity: pageComplexity,
      resolve: ({ id }, args, context) =>
        resolvePage<ConnectionSnapshot>({
          args,
          cursorOf: snapshotCursor,
          list: (bounds) => {
            const page = snapshotPage(bounds);
            const name = `connectionSnapshots:${JSON.stringify(page)}`;
            return loadInBatch(context, name, id, (ids) => listConnectionSnapshots(context.deps.db, ids, page));
          },
          totalCount: () =>
            loadInBatch(context, 'connectionSnapshotCount', id, (ids) => countConnectionSnapshots(context.deps.db, ids)),
        }),
    },
    { name: 'TikTokConnectionSnapshotsConnection', description: 'A page of readings.' },
    { name: 'TikTokConnectionSnapshotsConnectionEdge', description: 'A reading with its place in the list.' },
  ),
);

/** Where a reading stands among those of its video or account. */
export function snapshotCursor({ observedAt }: { observedAt: Date }): string {
  return encodeCursor([observedAt.getTime()]);
}

export function snapshotPage({
  after,
  before,
  limit,
  isInverted,
}: {
  after?: string;
  before?: string;
  limit: number;
  isInverted: boolean;
}): SnapshotPageInput {
  const timeOf = (cursor: string | undefined) => (cursor === undefined ? null : decodeCursor(cursor, z.tuple([z.int()]))[0]);
  return { after: timeOf(after), before: timeOf(before), limit, isInverted };
}
