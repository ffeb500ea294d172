import { LRUCache } from 'lru-cache';
import type { Logger } from '../logger';
import { checksumOf, createMediaFiles, type KeptPicture, type PictureKey, requireSafe } from './media-files';
import { type Picture, PictureGoneError } from './picture';

/** Pictures of connected accounts, kept on disk within a bound. */
export interface MediaStore {
  /**
   * The picture from disk while it is younger than `maxAgeMs` and whole, otherwise as `fetchPicture` gives it. Who asks for one that
   * is on its way waits for it too. When it cannot be fetched anew, the old one serves, unless it is gone at TikTok.
   * @throws what `fetchPicture` throws
   */
  get(key: PictureKey, fetchPicture: () => Promise<Picture>, maxAgeMs: number): Promise<ServedPicture>;
  /**
   * Deletes every file of an account, and keeps nothing of what is on its way just now. Call it after the account's rows are gone
   * or out of use, so that nobody asks for them again. Repeating it does no harm. @returns how many files there were
   */
  forget(connectionId: string): Promise<number>;
  /** What is kept, as far as it is known: nothing before the first use. */
  size(): { files: number; bytes: number };
}

export interface ServedPicture extends Picture {
  checksum: string;
}

export interface MediaStoreOptions {
  /** Made when first needed; one folder in it for each connection. */
  folder: string;
  /** Of disk space; the least recently used pictures go first. */
  maxBytes: number;
  systemNow: () => Date;
  logger: Logger;
}

/** A picture that is being looked for. */
interface Flight {
  isForgotten: boolean;
  /** Settles when nothing is being written for it any more, and does not reject. */
  writing: Promise<unknown> | null;
}

/** What a file takes on most disks: whole blocks. */
const blockBytes = 4_096;
const diskBytes = ({ bytes }: { bytes: number }) => Math.max(1, Math.ceil(bytes / blockBytes)) * blockBytes;
const markUsedEveryMs = 3_600_000;

/**
 * The index lives in memory (lru-cache), the bytes on disk alone; the index of the process before is read back from the folder on
 * first use. A disk that is full or read-only costs the cache, not the pictures: it is logged once, until writing works again.
 */
export function createMediaStore({ folder, maxBytes, systemNow, logger }: MediaStoreOptions): MediaStore {
  const files = createMediaFiles(folder);
  const flights = new Map<string, { connectionId: string; flight: Flight; picture: Promise<ServedPicture> }>();
  let isDiskTroubled = false;
  let loaded: Promise<void> | null = null;

  const index = new LRUCache<string, KeptPicture>({
    maxSize: maxBytes,
    sizeCalculation: diskBytes,
    dispose: (kept, _key, reason) => {
      if (reason !== 'set') withDisk(() => files.remove(kept));
    },
  });

  function reportDisk(error: unknown): void {
    if (!isDiskTroubled) logger.warn({ err: error, folder }, 'Pictures cannot be kept on disk; they are served without');
    isDiskTroubled = true;
  }

  function withDisk(work: () => void): void {
    try {
      work();
    } catch (error) {
      reportDisk(error);
    }
  }

  /** Takes the place of an older picture of the same key. */
  function place(kept: KeptPicture): void {
    const previous = index.peek(keyOf(kept));
    index.set(keyOf(kept), kept);
    if (previous && previous.checksum !== kept.checksum) files.remove(previous);
  }

  async function load(): Promise<void> {
    try {
      for (const kept of await files.list()) {
        if (diskBytes(kept) > maxBytes) files.remove(kept);
        else place(kept);
      }
    } catch (error) {
      reportDisk(error);
    }
  }

  async function read(kept: KeptPicture): Promise<ServedPicture | null> {
    const bytes = await files.read(kept).catch(reportDisk);
    if (!bytes) {
      index.delete(keyOf(kept));
      return null;
    }
    const now = systemNow().getTime();
    if (Math.abs(now - kept.usedAt) > markUsedEveryMs) {
      kept.usedAt = now;
      await files.markUsed(kept).catch(reportDisk);
    }
    return { type: kept.type, bytes, checksum: kept.checksum };
  }

  async function keep(key: PictureKey, picture: Picture, flight: Flight): Promise<void> {
    if (flight.isForgotten || diskBytes({ bytes: picture.bytes.byteLength }) > maxBytes) return;
    try {
      const writing = files.write(key, picture, systemNow().getTime());
      flight.writing = writing.catch(() => undefined);
      const kept = await writing;
      if (!flight.isForgotten) place(kept);
      isDiskTroubled = false;
    } catch (error) {
      reportDisk(error);
    }
  }

  async function find(key: PictureKey, fetchPicture: () => Promise<Picture>, maxAgeMs: number, flight: Flight) {
    await (loaded ??= load());
    const kept = index.get(keyOf(key));
    // Where the clock was set back an age is negative, and no more to be trusted than one that is too high.
    const isYoung = kept && Math.abs(systemNow().getTime() - kept.fetchedAt) < maxAgeMs;
    const young = isYoung ? await read(kept) : null;
    if (young) return young;
    try {
      const picture = await fetchPicture();
      await keep(key, picture, flight);
      return { ...picture, checksum: checksumOf(picture.bytes) };
    } catch (error) {
      if (error instanceof PictureGoneError) index.delete(keyOf(key));
      const old = index.get(keyOf(key));
      const picture = old ? await read(old) : null;
      if (picture) return picture;
      throw error;
    }
  }

  return {
    get(key, fetchPicture, maxAgeMs) {
      requireSafe(key.connectionId);
      requireSafe(key.name);
      const running = flights.get(keyOf(key));
      if (running && !running.flight.isForgotten) return running.picture;
      const flight: Flight = { isForgotten: false, writing: null };
      const picture = find(key, fetchPicture, maxAgeMs, flight).finally(() => {
        if (flights.get(keyOf(key))?.flight === flight) flights.delete(keyOf(key));
      });
      flights.set(keyOf(key), { connectionId: key.connectionId, flight, picture });
      return picture;
    },

    size: () => ({ files: index.size, bytes: index.calculatedSize }),

    async forget(connectionId) {
      await (loaded ??= load());
      const own = [...flights.values()].filter((one) => one.connectionId === connectionId).map(({ flight }) => flight);
      for (const flight of own) flight.isForgotten = true;
      await Promise.all(own.map(({ writing }) => writing));
      const removed = await files.removeAll(connectionId);
      for (const [key, kept] of [...index.entries()]) if (kept.connectionId === connectionId) index.delete(key);
      return removed;
    },
  };
}

function keyOf({ connectionId, name }: PictureKey): string {
  return `${connectionId}/${name}`;
}
