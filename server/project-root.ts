import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

function findProjectRoot(from: string): string {
  if (existsSync(path.join(from, 'prisma/schema.prisma'))) return from;
  const parent = path.dirname(from);
  if (parent === from) throw new Error('The project root (the folder with prisma/schema.prisma) was not found.');
  return findProjectRoot(parent);
}

/** The folder that holds package.json, the same for the sources and for the built server. */
export const projectRoot = findProjectRoot(path.dirname(fileURLToPath(import.meta.url)));
