import type { Database } from '../db/database';
import { sealedPrefix } from './token-cipher';

/** Every place where sealed texts are kept; each is sealed for its row's id. A test compares the list with the data model. */
export const sealedColumns = {
  TikTokConnection: ['accessTokenEncrypted', 'refreshTokenEncrypted'],
  AuthorizationAttempt: ['codeVerifierEncrypted'],
} as const;

export type SealedTable = keyof typeof sealedColumns;

/** A row's sealed texts, in the order of `sealedColumns`; null where there is none. */
export interface SealedRow {
  id: string;
  texts: (string | null)[];
}

/** What one key has sealed in a table. `keyId` is null for texts that are in no known form. */
export interface KeyUse {
  keyId: string | null;
  rows: number;
  /** One of its texts. */
  sample: { id: string; text: string };
}

/** By key, in one pass over the table. */
export function listKeyUses({ sqlite }: Database, table: SealedTable): KeyUse[] {
  const texts = sealedColumns[table].map((column) => `SELECT id, ${column} AS text FROM ${table} WHERE ${column} IS NOT NULL`);
  // SQLite takes bare columns from the row that has the minimum.
  return sqlite
    .prepare<[], { keyId: string | null; rows: number; id: string; text: string }>(
      `SELECT CASE WHEN text LIKE 'v1.%.%.%.%' THEN substr(text, 4, instr(substr(text, 4), '.') - 1) END AS keyId,
         COUNT(DISTINCT id) AS rows, MIN(id) AS id, text
       FROM (${texts.join(' UNION ALL ')}) GROUP BY keyId ORDER BY keyId`,
    )
    .all()
    .map(({ keyId, rows, id, text }) => ({ keyId, rows, sample: { id, text } }));
}

/** The next rows with something sealed, by id; only those where another key than `unlessKeyId` has sealed, if one is named. */
export function listSealedRows(
  { sqlite }: Database,
  table: SealedTable,
  { unlessKeyId, after, limit }: { unlessKeyId: string | null; after: string; limit: number },
): SealedRow[] {
  const columns = sealedColumns[table];
  // No text begins so: then every row is wanted.
  const prefix = unlessKeyId === null ? '-' : sealedPrefix(unlessKeyId);
  const isWanted = columns.map((column) => `substr(${column}, 1, @length) <> @prefix`);
  return sqlite
    .prepare(
      `SELECT id, ${columns.join(', ')} FROM ${table} WHERE id > @after AND (${isWanted.join(' OR ')}) ORDER BY id LIMIT @limit`,
    )
    .raw()
    .all({ after, limit, prefix, length: prefix.length })
    .map((row) => {
      const [id, ...texts] = row as [string, ...(string | null)[]];
      return { id, texts };
    });
}

export function countRows({ sqlite }: Database, table: SealedTable): number {
  const [column] = sealedColumns[table];
  return sqlite.prepare<[], number>(`SELECT COUNT(*) FROM ${table} WHERE ${column} IS NOT NULL`).pluck().get() ?? 0;
}

/** Writes a row's texts anew if they are still what was read; false where somebody else has written them meanwhile. */
export function replaceSealed({ sqlite }: Database, table: SealedTable, before: SealedRow, texts: (string | null)[]): boolean {
  const columns = sealedColumns[table];
  const { changes } = sqlite
    .prepare(
      `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')}
       WHERE id = ? AND ${columns.map((column) => `${column} IS ?`).join(' AND ')}`,
    )
    .run(...texts, before.id, ...before.texts);
  return changes > 0;
}

/** Gives up a row whose texts nobody can read: the account is to be connected again, the attempt to be started again. */
export function forgetSealed({ sqlite }: Database, table: SealedTable, before: SealedRow): boolean {
  const isSame = sealedColumns[table].map((column) => `${column} IS ?`).join(' AND ');
  const statement =
    table === 'TikTokConnection'
      ? `UPDATE TikTokConnection SET accessTokenEncrypted = NULL, refreshTokenEncrypted = NULL, accessTokenExpiresAt = NULL,
           refreshTokenExpiresAt = NULL, nextSyncAt = NULL, isActive = 0,
           status = CASE WHEN status = 'ACTIVE' THEN 'NEEDS_RECONNECT' ELSE status END WHERE id = ? AND ${isSame}`
      : `DELETE FROM AuthorizationAttempt WHERE id = ? AND ${isSame}`;
  return sqlite.prepare(statement).run(before.id, ...before.texts).changes > 0;
}

/** One commit for all of it: each costs a wait for the disk. Short, since nobody else can write meanwhile. */
export function commitTogether({ sqlite }: Database, work: () => void): void {
  sqlite.transaction(work).immediate();
}
