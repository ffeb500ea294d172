import type { TikTokConnection } from '../db/generated/client/client';
import type { Database } from '../db/database';
import { requireConnectionById } from './queries';

/**
 * The account that a video, a run or a recommendation belongs to; whoever holds one of those got it with the owner in the `where`.
 * Calls in one tick become one statement: Prisma gathers them.
 */
export function requireConnection(db: Database, id: string): Promise<TikTokConnection> {
  return requireConnectionById(db, id);
}
