import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Database, openDatabase } from '../db/database';

let template: Promise<string> | null = null;

/** A migrated database file, made once for each test file and copied for each use: migrating costs half a second. */
async function migratedTemplate(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'crealia-template-'));
  const file = path.join(folder, 'template.db');
  await (await openDatabase(file)).close();
  return file;
}

/** An empty, migrated database of its own. `close` removes it. */
export async function openTestDatabase(): Promise<Database & { file: string }> {
  template ??= migratedTemplate();
  const folder = await mkdtemp(path.join(tmpdir(), 'crealia-test-'));
  const file = path.join(folder, 'test.db');
  await copyFile(await template, file);
  const db = await openDatabase(file);
  return {
    ...db,
    file,
    async close() {
      await db.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
