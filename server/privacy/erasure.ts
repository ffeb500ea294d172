import type { ErasurePhase, ErasureReason } from '../db/generated/client/enums';

/** Whose rows go: a whole person (`userId` set) with every account, or single accounts of a person who stays. */
export interface ErasureTarget {
  userId: string | null;
  connectionIds: readonly string[];
}

/** Rows by table, in the order of `personalTables`. */
export type RowCounts = Record<string, number>;

export interface Erasure extends ErasureTarget {
  /** Random; also the address of the receipt. */
  id: string;
  reason: ErasureReason;
  phase: ErasurePhase;
  before: RowCounts;
  /** Counted by query after the deletion; a table is missing until then. */
  after: RowCounts;
  fileCountBefore: number;
  /** Null until they were counted again. */
  fileCountAfter: number | null;
  revokedCount: number;
  alreadyEndedCount: number;
  unconfirmedCount: number;
  requestedAt: Date;
  finishedAt: Date | null;
}

/** Table by table the larger count: what landed between two counts went, too. */
export function largerCounts(one: RowCounts, other: RowCounts): RowCounts {
  return Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((table) => [
      table,
      Math.max(one[table] ?? 0, other[table] ?? 0),
    ]),
  );
}

export function sumCounts(one: RowCounts, other: RowCounts): RowCounts {
  return Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((table) => [table, (one[table] ?? 0) + (other[table] ?? 0)]),
  );
}

/** For readers of the receipt: nothing where the table never held anything of the person. */
export function receiptRows({ before, after }: Pick<Erasure, 'before' | 'after'>) {
  return Object.entries(before)
    .map(([table, count]) => ({ table, before: count, after: after[table] ?? null }))
    .filter((row) => row.before > 0 || (row.after ?? 0) > 0);
}
