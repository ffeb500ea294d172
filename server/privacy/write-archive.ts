import Sqlite from 'better-sqlite3';
import { giveWayBetween } from '../analytics/steps';
import type { Locale } from '../db/generated/client/enums';
import { policyVersion } from '../users/policy';
import {
  archiveFormat,
  archiveFormatVersion,
  type ArchivedFile,
  type ArchiveManifest,
  manifestName,
  readmeName,
  spreadsheetName,
  tableFileName,
} from './archive-format';
import { archiveReadme } from './archive-readme';
import { type ArchiveWriter, writeZip, type WrittenFile } from './archive-writer';
import { type SqlValue, toArchiveValue } from './column-value';
import { listLeftOut } from './left-out';
import { countOwnedRowsInSteps, findPerson, iterateOwnedRows } from './personal-rows-queries';
import { type PersonalTable, personalTables } from './personal-tables';
import { spreadsheetHead, spreadsheetLine } from './spreadsheet';
import { iterateSpreadsheetVideos } from './spreadsheet-queries';
import { columnsOf } from './table-columns';

export interface ArchiveRequest {
  databaseFile: string;
  userId: string;
  /** Must not exist yet. */
  file: string;
  exportedAt: Date;
  /** The moment of the data; the clock's, not the system's. */
  dataAsOf: Date;
  signal: AbortSignal;
  /** Told as rows are handed on; the first time with 0 of the total. */
  onProgress: (doneRows: number, totalRows: number) => void;
}

interface Person {
  id: string;
  displayName: string;
  locale: Locale;
}

/**
 * Writes everything that is kept of a person into one zip, as of one moment: it reads inside one transaction of a connection of its
 * own, so nothing that is written meanwhile shows, and nobody who writes waits.
 * @throws Error when the person is not there, or the file cannot be written
 */
export async function writeArchive(request: ArchiveRequest): Promise<{ sizeBytes: number; checksum: string }> {
  const sqlite = new Sqlite(request.databaseFile, { readonly: true, fileMustExist: true });
  try {
    sqlite.pragma('query_only = ON');
    sqlite.exec('BEGIN');
    const person = findPerson(sqlite, request.userId);
    if (!person) throw new Error('The person whose data was asked for is not there any more.');
    const { exportedAt, signal } = request;
    return await writeZip(request.file, { modifiedAt: exportedAt, signal }, (archive) => fill(archive, sqlite, person, request));
  } finally {
    sqlite.close();
  }
}

async function fill(archive: ArchiveWriter, sqlite: Sqlite.Database, person: Person, request: ArchiveRequest): Promise<void> {
  const tables = personalTables.filter(({ archive: use }) => use !== 'ABSENT');
  let totalRows = 0;
  for (const table of tables) totalRows += await giveWayBetween(countOwnedRowsInSteps(sqlite, table, person.id));
  const progress = { done: 0, tell: () => request.onProgress(progress.done, totalRows) };
  progress.tell();
  const readings = new TimeSpan();
  const files: ArchivedFile[] = [];
  const rows = new Map<string, number>();
  for (const table of tables) {
    const written = await archive.add(tableFileName(table.model), rowLines(sqlite, table, person.id, { progress, readings }));
    rows.set(table.model, written.lines);
    files.push(describeFile(written, { table: table.model, isRestored: table.archive === 'RESTORED' }));
  }
  const spreadsheet = await archive.add(spreadsheetName, spreadsheetLines(sqlite, person));
  const readme = archiveReadme(person.locale, { displayName: person.displayName, exportedAt: request.exportedAt, rows });
  files.push(describeFile(spreadsheet), describeFile(await archive.add(readmeName, [readme])));
  const manifest: ArchiveManifest = {
    format: archiveFormat,
    formatVersion: archiveFormatVersion,
    exportedAt: request.exportedAt.toISOString(),
    dataAsOf: request.dataAsOf.toISOString(),
    policyVersion,
    person: { id: person.id, displayName: person.displayName },
    readings: readings.toJSON(),
    files,
    leftOut: listLeftOut(),
  };
  await archive.add(manifestName, [`${JSON.stringify(manifest, null, 2)}\n`]);
}

const tellEvery = 500;

function* rowLines(
  sqlite: Sqlite.Database,
  table: PersonalTable,
  userId: string,
  { progress, readings }: { progress: { done: number; tell: () => void }; readings: TimeSpan },
): Generator<string> {
  const columns = columnsOf(table.model).filter(({ name }) => table.columns.includes(name));
  const isReadings = table.model === 'VideoSnapshot' || table.model === 'ConnectionSnapshot';
  for (const row of iterateOwnedRows(sqlite, table, userId)) {
    if (isReadings) readings.include(Number(row.observedAt));
    progress.done += 1;
    if (progress.done % tellEvery === 0) progress.tell();
    const values = columns.map((column) => [column.name, toArchiveValue(row[column.name] as SqlValue, column)]);
    yield `${JSON.stringify(Object.fromEntries(values))}\n`;
  }
}

function* spreadsheetLines(sqlite: Sqlite.Database, { id, locale }: Person): Generator<string> {
  yield spreadsheetHead(locale);
  for (const video of iterateSpreadsheetVideos(sqlite, id)) yield spreadsheetLine(video, locale);
}

function describeFile(
  { name, lines, bytes, sha256 }: WrittenFile,
  { table, isRestored }: { table: string | null; isRestored: boolean } = { table: null, isRestored: false },
): ArchivedFile {
  return { name, table, rows: table === null ? null : lines, bytes, sha256, isRestored };
}

/** From the earliest to the latest of the times it was told. */
class TimeSpan {
  private from = Infinity;
  private to = -Infinity;

  include(time: number): void {
    this.from = Math.min(this.from, time);
    this.to = Math.max(this.to, time);
  }

  toJSON(): { from: string; to: string } | null {
    if (this.from > this.to) return null;
    return { from: new Date(this.from).toISOString(), to: new Date(this.to).toISOString() };
  }
}
