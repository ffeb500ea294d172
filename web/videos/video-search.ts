import type { OutlierDirection, VideoFilter, VideoOrder, VideosQueryVariables } from '../graphql/generated';

export const videoSorts = {
  newest: { field: 'PUBLISHED_AT', direction: 'DESC' },
  oldest: { field: 'PUBLISHED_AT', direction: 'ASC' },
  views: { field: 'VIEW_COUNT', direction: 'DESC' },
  'fewest-views': { field: 'VIEW_COUNT', direction: 'ASC' },
  likes: { field: 'LIKE_COUNT', direction: 'DESC' },
  comments: { field: 'COMMENT_COUNT', direction: 'DESC' },
  shares: { field: 'SHARE_COUNT', direction: 'DESC' },
} as const satisfies Record<string, VideoOrder>;

export type VideoSort = keyof typeof videoSorts;

/** Which outliers each word in the address stands for. */
export const outlierChoices = { both: ['UP', 'DOWN'], up: ['UP'], down: ['DOWN'] } as const satisfies Record<
  string,
  OutlierDirection[]
>;
export type OutlierChoice = keyof typeof outlierChoices;

export const pageSize = 20;

/** What is asked of the list, as it stands in the address. */
export interface VideoSearch {
  text: string;
  hashtag: string;
  minimumViews: string;
  availability: '' | 'AVAILABLE' | 'UNAVAILABLE';
  outlier: '' | OutlierChoice;
  sort: VideoSort;
}

export function readVideoSearch(params: URLSearchParams): VideoSearch {
  const availability = params.get('availability');
  const outlier = params.get('outlier') ?? '';
  const sort = params.get('sort') ?? '';
  return {
    text: (params.get('text') ?? '').trim(),
    hashtag: (params.get('hashtag') ?? '').trim().replace(/^#+/, ''),
    minimumViews: /^\d{1,15}$/.test(params.get('views') ?? '') ? (params.get('views') ?? '') : '',
    availability: availability === 'AVAILABLE' || availability === 'UNAVAILABLE' ? availability : '',
    outlier: Object.hasOwn(outlierChoices, outlier) ? (outlier as OutlierChoice) : '',
    sort: Object.hasOwn(videoSorts, sort) ? (sort as VideoSort) : 'newest',
  };
}

/** The parameters of an address that asks the same; a page's cursor is added by who needs it. */
export function searchParameters({
  text,
  hashtag,
  minimumViews,
  availability,
  outlier,
  sort,
}: VideoSearch): Record<string, string | null> {
  return { text, hashtag, views: minimumViews, availability, outlier, sort: sort === 'newest' ? null : sort };
}

/** Reading on goes by `after`, reading back by `before`: the cursor of the edge that was seen last. */
export function videosVariables(connectionId: string, search: VideoSearch, params: URLSearchParams): VideosQueryVariables {
  const before = params.get('before');
  const filter: VideoFilter = {
    text: search.text || null,
    hashtag: search.hashtag || null,
    minimumViews: search.minimumViews === '' ? null : Number(search.minimumViews),
    availability: search.availability || null,
    outlier: search.outlier === '' ? null : [...outlierChoices[search.outlier]],
  };
  return {
    connectionId,
    orderBy: videoSorts[search.sort],
    filter,
    ...(before === null ? { first: pageSize, after: params.get('after') } : { last: pageSize, before }),
  };
}
