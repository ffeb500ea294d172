import { z } from 'zod';

export const archiveFormat = 'crealia-export';
/** Grows when an archive of the version before could no longer be read as it was meant. */
export const archiveFormatVersion = 1;

export const manifestName = 'manifest.json';
export const readmeName = 'README.txt';
export const spreadsheetName = 'videos.csv';

/** Where the rows of a table lie in the archive: one JSON object a line, UTF-8. */
export function tableFileName(model: string): string {
  return `data/${model}.ndjson`;
}

const count = z.number().int().min(0);
const time = z.iso.datetime();

const fileSchema = z.object({
  name: z.string().max(100),
  /** Null for what is there for people alone. */
  table: z.string().max(60).nullable(),
  /** Lines, which are rows; null for what has none. */
  rows: count.nullable(),
  bytes: count,
  /** SHA-256 of the uncompressed bytes, in hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Whether an import writes it back. */
  isRestored: z.boolean(),
});

/** What an archive says of itself. Unknown keys are let pass: a later version may say more. */
export const manifestSchema = z.object({
  format: z.literal(archiveFormat),
  formatVersion: z.number().int(),
  exportedAt: time,
  /** The moment of the data, which in a demonstration is another one. */
  dataAsOf: time,
  policyVersion: z.string(),
  person: z.object({ id: z.string(), displayName: z.string() }),
  /** First and last reading in it; null where nothing was read. */
  readings: z.object({ from: time, to: time }).nullable(),
  files: z.array(fileSchema).max(100),
  leftOut: z.array(z.object({ what: z.string(), reason: z.string() })),
});

export type ArchiveManifest = z.infer<typeof manifestSchema>;
export type ArchivedFile = z.infer<typeof fileSchema>;
