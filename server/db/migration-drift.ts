import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { noFilter, schemaPath, withSchemaEngine } from './schema-engine';

/** SQL that brings a migrated database to what schema.prisma says; null when it already is there. */
export async function diffFromDatabase(databaseFile: string): Promise<string | null> {
  const files = [{ path: 'schema.prisma', content: await readFile(schemaPath, 'utf8') }];
  return withSchemaEngine(databaseFile, async (engine) => {
    const { stdout, exitCode } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: path.dirname(schemaPath) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: noFilter,
    });
    return exitCode === 0 ? null : stdout;
  });
}
