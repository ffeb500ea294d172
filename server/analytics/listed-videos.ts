import type { GraphQLContext } from '../graphql/context';
import { maximumPageSize } from '../graphql/limits';
import { ownerIdOf } from '../graphql/node-scope';
import { findOwnVideos } from '../videos/find-own-videos';
import type { Video } from '../videos/video';

/** How many of a short list are asked for, within what may be. */
export function pageSize(first: number | null | undefined): number {
  return Math.min(Math.max(first ?? 0, 0), maximumPageSize);
}

/** The person's own videos with these ids, in their order; those that are gone are left out. */
export function listVideos(ids: readonly string[], context: GraphQLContext): Video[] {
  return findOwnVideos(ids, ownerIdOf(context), context.deps).filter((video) => video !== null);
}
