import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { createPrismaAdapter, openSqlite } from './connection';
import { DatabaseUnusableError } from './errors';
import { PrismaClient } from './generated/client/client';
import { migrateDatabase } from './migrate';

/**
 * The database, by two doors: `prisma` for questions, `sqlite` for bulk writes and aggregates, which Prisma's query builder does
 * thirty times slower. Times are integers (milliseconds since the epoch) behind both.
 */
export interface Database {
  prisma: PrismaClient;
  sqlite: Sqlite.Database;
  /** Called with every SQL statement that Prisma sends; for tests that count them. Returns what stops it. */
  onQuery(listener: (sql: string) => void): () => void;
  close(): Promise<void>;
}

/** Opens the file, in WAL, migrated. @throws DatabaseUnusableError when the folder or file cannot be written. */
export async function openDatabase(databaseFile: string): Promise<Database> {
  await requireWritable(databaseFile);
  await migrateDatabase(databaseFile);
  const sqlite = openSqlite(databaseFile);
  const prisma = new PrismaClient({ adapter: createPrismaAdapter(databaseFile), log: [{ emit: 'event', level: 'query' }] });
  const listeners = new Set<(sql: string) => void>();
  prisma.$on('query', (event) => listeners.forEach((listener) => listener(event.query)));
  await prisma.$connect();
  return {
    prisma,
    sqlite,
    onQuery(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await prisma.$disconnect();
      sqlite.pragma('wal_checkpoint(TRUNCATE)');
      sqlite.close();
    },
  };
}

async function requireWritable(databaseFile: string): Promise<void> {
  const folder = path.dirname(databaseFile);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    const sqlite = new Sqlite(databaseFile);
    sqlite.pragma('user_version = 0');
    sqlite.close();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnusableError(
      `The database ${databaseFile} cannot be written (${reason}). Make its folder writable for this user, or point DATABASE_URL somewhere else.`,
    );
  }
}
