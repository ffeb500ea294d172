import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../project-root';
import { lookInside } from '../testing/crash/look-inside';
import { openTestDatabase } from '../testing/database';
import { connectOverHttp, createHttpClient, listSandboxCreators, waitForSync } from '../testing/http-client';
import { freePort, type ServerProcess, type ServerProcessOptions, startServerProcess } from '../testing/server-process';
import { backUpDatabase } from './backup';
import { type Database, openDatabase } from './database';
import { restoreDatabase } from './restore';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'crealia-backup-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const now = new Date('2026-11-22T12:00:00Z');

describe('a backup', () => {
  let db: Database & { file: string };
  let target: string;
  beforeEach(async () => {
    db = await openTestDatabase();
    target = path.join(folder, 'backup.db');
    await db.prisma.user.create({ data: { id: 'u', displayName: 'Léa', locale: 'FR', timeZone: 'UTC', createdAt: now } });
  });
  afterEach(() => db.close());

  it('is one whole file for this user alone, with what it holds said', async () => {
    const report = await backUpDatabase(db.file, target);
    expect(report).toMatchObject({ file: target, pendingMigrations: [], rows: { User: 1, Video: 0 } });
    expect(report.bytes).toBe(statSync(target).size);
    expect(statSync(target).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['backup.db']);
  });

  it('never overwrites', async () => {
    await writeFile(target, 'precious');
    await expect(backUpDatabase(db.file, target)).rejects.toThrow('exists already');
    expect(readFileSync(target, 'utf8')).toBe('precious');
  });

  it('of what is not there says so', async () => {
    await expect(backUpDatabase(path.join(folder, 'no.db'), target)).rejects.toThrow('There is no database');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a restore', () => {
  let databaseFile: string;
  let backup: string;
  beforeEach(async () => {
    databaseFile = path.join(folder, 'crealia.db');
    backup = path.join(folder, 'backup.db');
    const db = await openDatabase(databaseFile);
    await db.prisma.user.create({ data: { id: 'before', displayName: 'A', locale: 'FR', timeZone: 'UTC', createdAt: now } });
    db.sqlite.exec(
      `INSERT INTO Job (id, kind, key, payload, attempts, runAt, createdAt, leasedBy, leaseExpiresAt) VALUES ('j', 'sync', 'k', '{}', 0, 0, 0, 'dead', 9e15)`,
    );
    await backUpDatabase(databaseFile, backup);
    await db.prisma.user.create({ data: { id: 'after', displayName: 'B', locale: 'FR', timeZone: 'UTC', createdAt: now } });
    await db.close();
  });
  const users = (file: string) => lookInside(file, (sqlite) => sqlite.prepare('SELECT id FROM User ORDER BY id').pluck().all());

  it('puts the backup in place, frees its jobs, and keeps what was there', async () => {
    const report = await restoreDatabase(databaseFile, backup, { now });
    expect(users(databaseFile)).toEqual(['before']);
    expect(report.replacedFile).toBe(`${databaseFile}.replaced-2026-11-22T12-00-00-000Z`);
    expect(users(report.replacedFile ?? '')).toEqual(['after', 'before']);
    expect(lookInside(databaseFile, (sqlite) => sqlite.prepare('SELECT leasedBy FROM Job').pluck().all())).toEqual([null]);
    expect(statSync(databaseFile).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual(['backup.db', 'crealia.db', path.basename(report.replacedFile ?? '')]);
  });

  it('makes the database where there is none', async () => {
    const elsewhere = path.join(folder, 'new', 'crealia.db');
    expect(await restoreDatabase(elsewhere, backup, { now })).toMatchObject({ replacedFile: null });
    expect(users(elsewhere)).toEqual(['before']);
  });

  it('refuses while anybody has the database open, idle or not', async () => {
    const db = await openDatabase(databaseFile);
    try {
      await expect(restoreDatabase(databaseFile, backup, { now })).rejects.toThrow('is in use');
    } finally {
      await db.close();
    }
    expect(users(databaseFile)).toEqual(['after', 'before']);
  });

  it.each<[string, (file: string) => Promise<void>, string]>([
    ['is not there', (file) => rm(file), 'There is no file'],
    ['is no database', (file) => writeFile(file, 'Dear creator, '.repeat(1_000)), 'cannot be read as a database'],
    [
      'is damaged',
      async (file) => {
        const bytes = readFileSync(file);
        await writeFile(file, bytes.fill(0x5a, Math.floor(bytes.length / 2)));
      },
      'malformed',
    ],
    [
      'is a database of something else',
      async (file) => {
        await rm(file);
        new Sqlite(file).exec('CREATE TABLE Recipe (id)').close();
      },
      'not one of Crealia',
    ],
    [
      'is of a newer version',
      async (file) => {
        new Sqlite(file).exec(`UPDATE _prisma_migrations SET migration_name = '29991231000000_later' WHERE rowid = 1`).close();
      },
      'newer Crealia',
    ],
  ])('refuses a backup that %s, and leaves everything as it was', async (_what, spoil, expected) => {
    await spoil(backup);
    await expect(restoreDatabase(databaseFile, backup, { now })).rejects.toThrow(expected);
    expect(users(databaseFile)).toEqual(['after', 'before']);
    expect((await readdir(folder)).filter((name) => /restoring|replaced/.test(name))).toEqual([]);
  });
});

describe('under load', () => {
  let options: ServerProcessOptions;
  let server: ServerProcess;
  let home: string;
  beforeAll(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'crealia-backup-load-'));
    options = { databaseFile: path.join(home, 'crealia.db'), port: await freePort(), sandboxPort: await freePort() };
    server = await startServerProcess(options);
  }, 60_000);
  afterAll(async () => {
    await server.kill();
    await rm(home, { recursive: true, force: true });
  });

  /** Runs one of the commands as an operator does. */
  function run(script: 'backup' | 'restore', file: string): Promise<{ code: number | null; said: string }> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, file, '--format', 'json'], {
        cwd: projectRoot,
        env: {
          NODE_ENV: 'production',
          PATH: process.env.PATH,
          DOTENV_CONFIG_PATH: '/dev/null',
          DATABASE_URL: `file:${options.databaseFile}`,
        },
      });
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.on('exit', (code) => resolve({ code, said }));
    });
  }

  const inspect = (file: string) =>
    lookInside(file, (sqlite) =>
      sqlite
        .prepare(
          `SELECT (SELECT count(*) FROM Video) AS videos, (SELECT count(*) FROM VideoSnapshot) AS readings,
             listedCount AS said, status FROM SyncRun ORDER BY createdAt DESC LIMIT 1`,
        )
        .get(),
    ) as { videos: number; readings: number; said: number; status: string };

  it('every backup of a sync of 10,000 videos holds whole pages, and a restored one goes on to the end', async () => {
    const client = createHttpClient(server.url);
    const connectionId = await connectOverHttp(client, server.sandboxUrl, 'giant-01');
    const expected = (await listSandboxCreators(server.sandboxUrl)).find(({ id }) => id === 'giant-01')?.videoCount;
    expect(expected).toBeGreaterThan(9_000);
    while ((inspect(options.databaseFile)?.videos ?? 0) < 500) await new Promise((resolve) => setTimeout(resolve, 20));

    const first = path.join(home, 'first.db');
    const byCommand = await run('backup', first);
    expect(byCommand).toMatchObject({ code: 0 });
    expect(JSON.parse(byCommand.said)).toMatchObject({ file: first, rows: { User: 1 } });
    const backups = [first];
    while (inspect(options.databaseFile).status === 'RUNNING' && backups.length < 6) {
      const target = path.join(home, `backup-${backups.length}.db`);
      await backUpDatabase(options.databaseFile, target);
      backups.push(target);
    }
    const states = backups.map(inspect);
    for (const { videos, readings, said } of states) expect([readings, said]).toEqual([videos, videos]);
    const running = states.filter(({ status }) => status === 'RUNNING');
    expect(running.length).toBeGreaterThan(0);
    // The sync went on between them; two may fall between the same two pages.
    expect(new Set(states.map(({ videos }) => videos)).size).toBeGreaterThan(1);

    expect(await run('restore', first)).toMatchObject({ code: 1, said: expect.stringContaining('is in use') });
    await server.kill();
    const restored = await run('restore', first);
    expect(restored).toMatchObject({ code: 0 });
    expect(inspect(options.databaseFile)).toEqual(states[0]);
    server = await startServerProcess(options);
    expect(await waitForSync(client, connectionId, 120_000)).toMatchObject({ status: 'SUCCEEDED' });
    expect(inspect(options.databaseFile)).toMatchObject({ videos: expected, readings: expected, said: expected });
  }, 240_000);
});
