import 'dotenv/config';
import { openDatabase } from '../server/db/database';
import { DatabaseUnusableError } from '../server/db/errors';
import { importArchive, type ImportReport } from '../server/privacy/import-archive';
import { ArchiveRefusedError } from '../server/privacy/import-errors';
import { readSettings, SettingsError } from '../server/settings';

const usage = `Usage: npm run import -- FILE

Writes the archive that a person made on their page “Your data” into the database of DATABASE_URL. All of it or nothing.
Take only what the person gives you themselves: an archive is checked for damage, but nobody signs it.
`;

function describe({ displayName, exportedAt, accounts, rows }: ImportReport, seconds: number): string {
  const total = [...rows.values()].reduce((sum, count) => sum + count, 0);
  return [
    `Imported: ${displayName}, as of ${exportedAt}: ${total} records in ${seconds.toFixed(1)} s.`,
    ...[...rows].filter(([, count]) => count > 0).map(([model, count]) => `  ${model.padEnd(22)} ${String(count).padStart(9)}`),
    accounts.length > 0
      ? `The keys to TikTok are in no archive. To sign in and go on, the person connects again: ${accounts.join(', ')}.`
      : 'No TikTok account came along.',
    '',
  ].join('\n');
}

async function run(file: string): Promise<void> {
  const startedAt = performance.now();
  const db = await openDatabase(readSettings(process.env).databaseFile);
  try {
    const report = await importArchive({ file }, { db });
    process.stdout.write(describe(report, (performance.now() - startedAt) / 1000));
  } finally {
    await db.close();
  }
}

const [file, ...others] = process.argv.slice(2);
if (file === undefined || file.startsWith('-') || others.length > 0) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  try {
    await run(file);
  } catch (error) {
    const isKnown = [SettingsError, DatabaseUnusableError, ArchiveRefusedError].some((kind) => error instanceof kind);
    process.stderr.write(`\n${isKnown ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
    process.exitCode = 1;
  }
}
