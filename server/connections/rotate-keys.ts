import type { Database } from '../db/database';
import type { KeySource } from './encryption-keys';
import {
  commitTogether,
  countRows,
  forgetSealed,
  listKeyUses,
  listSealedRows,
  replaceSealed,
  sealedColumns,
  type SealedRow,
  type SealedTable,
} from './sealed-secret-queries';
import { createTokenCipher, sealedPrefix, SealedSecretError, type TokenCipher } from './token-cipher';

/** Rows of one table. */
interface RotationCounts {
  /** That hold something sealed, at the end. */
  stored: number;
  /** Sealed anew by this run. */
  resealed: number;
  /** Written by somebody else at the same moment, and looked at again. */
  contested: number;
  /** That no key opens. */
  unreadable: number;
  /** Unreadable ones given up, because that was asked. */
  forgotten: number;
}

export interface RotationReport {
  /** The key that everything readable is sealed with now. */
  currentKeyId: string;
  accounts: RotationCounts;
  /** Visits to TikTok that have not come back. */
  authorizations: RotationCounts;
  /** Keys of the list that nothing stored needs any more: they may be removed. */
  unusedKeyIds: string[];
}

const rowsAtATime = 200;

/**
 * Seals every stored secret with the first key: some rows at a time, each compared before it is replaced, so that a pair refreshed
 * at the same moment by a running server stays. What was committed is done; a run that was killed is simply started again.
 */
export function rotateKeys(
  { isForgetting }: { isForgetting: boolean },
  { db, source }: { db: Database; source: KeySource },
): RotationReport {
  const cipher = createTokenCipher(source);
  const keyId = cipher.currentKeyId();
  const rotate = (table: SealedTable): RotationCounts => {
    const counts: RotationCounts = { stored: 0, resealed: 0, contested: 0, unreadable: 0, forgotten: 0 };
    let contested: number;
    do {
      contested = counts.contested;
      counts.unreadable = 0;
      rotateTable(table, { db, cipher, keyId, isForgetting, counts });
      // Whoever wrote meanwhile may have had the old key still: until a pass meets nobody.
    } while (counts.contested > contested);
    return { ...counts, stored: countRows(db, table) };
  };
  const accounts = rotate('TikTokConnection');
  const authorizations = rotate('AuthorizationAttempt');
  const used = new Set(tables.flatMap((table) => listKeyUses(db, table).map((use) => use.keyId)));
  const unusedKeyIds = source.keys().flatMap(({ id }) => (id === keyId || used.has(id) ? [] : [id]));
  return { currentKeyId: keyId, accounts, authorizations, unusedKeyIds };
}

const tables = Object.keys(sealedColumns) as SealedTable[];

interface Work {
  db: Database;
  cipher: TokenCipher;
  keyId: string;
  isForgetting: boolean;
  counts: RotationCounts;
}

function rotateTable(table: SealedTable, { db, cipher, keyId, isForgetting, counts }: Work): void {
  let after = '';
  for (;;) {
    const rows = listSealedRows(db, table, {
      // A key of the same name that is another one shows only on opening.
      unlessKeyId: isForgetting ? null : keyId,
      after,
      limit: rowsAtATime,
    });
    commitTogether(db, () => {
      for (const row of rows) {
        const texts = sealAnew(row, cipher);
        if (texts !== null && row.texts.every((text) => text === null || text.startsWith(sealedPrefix(keyId)))) continue;
        if (texts !== null) counts[replaceSealed(db, table, row, texts) ? 'resealed' : 'contested']++;
        else if (!isForgetting) counts.unreadable++;
        else counts[forgetSealed(db, table, row) ? 'forgotten' : 'contested']++;
      }
    });
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** Null when one of the row's texts does not open. */
function sealAnew({ id, texts }: SealedRow, cipher: TokenCipher): (string | null)[] | null {
  try {
    return texts.map((text) => text && cipher.seal(cipher.open(text, id), id));
  } catch (error) {
    if (error instanceof SealedSecretError) return null;
    throw error;
  }
}
