import { isMet, type ChosenVideo } from '../analytics/criterion';
import { listChosenVideos } from '../analytics/list-chosen-videos';
import type { Clock } from '../clock';
import type { Database } from '../db/database';
import { measureAt } from './measure-video';
import { isInTime, type Prediction } from './prediction';
import {
  linkVideos,
  listDueHorizons,
  listOpenPredictions,
  settlePredictions,
  writeJudgements,
  type VideoLink,
} from './scoring-queries';
import { judge } from './verdict';

/**
 * Takes the connection's open predictions as far as the readings allow: links the first video that meets the criterion, judges the
 * ages that were reached, closes what is over. To be called when readings have landed. One transaction and a handful of statements
 * whatever the number of predictions; called twice, or again after a crash, it changes nothing more.
 */
export function scorePredictions(connectionId: string, { db, clock }: { db: Database; clock: Clock }): void {
  const now = clock.now();
  db.sqlite
    .transaction(() => {
      const open = listOpenPredictions(db, connectionId);
      if (open.length === 0) return;
      linkVideos(db, findFollowing(open, connectionId, db), 'CRITERION', now);
      const judged = listDueHorizons(db, connectionId, now).flatMap(({ predictionId, baselineViews, ...age }) => {
        const judgement = judge(measureAt(age, now.getTime()), baselineViews);
        return judgement ? [{ ...judgement, predictionId, ageHours: age.ageHours }] : [];
      });
      writeJudgements(db, judged, now);
      settlePredictions(db, connectionId, now);
    })
    .immediate();
}

function findFollowing(open: readonly Prediction[], connectionId: string, db: Database): VideoLink[] {
  const waiting = open.filter(({ linkedAt, criterion }) => linkedAt === null && criterion !== null);
  if (waiting.length === 0) return [];
  const publishedAfter = Math.min(...waiting.map(({ registeredAt }) => registeredAt.getTime()));
  const videos = listChosenVideos({ connectionId, publishedAfter }, { db });
  return waiting.flatMap((prediction) => {
    const videoId = firstFollowing(prediction, videos);
    return videoId === null ? [] : [{ predictionId: prediction.id, videoId }];
  });
}

/** The first video after the registration that meets the criterion; null as long as there is none. Videos come oldest first. */
export function firstFollowing(
  prediction: Pick<Prediction, 'criterion' | 'registeredAt' | 'expiresAt' | 'cancelledAt'>,
  videos: readonly (ChosenVideo & { id: string })[],
): string | null {
  const { criterion } = prediction;
  if (criterion === null) return null;
  return videos.find((video) => isInTime(video.publishedAt, prediction) && isMet(criterion, video) === true)?.id ?? null;
}
