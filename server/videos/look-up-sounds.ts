import type { Clock } from '../clock';
import type { Database } from '../db/database';
import type { Logger } from '../logger';
import type { TikTokClient } from '../tiktok/client';
import { TikTokError } from '../tiktok/errors';
import { increaseDataVersion, listVideosWithoutSound, saveSound } from './sound-queries';

export interface SoundDependencies {
  db: Database;
  clock: Clock;
  tiktok: Pick<TikTokClient, 'getEmbed'>;
  logger: Logger;
}

/** In one go; the next sync goes on with the next ones. */
const atMost = 50;

/**
 * Asks TikTok's public oEmbed for the sounds of the newest videos that were not asked about yet, one after the other. Names are a
 * nicety: at the first failure it stops, and what was not answered is asked again after the next sync. Returns how many were answered.
 */
export async function lookUpSounds(
  connectionId: string,
  { db, clock, tiktok, logger }: SoundDependencies,
  signal?: AbortSignal,
): Promise<number> {
  let answered = 0;
  for (const { id, shareUrl } of listVideosWithoutSound(db, connectionId, atMost)) {
    if (signal?.aborted) break;
    try {
      const embed = await tiktok.getEmbed(shareUrl);
      saveSound(db, id, embed?.musicName ?? null, clock.now());
      answered += 1;
    } catch (error) {
      if (!(error instanceof TikTokError)) throw error;
      logger.info(
        { connectionId, code: error.code, answered },
        'oEmbed does not answer; sounds are asked for again after the next sync',
      );
      break;
    }
  }
  if (answered > 0) increaseDataVersion(db, connectionId);
  return answered;
}
