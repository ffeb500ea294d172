import { type Response, Router } from 'express';
import type { Database } from '../db/database';
import type { Logger } from '../logger';
import { hashToken } from '../users/sessions';
import { archiveFile, deleteArchive } from './archive-files';
import type { DataExport } from './data-export';
import { findLinkedExport, markDownloaded } from './export-queries';

interface DownloadOptions {
  db: Database;
  systemNow: () => Date;
  /** Who is signed in in the browser behind a request. */
  getViewerId: (request: { headers: { cookie?: string } }) => Promise<string | null>;
  logger: Logger;
}

/** Where a browser is led whose link opens nothing: the page on which another archive can be made. */
const pageOfArchives = '/settings/data?link=gone';

/**
 * `GET /exports/:token`: the archive, for its owner alone and once. It counts as downloaded when the last byte of the file has been
 * handed over; a download that broke can be resumed (`Range`) or begun again until then, and one that begins ends the one before.
 * Afterwards the file is deleted. `HEAD` and whoever has no session of the owner learn nothing and use nothing up.
 */
export function downloadRoute({ db, systemNow, getViewerId, logger }: DownloadOptions): Router {
  const router = Router();
  const underWay = new Map<string, Response>();

  router.get('/exports/:token', (request, response, next) => {
    void (async () => {
      response.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
      const userId = await getViewerId(request);
      const tokenHash = hashToken(request.params.token);
      const dataExport = userId === null ? null : findLinkedExport(db, { tokenHash, userId, now: systemNow() });
      if (!dataExport) return refuse(request.accepts(['json', 'html']) === 'html', response);
      if (request.method !== 'HEAD') {
        underWay.get(dataExport.id)?.destroy();
        underWay.set(dataExport.id, response);
      }
      sendArchive(dataExport, response, next);
    })().catch(next);
  });

  function sendArchive(dataExport: DataExport, response: Response, next: (error: unknown) => void): void {
    const { id, createdAt, checksum } = dataExport;
    const headers = {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="crealia-${createdAt.toISOString().slice(0, 10)}.zip"`,
      // What is resumed must be of the same file.
      etag: `"${checksum}"`,
    };
    response.sendFile(archiveFile(db, id), { headers, cacheControl: false, dotfiles: 'allow' }, (error) => {
      if (underWay.get(id) === response) underWay.delete(id);
      if (error && !response.headersSent) return next(error);
      if (error || !hasSentTheEnd(response)) return;
      markDownloaded(db, id, systemNow());
      logger.info({ exportId: id }, 'An archive was downloaded');
      deleteArchive(db, id).catch((problem: unknown) =>
        logger.error({ err: problem, exportId: id }, 'An archive stays on the disk'),
      );
    });
  }
  return router;
}

function refuse(isBrowser: boolean, response: Response): void {
  if (isBrowser) return response.redirect(303, pageOfArchives);
  response.status(404).json({
    error: {
      code: 'NOT_FOUND',
      message:
        'This address opens no archive of yours: it was used, has expired, or is somebody else’s. Sign in and make a new one.',
    },
  });
}

/** Whether the answer held the last byte of the file: all of it, or a range up to its end. */
function hasSentTheEnd(response: Response): boolean {
  if (response.req.method !== 'GET') return false;
  if (response.statusCode === 200) return true;
  const [, last, size] = /^bytes \d+-(\d+)\/(\d+)$/.exec(String(response.getHeader('content-range'))) ?? [];
  return response.statusCode === 206 && Number(last) === Number(size) - 1;
}
