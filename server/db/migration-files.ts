import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../project-root';

export const migrationsPath = path.join(projectRoot, 'prisma/migrations');

/** Names of the committed migrations, oldest first. */
export async function listMigrationNames(): Promise<string[]> {
  const entries = await readdir(migrationsPath, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
