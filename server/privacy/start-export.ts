import { v7 as uuid } from 'uuid';
import type { Database } from '../db/database';
import type { Jobs } from '../jobs/jobs';
import { deleteOldArchives } from './archive-files';
import { type DataExport, nextExportAt } from './data-export';
import { TooManyExportsError } from './export-errors';
import { createDataExport } from './export-queries';

export const exportJobKind = 'export-data';

/**
 * Starts making an archive of everything that is kept of a person, or gives the one that is being made. An older archive that was
 * not downloaded goes.
 * @throws TooManyExportsError
 */
export async function startExport(
  { userId }: { userId: string },
  { db, jobs, systemNow }: { db: Database; jobs: Pick<Jobs, 'enqueue'>; systemNow: () => Date },
): Promise<DataExport> {
  const now = systemNow();
  const dataExport = createDataExport(db, {
    id: uuid(),
    userId,
    now,
    refuse(createdAt) {
      const next = nextExportAt(createdAt, now);
      if (next) throw new TooManyExportsError(next);
    },
  });
  await deleteOldArchives(db, now);
  // Also for one under way: should its job have been lost, this is a new one; should it be there, nothing happens.
  await jobs.enqueue({
    kind: exportJobKind,
    key: `${exportJobKind}:${dataExport.id}`,
    payload: { exportId: dataExport.id, userId },
  });
  return dataExport;
}
