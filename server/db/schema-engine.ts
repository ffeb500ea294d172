import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type * as Engine from '@prisma/schema-engine-wasm';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import { projectRoot } from '../project-root';

export const schemaPath = path.join(projectRoot, 'prisma/schema.prisma');
export const noFilter = { externalTables: [], externalEnums: [] };

type EngineModule = typeof Engine;
let engineModule: Promise<EngineModule> | null = null;

/** The glue keeps views of one instance's memory, so the module is instantiated once in a process. */
async function instantiateEngine(): Promise<EngineModule> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as EngineModule & {
    __wbg_set_wasm(exports: WebAssembly.Exports): void;
  };
  // The engine reports a panic through this global and throws afterwards.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => process.stderr.write(`${message}\n`) },
  });
  const bytes = await readFile(path.join(folder, 'schema_engine_bg.wasm'));
  const imports = { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

/**
 * Runs `work` with Prisma's own schema engine as WebAssembly. The native one is downloaded at install time from a host that
 * closed networks do not reach; this one comes with the package and keeps the same folders and `_prisma_migrations` table.
 */
export async function withSchemaEngine<Result>(
  databaseFile: string,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  engineModule ??= instantiateEngine();
  const { SchemaEngine } = await engineModule;
  const factory = new PrismaBetterSqlite3({ url: `file:${databaseFile}` }, { timestampFormat: 'unixepoch-ms' });
  // The engine never closes what it opens, and an open connection keeps its lock.
  const opened: SqlDriverAdapter[] = [];
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    opened.push(adapter);
    return adapter;
  };
  const datamodel = await readFile(schemaPath, 'utf8');
  const options = { datamodels: [['schema.prisma', datamodel]] as [string, string][] };
  try {
    return await work(await SchemaEngine.new(options, () => undefined, bindMigrationAwareSqlAdapterFactory(factory)));
  } finally {
    await Promise.all(opened.map((adapter) => adapter.dispose()));
  }
}
