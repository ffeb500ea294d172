import 'dotenv/config';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DatabaseUnusableError } from '../server/db/errors';
import { restoreDatabase, type RestoreReport } from '../server/db/restore';
import { readDatabaseFile, SettingsError } from '../server/settings';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { format: { type: 'string', default: 'text' } },
});
const [backup] = positionals;

function describe({ databaseFile, replacedFile, undoneErasures, pendingMigrations }: RestoreReport): string {
  return [
    `Restored ${databaseFile} from ${backup}, checked.`,
    replacedFile && `The database that was there is kept as ${replacedFile}; delete it when you do not need it any more.`,
    pendingMigrations.length > 0 && `The backup is older than this version: the next start brings it up to date.`,
    undoneErasures > 0 &&
      `${undoneErasures} erasures were made after this backup: those people's data are back. Erase them again before you start the server for others.`,
    'TikTok tokens that were renewed after the backup are dead: those accounts must be connected again.',
  ]
    .filter(Boolean)
    .join('\n');
}

try {
  if (!backup || positionals.length > 1) throw new DatabaseUnusableError('Say from what: npm run restore -- FILE');
  const report = await restoreDatabase(readDatabaseFile(process.env), path.resolve(backup), { now: new Date() });
  process.stdout.write(`${values.format === 'json' ? JSON.stringify(report) : describe(report)}\n`);
} catch (error) {
  const isKnown = error instanceof DatabaseUnusableError || error instanceof SettingsError;
  process.stderr.write(`\n${isKnown ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exitCode = 1;
}
