import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { localTimeIn } from '../server/analytics/local-time';
import { allTrials, type TrialResult } from './backtest/generated-trials';
import { placeboOf } from './backtest/placebo';
import { HistoryFileError, readHistories } from './backtest/read-histories';
import { backtestReport } from './backtest/report';
import { runInProcesses } from './backtest/run-in-processes';
import { sandboxHistories } from './backtest/sandbox-histories';
import type { ScoredHistory } from './backtest/score-history';
import { backtestTables } from './backtest/tables';
import type { Task, TaskResult } from './backtest/worker';

class WrongArgumentError extends Error {}

const usage = 'npm run backtest -- [--data FILE[.gz]] [--time-zone ZONE] [--format table|json] [--no-generated]';
const startedAt = performance.now();
const say = (text: string) => process.stderr.write(text);

try {
  const { data, timeZone, format, generated } = readArguments();
  const read = data === null ? sandboxHistories() : await readHistories(data, timeZone);
  const of = data === null ? "the sandbox's generated creators, each in its own time zone" : `${data}, in ${timeZone}`;
  say(`${read.videos} videos of ${read.creators} creators: ${of}\n`);
  // The largest first, so that no thread is left alone with it at the end.
  const histories = [...read.histories].sort((a, b) => b.videos.length - a.videos.length);
  const trials = generated ? allTrials() : [];
  const tasks: Task[] = [
    ...histories.map((history) => ({ history })),
    ...histories.map((history) => ({ history: placeboOf(history) })),
    ...trials.map((trial) => ({ trial })),
  ];
  const results = await runInProcesses<Task, TaskResult>(
    new URL('./backtest/worker.ts', import.meta.url),
    tasks,
    availableParallelism(),
    (done) => say(`\r${Math.floor((100 * done) / tasks.length)} %`),
  );
  say('\n');
  const scored = results.filter((result): result is ScoredHistory => 'origins' in result);
  const report = backtestReport({
    read,
    source: data === null ? 'sandbox' : 'file',
    histories: scored.slice(0, histories.length),
    placebo: scored.slice(histories.length),
    trials: generated ? results.filter((result): result is TrialResult => 'plant' in result) : null,
    seconds: Math.round((performance.now() - startedAt) / 100) / 10,
  });
  console.log(format === 'json' ? JSON.stringify(report, null, 2) : backtestTables(report));
} catch (error) {
  if (!(error instanceof HistoryFileError || error instanceof WrongArgumentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function readArguments() {
  const { values } = parse();
  const timeZone = values['time-zone'] ?? 'UTC';
  try {
    localTimeIn(timeZone);
  } catch {
    throw new WrongArgumentError(`There is no time zone ${timeZone}; give a name such as Asia/Ho_Chi_Minh.`);
  }
  if (values.format !== 'table' && values.format !== 'json') {
    throw new WrongArgumentError(`The format is table or json, not ${values.format}.`);
  }
  return { data: values.data ?? null, timeZone, format: values.format, generated: !values['no-generated'] };
}

function parse() {
  try {
    return parseArgs({
      options: {
        data: { type: 'string' },
        'time-zone': { type: 'string' },
        format: { type: 'string', default: 'table' },
        'no-generated': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new WrongArgumentError(`${(error as Error).message} Usage: ${usage}`);
  }
}
