import type { Database } from '../db/database';
import type { PredictionLink } from '../db/generated/client/enums';
import { prepared } from '../videos/prepared-statement';
import type { MeasuredAge, ViewsReading } from './measure-video';
import { GRACE_HOURS, LAST_HORIZON_HOURS, type Prediction } from './prediction';
import { toPrediction, type PredictionRow } from './queries';
import type { Judgement } from './verdict';

/** The connection's predictions that are not closed, the oldest first. */
export function listOpenPredictions({ sqlite }: Database, connectionId: string): Prediction[] {
  return prepared<PredictionRow>(
    sqlite,
    'SELECT * FROM Prediction WHERE connectionId = ? AND settledAt IS NULL ORDER BY registeredAt, id',
  )
    .all(connectionId)
    .map(toPrediction);
}

export interface VideoLink {
  predictionId: string;
  videoId: string;
}

/** Links those that have no video yet; others stay as they are. */
export function linkVideos({ sqlite }: Database, links: readonly VideoLink[], linkedBy: PredictionLink, now: Date): void {
  if (links.length === 0) return;
  prepared(
    sqlite,
    `UPDATE Prediction SET videoId = link.videoId, linkedAt = @now, linkedBy = @linkedBy
     FROM (SELECT value ->> 'predictionId' AS predictionId, value ->> 'videoId' AS videoId FROM json_each(@links)) link
     WHERE id = link.predictionId AND linkedAt IS NULL AND settledAt IS NULL`,
  ).run({ links: JSON.stringify(links), linkedBy, now: now.getTime() });
}

export function unlinkVideo({ sqlite }: Database, predictionId: string): void {
  prepared(
    sqlite,
    'UPDATE Prediction SET videoId = NULL, linkedAt = NULL, linkedBy = NULL WHERE id = ? AND settledAt IS NULL',
  ).run(predictionId);
}

export interface DueHorizon extends MeasuredAge {
  predictionId: string;
  baselineViews: number;
}

interface DueRow extends Omit<DueHorizon, 'before' | 'after' | 'isGone'> {
  isGone: number;
  beforeAt: number | null;
  beforeViews: number | null;
  afterAt: number | null;
  afterViews: number | null;
}

/** Ages that linked videos have reached and that are not judged, with the readings around them. */
export function listDueHorizons({ sqlite }: Database, connectionId: string, now: Date): DueHorizon[] {
  return prepared<DueRow>(
    sqlite,
    `WITH due AS (
       SELECT h.predictionId, h.ageHours, h.baselineViews, v.id AS videoId, v.publishedAt, v.availability = 'UNAVAILABLE' AS isGone,
         v.publishedAt + h.ageHours * 3600000 AS dueAt
       FROM Prediction p JOIN PredictionHorizon h ON h.predictionId = p.id JOIN Video v ON v.id = p.videoId
       WHERE p.connectionId = @connectionId AND p.settledAt IS NULL AND h.judgedAt IS NULL
     ), around AS (
       SELECT due.*,
         (SELECT max(observedAt) FROM VideoSnapshot WHERE videoId = due.videoId AND observedAt <= dueAt AND viewCount IS NOT NULL) AS beforeAt,
         (SELECT min(observedAt) FROM VideoSnapshot WHERE videoId = due.videoId AND observedAt >= dueAt AND viewCount IS NOT NULL) AS afterAt
       FROM due WHERE dueAt <= @now
     )
     SELECT predictionId, ageHours, baselineViews, publishedAt, isGone, beforeAt, afterAt,
       (SELECT viewCount FROM VideoSnapshot WHERE videoId = around.videoId AND observedAt = beforeAt) AS beforeViews,
       (SELECT viewCount FROM VideoSnapshot WHERE videoId = around.videoId AND observedAt = afterAt) AS afterViews
     FROM around`,
  )
    .all({ connectionId, now: now.getTime() })
    .map(({ isGone, beforeAt, beforeViews, afterAt, afterViews, ...row }) => ({
      ...row,
      isGone: isGone === 1,
      before: readingOf(beforeAt, beforeViews),
      after: readingOf(afterAt, afterViews),
    }));
}

function readingOf(observedAt: number | null, views: number | null): ViewsReading | null {
  return observedAt === null || views === null ? null : { observedAt, views };
}

export type JudgedHorizon = Judgement & { predictionId: string; ageHours: number };

/** Writes what was judged; a verdict that stands already is left alone. */
export function writeJudgements({ sqlite }: Database, judged: readonly JudgedHorizon[], now: Date): void {
  if (judged.length === 0) return;
  prepared(
    sqlite,
    `UPDATE PredictionHorizon SET measuredViews = j.value ->> 'measuredViews', verdict = j.value ->> 'verdict',
       undecidedReason = j.value ->> 'undecidedReason', judgedAt = @now
     FROM json_each(@judged) j
     WHERE predictionId = j.value ->> 'predictionId' AND ageHours = j.value ->> 'ageHours' AND judgedAt IS NULL`,
  ).run({ judged: JSON.stringify(judged), now: now.getTime() });
}

/** Gives the verdict of the last age to its prediction, and closes what nothing followed in time, was taken back or lost its video. */
export function settlePredictions({ sqlite }: Database, connectionId: string, now: Date): void {
  const parameters = { connectionId, now: now.getTime() };
  prepared(
    sqlite,
    `UPDATE Prediction SET verdict = h.verdict, undecidedReason = h.undecidedReason, settledAt = @now
     FROM PredictionHorizon h
     WHERE h.predictionId = Prediction.id AND h.ageHours = ${LAST_HORIZON_HOURS} AND h.judgedAt IS NOT NULL
       AND connectionId = @connectionId AND settledAt IS NULL`,
  ).run(parameters);
  prepared(
    sqlite,
    `UPDATE Prediction SET settledAt = @now,
       verdict = CASE WHEN cancelledAt IS NULL THEN 'UNDECIDED' END, undecidedReason = CASE WHEN cancelledAt IS NULL THEN 'NO_VIDEO' END
     WHERE connectionId = @connectionId AND settledAt IS NULL AND linkedAt IS NULL
       AND min(expiresAt, coalesce(cancelledAt, expiresAt)) + ${GRACE_HOURS} * 3600000 < @now`,
  ).run(parameters);
  prepared(
    sqlite,
    `UPDATE Prediction SET settledAt = @now, verdict = 'UNDECIDED', undecidedReason = 'VIDEO_GONE'
     WHERE connectionId = @connectionId AND settledAt IS NULL AND linkedAt IS NOT NULL AND videoId IS NULL`,
  ).run(parameters);
}
