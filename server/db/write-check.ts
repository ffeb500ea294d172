import type { Database } from './database';
import { describeDatabaseFailure } from './failures';

const keptMs = 2_000;

/**
 * Makes the check that a write through Prisma's connection is there for another connection. A client that is stuck in a dead
 * transaction acknowledges writes that nobody else ever sees (prisma/orm#29933); a full or read-only disk shows here, too.
 * What is written is `user_version`, a number in the file's header that nothing else uses. One answer serves all who ask within two
 * seconds.
 * @returns a function that throws with the reason
 */
export function createWriteCheck(db: Pick<Database, 'prisma' | 'sqlite'>, monotonicMs: () => number): () => Promise<void> {
  let last: { at: number; outcome: Promise<void> } | null = null;
  return () => {
    if (!last || monotonicMs() - last.at > keptMs) {
      last = { at: monotonicMs(), outcome: writeAndLook(db) };
      // Whoever asks gets the reason; nobody may be asking any more when it comes.
      last.outcome.catch(() => undefined);
    }
    return last.outcome;
  };
}

async function writeAndLook({ prisma, sqlite }: Pick<Database, 'prisma' | 'sqlite'>): Promise<void> {
  const read = () => Number(sqlite.pragma('user_version', { simple: true }));
  const next = (read() + 1) % 1_000_000;
  try {
    await prisma.$executeRawUnsafe(`PRAGMA user_version = ${next}`);
  } catch (error) {
    const failure = describeDatabaseFailure(error);
    throw failure ? new Error(failure.remedy, { cause: error }) : error;
  }
  if (read() !== next) {
    throw new Error(
      'A write was acknowledged and is not there for another connection. Restart the server: its database client is stuck.',
    );
  }
}
