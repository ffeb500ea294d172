import type { Database } from '../db/database';

/**
 * Leaves nothing of deleted rows in the database's files. `secure_delete` overwrites what is deleted, but copies that SQLite made when
 * it moved rows between pages stay in their gaps; only writing the file anew is without them (docs/decisions/0033 has the
 * measurements). Everybody waits meanwhile, about 12 ms for each MB. @throws when somebody still reads the old pages; try again
 */
export function cleanDatabase({ sqlite }: Database): void {
  sqlite.exec('VACUUM');
  const [result] = sqlite.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (result?.busy !== 0) throw new Error('The write-ahead log could not be emptied: somebody still reads from it.');
}
