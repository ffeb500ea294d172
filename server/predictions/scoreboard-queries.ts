import type { Database } from '../db/database';
import type { PredictionVerdict, RecommendationType } from '../db/generated/client/enums';
import { prepared } from '../videos/prepared-statement';
import { LAST_HORIZON_HOURS, type Prediction } from './prediction';
import { ofOwner, toPrediction, type PredictionRow } from './queries';
import type { MeasuredRecord, Tally } from './scoreboard';

/** Predictions of an account by type: how many stand how. Those without a level are nowhere. */
export function countPredictions({ sqlite }: Database, connectionId: string): Map<RecommendationType, Tally> {
  const rows = prepared<Tally & { type: RecommendationType }>(
    sqlite,
    `SELECT type, sum(verdict IS 'HIT') AS hits, sum(verdict IS 'MISS') AS misses, sum(verdict IS 'UNDECIDED') AS undecided,
       sum(settledAt IS NULL AND linkedAt IS NOT NULL) AS measuring,
       sum(settledAt IS NULL AND linkedAt IS NULL AND cancelledAt IS NULL) AS waiting,
       sum(verdict IS NULL AND linkedAt IS NULL AND cancelledAt IS NOT NULL) AS cancelled
     FROM Prediction WHERE connectionId = ? AND level IS NOT NULL GROUP BY type ORDER BY type`,
  ).all(connectionId);
  return new Map(rows.map(({ type, ...tally }) => [type, tally]));
}

// A video that serves several predictions counts once, with their mean.
const measured = (by: string) => `
  SELECT ${by}, avg(h.probability) AS stated, avg(h.measuredViews > h.baselineViews) AS above,
    avg(h.measuredViews BETWEEN h.lowViews AND h.highViews) AS inside
  FROM Prediction p JOIN PredictionHorizon h ON h.predictionId = p.id AND h.ageHours = ${LAST_HORIZON_HOURS}
  WHERE p.connectionId = @connectionId AND h.measuredViews IS NOT NULL GROUP BY ${by}, coalesce(p.videoId, p.id)`;
const sums = `count(*) AS videos, coalesce(sum(stated), 0) AS stated, coalesce(sum(above), 0) AS above, coalesce(sum(inside), 0) AS inside`;

/** What was stated and what came, by type, over the videos measured at the last age. */
export function recordByType({ sqlite }: Database, connectionId: string): Map<RecommendationType, MeasuredRecord> {
  const rows = prepared<MeasuredRecord & { type: RecommendationType }>(
    sqlite,
    `SELECT type, ${sums} FROM (${measured('p.type')}) GROUP BY type`,
  ).all({ connectionId });
  return new Map(rows.map(({ type, ...record }) => [type, record]));
}

/** The same over all types together. */
export function overallRecord({ sqlite }: Database, connectionId: string): MeasuredRecord {
  const row = prepared<MeasuredRecord>(sqlite, `SELECT ${sums} FROM (${measured('p.connectionId')})`).get({ connectionId });
  return row ?? { videos: 0, stated: 0, above: 0, inside: 0 };
}

/** Where a prediction stands in the list: time in milliseconds, then id. */
export interface PredictionPlace {
  registeredAt: number;
  id: string;
}

export interface PredictionFilter {
  /** Of one of these types; all when left out or empty. */
  types?: readonly RecommendationType[] | null;
  verdict?: PredictionVerdict | null;
}

interface ListInput {
  connectionId: string;
  ownerId: string;
  filter: PredictionFilter;
}

const matches = `${ofOwner} AND connectionId = @connectionId
  AND (@types IS NULL OR type IN (SELECT value FROM json_each(@types))) AND (@verdict IS NULL OR verdict = @verdict)`;

function parameters({ connectionId, ownerId, filter: { types, verdict } }: ListInput) {
  return { connectionId, ownerId, types: types?.length ? JSON.stringify(types) : null, verdict: verdict ?? null };
}

/** A page of an account's predictions, the newest first. */
export function listPredictions(
  { sqlite }: Database,
  input: ListInput & { after: PredictionPlace | null; before: PredictionPlace | null; limit: number; isInverted: boolean },
): Prediction[] {
  const { after, before, limit, isInverted } = input;
  const walk = isInverted ? 'ASC' : 'DESC';
  return prepared<PredictionRow>(
    sqlite,
    `SELECT * FROM Prediction WHERE ${matches}
       AND (@afterId IS NULL OR (registeredAt, id) < (@afterAt, @afterId)) AND (@beforeId IS NULL OR (registeredAt, id) > (@beforeAt, @beforeId))
     ORDER BY registeredAt ${walk}, id ${walk} LIMIT @limit`,
  )
    .all({
      ...parameters(input),
      afterAt: after?.registeredAt ?? null,
      afterId: after?.id ?? null,
      beforeAt: before?.registeredAt ?? null,
      beforeId: before?.id ?? null,
      limit,
    })
    .map(toPrediction);
}

export function countListedPredictions({ sqlite }: Database, input: ListInput): number {
  return (
    prepared<{ total: number }>(sqlite, `SELECT count(*) AS total FROM Prediction WHERE ${matches}`).get(parameters(input))
      ?.total ?? 0
  );
}
