import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '../db/database';
import { listExportIds, listKeptExportIds } from './export-queries';

/** Where archives lie until they are downloaded: beside the database, for this user alone. */
export function archiveFolder({ sqlite }: Database): string {
  return path.join(path.dirname(sqlite.name), 'exports');
}

export function archiveFile(db: Database, id: string): string {
  return path.join(archiveFolder(db), `${id}.zip`);
}

/** Where an archive is written before it is whole. */
export function unfinishedArchiveFile(db: Database, id: string): string {
  return `${archiveFile(db, id)}.part`;
}

export async function makeArchiveFolder(db: Database): Promise<void> {
  await mkdir(archiveFolder(db), { recursive: true, mode: 0o700 });
}

/** Deletes an archive and what was written of it. */
export async function deleteArchive(db: Database, id: string): Promise<void> {
  await rm(archiveFile(db, id), { force: true });
  await rm(unfinishedArchiveFile(db, id), { force: true });
}

/** Deletes the files of all archives of a person; their rows stay. @returns how many there were */
export async function deleteArchivesOf(db: Database, userId: string): Promise<number> {
  const mine = new Set(listExportIds(db, userId));
  return deleteFiles((await listFiles(db)).filter(({ id }) => mine.has(id)));
}

/** Deletes what was downloaded, has expired, or was left by a process that died. @returns how many files went */
export async function deleteOldArchives(db: Database, now: Date): Promise<number> {
  const files = await listFiles(db);
  // Asked after the folder was read: an archive has its row before its file.
  const kept = new Set(listKeptExportIds(db, now));
  return deleteFiles(files.filter(({ id }) => !kept.has(id)));
}

async function listFiles(db: Database): Promise<{ file: string; id: string }[]> {
  const folder = archiveFolder(db);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    // Nobody has asked for an archive yet.
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.flatMap((name) => {
    const id = /^(.+)\.zip(\.part)?$/.exec(name)?.[1];
    return id === undefined ? [] : [{ file: path.join(folder, name), id }];
  });
}

async function deleteFiles(files: readonly { file: string }[]): Promise<number> {
  for (const { file } of files) await rm(file, { force: true });
  return files.length;
}
