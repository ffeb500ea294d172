export interface DatabaseFailure {
  code: 'DATABASE_BUSY' | 'DATABASE_FULL' | 'DATABASE_UNWRITABLE';
  /** For whoever asked: what is wrong, that nothing was half done, what to do. */
  message: string;
  /** For whoever runs the server. */
  remedy: string;
}

const failures: Record<DatabaseFailure['code'], Omit<DatabaseFailure, 'code'>> = {
  DATABASE_BUSY: {
    message: 'The database is in use by another program. Nothing was changed; try again in a few seconds.',
    remedy: 'Another process holds the write lock of the database file. End it, or wait for it.',
  },
  DATABASE_FULL: {
    message:
      'There is no room left to store anything. Nothing was changed; try again when whoever runs this server has made room.',
    remedy: 'The disk that holds the database file is full. Make room; work goes on by itself.',
  },
  DATABASE_UNWRITABLE: {
    message: 'The database cannot be written. Nothing was changed; try again when whoever runs this server has mended it.',
    remedy:
      'The database file or its folder cannot be written: look at its owner, its permissions, file size limits and the disk. Work goes on by itself.',
  },
};

/** What the database could not do for the moment, whichever door said so; null for any other error. All of it may be tried again. */
export function describeDatabaseFailure(error: unknown): DatabaseFailure | null {
  const sqliteCode = findSqliteCode(error);
  const code = sqliteCode && toFailureCode(sqliteCode);
  return code ? { code, ...failures[code] } : null;
}

function toFailureCode(sqliteCode: string): DatabaseFailure['code'] | null {
  if (/^SQLITE_(BUSY|LOCKED)/.test(sqliteCode)) return 'DATABASE_BUSY';
  if (sqliteCode === 'SQLITE_FULL') return 'DATABASE_FULL';
  return /^SQLITE_(READONLY|CANTOPEN|IOERR)/.test(sqliteCode) ? 'DATABASE_UNWRITABLE' : null;
}

/** better-sqlite3 says it as `code`, Prisma deep in `meta`; both may be wrapped as the cause of something else. */
function findSqliteCode(error: unknown): string | null {
  let at = error as Partial<WrappedError> | null | undefined;
  for (let depth = 0; typeof at === 'object' && at !== null && depth < 5; depth += 1) {
    const said = at.meta?.driverAdapterError?.cause?.originalCode ?? at.code;
    if (typeof said === 'string' && said.startsWith('SQLITE_')) return said;
    at = (at.cause ?? at.originalError) as Partial<WrappedError> | null | undefined;
  }
  return null;
}

/** `originalError` is where GraphQL keeps what a resolver threw. */
interface WrappedError {
  code: unknown;
  meta: { driverAdapterError?: { cause?: { originalCode?: unknown } } };
  cause: unknown;
  originalError: unknown;
}
