import { z } from 'zod';
import { VideoAvailability } from '../db/generated/client/enums';
import { TikTokConnectionRef } from '../connections/schema';
import { builder } from '../graphql/builder';
import { ownerIdOf } from '../graphql/node-scope';
import { decodeCursor, encodeCursor } from './cursor';
import { findOwnVideos } from './find-own-videos';
import { requireConnection } from '../connections/require-connection';
import { pageComplexity, resolvePage } from '../graphql/page';
import { OutlierDirectionEnum } from './outlier-filter';
import { defaultTimeZone } from '../users/time-zone';
import { loadInBatch } from './request-batch';
import { countVideoSnapshots, listVideoSnapshots, type VideoSnapshot } from './snapshot-queries';
import { snapshotCursor, snapshotPage, VideoSnapshotRef } from './snapshot-schema';
import { type FieldMeasurement, measureFields, type Video, type VideoField } from './video';
import { countVideos, listVideos, placeOf, type VideoOrder, type VideoPlace } from './video-page-queries';

const VideoAvailabilityEnum = builder.enumType('VideoAvailability', {
  description: 'Whether TikTok still shows a video.',
  values: {
    [VideoAvailability.AVAILABLE]: {
      value: VideoAvailability.AVAILABLE,
      description: 'TikTok returned it when it was last asked.',
    },
    [VideoAvailability.UNAVAILABLE]: {
      value: VideoAvailability.UNAVAILABLE,
      description: 'TikTok no longer returns it: deleted, private, or under review. Its history stays.',
    },
  },
});

export const MeasurementStatusEnum = builder.enumType('MeasurementStatus', {
  description: 'Why a field has the value it has, or none.',
  values: {
    MEASURED: { description: 'The source gave it; zero means zero.' },
    NOT_IN_API: { description: 'TikTok’s API does not give it for this account.' },
    SCOPE_MISSING: { description: 'The person did not grant the permission that carries it. Connecting again can.' },
    NOT_YET: { description: 'It has not been read yet.' },
    BELOW_THRESHOLD: { description: 'There is too little to say anything.' },
  } as const,
});

const VideoFieldEnum = builder.enumType('VideoField', {
  description: 'A field of a video that may have no value.',
  values: {
    VIEW_COUNT: { description: '`viewCount`.' },
    LIKE_COUNT: { description: '`likeCount`.' },
    COMMENT_COUNT: { description: '`commentCount`.' },
    SHARE_COUNT: { description: '`shareCount`.' },
    BOOKMARK_COUNT: { description: '`bookmarkCount`: not in TikTok’s Display API.' },
    MUSIC_NAME: { description: '`musicName`: looked up by oEmbed after a sync, newest videos first.' },
    REACH: { description: 'Different people reached: not in TikTok’s Display API.' },
    WATCH_TIME: { description: 'Time watched: not in TikTok’s Display API.' },
    FOLLOWERS_AT_PUBLICATION: { description: 'Followers at publication: known where the account was read within a day of it.' },
  } satisfies Record<VideoField, object>,
});

const FieldMeasurementRef = builder.objectRef<FieldMeasurement>('FieldMeasurement').implement({
  description: 'Why a field has the value it has, or none.',
  fields: (t) => ({
    field: t.expose('field', { type: VideoFieldEnum, description: 'The field.' }),
    status: t.expose('status', { type: MeasurementStatusEnum, description: 'Whether it was measured, and if not, why.' }),
  }),
});

const atLast = 'at the last reading that said so; null: see `measurements`.';
export const VideoRef = builder.objectRef<Video>('Video');

