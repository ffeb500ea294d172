import type Sqlite from 'better-sqlite3';

const statements = new WeakMap<Sqlite.Database, Map<string, Sqlite.Statement>>();

/** The statement of this text, compiled once for each database. Rows have the shape that the caller names; the text must give it. */
export function prepared<Row = unknown>(sqlite: Sqlite.Database, sql: string): Sqlite.Statement<unknown[], Row> {
  let known = statements.get(sqlite);
  if (!known) statements.set(sqlite, (known = new Map()));
  let statement = known.get(sql);
  if (!statement) known.set(sql, (statement = sqlite.prepare(sql)));
  // better-sqlite3 cannot know the shape of a row; it stands in the text.
  return statement as Sqlite.Statement<unknown[], Row>;
}
