import { isMet, type ChosenVideo } from '../analytics/criterion';
import { PredictionClosedError, VideoCannotFollowError } from './errors';
import { HORIZONS_HOURS, isInTime, statusOf, type Prediction } from './prediction';

/** From the first horizon on a video's result is known, and choosing it would be picking a winner. */
const [OLDEST_HOURS] = HORIZONS_HOURS;
const HOUR_MS = 3_600_000;

export type PublishedVideo = ChosenVideo & { id: string };

/** Why the creator may not say, or say otherwise, which video follows; null: it is open. */
export function refuseChoice(
  prediction: Prediction,
  linkedVideo: Pick<PublishedVideo, 'publishedAt'> | null,
  now: Date,
): PredictionClosedError | null {
  switch (statusOf(prediction)) {
    case 'NOT_PREDICTED':
      return new PredictionClosedError(
        'Nothing was predicted here, because the account had no level yet. Apply the recommendation again once five videos are a day old.',
      );
    case 'CANCELLED':
      return new PredictionClosedError('This prediction was taken back. Apply the recommendation again to register a new one.');
    case 'EXPIRED':
      return new PredictionClosedError(
        'No video followed within 60 days, so this prediction is closed. Apply the recommendation again to register a new one.',
      );
    case 'SETTLED':
      return new PredictionClosedError(
        'This prediction has its verdict, which stands. Apply another recommendation to register a new one.',
      );
    case 'MEASURING':
      if (prediction.linkedBy === 'CRITERION') {
        return new PredictionClosedError(
          'This video was recognised by the rule registered before it existed, and stays. Only a video that you named yourself can be changed.',
        );
      }
      return linkedVideo && isYoung(linkedVideo, now)
        ? null
        : new PredictionClosedError('The video you named is a day old and its result is known: it stays. Wait for the verdict.');
    case 'WAITING':
      return null;
  }
}

/** Why this video cannot be the one that follows; null: it can. */
export function refuseVideo(prediction: Prediction, video: PublishedVideo, now: Date): VideoCannotFollowError | null {
  if (!isInTime(video.publishedAt, prediction)) {
    return new VideoCannotFollowError(
      'This video was not published between the registration of the prediction and its end, so it cannot test it. Choose one that came after.',
    );
  }
  if (!isYoung(video, now)) {
    return new VideoCannotFollowError(
      'This video is more than 24 hours old: its result is known, and choosing it now would be picking a winner. Name the next one on the day you post it.',
    );
  }
  if (prediction.criterion && isMet(prediction.criterion, video) === false) {
    return new VideoCannotFollowError(
      'This video does not do what the recommendation says, so it cannot test it. Choose one that does.',
    );
  }
  return null;
}

/** So many are enough to choose from; a creator who posts more in a day names the newest. */
const MOST_CANDIDATES = 10;

/** Videos the creator may name, the newest first, ten at most. */
export function candidatesAmong(prediction: Prediction, videos: readonly PublishedVideo[], now: Date): string[] {
  if (statusOf(prediction) !== 'WAITING') return [];
  return videos
    .filter((video) => refuseVideo(prediction, video, now) === null)
    .sort((a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? 1 : -1))
    .slice(0, MOST_CANDIDATES)
    .map(({ id }) => id);
}

/** No video published before this can be named at this moment. */
export function earliestNameable(now: Date): number {
  return now.getTime() - OLDEST_HOURS * HOUR_MS;
}

function isYoung({ publishedAt }: Pick<PublishedVideo, 'publishedAt'>, now: Date): boolean {
  return publishedAt > earliestNameable(now);
}
