import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type DocumentNode, parse, separateOperations } from 'graphql';
import { projectRoot } from '../project-root';

/** Every operation that the web app sends, by name, each with the fragments it needs. */
export async function readWebOperations(): Promise<Record<string, DocumentNode>> {
  const folder = path.join(projectRoot, 'web');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.graphql'));
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  return separateOperations(parse(texts.join('\n')));
}
