import Sqlite from 'better-sqlite3';

/** Opens the file for reading, looks, closes. */
export function lookInside<Result>(databaseFile: string, look: (sqlite: Sqlite.Database) => Result): Result {
  const sqlite = new Sqlite(databaseFile, { readonly: true });
  try {
    return look(sqlite);
  } finally {
    sqlite.close();
  }
}

/** What SQLite itself finds wrong: damage, or rows whose parent is gone. */
export function findDamage(databaseFile: string): string[] {
  return lookInside(databaseFile, (sqlite) => {
    const integrity = String(sqlite.pragma('integrity_check', { simple: true }));
    const orphans = sqlite.pragma('foreign_key_check') as { table: string }[];
    return [
      ...(integrity === 'ok' ? [] : [`the integrity check says ${integrity}`]),
      ...(orphans.length === 0 ? [] : [`${orphans.length} rows without their parent, first in ${orphans[0]?.table}`]),
    ];
  });
}
