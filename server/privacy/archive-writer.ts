import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ZipFile } from 'yazl';

/** What was written of one file, before compression. */
export interface WrittenFile {
  name: string;
  lines: number;
  bytes: number;
  /** SHA-256 in hex. */
  sha256: string;
}

/** Adds files to an archive one after the other, each from lines that are made as they are needed. */
export interface ArchiveWriter {
  add(name: string, lines: Iterable<string>): Promise<WrittenFile>;
}

/** Characters that are gathered before they are handed on: other requests get their turn between two of these. */
const chunkLength = 32_768;

/**
 * Writes a zip of what `fill` adds, to a new file that this user alone may read, and flushes it to the disk. Memory stays bounded:
 * nothing is made faster than the disk takes it.
 * @throws what `fill` throws, an AbortError once `signal` aborts, and the file system's errors; the file is then not whole
 */
export async function writeZip(
  file: string,
  { modifiedAt, signal }: { modifiedAt: Date; signal: AbortSignal },
  fill: (archive: ArchiveWriter) => Promise<void>,
): Promise<{ sizeBytes: number; checksum: string }> {
  const zip = new ZipFile();
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  zip.on('error', (error: unknown) => failed.abort(error));
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const written = pipeline(
    zip.outputStream,
    async function* (chunks) {
      // yazl's output is bytes throughout; its types say text or bytes.
      for await (const chunk of chunks as AsyncIterable<Buffer>) {
        hash.update(chunk);
        sizeBytes += chunk.length;
        yield chunk;
      }
    },
    // Flushed before it counts as written: the file is told of once it is whole.
    createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }),
    { signal: stop },
  );
  // Whoever fills must not wait for a disk that takes nothing any more.
  written.catch((error: unknown) => failed.abort(error));
  const filled = fill({ add: (name, lines) => addFile(zip, name, lines, { modifiedAt, signal: stop }) }).then(
    () => zip.end(),
    (error: unknown) => {
      failed.abort(error);
      throw error;
    },
  );
  const [filling, writing] = await Promise.allSettled([filled, written]);
  if (failed.signal.aborted) throw failed.signal.reason;
  if (filling.status === 'rejected') throw filling.reason;
  if (writing.status === 'rejected') throw writing.reason;
  return { sizeBytes, checksum: hash.digest('hex') };
}

async function addFile(
  zip: ZipFile,
  name: string,
  lines: Iterable<string>,
  { modifiedAt, signal }: { modifiedAt: Date; signal: AbortSignal },
): Promise<WrittenFile> {
  const hash = createHash('sha256');
  const file = { name, lines: 0, bytes: 0 };
  const toChunk = (text: string) => {
    const chunk = Buffer.from(text, 'utf8');
    hash.update(chunk);
    file.bytes += chunk.length;
    return chunk;
  };
  let reading: Promise<void> = Promise.resolve();
  async function* chunks(): AsyncGenerator<Buffer> {
    let finish: () => void = () => undefined;
    reading = new Promise((resolve) => (finish = resolve));
    try {
      let text = '';
      for (const line of lines) {
        text += line;
        file.lines += 1;
        if (text.length < chunkLength) continue;
        yield toChunk(text);
        text = '';
        await nextTurn();
      }
      if (text !== '') yield toChunk(text);
    } finally {
      finish();
    }
  }
  const content = Readable.from(chunks(), { objectMode: false, signal });
  zip.addReadStream(content, name, { mtime: modifiedAt, mode: 0o100600 });
  // The zip reads it; this only waits until it has, or until it broke.
  try {
    await finished(content, { signal });
  } finally {
    // The lines come out of a statement: it must be over before anybody closes the connection.
    await reading;
  }
  return { ...file, sha256: hash.digest('hex') };
}
