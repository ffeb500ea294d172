import type { RunStatus } from '../db/generated/client/enums';

/** One archive of everything that is kept of a person, from asking for it until its file is gone. */
export interface DataExport {
  id: string;
  userId: string;
  status: RunStatus;
  doneRows: number;
  totalRows: number;
  /** Of the file; null until it is there. */
  sizeBytes: number | null;
  /** SHA-256 of the file, in hex; null until it is there. */
  checksum: string | null;
  errorMessage: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  /** When the file goes, if it was not downloaded before; earlier when a newer archive took its place. */
  expiresAt: Date | null;
  downloadedAt: Date | null;
}

/** How long an archive waits to be downloaded. */
export const archiveLifetimeMs = 24 * 3600_000;

/** Archives that a person can ask for within a day; those that failed do not count. */
export const exportsPerDay = 5;
export const exportWindowMs = 24 * 3600_000;

export function isUnderWay({ status }: Pick<DataExport, 'status'>): boolean {
  return status === 'QUEUED' || status === 'RUNNING';
}

/** Whether there is a file to download. */
export function isDownloadable(
  { status, downloadedAt, expiresAt }: Pick<DataExport, 'status' | 'downloadedAt' | 'expiresAt'>,
  now: Date,
): boolean {
  return status === 'SUCCEEDED' && downloadedAt === null && expiresAt !== null && expiresAt > now;
}

/** 0 to 1; only a whole archive is 1. */
export function progressOf({ status, doneRows, totalRows }: Pick<DataExport, 'status' | 'doneRows' | 'totalRows'>): number {
  if (status === 'SUCCEEDED') return 1;
  return totalRows === 0 ? 0 : Math.min(0.99, doneRows / totalRows);
}

/** When another may be asked for, given when the counted ones were; null: now. */
export function nextExportAt(createdAt: readonly Date[], now: Date): Date | null {
  const recent = createdAt.map((time) => time.getTime()).filter((time) => time > now.getTime() - exportWindowMs);
  const oldestThatCounts = recent.sort((a, b) => b - a)[exportsPerDay - 1];
  return oldestThatCounts === undefined ? null : new Date(oldestThatCounts + exportWindowMs);
}
