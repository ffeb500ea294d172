import { rename } from 'node:fs/promises';
import { z } from 'zod';
import type { Clock } from '../clock';
import type { Database } from '../db/database';
import type { Jobs } from '../jobs/jobs';
import type { CrealiaPubSub } from '../pubsub';
import { archiveFile, deleteArchive, makeArchiveFolder, unfinishedArchiveFile } from './archive-files';
import { archiveLifetimeMs } from './data-export';
import { announceExport } from './export-progress';
import { beginDataExport, failDataExport, finishDataExport, updateDoneRows } from './export-queries';
import { exportJobKind } from './start-export';
import { writeArchive } from './write-archive';

export interface ExportDependencies {
  db: Database;
  clock: Clock;
  systemNow: () => Date;
  pubsub: CrealiaPubSub;
}

const payloadSchema = z.object({ exportId: z.string() });

/** Registers the making of archives; call once at start. */
export function registerExportJobs({ jobs, ...deps }: ExportDependencies & { jobs: Pick<Jobs, 'handle'> }): void {
  jobs.handle(exportJobKind, (payload, run) => makeExport(payloadSchema.parse(payload).exportId, deps, run), {
    concurrency: 1,
    attempts: 3,
    retryDelayMs: (attempt) => 2_000 * 2 ** (attempt - 1),
  });
}

/** Makes the archive and says so. Safe to run twice: whatever an earlier try left is written anew. */
async function makeExport(
  exportId: string,
  { db, clock, systemNow, pubsub }: ExportDependencies,
  { signal, isLastAttempt }: { signal: AbortSignal; isLastAttempt: boolean },
): Promise<void> {
  const dataExport = beginDataExport(db, exportId, systemNow());
  if (!dataExport) return;
  const announce = () => announceExport(pubsub, exportId);
  announce();
  await deleteArchive(db, exportId);
  try {
    await makeArchiveFolder(db);
    const file = unfinishedArchiveFile(db, exportId);
    const archive = await writeArchive({
      databaseFile: db.sqlite.name,
      userId: dataExport.userId,
      file,
      exportedAt: systemNow(),
      dataAsOf: clock.now(),
      signal,
      onProgress(doneRows, totalRows) {
        updateDoneRows(db, exportId, doneRows, totalRows);
        announce();
      },
    });
    await rename(file, archiveFile(db, exportId));
    const now = systemNow();
    const expiresAt = new Date(now.getTime() + archiveLifetimeMs);
    // The person was erased meanwhile: nobody may have this.
    if (!finishDataExport(db, exportId, { ...archive, now, expiresAt })) await deleteArchive(db, exportId);
    announce();
  } catch (error) {
    await deleteArchive(db, exportId);
    if (signal.aborted) return;
    if (isLastAttempt) {
      failDataExport(db, exportId, failureMessage, systemNow());
      announce();
    }
    throw error;
  }
}

const failureMessage =
  'The archive could not be written. Nothing of your data is lost; ask for it again, and tell whoever runs this server if it stays so.';