builder.node(VideoRef, {
  description: 'A video as TikTok last showed it, with every reading that was taken of it.',
  id: { resolve: ({ id }) => id, description: 'Global id: opaque, stable, accepted by `node`.' },
  loadManyWithoutCache: (ids, context) => Promise.resolve(findOwnVideos(ids, ownerIdOf(context), context.deps)),
  fields: (t) => ({
    connection: t.field({
      type: TikTokConnectionRef,
      description: 'The account that published it.',
      resolve: ({ connectionId }, _args, { deps }) => requireConnection(deps.db, connectionId),
    }),
    tiktokVideoId: t.exposeString('tiktokVideoId', { description: 'TikTok’s id of the video.' }),
    title: t.exposeString('title', {
      nullable: true,
      description: 'Title as TikTok gave it; may be cut short. Null where it gave none.',
    }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'Caption as TikTok gave it; may be cut short. Null where it gave none.',
    }),
    hashtags: t.exposeStringList('hashtags', {
      description: 'Hashtags found in title and description: without #, lower case, in order of appearance.',
    }),
    musicName: t.exposeString('musicName', {
      nullable: true,
      description: 'Sound, from TikTok’s public oEmbed; null: see `measurements`.',
    }),
    durationSeconds: t.exposeInt('durationSeconds', {
      nullable: true,
      description: 'Length in seconds; null or 0 for photo posts.',
    }),
    isAiGenerated: t.exposeBoolean('isAiGenerated', {
      nullable: true,
      description: 'Whether it carries the label of AI-generated content; null where TikTok did not say.',
    }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When it was published.' }),
    shareUrl: t.exposeString('shareUrl', { nullable: true, description: 'Its page on TikTok; null where TikTok gave none.' }),
    embedUrl: t.exposeString('embedUrl', {
      nullable: true,
      description: 'TikTok’s player, to be embedded; null where TikTok gave none.',
    }),
    coverUrl: t.string({
      nullable: true,
      description: 'Address on this server of the cover, always fresh; null where TikTok gave none.',
      resolve: ({ id, coverUrl }) => (coverUrl === null ? null : `/media/covers/${id}`),
    }),
    coverExpiresAt: t.expose('coverExpiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When TikTok’s own address of the cover ends; ours does not. Null where TikTok did not say.',
    }),
    viewCount: t.expose('viewCount', { type: 'SafeInt', nullable: true, description: `Views ${atLast}` }),
    likeCount: t.expose('likeCount', { type: 'SafeInt', nullable: true, description: `Likes ${atLast}` }),
    commentCount: t.expose('commentCount', { type: 'SafeInt', nullable: true, description: `Comments ${atLast}` }),
    shareCount: t.expose('shareCount', { type: 'SafeInt', nullable: true, description: `Shares ${atLast}` }),
    bookmarkCount: t.expose('bookmarkCount', { type: 'SafeInt', nullable: true, description: `Bookmarks ${atLast}` }),
    measurements: t.field({
      type: [FieldMeasurementRef],
      description: 'For each field that may be null: whether it was measured, and if not, why.',
      resolve: (video) => measureFields(video),
    }),
    availability: t.expose('availability', { type: VideoAvailabilityEnum, description: 'Whether TikTok still shows it.' }),
    unavailableSince: t.expose('unavailableSince', {
      type: 'DateTime',
      nullable: true,
      description: 'When TikTok was first seen to no longer return it; null while it does.',
    }),
    firstSeenAt: t.expose('firstSeenAt', { type: 'DateTime', description: 'When Crealia first read it.' }),
    lastObservedAt: t.expose('lastObservedAt', { type: 'DateTime', description: 'When Crealia last read it.' }),
    snapshots: t.connection(
      {
        type: VideoSnapshotRef,
        description:
          'Every reading, oldest first: hourly to 48 hours of age, every 6 hours to 7 days, daily to 30 days, weekly to 90 days, then every 30 days.',
        complexity: pageComplexity,
        resolve: ({ id }, args, context) =>
          resolvePage<VideoSnapshot>({
            args,
            cursorOf: snapshotCursor,
            list: (bounds) => {
              const page = snapshotPage(bounds);
              const name = `videoSnapshots:${JSON.stringify(page)}`;
              return loadInBatch(context, name, id, (ids) => listVideoSnapshots(context.deps.db, ids, page));
            },
            totalCount: () => loadInBatch(context, 'videoSnapshotCount', id, (ids) => countVideoSnapshots(context.deps.db, ids)),
          }),
      },
      { name: 'VideoSnapshotsConnection', description: 'A page of readings.' },
      { name: 'VideoSnapshotsConnectionEdge', description: 'A reading with its place in the list.' },
    ),
  }),
});

