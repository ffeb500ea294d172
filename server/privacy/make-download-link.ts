import type { Database } from '../db/database';
import { NotFoundError } from '../users/errors';
import { hashToken } from '../users/sessions';
import type { DataExport } from './data-export';
import { ArchiveNotReadyError } from './export-errors';
import { findOwnDataExport, replaceLink } from './export-queries';

/**
 * Makes the address under which an archive can be downloaded; one made before opens nothing any more. It holds 256 random bits, of
 * which only the SHA-256 is kept.
 * @throws NotFoundError, ArchiveNotReadyError
 */
export function makeDownloadLink(
  { exportId, userId }: { exportId: string; userId: string },
  { db, systemNow, makeToken }: { db: Database; systemNow: () => Date; makeToken: () => string },
): { url: string; dataExport: DataExport } {
  const token = makeToken();
  const dataExport = replaceLink(db, { id: exportId, userId, tokenHash: hashToken(token), now: systemNow() });
  if (dataExport) return { url: `/exports/${token}`, dataExport };
  throw findOwnDataExport(db, exportId, userId) ? new ArchiveNotReadyError() : new NotFoundError('archive');
}
