import { type MeasurementStatus, measureFields, type VideoField } from './video';

const video = {
  connectionScopes: 'user.info.basic,user.info.stats,video.list',
  viewCount: 0,
  likeCount: null,
  commentCount: 3,
  shareCount: null,
  bookmarkCount: null,
  musicName: null,
  musicLookedUpAt: null,
  followersAtPublication: null,
};

function statusOf(change: Partial<Parameters<typeof measureFields>[0]>, field: VideoField): MeasurementStatus | undefined {
  return measureFields({ ...video, ...change }).find((measurement) => measurement.field === field)?.status;
}

describe('measureFields', () => {
  it.each<[string, Partial<Parameters<typeof measureFields>[0]>, VideoField, MeasurementStatus]>([
    ['zero is a measurement', {}, 'VIEW_COUNT', 'MEASURED'],
    ['a count that TikTok left out', {}, 'LIKE_COUNT', 'NOT_YET'],
    ['a count without its scope', { connectionScopes: 'user.info.basic' }, 'SHARE_COUNT', 'SCOPE_MISSING'],
    ['bookmarks', {}, 'BOOKMARK_COUNT', 'NOT_IN_API'],
    ['bookmarks from another source', { bookmarkCount: 4 }, 'BOOKMARK_COUNT', 'MEASURED'],
    ['a sound nobody asked for yet', {}, 'MUSIC_NAME', 'NOT_YET'],
    ['a sound that TikTok does not name', { musicLookedUpAt: new Date(0) }, 'MUSIC_NAME', 'NOT_IN_API'],
    ['a sound', { musicName: 'son original' }, 'MUSIC_NAME', 'MEASURED'],
    ['reach', {}, 'REACH', 'NOT_IN_API'],
    ['watch time', {}, 'WATCH_TIME', 'NOT_IN_API'],
    ['followers before the first reading', {}, 'FOLLOWERS_AT_PUBLICATION', 'NOT_YET'],
    ['followers without their scope', { connectionScopes: 'video.list' }, 'FOLLOWERS_AT_PUBLICATION', 'SCOPE_MISSING'],
  ])('%s', (_name, change, field, expected) => expect(statusOf(change, field)).toBe(expected));

  it('names every field once', () => expect(new Set(measureFields(video).map(({ field }) => field)).size).toBe(9));
});
