import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrateDatabase } from '../server/db/migrate';
import { diffFromDatabase } from '../server/db/migration-drift';
import { migrationsPath } from '../server/db/migration-files';

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Say what the migration does: npm run migration -- add_something');
  process.exit(1);
}

const folder = await mkdtemp(path.join(tmpdir(), 'crealia-migration-'));
try {
  const file = path.join(folder, 'migrated.db');
  await migrateDatabase(file);
  const sql = await diffFromDatabase(file);
  if (sql === null) {
    console.log('The migrations already say what schema.prisma says; nothing to write.');
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const target = path.join(migrationsPath, `${stamp}_${name}`);
    await mkdir(target);
    await writeFile(path.join(target, 'migration.sql'), sql);
    console.log(`Wrote ${path.relative(process.cwd(), target)}/migration.sql; read it before you commit it.`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
