import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '../server/project-root';
import { backtestDocument } from './backtest/document';
import { rounded, type PublishedBacktest } from './backtest/published';

const jsonFile = path.join(projectRoot, 'docs/backtest.json');
const markdownFile = path.join(projectRoot, 'docs/backtest.md');
const { values } = parseArgs({
  options: { effects: { type: 'string' }, growth: { type: 'string' }, check: { type: 'boolean', default: false } },
});

const published = await readJson<PublishedBacktest>(jsonFile).catch(() => ({ growth: null }) as PublishedBacktest);
if (values.effects) published.effects = rounded(await readJson<PublishedBacktest['effects']>(values.effects));
if (values.growth) published.growth = rounded(await readJson<PublishedBacktest['growth']>(values.growth));
if (!published.effects)
  throw new Error('Give the result of `npm run backtest -- --data FILE --format json` with --effects FILE.');

const options = await resolveConfig(markdownFile);
const json = await format(JSON.stringify(published), { ...options, parser: 'json' });
const markdown = await format(backtestDocument(published), { ...options, parser: 'markdown', proseWrap: 'always' });
if (!values.check) {
  await writeFile(jsonFile, json);
  await writeFile(markdownFile, markdown);
} else if ((await readFile(markdownFile, 'utf8')) !== markdown) {
  console.error(
    'docs/backtest.md is not what docs/backtest.json says. Run `npm run backtest:document` and commit the difference.',
  );
  process.exit(1);
}

async function readJson<Content>(file: string): Promise<Content> {
  return JSON.parse(await readFile(file, 'utf8')) as Content;
}
