import type Sqlite from 'better-sqlite3';
import type { Database } from '../db/database';
import type { VideoAvailability } from '../db/generated/client/enums';
import { foldForSearch } from './caption';
import { normalizeHashtag } from './hashtags';
import { prepared } from './prepared-statement';
import type { Video } from './video';
import { toVideo, videoColumns, type VideoRow } from './video-row';

export type VideoOrderField = 'PUBLISHED_AT' | 'VIEW_COUNT' | 'LIKE_COUNT' | 'COMMENT_COUNT' | 'SHARE_COUNT';
export interface VideoOrder {
  field: VideoOrderField;
  direction: 'ASC' | 'DESC';
}

export interface VideoFilter {
  text?: string | null;
  hashtag?: string | null;
  publishedFrom?: Date | null;
  publishedUntil?: Date | null;
  minimumViews?: number | null;
  availability?: VideoAvailability | null;
  /** Only these; null: any. */
  ids?: readonly string[] | null;
}

/** Where a video stands in an order: its value (times in milliseconds, null for a count that TikTok does not say), then its id. */
export interface VideoPlace {
  value: number | null;
  id: string;
}

export interface VideoPageInput {
  connectionId: string;
  ownerId: string;
  order: VideoOrder;
  filter: VideoFilter;
  after: VideoPlace | null;
  before: VideoPlace | null;
  limit: number;
  /** From the end of the list backwards: the rows come last one first. */
  isInverted: boolean;
}

const columns: Record<VideoOrderField, 'publishedAt' | 'viewCount' | 'likeCount' | 'commentCount' | 'shareCount'> = {
  PUBLISHED_AT: 'publishedAt',
  VIEW_COUNT: 'viewCount',
  LIKE_COUNT: 'likeCount',
  COMMENT_COUNT: 'commentCount',
  SHARE_COUNT: 'shareCount',
};

export function placeOf(video: Video, field: VideoOrderField): VideoPlace {
  const value = video[columns[field]];
  return { value: value instanceof Date ? value.getTime() : value, id: video.id };
}

/**
 * A page of a connection's videos, found through the index of its order: its cost does not grow with the number of videos.
 * Counts that TikTok does not say come last in either direction, so the list has two parts, walked one after the other.
 */
export function listVideos({ sqlite }: Database, input: VideoPageInput): Video[] {
  const parts = input.order.field === 'PUBLISHED_AT' ? [true] : input.isInverted ? [false, true] : [true, false];
  const rows: VideoRow[] = [];
  for (const hasValue of parts) {
    if (rows.length < input.limit) rows.push(...listPart(sqlite, input, hasValue, input.limit - rows.length));
  }
  return rows.map(toVideo);
}

export function countVideos(
  { sqlite }: Database,
  { connectionId, ownerId, filter }: Pick<VideoPageInput, 'connectionId' | 'ownerId' | 'filter'>,
): number {
  const isFiltered = Object.values(filter).some((value) => value !== null && value !== undefined);
  // Without conditions the count walks an index and touches no row.
  const text = `SELECT count(*) AS total FROM Video v WHERE ${ofConnection} ${isFiltered ? `AND ${matchesFilter}` : ''}`;
  const parameters = { connectionId, ownerId, ...(isFiltered && filterParameters(filter)) };
  return prepared<{ total: number }>(sqlite, text).get(parameters)?.total ?? 0;
}

function listPart(sqlite: Sqlite.Database, input: VideoPageInput, hasValue: boolean, limit: number): VideoRow[] {
  const { order, after, before, isInverted, connectionId, ownerId, filter } = input;
  // In the part without values only the id orders; a bound in the other part leaves this one whole or empty.
  if (after && hasValue && after.value === null) return [];
  if (before && !hasValue && before.value !== null) return [];
  const column = columns[order.field];
  const key = hasValue ? `(v.${column}, v.id)` : '(v.id)';
  const place = (name: 'after' | 'before'): string => (hasValue ? `(@${name}Value, @${name}Id)` : `(@${name}Id)`);
  const [onwards, back] = order.direction === 'ASC' ? ['>', '<'] : ['<', '>'];
  const hasAfter = after !== null && (after.value === null) !== hasValue;
  const hasBefore = before !== null && (before.value === null) !== hasValue;
  const walk = (order.direction === 'DESC') === isInverted ? 'ASC' : 'DESC';
  const conditions = [
    ofConnection,
    `v.${column} IS ${hasValue ? 'NOT NULL' : 'NULL'}`,
    ...(hasAfter ? [`${key} ${onwards} ${place('after')}`] : []),
    ...(hasBefore ? [`${key} ${back} ${place('before')}`] : []),
    matchesFilter,
  ];
  const text = `SELECT ${videoColumns} FROM Video v WHERE ${conditions.join(' AND ')}
    ORDER BY ${hasValue ? `v.${column} ${walk}, ` : ''}v.id ${walk} LIMIT @limit`;
  return prepared<VideoRow>(sqlite, text).all({
    connectionId,
    ownerId,
    limit,
    ...filterParameters(filter),
    ...(hasAfter && { afterId: after.id, ...(hasValue && { afterValue: after.value }) }),
    ...(hasBefore && { beforeId: before.id, ...(hasValue && { beforeValue: before.value }) }),
  });
}

const ofConnection = 'v.connectionId = (SELECT id FROM TikTokConnection WHERE id = @connectionId AND ownerId = @ownerId)';

/** One text for every filter: a statement is compiled once. Cheap conditions first, the search in the caption last. */
const matchesFilter = `(@publishedFrom IS NULL OR v.publishedAt >= @publishedFrom)
  AND (@publishedUntil IS NULL OR v.publishedAt < @publishedUntil)
  AND (@minimumViews IS NULL OR v.viewCount >= @minimumViews)
  AND (@availability IS NULL OR v.availability = @availability)
  AND (@ids IS NULL OR v.id IN (SELECT value FROM json_each(@ids)))
  AND (@hashtag IS NULL OR EXISTS (
    SELECT 1 FROM VideoHashtag f WHERE f.videoId = v.id AND f.hashtagId = (SELECT id FROM Hashtag WHERE name = @hashtag)))
  AND (@text IS NULL OR instr(v.searchText, @text) > 0)`;

function filterParameters({ text, hashtag, publishedFrom, publishedUntil, minimumViews, availability, ids }: VideoFilter) {
  return {
    text: text ? foldForSearch(text) : null,
    hashtag: hashtag ? normalizeHashtag(hashtag) : null,
    publishedFrom: publishedFrom?.getTime() ?? null,
    publishedUntil: publishedUntil?.getTime() ?? null,
    minimumViews: minimumViews ?? null,
    availability: availability ?? null,
    ids: ids ? JSON.stringify(ids) : null,
  };
}
