import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import {
  archiveFormat,
  archiveFormatVersion,
  type ArchivedFile,
  type ArchiveManifest,
  manifestName,
  manifestSchema,
  readmeName,
  spreadsheetName,
  tableFileName,
} from './archive-format';
import { splitLines } from './archive-lines';
import { ArchiveRefusedError } from './import-errors';
import { personalTables } from './personal-tables';

/** An archive whose files are what its manifest says. */
export interface VerifiedArchive {
  manifest: ArchiveManifest;
  /** The rows of a table as the archive writes them, one by one. */
  rows(model: string): AsyncGenerator<unknown>;
  close(): void;
}

/** Bounds of what is unpacked: an archive of 10,000 videos with a year of readings has a thirtieth of it. */
const limits = { entries: 100, manifestBytes: 1024 ** 2, bytes: 8 * 1024 ** 3, ratio: 200, freeBytes: 1024 ** 2 };

const tableOf = new Map(
  personalTables.filter(({ archive }) => archive !== 'ABSENT').map(({ model }) => [tableFileName(model), model] as const),
);
const knownNames = new Set([...tableOf.keys(), manifestName, readmeName, spreadsheetName]);

/**
 * Opens an archive and checks all of it before anything is used: names (none is ever used as a path), sizes, version, numbers of lines
 * and checksums. Nothing is held in memory but a line.
 * @throws ArchiveRefusedError
 */
export async function openArchive(file: string): Promise<VerifiedArchive> {
  const zip = await refusing(() => openPromise(file, { lazyEntries: true, autoClose: false, strictFileNames: true }));
  try {
    const entries = await readEntries(zip);
    const manifest = await readManifest(zip, entries);
    await verifyFiles(zip, entries, manifest);
    return {
      manifest,
      close: () => zip.close(),
      async *rows(model) {
        const name = tableFileName(model);
        const entry = entries.get(name);
        if (!entry) return;
        let line = 0;
        for await (const text of splitLines(await zip.openReadStreamPromise(entry), name)) {
          line += 1;
          yield parse(text, `line ${line} of ${name}`);
        }
      },
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw new ArchiveRefusedError('This is no archive of Crealia: it holds too many files.');
  const entries = new Map<string, Entry>();
  let bytes = 0;
  await refusing(async () => {
    for await (const entry of zip.eachEntry()) {
      const { fileName, uncompressedSize, compressedSize } = entry;
      if (!knownNames.has(fileName)) {
        throw new ArchiveRefusedError(
          `This archive holds a file that this version does not know (${JSON.stringify(fileName.slice(0, 80))}). If a newer Crealia made it, update this one.`,
        );
      }
      if (entries.has(fileName)) throw new ArchiveRefusedError(`The archive is refused: it holds ${fileName} twice.`);
      if (entry.isEncrypted()) throw new ArchiveRefusedError('The archive is encrypted. Decrypt it first.');
      bytes += uncompressedSize;
      const isBomb = uncompressedSize > limits.freeBytes && uncompressedSize > limits.ratio * compressedSize;
      if (isBomb || bytes > limits.bytes) {
        throw new ArchiveRefusedError(
          `The archive is refused: ${fileName} would unpack to more than any archive of Crealia does.`,
        );
      }
      entries.set(fileName, entry);
    }
  });
  return entries;
}

async function readManifest(zip: ZipFile, entries: Map<string, Entry>): Promise<ArchiveManifest> {
  const entry = entries.get(manifestName);
  if (!entry || entry.uncompressedSize > limits.manifestBytes) {
    throw new ArchiveRefusedError(`This is no archive of Crealia: it has no ${manifestName}.`);
  }
  const content = await refusing(async () => buffer(await zip.openReadStreamPromise(entry)));
  const json = parse(content.toString('utf8'), manifestName) as Partial<ArchiveManifest> | null;
  if (json?.format !== archiveFormat) throw new ArchiveRefusedError('This is no archive of Crealia: its manifest is another’s.');
  if (json.formatVersion !== archiveFormatVersion) {
    throw new ArchiveRefusedError(
      `This archive has format version ${String(json.formatVersion)}; this Crealia reads version ${archiveFormatVersion}. ${Number(json.formatVersion) > archiveFormatVersion ? 'Update Crealia first.' : 'Import it with the Crealia that made it, and export it again after an update.'}`,
    );
  }
  const manifest = manifestSchema.safeParse(json);
  if (!manifest.success) throw new ArchiveRefusedError('The archive is damaged: its manifest is not complete.');
  return manifest.data;
}

async function verifyFiles(zip: ZipFile, entries: Map<string, Entry>, { files }: ArchiveManifest): Promise<void> {
  const told = new Map(files.map((file) => [file.name, file]));
  for (const name of entries.keys()) {
    if (name !== manifestName && !told.has(name)) {
      throw new ArchiveRefusedError(`The archive was changed: its manifest does not know ${name}.`);
    }
  }
  for (const file of files) {
    const entry = entries.get(file.name);
    if (!entry) throw new ArchiveRefusedError(`The archive is damaged: ${file.name} is missing.`);
    if (file.table !== (tableOf.get(file.name) ?? null)) {
      throw new ArchiveRefusedError(`The archive was changed: ${file.name} is not what its manifest says.`);
    }
    await verifyFile(zip, entry, file);
  }
}

async function verifyFile(zip: ZipFile, entry: Entry, { name, table, rows, bytes, sha256 }: ArchivedFile): Promise<void> {
  const hash = createHash('sha256');
  const found = { bytes: 0, lines: 0 };
  await refusing(async () => {
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      found.bytes += chunk.length;
      if (table !== null) for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) found.lines += 1;
    }
  });
  const isAsTold = found.bytes === bytes && hash.digest('hex') === sha256 && (table === null || found.lines === rows);
  if (!isAsTold) {
    throw new ArchiveRefusedError(
      `The archive is damaged or was changed: ${name} does not have the size, lines and checksum that the manifest says. Nothing was imported; take the archive anew.`,
    );
  }
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ArchiveRefusedError(`The archive is damaged: ${where} is not JSON.`, { cause: error });
  }
}

/** What the zip library and the file system throw, as a sentence. */
async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ArchiveRefusedError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ArchiveRefusedError(`The archive cannot be read (${reason}). Nothing was imported.`, { cause: error });
  }
}
