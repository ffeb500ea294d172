import type Sqlite from 'better-sqlite3';
import type { Database } from '../db/database';
import { ArchiveRefusedError } from './import-errors';
import { countImported, findForeignReferences, insertRow, isAccountKnown, isPersonKnown, shareHashtag } from './import-queries';
import { type PersonalTable, personalTables } from './personal-tables';
import { openArchive, type VerifiedArchive } from './read-archive';
import { adaptRow, readRow, type SqlRow } from './restored-row';
import { columnsOf } from './table-columns';

export interface ImportReport {
  displayName: string;
  exportedAt: string;
  /** Names of the TikTok accounts that came along, to be connected again. */
  accounts: string[];
  /** Rows written, by table. */
  rows: Map<string, number>;
}

/**
 * Writes a person with everything that an archive holds of them into the database, in one transaction. Ids stay as they were. Sessions
 * and keys do not come along: the person signs in by connecting one of the accounts.
 * @throws ArchiveRefusedError when the archive is damaged, changed, of another version, or the person or an account is here already
 */
export async function importArchive({ file }: { file: string }, { db }: { db: Database }): Promise<ImportReport> {
  const archive = await openArchive(file);
  const { sqlite } = db;
  try {
    // Rows come from the disk bit by bit, so `sqlite.transaction`, which is synchronous, cannot hold them.
    sqlite.exec('BEGIN IMMEDIATE');
    try {
      const report = await writeAll(archive, sqlite);
      sqlite.exec('COMMIT');
      return report;
    } catch (error) {
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
      throw isConstraint(error)
        ? new ArchiveRefusedError(
            `The archive does not fit into this database (${error.message}): part of it is here already, or it was changed. Nothing was imported.`,
            { cause: error },
          )
        : error;
    }
  } finally {
    archive.close();
  }
}

async function writeAll(archive: VerifiedArchive, sqlite: Sqlite.Database): Promise<ImportReport> {
  const { manifest } = archive;
  const userId = manifest.person.id;
  if (isPersonKnown(sqlite, userId)) {
    throw new ArchiveRefusedError(
      `${manifest.person.displayName} is in this database already. An archive is imported where the person is not: nothing is mixed. Nothing was imported.`,
    );
  }
  const report: ImportReport = {
    displayName: manifest.person.displayName,
    exportedAt: manifest.exportedAt,
    accounts: [],
    rows: new Map(),
  };
  const importing: Importing = { sqlite, report, exportedAt: Date.parse(manifest.exportedAt), locale: 'EN', hashtags: new Map() };
  const tables = personalTables.filter(({ archive: use }) => use === 'RESTORED');
  for (const table of tables) report.rows.set(table.model, await writeTable(archive, table, importing));
  for (const { model } of tables) {
    if (countImported(sqlite, model, userId) !== report.rows.get(model)) {
      throw new ArchiveRefusedError(
        `The archive was changed: some records of ${model} are not of its person. Nothing was imported.`,
      );
    }
    const [stray] = findForeignReferences(sqlite, model, userId);
    if (stray)
      throw new ArchiveRefusedError(`The archive was changed: ${stray} points to what is not in it. Nothing was imported.`);
  }
  return report;
}

interface Importing {
  sqlite: Sqlite.Database;
  report: ImportReport;
  exportedAt: number;
  locale: 'FR' | 'EN';
  /** Ids of hashtags that are here under another id. */
  hashtags: Map<string, string>;
}

/** @returns how many rows it wrote */
async function writeTable(archive: VerifiedArchive, table: PersonalTable, importing: Importing): Promise<number> {
  const columns = columnsOf(table.model);
  let count = 0;
  for await (const value of archive.rows(table.model)) {
    writeRow(table.model, adaptRow(table.model, readRow(value, table, columns), importing), importing);
    count += 1;
  }
  return count;
}

function writeRow(model: string, row: SqlRow, importing: Importing): void {
  const { sqlite, report, hashtags } = importing;
  if (model === 'User') importing.locale = row.locale === 'FR' ? 'FR' : 'EN';
  if (model === 'TikTokConnection') {
    if (isAccountKnown(sqlite, { id: String(row.id), tiktokUserId: String(row.tiktokUserId) })) {
      throw new ArchiveRefusedError(
        `The TikTok account ${String(row.displayName)} is in this database already, with somebody. Erase it there first, or import elsewhere. Nothing was imported.`,
      );
    }
    report.accounts.push(String(row.displayName));
  }
  if (model === 'Hashtag') {
    const id = shareHashtag(sqlite, { id: String(row.id), name: String(row.name) });
    if (id !== row.id) hashtags.set(String(row.id), id);
    return;
  }
  const known = model === 'VideoHashtag' && hashtags.get(String(row.hashtagId));
  insertRow(sqlite, model, known ? { ...row, hashtagId: known } : row);
}

/** What SQLite says, whichever realm the error is of. */
function isConstraint(error: unknown): error is Error {
  return String((error as { code?: unknown } | null | undefined)?.code).startsWith('SQLITE_CONSTRAINT');
}
