import type { Database } from '../db/database';

/** What a sync writes, parents before children. */
const tables = ['SyncRun', 'ConnectionSnapshot', 'Video', 'VideoSnapshot', 'Hashtag', 'VideoHashtag', 'ChoiceAnalysis'];

/** Remembers what a sync may change, and puts it back: the next trial starts from the same state as the one before. */
export function savedTables(sqlite: Database['sqlite'], connectionId: string, name: string): { restore(): void } {
  const copyOf = (table: string) => `Fuzz_${name}_${table}`;
  for (const table of [...tables, 'TikTokConnection']) sqlite.exec(`CREATE TABLE ${copyOf(table)} AS SELECT * FROM ${table}`);
  const columns = (sqlite.pragma('table_info(TikTokConnection)') as { name: string }[])
    .map((column) => column.name)
    // The version only grows: what was computed for an earlier state must not be taken for this one.
    .filter((column) => column !== 'id' && column !== 'dataVersion');
  return {
    restore: () =>
      sqlite.transaction(() => {
        for (const table of [...tables].reverse()) sqlite.exec(`DELETE FROM ${table}`);
        for (const table of tables) sqlite.exec(`INSERT INTO ${table} SELECT * FROM ${copyOf(table)}`);
        sqlite
          .prepare(
            `UPDATE TikTokConnection SET (${columns.join(', ')}) = (SELECT ${columns.join(', ')} FROM ${copyOf('TikTokConnection')} WHERE id = @connectionId),
              dataVersion = dataVersion + 1 WHERE id = @connectionId`,
          )
          .run({ connectionId });
      })(),
  };
}
