import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Database } from '../db/database';
import { prepared } from '../videos/prepared-statement';
import { stepCount, type GenerationRun } from './generation-run';
import { missingReasons, recommendationTypes, type RecommendationType } from './recommendation';
import type { Locale } from './wording/wording';

type RunRow = Omit<GenerationRun, 'types' | 'missing' | 'createdAt' | 'startedAt' | 'finishedAt'> & {
  types: string;
  missing: string;
  createdAt: number;
  startedAt: number | null;
  finishedAt: number | null;
};

const typesSchema = z.array(z.enum(recommendationTypes));
const missingSchema = z.array(
  z.object({
    type: z.enum(recommendationTypes),
    reason: z.enum(missingReasons),
    have: z.number().nullable(),
    needed: z.number().nullable(),
  }),
);

const ownRun = 'SELECT r.* FROM GenerationRun r JOIN TikTokConnection c ON c.id = r.connectionId';
const newestFirst = 'ORDER BY r.createdAt DESC, r.id DESC LIMIT 1';

export function findGenerationRun({ sqlite }: Database, id: string): GenerationRun | null {
  return toRun(prepared<RunRow>(sqlite, 'SELECT * FROM GenerationRun WHERE id = ?').get(id));
}

/** Of the person only: somebody else's run is not there. */
export function findOwnGenerationRun({ sqlite }: Database, id: string, ownerId: string): GenerationRun | null {
  return toRun(prepared<RunRow>(sqlite, `${ownRun} WHERE r.id = ? AND c.ownerId = ?`).get(id, ownerId));
}

/** The newest run of each connection, in order; null where there is none. One statement. */
export function findLatestGenerationRuns({ sqlite }: Database, connectionIds: readonly string[]): (GenerationRun | null)[] {
  const rows = prepared<RunRow>(
    sqlite,
    `SELECT r.* FROM json_each(?) k JOIN GenerationRun r
       ON r.id = (SELECT id FROM GenerationRun WHERE connectionId = k.value ORDER BY createdAt DESC, id DESC LIMIT 1)`,
  ).all(JSON.stringify(connectionIds));
  const runs = new Map(rows.map((row) => [row.connectionId, toRun(row)]));
  return connectionIds.map((id) => runs.get(id) ?? null);
}

export type NewGeneration =
  { run: GenerationRun } | { refused: 'NOT_FOUND' } | { refused: 'NOTHING_SYNCED'; displayName: string };

/** The connection's active run, made if there is none: one at a time. */
export function createGenerationRun(
  { sqlite }: Database,
  { connectionId, ownerId, types, now }: { connectionId: string; ownerId: string; types: RecommendationType[]; now: Date },
): NewGeneration {
  return sqlite
    .transaction((): NewGeneration => {
      const connection = prepared<{ displayName: string; lastSyncedAt: number | null }>(
        sqlite,
        'SELECT displayName, lastSyncedAt FROM TikTokConnection WHERE id = ? AND ownerId = ?',
      ).get(connectionId, ownerId);
      if (!connection) return { refused: 'NOT_FOUND' };
      if (connection.lastSyncedAt === null) return { refused: 'NOTHING_SYNCED', displayName: connection.displayName };
      const active = prepared<RunRow>(
        sqlite,
        `SELECT r.* FROM GenerationRun r WHERE r.connectionId = ? AND r.status IN ('QUEUED', 'RUNNING') ${newestFirst}`,
      );
      const existing = toRun(active.get(connectionId));
      if (existing) return { run: existing };
      prepared(
        sqlite,
        `INSERT INTO GenerationRun (id, connectionId, status, types, totalSteps, missing, createdAt)
         VALUES (@id, @connectionId, 'QUEUED', @types, @totalSteps, '[]', @now)`,
      ).run({ id: uuidv7(), connectionId, types: JSON.stringify(types), totalSteps: stepCount(types), now: now.getTime() });
      const run = toRun(active.get(connectionId));
      if (!run) throw new Error(`The generation run of ${connectionId} was not written.`);
      return { run };
    })
    .immediate();
}

/** What a run needs to know about the account and its owner. */
export interface BegunGeneration {
  run: GenerationRun;
  connection: { id: string; ownerId: string; isActive: boolean };
  locale: Locale;
  timeZone: string;
}

/** The run, begun; one that was begun before starts over and keeps its time. Null when it has ended or is gone. */
export function beginGenerationRun({ sqlite }: Database, runId: string, now: Date): BegunGeneration | null {
  return sqlite
    .transaction(() => {
      const { changes } = prepared(
        sqlite,
        `UPDATE GenerationRun SET status = 'RUNNING', doneSteps = 0, startedAt = coalesce(startedAt, @now)
         WHERE id = @runId AND status IN ('QUEUED', 'RUNNING')`,
      ).run({ runId, now: now.getTime() });
      const run = toRun(prepared<RunRow>(sqlite, 'SELECT * FROM GenerationRun WHERE id = ?').get(runId));
      if (changes === 0 || !run) return null;
      const owner = prepared<{ ownerId: string; isActive: number; locale: Locale; timeZone: string }>(
        sqlite,
        'SELECT c.ownerId, c.isActive, u.locale, u.timeZone FROM TikTokConnection c JOIN User u ON u.id = c.ownerId WHERE c.id = ?',
      ).get(run.connectionId);
      if (!owner) return null;
      return {
        run,
        connection: { id: run.connectionId, ownerId: owner.ownerId, isActive: owner.isActive === 1 },
        locale: owner.locale,
        timeZone: owner.timeZone,
      };
    })
    .immediate();
}

export function updateDoneSteps({ sqlite }: Database, runId: string, doneSteps: number): void {
  prepared(sqlite, `UPDATE GenerationRun SET doneSteps = ? WHERE id = ? AND status = 'RUNNING'`).run(doneSteps, runId);
}

/** Ends the run badly; nothing of it was written. */
export function failGenerationRun({ sqlite }: Database, runId: string, errorMessage: string, now: Date): void {
  prepared(
    sqlite,
    `UPDATE GenerationRun SET status = 'FAILED', errorMessage = @errorMessage, finishedAt = @now WHERE id = @runId AND status IN ('QUEUED', 'RUNNING')`,
  ).run({ runId, errorMessage, now: now.getTime() });
}

/** Captions of a connection's videos after an id, by id; a page costs about a millisecond. */
export function listCaptions(
  { sqlite }: Database,
  connectionId: string,
  afterId: string,
  limit: number,
): { id: string; caption: string }[] {
  return prepared<{ id: string; caption: string }>(
    sqlite,
    `SELECT id, coalesce(nullif(description, ''), title, '') AS caption FROM Video WHERE connectionId = ? AND id > ? ORDER BY id LIMIT ?`,
  ).all(connectionId, afterId, limit);
}

function toRun(row: RunRow | undefined): GenerationRun | null {
  if (!row) return null;
  const time = (value: number | null) => (value === null ? null : new Date(value));
  return {
    ...row,
    types: typesSchema.parse(JSON.parse(row.types)),
    missing: missingSchema.parse(JSON.parse(row.missing)),
    createdAt: new Date(row.createdAt),
    startedAt: time(row.startedAt),
    finishedAt: time(row.finishedAt),
  };
}
