import 'dotenv/config';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { backUpDatabase } from '../server/db/backup';
import { DatabaseUnusableError } from '../server/db/errors';
import { readDatabaseFile, SettingsError } from '../server/settings';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { format: { type: 'string', default: 'text' } },
});
const [target] = positionals;
try {
  if (!target || positionals.length > 1) throw new DatabaseUnusableError('Say where to: npm run backup -- FILE');
  const report = await backUpDatabase(readDatabaseFile(process.env), path.resolve(target));
  const { file, bytes, seconds, rows } = report;
  const counted = Object.entries(rows)
    .filter(([, count]) => count > 0)
    .map(([table, count]) => `  ${table}: ${count}`);
  process.stdout.write(
    values.format === 'json'
      ? `${JSON.stringify(report)}\n`
      : `Backed up to ${file}: ${(bytes / 1e6).toFixed(1)} MB in ${seconds} s, checked.\n${counted.join('\n')}\nNot in it: the encryption keys (without them the accounts must be connected again), pictures, archives, settings.\n`,
  );
} catch (error) {
  const isKnown = error instanceof DatabaseUnusableError || error instanceof SettingsError;
  process.stderr.write(`\n${isKnown ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exitCode = 1;
}
