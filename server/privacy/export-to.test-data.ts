import type { Clock } from '../clock';
import type { Database } from '../db/database';
import { writeArchive } from './write-archive';

/** The archive of a person, written as a job would write it. */
export function exportTo(file: string, { userId }: { userId: string }, { db, clock }: { db: Database; clock: Clock }) {
  return writeArchive({
    databaseFile: db.sqlite.name,
    userId,
    file,
    exportedAt: new Date('2026-11-22T12:00:00Z'),
    dataAsOf: clock.now(),
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}
