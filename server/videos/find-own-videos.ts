import type { Database } from '../db/database';
import { getVideos } from './queries';
import type { Video } from './video';

/** The person's videos with these ids, in that order; null for each that is not there or not theirs. */
export function findOwnVideos(ids: readonly string[], ownerId: string, { db }: { db: Database }): (Video | null)[] {
  return getVideos(db, ids, ownerId);
}
