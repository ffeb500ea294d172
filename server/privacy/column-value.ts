import type { TableColumn } from './table-columns';

/** What better-sqlite3 gives for a column, and takes. */
export type SqlValue = string | number | null;

/** A value of an archive that its column cannot hold. */
export class ColumnValueError extends Error {}

type ColumnKind = Pick<TableColumn, 'name' | 'type' | 'isRequired' | 'values'>;

/** The stored value as the archive writes it: times in ISO 8601 (UTC), true and false, JSON as itself. */
export function toArchiveValue(value: SqlValue, { name, type }: ColumnKind): unknown {
  if (value === null) return null;
  if (type === 'DateTime') return new Date(Number(value)).toISOString();
  if (type === 'Boolean') return value === 1;
  if (type === 'Json') return JSON.parse(String(value)) as unknown;
  // JSON has neither infinity nor NaN, and would write null in their place.
  if (typeof value === 'number' && !Number.isFinite(value)) throw new ColumnValueError(`“${name}” is not a finite number.`);
  return value;
}

/** The archive's value as it is stored. @throws ColumnValueError for what the column cannot hold */
export function toSqlValue(value: unknown, column: ColumnKind): SqlValue {
  const { name, type, isRequired, values } = column;
  if (value === null) {
    if (!isRequired) return null;
    if (type === 'Json') return 'null';
    throw new ColumnValueError(`“${name}” is empty.`);
  }
  switch (type) {
    case 'String':
      if (typeof value === 'string') return value;
      break;
    case 'Enum':
      if (typeof value === 'string' && values?.includes(value)) return value;
      break;
    case 'Int':
    case 'BigInt':
      if (Number.isSafeInteger(value)) return value as number;
      break;
    case 'Float':
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      break;
    case 'Boolean':
      if (typeof value === 'boolean') return value ? 1 : 0;
      break;
    case 'DateTime': {
      const time = typeof value === 'string' && /^[+-]?\d{4,6}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
      if (!Number.isNaN(time)) return time;
      break;
    }
    case 'Json':
      return JSON.stringify(value);
  }
  throw new ColumnValueError(`“${name}” is not ${typeWords[type]}.`);
}

const typeWords: Record<TableColumn['type'], string> = {
  String: 'a text',
  Enum: 'one of the values that this version knows',
  Int: 'a whole number',
  BigInt: 'a whole number',
  Float: 'a number',
  Boolean: 'true or false',
  DateTime: 'a time such as 2026-11-22T10:00:00.000Z',
  Json: 'JSON',
};
