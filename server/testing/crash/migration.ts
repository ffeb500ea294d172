import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { openDatabase } from '../../db/database';
import { migrateDatabase } from '../../db/migrate';
import { listMigrationNames, migrationsPath } from '../../db/migration-files';
import { freePort, spawnServerProcess } from '../server-process';
import { findDamage, lookInside } from './look-inside';
import { type CrashOutcome, type CrashScenario, isFault, Moments } from './scenario';

const consents = 150_000;

/** A database of the first version, with data enough that building an index takes its time, is brought to this version. */
export async function crashDuringMigration(folder: string, random: () => number): Promise<CrashScenario> {
  await mkdir(folder, { recursive: true });
  const template = path.join(folder, 'first-version.db');
  await makeFirstVersion(template);
  const fresh = path.join(folder, 'this-version.db');
  await migrateDatabase(fresh);
  const expectedSchema = readSchema(fresh);
  const total = (await listMigrationNames()).length;
  const moments = new Moments(150, random);
  const counts = { migrationsAtKill: 0 };

  async function crash(round: number): Promise<CrashOutcome> {
    const databaseFile = path.join(folder, `round-${round}.db`);
    await copyFile(template, databaseFile);
    const dying = spawnServerProcess({ databaseFile, port: await freePort(), sandboxPort: await freePort() });
    await untilMigrating(databaseFile);
    await moments.wait();
    await dying.kill();
    const applied = countApplied(databaseFile);
    counts.migrationsAtKill += applied;
    moments.learn(applied < total);
    const damage = findDamage(databaseFile);
    // What a start does with the database; the rest of a start has nothing to do with it.
    await (await openDatabase(databaseFile)).close();
    const faults = [
      ...damage,
      ...findDamage(databaseFile),
      countApplied(databaseFile) !== total && `${countApplied(databaseFile)} of ${total} migrations after the restart`,
      readSchema(databaseFile) !== expectedSchema && 'the tables differ from those of a new database',
      countConsents(databaseFile) !== consents && `${countConsents(databaseFile)} of ${consents} rows are left`,
    ].filter((fault) => isFault(fault));
    for (const suffix of ['', '-wal', '-shm']) await rm(`${databaseFile}${suffix}`, { force: true });
    return { wasUnderWay: applied < total, faults };
  }

  return { name: 'migration', crash, counts: () => counts };
}

async function makeFirstVersion(file: string): Promise<void> {
  const [initial = ''] = await listMigrationNames();
  const script = await readFile(path.join(migrationsPath, initial, 'migration.sql'), 'utf8');
  const other = `${file}.history`;
  await migrateDatabase(other);
  const history = lookInside(other, (sqlite) =>
    String(sqlite.prepare(`SELECT sql FROM sqlite_master WHERE name = '_prisma_migrations'`).pluck().get()),
  );
  const sqlite = new Sqlite(file);
  sqlite.pragma('journal_mode = WAL');
  sqlite.exec(`${script};${history};
    INSERT INTO User (id, displayName, locale, timeZone, createdAt) VALUES ('somebody', 'Somebody', 'FR', 'Europe/Paris', 0);
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ${consents})
    INSERT INTO Consent (id, userId, purpose, policyVersion, givenAt) SELECT 'consent-' || n, 'somebody', 'RESEARCH', '1', n FROM number;`);
  sqlite
    .prepare(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ('1', ?, ?, 1, 1, 1)`,
    )
    .run(createHash('sha256').update(script).digest('hex'), initial);
  sqlite.close();
}

/** Resolves when the first migration after the initial one is seen in the file. */
async function untilMigrating(databaseFile: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    if (countApplied(databaseFile) > 1) return;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error('No migration began within 30 seconds.');
}

function countApplied(file: string): number {
  return lookInside(file, (sqlite) =>
    Number(sqlite.prepare('SELECT count(*) FROM _prisma_migrations WHERE finished_at IS NOT NULL').pluck().get()),
  );
}

function countConsents(file: string): number {
  return lookInside(file, (sqlite) => Number(sqlite.prepare('SELECT count(*) FROM Consent').pluck().get()));
}

function readSchema(file: string): string {
  return lookInside(file, (sqlite) =>
    JSON.stringify(sqlite.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all()),
  );
}
