import 'dotenv/config';
import { parseArgs } from 'node:util';
import { createOpenAiModel } from '../server/language-model/openai-model';
import { createLogger } from '../server/logger';
import { evalTable } from '../server/recommendations/eval/eval-table';
import { runEval } from '../server/recommendations/eval/run-eval';
import { readLanguageModelSettings, SettingsError } from '../server/settings';

class WrongArgumentError extends Error {}

const usage = 'npm run eval -- [--format table|json]';

try {
  const format = readFormat();
  const settings = readLanguageModelSettings(process.env);
  const model = settings && createOpenAiModel({ ...settings, retries: 2, logger: createLogger('silent') });
  const report = await runEval(model, (text) => process.stderr.write(text));
  console.log(format === 'json' ? JSON.stringify(report, null, 2) : evalTable(report));
  // What the model answers is its own affair; what would be shown is ours.
  if (report.violations.length > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof SettingsError || error instanceof WrongArgumentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function readFormat(): 'table' | 'json' {
  const format = parse();
  if (format === 'table' || format === 'json') return format;
  throw new WrongArgumentError(`The format is table or json, not ${format}.`);
}

function parse(): string {
  try {
    return parseArgs({ options: { format: { type: 'string', default: 'table' } } }).values.format;
  } catch (error) {
    throw new WrongArgumentError(`${(error as Error).message} Usage: ${usage}`);
  }
}
