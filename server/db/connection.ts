import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Sqlite from 'better-sqlite3';

/** How long a statement waits for another process's write lock, in ms. Both doors are synchronous, so the process stands still meanwhile. */
export const busyTimeoutMs = 2_000;

/**
 * What every connection to the database runs with, whichever door it is; see docs/decisions/0035.
 * `synchronous` and `busy_timeout` belong to the connection, not to the file: a driver's own default would hold without them.
 */
const pragmas = ['journal_mode = WAL', 'synchronous = FULL', `busy_timeout = ${busyTimeoutMs}`, 'foreign_keys = ON'];

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

/** The same for Prisma, whose adapter opens a connection of its own and leaves it with the driver's defaults. */
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