const VideoOrderInput = builder.inputType('VideoOrder', {
  description: 'How videos are ordered. What TikTok does not say comes last in either direction.',
  fields: (t) => ({
    field: t.field({
      required: true,
      description: 'By what.',
      type: builder.enumType('VideoOrderField', {
        description: 'What videos can be ordered by.',
        values: {
          PUBLISHED_AT: { description: 'Time of publication.' },
          VIEW_COUNT: { description: 'Views at the last reading.' },
          LIKE_COUNT: { description: 'Likes at the last reading.' },
          COMMENT_COUNT: { description: 'Comments at the last reading.' },
          SHARE_COUNT: { description: 'Shares at the last reading.' },
        } as const,
      }),
    }),
    direction: t.field({
      required: true,
      description: 'In which direction.',
      type: builder.enumType('OrderDirection', {
        description: 'The direction of an order.',
        values: { ASC: { description: 'Smallest or oldest first.' }, DESC: { description: 'Largest or newest first.' } } as const,
      }),
    }),
  }),
});

const VideoFilterInput = builder.inputType('VideoFilter', {
  description: 'Which videos: those that meet every condition given.',
  fields: (t) => ({
    text: t.string({ description: 'Title or description contains this, whatever the case and the accents.' }),
    hashtag: t.string({ description: 'Carries this hashtag, with or without #.' }),
    publishedFrom: t.field({ type: 'DateTime', description: 'Published at this time or later.' }),
    publishedUntil: t.field({ type: 'DateTime', description: 'Published before this time.' }),
    minimumViews: t.field({ type: 'SafeInt', description: 'At least so many views at the last reading.' }),
    availability: t.field({ type: VideoAvailabilityEnum, description: 'Whether TikTok still shows it.' }),
    outlier: t.field({
      type: [OutlierDirectionEnum],
      description:
        'Stands in one of these directions: `[UP, DOWN]` gives the outliers. A video of which it cannot be told is in none.',
    }),
  }),
});

const newestFirst: VideoOrder = { field: 'PUBLISHED_AT', direction: 'DESC' };

builder.prismaObjectField(TikTokConnectionRef, 'videos', (t) =>
  t.connection(
    {
      type: VideoRef,
      description: 'The account’s videos, newest first unless ordered otherwise.',
      complexity: pageComplexity,
      args: {
        orderBy: t.arg({ type: VideoOrderInput, description: 'How they are ordered; newest first when left out.' }),
        filter: t.arg({ type: VideoFilterInput, description: 'Which ones; all when left out.' }),
      },
      resolve: async ({ id: connectionId }, { orderBy, filter, ...args }, context) => {
        const { db, findOutlierIds } = context.deps;
        const order = orderBy ?? newestFirst;
        const { outlier: directions, ...conditions } = filter ?? {};
        const timeZone = context.viewer?.timeZone ?? defaultTimeZone;
        const ids = directions ? await findOutlierIds({ connectionId, timeZone, directions }) : null;
        const input = { connectionId, ownerId: ownerIdOf(context), filter: { ...conditions, ids } };
        return resolvePage<Video>({
          args,
          cursorOf: (video) => videoCursor(order, placeOf(video, order.field)),
          list: ({ after, before, ...page }) =>
            listVideos(db, { ...input, ...page, order, after: videoPlace(order, after), before: videoPlace(order, before) }),
          totalCount: () => countVideos(db, input),
        });
      },
    },
    { name: 'TikTokConnectionVideosConnection', description: 'A page of videos.' },
    { name: 'TikTokConnectionVideosConnectionEdge', description: 'A video with its place in the list.' },
  ),
);

function videoCursor({ field }: VideoOrder, { value, id }: VideoPlace): string {
  return encodeCursor([field, value, id]);
}

function videoPlace({ field }: VideoOrder, cursor: string | undefined): VideoPlace | null {
  if (cursor === undefined) return null;
  const [, value, id] = decodeCursor(cursor, z.tuple([z.literal(field), z.number().nullable(), z.string()]));
  return { value, id };
}
