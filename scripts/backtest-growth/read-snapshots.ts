import { createReadStream } from 'node:fs';
import readline from 'node:readline';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';

/** A video with its readings in order of age; times in seconds since the epoch, ages in hours. */
export interface SnapshotVideo {
  video: string;
  creator: string;
  createTime: number;
  readings: { ageHours: number; views: number }[];
}

/** What is wrong with the data, in a sentence for the person who named the file. */
export class SnapshotDataError extends Error {}

const snapshotLine = z.object({
  video: z.string().min(1),
  creator: z.string().min(1),
  createTime: z.number(),
  snapshots: z.array(z.tuple([z.number().nonnegative(), z.number().nonnegative()], z.unknown())),
});

/** Reads a file of one JSON record a line, gzipped when its name ends in .gz: `{video, creator, createTime, snapshots: [[ageHours, views, …]]}`. */
export async function readSnapshots(file: string): Promise<SnapshotVideo[]> {
  const source = createReadStream(file);
  const isZipped = file.endsWith('.gz');
  const unzipped = isZipped ? source.pipe(createGunzip()) : source;
  source.on('error', (error) => unzipped.destroy(error));
  const videos: SnapshotVideo[] = [];
  let line = 0;
  try {
    for await (const text of readline.createInterface({ input: unzipped, crlfDelay: Infinity })) {
      line += 1;
      if (text.trim() !== '') videos.push(parseLine(text, line, file));
    }
  } catch (error) {
    throw translate(error, file, isZipped);
  }
  if (videos.length === 0) throw new SnapshotDataError(`${file} holds no video.`);
  return videos;
}

function parseLine(text: string, line: number, file: string): SnapshotVideo {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    throw new SnapshotDataError(`Line ${line} of ${file} is not JSON.`);
  }
  const parsed = snapshotLine.safeParse(record);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw new SnapshotDataError(`Line ${line} of ${file}: ${path.join('.') || 'record'}: ${message}.`);
  }
  const { video, creator, createTime, snapshots } = parsed.data;
  return { video, creator, createTime, readings: snapshots.map(([ageHours, views]) => ({ ageHours, views })) };
}

function translate(error: unknown, file: string, isZipped: boolean): unknown {
  if (error instanceof SnapshotDataError) return error;
  const code = String((error as NodeJS.ErrnoException).code);
  if (code === 'ENOENT') return new SnapshotDataError(`There is no file ${file}.`);
  if (code === 'EISDIR') return new SnapshotDataError(`${file} is a folder.`);
  if (code === 'EACCES') return new SnapshotDataError(`${file} may not be read.`);
  if (isZipped && code.startsWith('Z_')) return new SnapshotDataError(`${file} is not gzip, or is cut off.`);
  return error;
}
