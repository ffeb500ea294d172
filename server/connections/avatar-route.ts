import { type Request, Router } from 'express';
import type { Clock } from '../clock';
import type { Database } from '../db/database';
import type { MediaStore, ServedPicture } from '../media/media-store';
import { type Picture, PictureGoneError, PictureUnavailableError } from '../media/picture';
import type { PictureFetcher } from '../media/picture-fetcher';
import { sendPicture } from '../media/send-picture';
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
  media: MediaStore;
  fetchPicture: PictureFetcher;
  /** Id of the signed-in person; null when nobody is. */
  getViewerId: (request: Request) => Promise<string | null>;
  logger: Logger;
}

const dayMs = 24 * 3_600_000;

/** `GET /media/avatars/:id`: the profile picture of one's own account. TikTok's address ends after a while; then the profile is asked again. */
export function avatarRoute({ db, tiktok, accessTokens, media, fetchPicture, getViewerId, logger }: AvatarRouteOptions): Router {
  async function fetchAvatar(connectionId: string, address: string): Promise<Picture> {
    try {
      return await fetchPicture(address);
    } catch (error) {
      if (!(error instanceof PictureUnavailableError && error.isRefused)) throw error;
      const user = await accessTokens.use(connectionId, (token, scopes) => tiktok.getUser(token, scopes));
      await updateProfile(db, connectionId, user);
      if (user.avatarUrl === null) throw new PictureGoneError('The account has no profile picture any more.');
      return fetchPicture(user.avatarUrl);
    }
  }

  async function keptOrFetched(connectionId: string, address: string): Promise<ServedPicture | null> {
    try {
      return await media.get({ connectionId, name: 'avatar' }, () => fetchAvatar(connectionId, address), dayMs);
    } catch (error) {
      const isExpected = [PictureUnavailableError, TikTokError, ConnectionNotActiveError].some((kind) => error instanceof kind);
      if (!isExpected) throw error;
      logger.info({ connectionId, reason: String(error) }, 'A profile picture cannot be had');
      return null;
    }
  }

  const router = Router();
  router.get('/media/avatars/:id', (request, response, next) => {
    void (async () => {
      const viewerId = await getViewerId(request);
      const connection = viewerId === null ? null : await findOwnConnection(db, request.params.id, viewerId);
      const picture = connection?.avatarUrl ? await keptOrFetched(connection.id, connection.avatarUrl) : null;
      sendPicture(response, picture, dayMs / 1000);
    })().catch(next);
  });
  return router;
}
