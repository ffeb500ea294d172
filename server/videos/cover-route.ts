import DataLoader from 'dataloader';
import { type Request, Router } from 'express';
import type { Clock } from '../clock';
import type { AccessTokens } from '../connections/access-tokens';
import { ConnectionNotActiveError } from '../connections/errors';
import type { Database } from '../db/database';
import type { MediaStore, ServedPicture } from '../media/media-store';
import { type Picture, PictureGoneError, PictureUnavailableError } from '../media/picture';
import type { PictureFetcher } from '../media/picture-fetcher';
import { sendPicture } from '../media/send-picture';
import type { Logger } from '../logger';
import type { TikTokClient } from '../tiktok/client';
import { TikTokError } from '../tiktok/errors';
import { type Cover, findOwnCover, saveCovers } from './cover-queries';

export interface CoverRouteOptions {
  db: Database;
  clock: Clock;
  tiktok: TikTokClient;
  accessTokens: AccessTokens;
  media: MediaStore;
  fetchPicture: PictureFetcher;
  /** Id of the signed-in person; null when nobody is. */
  getViewerId: (request: Request) => Promise<string | null>;
  logger: Logger;
}

/** In the browser. */
const browserSeconds = 6 * 3_600;
/** On our disk: a cover is rarely changed at TikTok. */
const keptMs = 7 * 24 * 3_600_000;
/** A page's lazy pictures are asked for together; this long is waited for the others. */
const gatherMs = 20;
const queryLimit = 20;
/** An address this close to its end is not worth a try. */
const marginMs = 60_000;

/** `GET /media/covers/:id`: the cover of one's own video, from disk or from TikTok, whose own addresses end after hours; 404 otherwise. */
export function coverRoute(options: CoverRouteOptions): Router {
  const { db, clock, media, fetchPicture, getViewerId, logger } = options;
  const refresher = createCoverRefresher(options);

  async function fetchCover(cover: Cover): Promise<Picture> {
    const isExpired = cover.coverExpiresAt !== null && cover.coverExpiresAt.getTime() - clock.now().getTime() < marginMs;
    if (isExpired) return fetchPicture(await refresher.load(cover));
    try {
      return await fetchPicture(cover.coverUrl);
    } catch (error) {
      if (!(error instanceof PictureUnavailableError && error.isRefused)) throw error;
      return fetchPicture(await refresher.load(cover));
    }
  }

  async function keptOrFetched(cover: Cover): Promise<ServedPicture | null> {
    const key = { connectionId: cover.connectionId, name: `cover-${cover.id}` };
    return media.get(key, () => fetchCover(cover), keptMs).catch(nullIfExpected(logger, cover));
  }

  const router = Router();
  router.get('/media/covers/:id', (request, response, next) => {
    void (async () => {
      const viewerId = await getViewerId(request);
      const cover = viewerId === null ? null : findOwnCover(db, request.params.id, viewerId);
      const picture = cover && (await keptOrFetched(cover));
      sendPicture(response, picture, browserSeconds);
    })().catch(next);
  });
  return router;
}

/** Asks TikTok for fresh addresses, those of one page together. @throws PictureUnavailableError for a video that TikTok no longer shows */
function createCoverRefresher({ db, tiktok, accessTokens }: CoverRouteOptions): DataLoader<Cover, string> {
  async function refresh(covers: readonly Cover[]): Promise<(string | Error)[]> {
    const addresses = new Map<string, string | Error>();
    for (const connectionId of new Set(covers.map((cover) => cover.connectionId))) {
      const own = covers.filter((cover) => cover.connectionId === connectionId);
      try {
        const ids = own.map(({ tiktokVideoId }) => tiktokVideoId);
        const { videos } = await accessTokens.use(connectionId, (token) => tiktok.queryVideos(token, ids));
        saveCovers(db, connectionId, videos);
        const fresh = new Map(videos.map(({ tiktokVideoId, coverUrl }) => [tiktokVideoId, coverUrl]));
        for (const { id, tiktokVideoId } of own) {
          addresses.set(id, fresh.get(tiktokVideoId) ?? new PictureGoneError('TikTok no longer gives this cover.'));
        }
      } catch (error) {
        // One account's trouble must not cost another account's covers.
        for (const { id } of own) addresses.set(id, error instanceof Error ? error : new Error(String(error)));
      }
    }
    return covers.map(({ id }) => addresses.get(id) ?? new PictureUnavailableError('Nobody asked for this cover.'));
  }
  return new DataLoader(refresh, {
    cache: false,
    maxBatchSize: queryLimit,
    batchScheduleFn: (dispatch) => void setTimeout(dispatch, gatherMs),
  });
}

/** Null where TikTok does not give the picture; anything else is thrown on. */
function nullIfExpected(logger: Logger, { id }: Cover): (error: unknown) => null {
  return (error) => {
    if (!(error instanceof PictureUnavailableError || error instanceof TikTokError || error instanceof ConnectionNotActiveError))
      throw error;
    logger.info({ videoId: id, reason: error.message }, 'A cover cannot be had');
    return null;
  };
}
