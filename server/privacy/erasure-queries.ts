import type { Database } from '../db/database';
import type { ErasurePhase, ErasureReason } from '../db/generated/client/enums';
import { countGoing } from './count-queries';
import type { Erasure, ErasureTarget, RowCounts } from './erasure';

interface ErasureRow extends Omit<Erasure, 'connectionIds' | 'before' | 'after' | 'requestedAt' | 'finishedAt'> {
  connectionIds: string;
  counts: string;
  requestedAt: number;
  finishedAt: number | null;
}

export function findErasure({ sqlite }: Database, id: string): Erasure | null {
  const row = sqlite.prepare<[string], ErasureRow>('SELECT * FROM Erasure WHERE id = ?').get(id);
  if (!row) return null;
  const { counts, connectionIds, requestedAt, finishedAt, ...rest } = row;
  return {
    ...rest,
    ...(JSON.parse(counts) as Pick<Erasure, 'before' | 'after'>),
    connectionIds: JSON.parse(connectionIds) as string[],
    requestedAt: new Date(requestedAt),
    finishedAt: finishedAt === null ? null : new Date(finishedAt),
  };
}

export interface NewErasure {
  id: string;
  reason: ErasureReason;
  /** The person all of whose data goes; null: only the account. */
  userId: string | null;
  /** The account that goes; null with a person: all of theirs go. */
  connectionId: string | null;
  now: Date;
}

/**
 * In one transaction: puts the erasure on record with what there is to erase, takes the accounts out of use, and ends the person's
 * sessions. One that is under way for the same person or account is given back instead.
 */
export function openErasure(db: Database, { id, reason, userId, connectionId, now }: NewErasure): Erasure {
  const { sqlite } = db;
  return sqlite
    .transaction((): Erasure => {
      const running = findRunning(db, { userId, connectionId });
      if (running) return running;
      const connectionIds =
        userId === null
          ? [connectionId ?? '']
          : sqlite.prepare<[string], string>('SELECT id FROM TikTokConnection WHERE ownerId = ?').pluck().all(userId);
      sqlite
        .prepare(
          `INSERT INTO Erasure (id, reason, phase, userId, connectionIds, counts, requestedAt)
           VALUES (@id, @reason, 'REVOKING', @userId, @connectionIds, @counts, @now)`,
        )
        .run({
          id,
          reason,
          userId,
          connectionIds: JSON.stringify(connectionIds),
          counts: JSON.stringify({ before: countGoing(db, { userId, connectionIds }), after: {} }),
          now: now.getTime(),
        });
      takeOutOfUse(db, id, connectionIds);
      if (userId !== null) sqlite.prepare('DELETE FROM Session WHERE userId = ?').run(userId);
      return requireErasure(db, id);
    })
    .immediate();
}

function findRunning(db: Database, { userId, connectionId }: Pick<NewErasure, 'userId' | 'connectionId'>): Erasure | null {
  const id =
    userId === null
      ? db.sqlite
          .prepare<[string | null], string | null>('SELECT erasureId FROM TikTokConnection WHERE id = ?')
          .pluck()
          .get(connectionId)
      : db.sqlite.prepare<[string], string>(`SELECT id FROM Erasure WHERE userId = ? AND phase != 'DONE'`).pluck().get(userId);
  return id ? requireErasure(db, id) : null;
}

/** From then on nobody reads, connects again or shows them; their tokens are kept until they are revoked. */
export function takeOutOfUse({ sqlite }: Database, erasureId: string, connectionIds: readonly string[]): void {
  sqlite
    .prepare(
      `UPDATE TikTokConnection SET erasureId = @erasureId, isActive = 0, nextSyncAt = NULL, eraseAfter = NULL,
         status = CASE WHEN status = 'REVOKED' THEN 'REVOKED' ELSE 'DISCONNECTED' END
       WHERE id IN (SELECT value FROM json_each(@connectionIds))`,
    )
    .run({ erasureId, connectionIds: JSON.stringify(connectionIds) });
}

