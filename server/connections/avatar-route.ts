import { type Request, Router } from 'express';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock';
import type { Database } from '../db/database';
import { type Picture, type PictureFetcher, PictureUnavailableError } from '../http/picture-fetcher';
import type { Logger } from '../logger';
import type { TikTokClient } from '../tiktok/client';
import { TikTokError } from '../tiktok/errors';
import type { AccessTokens } from './access-tokens';
import { ConnectionNotActiveError } from './errors';
import { findOwnConnection, updateProfile } from './queries';

export interface AvatarRouteOptions {
  db: Database;
  clock: Clock;
  tiktok: TikTokClient;
  accessTokens: AccessTokens;
  fetchPicture: PictureFetcher;
  /** Id of the signed-in person; null when nobody is. */
  getViewerId: (request: Request) => Promise<string | null>;
  logger: Logger;
}

interface Avatar {
  connectionId: string;
  address: string;
}

const dayMs = 24 * 3_600_000;

/** `GET /media/avatars/:id`: the profile picture of one's own account. TikTok's address ends after a while; then the profile is asked again. */
export function avatarRoute({ db, tiktok, accessTokens, fetchPicture, getViewerId, logger }: AvatarRouteOptions): Router {
  async function fetchAvatar({ connectionId, address }: Avatar): Promise<Picture> {
    try {
      return await fetchPicture(address);
    } catch (error) {
      if (!(error instanceof PictureUnavailableError && error.isRefused)) throw error;
      const user = await accessTokens.use(connectionId, (token, scopes) => tiktok.getUser(token, scopes));
      await updateProfile(db, connectionId, user);
      if (user.avatarUrl === null) throw error;
      return fetchPicture(user.avatarUrl);
    }
  }

  const pictures = new LRUCache<string, Picture, Avatar>({
    max: 200,
    ttl: dayMs,
    fetchMethod: (_key, _stale, { context }) => fetchAvatar(context),
  });

  const router = Router();
  router.get('/media/avatars/:id', (request, response, next) => {
    void (async () => {
      const viewerId = await getViewerId(request);
      const connection = viewerId === null ? null : await findOwnConnection(db, request.params.id, viewerId);
      const picture = connection?.avatarUrl
        ? await pictures
            .fetch(connection.id, { context: { connectionId: connection.id, address: connection.avatarUrl } })
            .catch((error: unknown) => {
              const isExpected = [PictureUnavailableError, TikTokError, ConnectionNotActiveError].some(
                (kind) => error instanceof kind,
              );
              if (!isExpected) throw error;
              logger.info({ connectionId: connection.id, reason: String(error) }, 'A profile picture cannot be had');
              return undefined;
            })
        : undefined;
      if (!picture) {
        response.set('Cache-Control', 'no-store').sendStatus(404);
        return;
      }
      response
        .set('Cache-Control', `private, max-age=${dayMs / 1000}`)
        .type(picture.type)
        .send(picture.bytes);
    })().catch(next);
  });
  return router;
}
