import { listChosenVideos } from '../analytics/list-chosen-videos';
import type { Clock } from '../clock';
import type { Database } from '../db/database';
import { NotFoundError } from '../users/errors';
import { findOwnVideos } from '../videos/find-own-videos';
import type { Video } from '../videos/video';
import { earliestNameable, refuseChoice, refuseVideo, type PublishedVideo } from './choose-video';
import type { Prediction } from './prediction';
import { findOwnPrediction } from './queries';
import { linkVideos, unlinkVideo } from './scoring-queries';

interface UnlinkInput {
  predictionId: string;
  ownerId: string;
}

interface LinkInput extends UnlinkInput {
  videoId: string;
}

interface LinkDependencies {
  db: Database;
  clock: Clock;
}

/**
 * The creator says which video follows a recommendation that the app cannot recognise; naming another one replaces it.
 * @throws NotFoundError, PredictionClosedError, VideoCannotFollowError
 */
export function linkPredictionVideo({ predictionId, videoId, ownerId }: LinkInput, { db, clock }: LinkDependencies): Prediction {
  const now = clock.now();
  return db.sqlite
    .transaction(() => {
      const prediction = requirePrediction(db, predictionId, ownerId);
      const video = requireVideo(db, videoId, ownerId);
      if (video.connectionId !== prediction.connectionId) throw new NotFoundError('video');
      if (prediction.videoId === videoId) return prediction;
      const refusal =
        refuseChoice(prediction, findLinkedVideo(db, prediction, ownerId), now) ??
        refuseVideo(prediction, chosenFacts(db, video), now);
      if (refusal) throw refusal;
      if (prediction.linkedAt !== null) unlinkVideo(db, predictionId);
      linkVideos(db, [{ predictionId, videoId }], 'CREATOR', now);
      return requirePrediction(db, predictionId, ownerId);
    })
    .immediate();
}

/** Takes back which video follows, as long as its result is not known. @throws NotFoundError, PredictionClosedError */
export function unlinkPredictionVideo({ predictionId, ownerId }: UnlinkInput, { db, clock }: LinkDependencies): Prediction {
  const now = clock.now();
  return db.sqlite
    .transaction(() => {
      const prediction = requirePrediction(db, predictionId, ownerId);
      const refusal = refuseChoice(prediction, findLinkedVideo(db, prediction, ownerId), now);
      if (refusal) throw refusal;
      if (prediction.linkedAt !== null) unlinkVideo(db, predictionId);
      return requirePrediction(db, predictionId, ownerId);
    })
    .immediate();
}

/**
 * For each account the videos that its creator may name at this moment, for a prediction that they can test; oldest first. An account
 * that is asked for several times is looked at once.
 */
export function listNameableVideos(connectionIds: readonly string[], { db, clock }: LinkDependencies): PublishedVideo[][] {
  const publishedAfter = earliestNameable(clock.now());
  const recent = new Map(
    [...new Set(connectionIds)].map((connectionId) => [connectionId, listChosenVideos({ connectionId, publishedAfter }, { db })]),
  );
  return connectionIds.map((connectionId) => recent.get(connectionId) ?? []);
}

function requirePrediction(db: Database, id: string, ownerId: string): Prediction {
  const prediction = findOwnPrediction(db, id, ownerId);
  if (!prediction) throw new NotFoundError('prediction');
  return prediction;
}

function requireVideo(db: Database, id: string, ownerId: string): Video {
  const [video] = findOwnVideos([id], ownerId, { db });
  if (!video) throw new NotFoundError('video');
  return video;
}

function findLinkedVideo(db: Database, { videoId }: Prediction, ownerId: string): { publishedAt: number } | null {
  if (videoId === null) return null;
  const [video] = findOwnVideos([videoId], ownerId, { db });
  return video ? { publishedAt: video.publishedAt.getTime() } : null;
}

function chosenFacts(db: Database, { id, connectionId, publishedAt }: Video): PublishedVideo {
  const found = listChosenVideos({ connectionId, publishedAfter: publishedAt.getTime() - 1 }, { db }).find(
    (video) => video.id === id,
  );
  if (!found) throw new NotFoundError('video');
  return found;
}
