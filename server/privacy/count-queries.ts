import type { Database } from '../db/database';
import type { ErasureTarget, RowCounts } from './erasure';
import { type PersonalTable, personalTables } from './personal-tables';

/** SQL that lists the ids of the rows of a table that go; null where none of them can. `@users` and `@connections` are JSON lists. */
function goingIds(table: string): string {
  if (table === 'User') return 'SELECT value FROM json_each(@users)';
  if (table === 'TikTokConnection') return 'SELECT value FROM json_each(@connections)';
  const { owner } = personalTables.find(({ model }) => model === table) ?? {};
  if (owner?.by !== 'COLUMN') throw new Error(`The rows of ${table} have no owner by column.`);
  return `SELECT id FROM ${table} WHERE ${owner.column} IN (${goingIds(owner.table)})`;
}

/** What of a table goes, as a condition on it; null: nothing of it is anybody's. */
function goingCondition({ model, owner }: PersonalTable): string | null {
  switch (owner.by) {
    case 'IDENTITY':
      return `id IN (${goingIds(model)})`;
    case 'COLUMN':
      // An account is known by its own id: of one that is erased alone, the owner stays.
      return model === 'TikTokConnection' ? `id IN (${goingIds(model)})` : `${owner.column} IN (${goingIds(owner.table)})`;
    case 'USE': {
      const user = personalTables.find((table) => table.model === owner.table);
      const going = user && goingCondition(user);
      if (!going) throw new Error(`${owner.table} does not say whose its rows are.`);
      return `EXISTS (SELECT 1 FROM ${owner.table} WHERE ${owner.column} = ${model}.id)
        AND NOT EXISTS (SELECT 1 FROM ${owner.table} WHERE ${owner.column} = ${model}.id AND NOT (${going}))`;
    }
    case 'PAYLOAD':
      return owner.keys.map(({ key, table }) => `json_extract(payload, '$.${key}') IN (${goingIds(table)})`).join(' OR ');
    case 'NOBODY':
      return null;
  }
}

const conditions = personalTables.flatMap((table) => {
  const condition = goingCondition(table);
  return condition === null ? [] : [{ table: table.model, condition }];
});

/** Rows of every table that go with this person or these accounts. */
export function countGoing({ sqlite }: Database, target: ErasureTarget): RowCounts {
  const parameters = {
    users: JSON.stringify(target.userId === null ? [] : [target.userId]),
    connections: JSON.stringify(target.connectionIds),
  };
  return Object.fromEntries(
    conditions.map(({ table, condition }) => {
      const count = sqlite.prepare<object, number>(`SELECT count(*) FROM ${table} WHERE ${condition}`).pluck().get(parameters);
      return [table, count ?? 0];
    }),
  );
}

/** Rows that still point to one of these rows of `parent`, by table: 0 each once they are gone for good. */
export function countPointingTo({ sqlite }: Database, parent: string, ids: readonly string[]): RowCounts {
  const children = personalTables.flatMap(({ model, owner }) =>
    owner.by === 'COLUMN' && owner.table === parent ? [{ model, column: owner.column }] : [],
  );
  return Object.fromEntries(
    children.map(({ model, column }) => {
      const sql = `SELECT count(*) FROM ${model} WHERE ${column} IN (SELECT value FROM json_each(?))`;
      return [model, sqlite.prepare<[string], number>(sql).pluck().get(JSON.stringify(ids)) ?? 0];
    }),
  );
}
