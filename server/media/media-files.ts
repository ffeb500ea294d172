import { createHash, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileExtensions, type Picture, type PictureType } from './picture';

/** Which picture: `name` is unique within its connection, such as `cover-<video id>`. */
export interface PictureKey {
  connectionId: string;
  name: string;
}

/** A picture on disk. Its file's name carries a checksum of its bytes; the file's two times are `usedAt` and `fetchedAt`. */
export interface KeptPicture extends PictureKey {
  type: PictureType;
  /** First 128 bits of SHA-256, in hex. */
  checksum: string;
  bytes: number;
  /** Ms since the epoch. */
  fetchedAt: number;
  usedAt: number;
}

/** What a folder or file may be called: nothing that leads anywhere else. */
const part = /^[\w-]{1,80}$/;
const fileName = /^([\w-]{1,80})\.([0-9a-f]{32})\.([a-z]{3,4})$/;
const temporarySuffix = '.part';

/** @throws RangeError for a name that could mean another place */
export function requireSafe(name: string): string {
  if (!part.test(name)) throw new RangeError('Pictures are named by letters, digits, _ and - alone.');
  return name;
}

export function checksumOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

/** The files `<folder>/<connection id>/<name>.<checksum>.<extension>`. Nothing of a key can leave the folder. */
export function createMediaFiles(folder: string) {
  const folderOf = (connectionId: string): string => path.join(folder, requireSafe(connectionId));
  const fileOf = ({ connectionId, name, checksum, type }: Pick<KeptPicture, 'connectionId' | 'name' | 'checksum' | 'type'>) =>
    path.join(folderOf(connectionId), `${requireSafe(name)}.${checksum}.${fileExtensions[type]}`);

  return {
    /** Whole or not at all: written beside its place, then renamed. */
    async write(key: PictureKey, { type, bytes }: Picture, now: number): Promise<KeptPicture> {
      const kept = { ...key, type, checksum: checksumOf(bytes), bytes: bytes.byteLength, fetchedAt: now, usedAt: now };
      const target = fileOf(kept);
      const temporary = `${target}.${randomUUID()}${temporarySuffix}`;
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      try {
        await writeFile(temporary, bytes, { mode: 0o600, flag: 'wx' });
        await utimes(temporary, new Date(now), new Date(now));
        await rename(temporary, target);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      return kept;
    },

    /** Null where the file is not what was written: cut short, changed, gone. */
    async read(kept: KeptPicture): Promise<Buffer | null> {
      try {
        const bytes = await readFile(fileOf(kept));
        return checksumOf(bytes) === kept.checksum ? bytes : null;
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return null;
        throw error;
      }
    },

    async markUsed(kept: KeptPicture): Promise<void> {
      await utimes(fileOf(kept), new Date(kept.usedAt), new Date(kept.fetchedAt));
    },

    /** At once, so that no newer file of the same name can be meant. */
    remove(kept: KeptPicture): void {
      rmSync(fileOf(kept), { force: true });
    },

    /** The whole folder of a connection, with whatever lies in it. @returns how many files it held */
    async removeAll(connectionId: string): Promise<number> {
      const files = await listFolder(folderOf(connectionId));
      await rm(folderOf(connectionId), { recursive: true, force: true });
      return files.length;
    },

    /** What an earlier process left, the least recently used first; its half-written files are removed. */
    async list(): Promise<KeptPicture[]> {
      const kept: KeptPicture[] = [];
      for (const connectionId of (await listFolder(folder)).filter((name) => part.test(name))) {
        const names = await listFolder(folderOf(connectionId));
        const leftovers = names.filter((name) => name.endsWith(temporarySuffix));
        await Promise.all(leftovers.map((name) => rm(path.join(folder, connectionId, name), { force: true })));
        kept.push(
          ...(await Promise.all(names.map((name) => describe(folder, connectionId, name)))).filter((one) => one !== null),
        );
      }
      return kept.sort((a, b) => a.usedAt - b.usedAt);
    },
  };
}

async function describe(folder: string, connectionId: string, file: string): Promise<KeptPicture | null> {
  const [, name = '', checksum = '', extension] = fileName.exec(file) ?? [];
  const type = (Object.keys(fileExtensions) as PictureType[]).find((one) => fileExtensions[one] === extension);
  if (!type) return null;
  const { size, atimeMs, mtimeMs } = await stat(path.join(folder, connectionId, file));
  return { connectionId, name, checksum, type, bytes: size, fetchedAt: mtimeMs, usedAt: atimeMs };
}

/** Empty where there is no such folder, or a file in its place. */
async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return [];
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
