import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '../server/graphql/schema';
import { projectRoot } from '../server/project-root';

const file = path.join(projectRoot, 'schema.graphql');
const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;

if (!process.argv.includes('--check')) {
  await writeFile(file, printed);
} else if ((await readFile(file, 'utf8')) !== printed) {
  console.error('schema.graphql is not what the server says. Run `npm run schema` and commit the difference.');
  process.exit(1);
}
