import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../db/database';
import { prepared } from '../videos/prepared-statement';
import type { EndReason, Experiment, Registration } from './experiment';
import { type ReadingResult, readingResultSchema } from './read-result';

type Row = Omit<Experiment, 'isScatterOwn' | 'startedAt' | 'endedAt' | 'result'> & {
  isScatterOwn: number;
  startedAt: number;
  endedAt: number | null;
  result: string | null;
};

const ofOwner = 'connectionId IN (SELECT id FROM TikTokConnection WHERE ownerId = @ownerId)';

export function findOwnExperiment({ sqlite }: Database, id: string, ownerId: string): Experiment | null {
  const row = prepared<Row>(sqlite, `SELECT * FROM Experiment WHERE id = @id AND ${ofOwner}`).get({ id, ownerId });
  return row ? toExperiment(row) : null;
}

/** The one under way; null when none is. Ownership is the caller's to have checked. */
export function findRunningExperiment({ sqlite }: Database, connectionId: string): Experiment | null {
  const row = prepared<Row>(sqlite, `SELECT * FROM Experiment WHERE connectionId = ? AND status = 'RUNNING'`).get(connectionId);
  return row ? toExperiment(row) : null;
}

/** Where an experiment stands in the list: start in milliseconds, then id. */
export interface ExperimentPlace {
  startedAt: number;
  id: string;
}

export interface ExperimentPageInput {
  connectionId: string;
  ownerId: string;
  after: ExperimentPlace | null;
  before: ExperimentPlace | null;
  limit: number;
  /** From the end of the list backwards: the rows come last one first. */
  isInverted: boolean;
}

/** A page of an account's experiments, the latest first. */
export function listExperiments(
  { sqlite }: Database,
  { connectionId, ownerId, after, before, limit, isInverted }: ExperimentPageInput,
): Experiment[] {
  const walk = isInverted ? 'ASC' : 'DESC';
  return prepared<Row>(
    sqlite,
    `SELECT * FROM Experiment WHERE connectionId = @connectionId AND ${ofOwner}
       AND (@afterId IS NULL OR (startedAt, id) < (@afterAt, @afterId)) AND (@beforeId IS NULL OR (startedAt, id) > (@beforeAt, @beforeId))
     ORDER BY startedAt ${walk}, id ${walk} LIMIT @limit`,
  )
    .all({
      connectionId,
      ownerId,
      afterId: after?.id ?? null,
      afterAt: after?.startedAt ?? null,
      beforeId: before?.id ?? null,
      beforeAt: before?.startedAt ?? null,
      limit,
    })
    .map(toExperiment);
}

export function countExperiments({ sqlite }: Database, input: { connectionId: string; ownerId: string }): number {
  const row = prepared<{ total: number }>(
    sqlite,
    `SELECT count(*) AS total FROM Experiment WHERE connectionId = @connectionId AND ${ofOwner}`,
  ).get(input);
  return row?.total ?? 0;
}

/** The account as far as starting needs to know it; null when it is not there or not the person's. */
export function findOwnAccount(
  { sqlite }: Database,
  connectionId: string,
  ownerId: string,
): { displayName: string; isActive: boolean; timeZone: string } | null {
  const row = prepared<{ displayName: string; isActive: number; timeZone: string }>(
    sqlite,
    `SELECT c.displayName, c.isActive, u.timeZone FROM TikTokConnection c JOIN User u ON u.id = c.ownerId
     WHERE c.id = @connectionId AND c.ownerId = @ownerId`,
  ).get({ connectionId, ownerId });
  return row ? { ...row, isActive: row.isActive === 1 } : null;
}

/** Registers it, unless one is running: then that one. */
export function insertExperiment(
  { sqlite }: Database,
  { connectionId, now, ...registration }: Registration & { connectionId: string; now: Date },
): { experiment: Experiment; isNew: boolean } {
  return sqlite
    .transaction(() => {
      const running = prepared<Row>(sqlite, `SELECT * FROM Experiment WHERE connectionId = ? AND status = 'RUNNING'`);
      const existing = running.get(connectionId);
      if (existing) return { experiment: toExperiment(existing), isNew: false };
      prepared(
        sqlite,
        `INSERT INTO Experiment (id, connectionId, kind, labelA, labelB, videosPerArm, horizonHours, alpha, level, levelVideoCount, scatter,
           isScatterOwn, detectableDifference, seed, methodVersion, status, startedAt)
         VALUES (@id, @connectionId, @kind, @labelA, @labelB, @videosPerArm, @horizonHours, @alpha, @level, @levelVideoCount, @scatter,
           @isScatterOwn, @detectableDifference, @seed, @methodVersion, 'RUNNING', @now)`,
      ).run({
        ...registration,
        id: uuidv7(),
        connectionId,
        isScatterOwn: Number(registration.isScatterOwn),
        now: now.getTime(),
      });
      const made = running.get(connectionId);
      if (!made) throw new Error(`The experiment of ${connectionId} was not written.`);
      return { experiment: toExperiment(made), isNew: true };
    })
    .immediate();
}

/** Ends it, once: one that has ended stays as it is. @returns whether this call ended it */
export function endExperiment(
  { sqlite }: Database,
  { id, endReason, result, now }: { id: string; endReason: EndReason; result: ReadingResult | null; now: Date },
): boolean {
  const { changes } = prepared(
    sqlite,
    `UPDATE Experiment SET status = @status, endReason = @endReason, result = @result, endedAt = @now WHERE id = @id AND status = 'RUNNING'`,
  ).run({
    id,
    endReason,
    status: result ? 'READ' : 'NOT_ENOUGH',
    result: result && JSON.stringify(result),
    now: now.getTime(),
  });
  return changes > 0;
}

function toExperiment({ isScatterOwn, startedAt, endedAt, result, ...row }: Row): Experiment {
  return {
    ...row,
    isScatterOwn: isScatterOwn === 1,
    startedAt: new Date(startedAt),
    endedAt: endedAt === null ? null : new Date(endedAt),
    result: result === null ? null : readingResultSchema.parse(JSON.parse(result)),
  };
}
