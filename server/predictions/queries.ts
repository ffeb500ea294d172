import { v7 as uuidv7 } from 'uuid';
import { criterionSchema } from '../analytics/criterion';
import type { Database } from '../db/database';
import { prepared } from '../videos/prepared-statement';
import type { Horizon, PredictedHorizon, Prediction } from './prediction';

type Times = 'registeredAt' | 'expiresAt' | 'cancelledAt' | 'linkedAt' | 'settledAt';

export type PredictionRow = Omit<Prediction, 'criterion' | Times> & {
  criterion: string | null;
  registeredAt: number;
  expiresAt: number;
  cancelledAt: number | null;
  linkedAt: number | null;
  settledAt: number | null;
};

export const ofOwner = 'connectionId IN (SELECT id FROM TikTokConnection WHERE ownerId = @ownerId)';

export function findOwnPrediction({ sqlite }: Database, id: string, ownerId: string): Prediction | null {
  const row = prepared<PredictionRow>(sqlite, `SELECT * FROM Prediction WHERE id = @id AND ${ofOwner}`).get({ id, ownerId });
  return row ? toPrediction(row) : null;
}

/** The newest prediction of each recommendation; null where there is none. One statement. Ownership is the caller's to have checked. */
export function listLatestPredictions({ sqlite }: Database, recommendationIds: readonly string[]): (Prediction | null)[] {
  const rows = prepared<PredictionRow>(
    sqlite,
    `SELECT p.* FROM json_each(?) wanted CROSS JOIN Prediction p ON p.recommendationId = wanted.value ORDER BY p.registeredAt, p.id`,
  ).all(JSON.stringify(recommendationIds));
  const latest = new Map(rows.map((row) => [row.recommendationId, row]));
  return recommendationIds.map((id) => {
    const row = latest.get(id);
    return row ? toPrediction(row) : null;
  });
}

/** What each prediction says of the ages, the youngest first. One statement. */
export function listHorizons({ sqlite }: Database, predictionIds: readonly string[]): Horizon[][] {
  const rows = prepared<Omit<Horizon, 'judgedAt'> & { judgedAt: number | null; predictionId: string }>(
    sqlite,
    `SELECT h.* FROM json_each(?) wanted CROSS JOIN PredictionHorizon h ON h.predictionId = wanted.value ORDER BY h.ageHours`,
  ).all(JSON.stringify(predictionIds));
  return predictionIds.map((id) =>
    rows
      .filter(({ predictionId }) => predictionId === id)
      .map(({ judgedAt, ...row }) => ({ ...row, judgedAt: judgedAt === null ? null : new Date(judgedAt) })),
  );
}

export type NewPrediction = Omit<
  Prediction,
  'id' | 'cancelledAt' | 'videoId' | 'linkedAt' | 'linkedBy' | 'verdict' | 'undecidedReason' | 'settledAt'
> & { horizons: readonly PredictedHorizon[] };

/** Without a level there is nothing to wait for: the row only says so. To be called in a transaction. */
export function insertPrediction({ sqlite }: Database, { horizons, ...prediction }: NewPrediction): void {
  const id = uuidv7();
  const registeredAt = prediction.registeredAt.getTime();
  prepared(
    sqlite,
    `INSERT INTO Prediction (id, connectionId, recommendationId, type, criterion, effect, effectLow, effectHigh, intervalLevel, n,
       level, scatter, levelVideos, methodVersion, registeredAt, expiresAt, settledAt)
     VALUES (@id, @connectionId, @recommendationId, @type, @criterion, @effect, @effectLow, @effectHigh, @intervalLevel, @n,
       @level, @scatter, @levelVideos, @methodVersion, @registeredAt, @expiresAt, @settledAt)`,
  ).run({
    ...prediction,
    id,
    criterion: prediction.criterion === null ? null : JSON.stringify(prediction.criterion),
    registeredAt,
    expiresAt: prediction.expiresAt.getTime(),
    settledAt: prediction.level === null ? registeredAt : null,
  });
  const insertHorizon = prepared(
    sqlite,
    `INSERT INTO PredictionHorizon (predictionId, ageHours, baselineViews, expectedViews, lowViews, highViews, probability)
     VALUES (@id, @ageHours, @baselineViews, @expectedViews, @lowViews, @highViews, @probability)`,
  );
  for (const horizon of horizons) insertHorizon.run({ ...horizon, id });
}

/** Takes back what nothing has followed yet. */
export function cancelPredictions({ sqlite }: Database, recommendationId: string, now: Date): void {
  prepared(
    sqlite,
    `UPDATE Prediction SET cancelledAt = @now
     WHERE recommendationId = @recommendationId AND linkedAt IS NULL AND settledAt IS NULL AND cancelledAt IS NULL`,
  ).run({ recommendationId, now: now.getTime() });
}

export function toPrediction({ criterion, ...row }: PredictionRow): Prediction {
  const time = (value: number | null) => (value === null ? null : new Date(value));
  return {
    ...row,
    // What is kept in evidence and here went through the same schema.
    criterion: criterion === null ? null : criterionSchema.parse(JSON.parse(criterion)),
    registeredAt: new Date(row.registeredAt),
    expiresAt: new Date(row.expiresAt),
    cancelledAt: time(row.cancelledAt),
    linkedAt: time(row.linkedAt),
    settledAt: time(row.settledAt),
  };
}
