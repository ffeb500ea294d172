import { ColumnValueError, type SqlValue, toSqlValue } from './column-value';
import { ArchiveRefusedError } from './import-errors';
import type { PersonalTable } from './personal-tables';
import type { TableColumn } from './table-columns';

export type SqlRow = Record<string, SqlValue>;

/** What an import tells a run that was under way when the archive was made: nothing works on it here. */
const interrupted = { FR: 'Interrompu par le déménagement des données.', EN: 'Interrupted by moving the data.' };

/**
 * A row of an archive as it is stored. A column that the archive does not have (it is older) is left to its default.
 * @throws ArchiveRefusedError for what is no row of this table
 */
export function readRow(value: unknown, table: PersonalTable, columns: readonly TableColumn[]): SqlRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ArchiveRefusedError(`The archive is refused: a line of ${table.model} is not a record.`);
  }
  const given = value as Record<string, unknown>;
  const unknown = Object.keys(given).find((name) => !table.columns.includes(name));
  if (unknown !== undefined) {
    throw new ArchiveRefusedError(
      `This archive says something of ${table.model} that this version does not know (“${unknown.slice(0, 60)}”). If a newer Crealia made it, update this one.`,
    );
  }
  const row: SqlRow = {};
  for (const column of columns) {
    if (!table.columns.includes(column.name)) continue;
    if (Object.hasOwn(given, column.name)) row[column.name] = readValue(given[column.name], column, table);
    else if (!column.isOptionalOnInsert) {
      throw new ArchiveRefusedError(`The archive is refused: a record of ${table.model} has no “${column.name}”.`);
    }
  }
  return row;
}

function readValue(value: unknown, column: TableColumn, { model }: PersonalTable): SqlValue {
  try {
    return toSqlValue(value, column);
  } catch (error) {
    if (!(error instanceof ColumnValueError)) throw error;
    throw new ArchiveRefusedError(`The archive is refused: in a record of ${model}, ${error.message}`, { cause: error });
  }
}

/**
 * What cannot be as it was: nobody holds a key to the account here, nothing works on a run that was under way, and no archive makes
 * anybody an operator.
 */
export function adaptRow(
  model: string,
  row: SqlRow,
  { exportedAt, locale }: { exportedAt: number; locale: 'FR' | 'EN' },
): SqlRow {
  switch (model) {
    case 'User':
      return { ...row, role: 'CREATOR' };
    case 'TikTokConnection':
      return {
        ...row,
        status: row.status === 'ACTIVE' ? 'NEEDS_RECONNECT' : (row.status ?? null),
        isActive: 0,
        nextSyncAt: null,
      };
    case 'SyncRun':
    case 'GenerationRun': {
      if (row.status !== 'QUEUED' && row.status !== 'RUNNING') return row;
      const ended = { ...row, status: 'FAILED', errorMessage: interrupted[locale], finishedAt: exportedAt };
      return model === 'SyncRun' ? { ...ended, errorCode: 'UNEXPECTED' } : ended;
    }
    default:
      return row;
  }
}
