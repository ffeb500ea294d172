import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Sqlite from 'better-sqlite3';

/** How long a statement waits for another process's write lock, in ms. Both doors are synchronous, so the process stands still meanwhile. */
export const busyTimeoutMs = 1_000;

/**
 * What every connection to the database runs with, whichever door it is; see docs/decisions/0035.
 * `synchronous` and `busy_timeout` belong to the connection, not to the file: a driver's own default would hold without them.
 * `secure_delete`: what is deleted is overwritten (docs/decisions/0033).
 */
const durable = 'synchronous = FULL';
const pragmas = ['journal_mode = WAL', durable, `busy_timeout = ${busyTimeoutMs}`, 'foreign_keys = ON', 'secure_delete = ON'];

/** Opens the file, in WAL, durable. */
export function openSqlite(databaseFile: string): Sqlite.Database {
  const sqlite = new Sqlite(databaseFile, { timeout: busyTimeoutMs });
  try {
    for (const pragma of pragmas) sqlite.pragma(pragma);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return sqlite;
}

/**
 * Runs one transaction of the outermost level without waiting for the disk: for what would be asked for again if a power cut took it.
 * It can only be lost together with everything after it, and the next ordinary commit brings it to the disk. A killed process loses
 * nothing in either case.
 */
export function withoutFlush<Result>(sqlite: Sqlite.Database, transaction: () => Result): Result {
  sqlite.pragma('synchronous = NORMAL');
  try {
    return transaction();
  } finally {
    sqlite.pragma(durable);
  }
}

/** The connection of Prisma, whose adapter would leave it with the driver's defaults. */
export function createPrismaAdapter(databaseFile: string): PrismaBetterSqlite3 {
  const factory = new PrismaBetterSqlite3(
    { url: `file:${databaseFile}`, timeout: busyTimeoutMs },
    { timestampFormat: 'unixepoch-ms' },
  );
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    for (const pragma of pragmas) await adapter.executeScript(`PRAGMA ${pragma}`);
    return adapter;
  };
  return factory;
}
