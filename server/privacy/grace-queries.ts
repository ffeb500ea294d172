import type { Database } from '../db/database';
import type { ConnectionStatus } from '../db/generated/client/enums';

interface RemovedConnection {
  ownerId: string;
  status: ConnectionStatus;
  /** The owner has no other account here. */
  isOnlyOne: boolean;
}

/** An account that is out of use; null when it is in use (again), being erased, or gone. */
export function findRemoved({ sqlite }: Database, connectionId: string): RemovedConnection | null {
  const row = sqlite
    .prepare<[string], Omit<RemovedConnection, 'isOnlyOne'> & { others: number }>(
      `SELECT c.ownerId, c.status,
         (SELECT count(*) FROM TikTokConnection o WHERE o.ownerId = c.ownerId AND o.id != c.id AND o.erasureId IS NULL) AS others
       FROM TikTokConnection c WHERE c.id = ? AND c.isActive = 0 AND c.erasureId IS NULL`,
    )
    .get(connectionId);
  return row ? { ownerId: row.ownerId, status: row.status, isOnlyOne: row.others === 0 } : null;
}

/** News that comes again does not put the erasure off. */
export function setEraseAfter({ sqlite }: Database, connectionId: string, eraseAfter: Date): void {
  sqlite
    .prepare(
      `UPDATE TikTokConnection SET eraseAfter = coalesce(eraseAfter, ?) WHERE id = ? AND status = 'REVOKED' AND erasureId IS NULL`,
    )
    .run(eraseAfter.getTime(), connectionId);
}

export function scheduleMissing({ sqlite }: Database, eraseAfter: Date): void {
  sqlite
    .prepare(`UPDATE TikTokConnection SET eraseAfter = ? WHERE status = 'REVOKED' AND eraseAfter IS NULL AND erasureId IS NULL`)
    .run(eraseAfter.getTime());
}

export function listGraceOver({ sqlite }: Database, now: Date): string[] {
  return sqlite
    .prepare<[number], string>(
      `SELECT id FROM TikTokConnection WHERE eraseAfter <= ? AND status = 'REVOKED' AND erasureId IS NULL ORDER BY eraseAfter LIMIT 100`,
    )
    .pluck()
    .all(now.getTime());
}

/** An account of the person that is not being erased; null when there is no such one. */
export function findOwnAccount({ sqlite }: Database, connectionId: string, ownerId: string): { isOnlyOne: boolean } | null {
  const others = sqlite
    .prepare<{ connectionId: string; ownerId: string }, number>(
      `SELECT (SELECT count(*) FROM TikTokConnection o WHERE o.ownerId = c.ownerId AND o.id != c.id AND o.erasureId IS NULL)
       FROM TikTokConnection c WHERE c.id = @connectionId AND c.ownerId = @ownerId AND c.erasureId IS NULL`,
    )
    .pluck()
    .get({ connectionId, ownerId });
  return others === undefined ? null : { isOnlyOne: others === 0 };
}

export function listAccountIds({ sqlite }: Database, ownerId: string): string[] {
  return sqlite.prepare<[string], string>('SELECT id FROM TikTokConnection WHERE ownerId = ?').pluck().all(ownerId);
}
