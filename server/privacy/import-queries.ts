import type Sqlite from 'better-sqlite3';
import { prepared } from '../videos/prepared-statement';
import { countOwnedRows, ownedIds, requireTable, whereOwned } from './personal-rows-queries';
import type { SqlRow } from './restored-row';
import { columnsOf } from './table-columns';

export function isPersonKnown(sqlite: Sqlite.Database, userId: string): boolean {
  return prepared(sqlite, 'SELECT 1 FROM User WHERE id = ?').get(userId) !== undefined;
}

/** Whether a TikTok account is here already, under its id of ours or of TikTok's. */
export function isAccountKnown(sqlite: Sqlite.Database, account: { id: string; tiktokUserId: string }): boolean {
  return (
    prepared(sqlite, 'SELECT 1 FROM TikTokConnection WHERE id = @id OR tiktokUserId = @tiktokUserId').get(account) !== undefined
  );
}

/** Its columns are those of the data model: nothing of an archive gets into the statement's text. */
export function insertRow(sqlite: Sqlite.Database, model: string, row: SqlRow): void {
  const names = Object.keys(row);
  prepared(
    sqlite,
    `INSERT INTO "${model}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  ).run(row);
}

/** Id of the hashtag of this name, made if there is none: hashtags are shared by everybody here. */
export function shareHashtag(sqlite: Sqlite.Database, { id, name }: { id: string; name: string }): string {
  prepared(sqlite, 'INSERT INTO Hashtag (id, name) VALUES (@id, @name) ON CONFLICT (name) DO NOTHING').run({ id, name });
  return prepared<{ id: string }>(sqlite, 'SELECT id FROM Hashtag WHERE name = ?').get(name)?.id ?? id;
}

export function countImported(sqlite: Sqlite.Database, model: string, userId: string): number {
  return countOwnedRows(sqlite, requireTable(model), userId);
}

/** Columns of the person's rows that point to a row that is not the person's. */
export function findForeignReferences(sqlite: Sqlite.Database, model: string, userId: string): string[] {
  const owned = whereOwned(requireTable(model));
  return columnsOf(model)
    .filter(({ name, references }) => {
      if (references === null) return false;
      const stray = `SELECT 1 FROM "${model}" WHERE (${owned}) AND "${name}" IS NOT NULL AND "${name}" NOT IN (${ownedIds(references)}) LIMIT 1`;
      return sqlite.prepare(stray).get({ userId }) !== undefined;
    })
    .map(({ name }) => `${model}.${name}`);
}
