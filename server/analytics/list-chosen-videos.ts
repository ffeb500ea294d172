import type { Database } from '../db/database';
import { listVideosPublishedAfter } from './chosen-video-queries';
import type { ChosenVideo } from './criterion';

/**
 * What criteria look at, of the connection's videos published after a moment (milliseconds), oldest first. The caller has checked
 * that the connection is the person's.
 */
export function listChosenVideos(
  { connectionId, publishedAfter }: { connectionId: string; publishedAfter: number },
  { db }: { db: Database },
): (ChosenVideo & { id: string })[] {
  return listVideosPublishedAfter(db, connectionId, publishedAfter);
}
