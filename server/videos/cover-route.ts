import DataLoader from 'dataloader';
import { type Request, Router } from 'express';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock';
import type { AccessTokens } from '../connections/access-tokens';
import { ConnectionNotActiveError } from '../connections/errors';
import type { Database } from '../db/database';
import { type Picture, type PictureFetcher, PictureUnavailableError } from '../http/picture-fetcher';
import type { Logger } from '../logger';
import type { TikTokClient } from '../tiktok/client';
import { TikTokError } from '../tiktok/errors';
import { type Cover, findOwnCover, saveCovers } from './cover-queries';

export interface CoverRouteOptions {
  db: Database;
  clock: Clock;
  tiktok: TikTokClient;
  accessTokens: AccessTokens;
  fetchPicture: PictureFetcher;
  /** Id of the signed-in person; null when nobody is. */
  getViewerId: (request: Request) => Promise<string | null>;
  logger: Logger;
}

const cacheBytes = 32_000_000;
const hour = 3_600_000;
/** A page's lazy pictures are asked for together; this long is waited for the others. */
const gatherMs = 20;
const queryLimit = 20;
/** An address this close to its end is not worth a try. */
const marginMs = 60_000;

/** `GET /media/covers/:id`: the cover of one's own video, from memory or from TikTok, whose own addresses end after hours; 404 otherwise. */
export function coverRoute(options: CoverRouteOptions): Router {
  const { db, clock, fetchPicture, getViewerId, logger } = options;
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

  const pictures = new LRUCache<string, Picture, Cover>({
    maxSize: cacheBytes,
    sizeCalculation: ({ bytes }) => bytes.byteLength + 1,
    ttl: 6 * hour,
    // Two requests for one cover are one fetch.
    fetchMethod: (_id, _stale, { context }) => fetchCover(context),
  });

  const router = Router();
  router.get('/media/covers/:id', (request, response, next) => {
    void (async () => {
      const viewerId = await getViewerId(request);
      const cover = viewerId === null ? null : findOwnCover(db, request.params.id, viewerId);
      const picture = cover && (await pictures.fetch(cover.id, { context: cover }).catch(unlessExpected(logger, cover)));
      if (!picture) {
        response.set('Cache-Control', 'no-store').sendStatus(404);
        return;
      }
      response
        .set({ 'Cache-Control': `private, max-age=${(6 * hour) / 1000}`, 'X-Content-Type-Options': 'nosniff' })
        .type(picture.type)
        .send(picture.bytes);
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
        const videos = await accessTokens.use(connectionId, (token) => tiktok.queryVideos(token, ids));
        saveCovers(db, connectionId, videos);
        const fresh = new Map(videos.map(({ tiktokVideoId, coverUrl }) => [tiktokVideoId, coverUrl]));
        for (const { id, tiktokVideoId } of own) {
          addresses.set(id, fresh.get(tiktokVideoId) ?? new PictureUnavailableError('TikTok no longer gives this cover.'));
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

/** Undefined where TikTok does not give the picture; anything else is thrown on. */
function unlessExpected(logger: Logger, { id }: Cover): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof PictureUnavailableError || error instanceof TikTokError || error instanceof ConnectionNotActiveError))
      throw error;
    logger.info({ videoId: id, reason: error.message }, 'A cover cannot be had');
    return undefined;
  };
}