export function requireErasure(db: Database, id: string): Erasure {
  const erasure = findErasure(db, id);
  if (!erasure) throw new Error(`Erasure ${id} is gone.`);
  return erasure;
}

/** Moves on, and writes what was counted. */
export function updateErasure(
  { sqlite }: Database,
  id: string,
  { phase, before, after }: { phase?: ErasurePhase; before: RowCounts; after: RowCounts },
): void {
  sqlite
    .prepare('UPDATE Erasure SET phase = coalesce(@phase, phase), counts = @counts WHERE id = @id')
    .run({ id, phase: phase ?? null, counts: JSON.stringify({ before, after }) });
}

export function addRevocation({ sqlite }: Database, id: string, outcome: 'REVOKED' | 'ALREADY_ENDED'): void {
  const column = outcome === 'REVOKED' ? 'revokedCount' : 'alreadyEndedCount';
  sqlite.prepare(`UPDATE Erasure SET ${column} = ${column} + 1 WHERE id = ?`).run(id);
}

/** Accounts whose authorization is not known to have ended: their tokens are still here. */
export function listUnrevoked({ sqlite }: Database, connectionIds: readonly string[]): string[] {
  return sqlite
    .prepare<[string], string>(
      'SELECT id FROM TikTokConnection WHERE id IN (SELECT value FROM json_each(?)) AND accessTokenEncrypted IS NOT NULL',
    )
    .pluck()
    .all(JSON.stringify(connectionIds));
}

/** TikTok did not answer often enough: the token goes unrevoked, and the receipt says so. */
export function giveUpRevoking({ sqlite }: Database, id: string, connectionId: string): void {
  sqlite.transaction(() => {
    const { changes } = sqlite
      .prepare(
        `UPDATE TikTokConnection SET accessTokenEncrypted = NULL, refreshTokenEncrypted = NULL
         WHERE id = ? AND accessTokenEncrypted IS NOT NULL`,
      )
      .run(connectionId);
    sqlite.prepare('UPDATE Erasure SET unconfirmedCount = unconfirmedCount + ? WHERE id = ?').run(changes, id);
  })();
}

/** Of the accounts, everything whose authorization was neither revoked by us nor given up had ended before. */
export function settleRevocations({ sqlite }: Database, id: string): void {
  sqlite
    .prepare(
      `UPDATE Erasure SET alreadyEndedCount = max(0, json_array_length(connectionIds) - revokedCount - unconfirmedCount) WHERE id = ?`,
    )
    .run(id);
}

export function addDeletedFiles({ sqlite }: Database, id: string, count: number): void {
  sqlite.prepare('UPDATE Erasure SET fileCountBefore = fileCountBefore + ? WHERE id = ?').run(count, id);
}

/** The files are gone: whose it was is forgotten. */
export function forgetTarget({ sqlite }: Database, id: string, fileCountAfter: number): void {
  sqlite
    .prepare(`UPDATE Erasure SET phase = 'CLEANING', userId = NULL, connectionIds = '[]', fileCountAfter = ? WHERE id = ?`)
    .run(fileCountAfter, id);
}

export function finishErasure({ sqlite }: Database, id: string, now: Date): void {
  sqlite.prepare(`UPDATE Erasure SET phase = 'DONE', finishedAt = ? WHERE id = ?`).run(now.getTime(), id);
}

export function listUnfinishedErasureIds({ sqlite }: Database): string[] {
  return sqlite.prepare<[], string>(`SELECT id FROM Erasure WHERE phase != 'DONE' ORDER BY requestedAt LIMIT 1000`).pluck().all();
}

/** Ids that the jobs of a person or of accounts may name, besides their own. */
export function listIdsInJobs({ sqlite }: Database, { userId, connectionIds }: ErasureTarget): string[] {
  return sqlite
    .prepare<object, string>(
      `SELECT id FROM GenerationRun WHERE connectionId IN (SELECT value FROM json_each(@connectionIds))
       UNION ALL SELECT id FROM DataExport WHERE userId = @userId`,
    )
    .pluck()
    .all({ connectionIds: JSON.stringify(connectionIds), userId });
}
