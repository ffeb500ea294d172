import type Sqlite from 'better-sqlite3';
import type { Locale } from '../db/generated/client/enums';
import type { SqlValue } from './column-value';
import { type PersonalTable, personalTables } from './personal-tables';

/** SQL condition that a row of the table is of the person `@userId`; for a shared row, that one of theirs uses it. */
export function whereOwned({ owner }: Pick<PersonalTable, 'owner'>): string {
  switch (owner.by) {
    case 'IDENTITY':
      return '"id" = @userId';
    case 'COLUMN':
      return owner.table === 'User' ? `"${owner.column}" = @userId` : `"${owner.column}" IN (${ownedIds(owner.table)})`;
    case 'USE':
      return `"id" IN (${ownedIds(owner.table, owner.column)})`;
    case 'PAYLOAD':
      return owner.keys.map(({ key, table }) => `"payload" ->> '${key}' IN (${ownedIds(table)})`).join(' OR ');
    case 'NOBODY':
      return '0';
  }
}

/** SQL that selects the ids of the person's rows of a table, or another column of theirs. */
export function ownedIds(model: string, column = 'id'): string {
  return `SELECT "${column}" FROM "${model}" WHERE ${whereOwned(requireTable(model))}`;
}

export function requireTable(model: string): PersonalTable {
  const table = personalTables.find((candidate) => candidate.model === model);
  if (!table) throw new Error(`There is no table ${model}.`);
  return table;
}

export function countOwnedRows(sqlite: Sqlite.Database, table: PersonalTable, userId: string): number {
  return sqlite
    .prepare<[{ userId: string }], number>(`SELECT count(*) FROM "${table.model}" WHERE ${whereOwned(table)}`)
    .pluck()
    .get({ userId }) as number;
}

/**
 * The same as a walk from the person down to the rows: the first comes at once, whereas `IN` gathers all parents before it. Columns of
 * the table are those of `alias`.
 */
function walkOwned(table: PersonalTable): { from: string; where: string; alias: string } {
  const alias = `t${table.model}`;
  const self = `"${table.model}" AS ${alias}`;
  const { owner } = table;
  if (owner.by !== 'COLUMN') return { from: self, where: whereOwned(table), alias };
  if (owner.table === 'User') return { from: self, where: `${alias}."${owner.column}" = @userId`, alias };
  const parent = walkOwned(requireTable(owner.table));
  return { ...parent, from: `${parent.from} CROSS JOIN ${self} ON ${alias}."${owner.column}" = ${parent.alias}."id"`, alias };
}

/** The person's rows one by one, with the columns that an archive holds. The connection answers nothing else meanwhile. */
export function iterateOwnedRows(
  sqlite: Sqlite.Database,
  table: PersonalTable,
  userId: string,
): IterableIterator<Record<string, SqlValue>> {
  const { from, where, alias } = walkOwned(table);
  const columns = table.columns.map((column) => `${alias}."${column}"`).join(', ');
  return sqlite
    .prepare<[{ userId: string }], Record<string, SqlValue>>(`SELECT ${columns} FROM ${from} WHERE ${where}`)
    .iterate({ userId });
}

const countBatch = 1_000;

/** How many of them there are, told in steps: whoever counts may give way between two. */
export function* countOwnedRowsInSteps(sqlite: Sqlite.Database, table: PersonalTable, userId: string): Generator<void, number> {
  const { from, where } = walkOwned(table);
  let count = 0;
  const ones = sqlite.prepare<[{ userId: string }], number>(`SELECT 1 FROM ${from} WHERE ${where}`).pluck();
  for (const one of ones.iterate({ userId })) {
    count += one;
    if (count % countBatch === 0) yield;
  }
  return count;
}

export function findPerson(
  sqlite: Sqlite.Database,
  userId: string,
): { id: string; displayName: string; locale: Locale } | undefined {
  return sqlite
    .prepare<[string], { id: string; displayName: string; locale: Locale }>(
      'SELECT id, displayName, locale FROM User WHERE id = ?',
    )
    .get(userId);
}
