import { parseArgs } from 'node:util';
import { backtestGrowth } from './backtest-growth/backtest-growth';
import { generateSnapshots } from './backtest-growth/generated-snapshots';
import { readSnapshots, SnapshotDataError } from './backtest-growth/read-snapshots';
import { tableOf } from './backtest-growth/report';

const startedAt = performance.now();
try {
  const { data, format } = readOptions();
  const { rows, ...about } = backtestGrowth(data === undefined ? generateSnapshots() : await readSnapshots(data));
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  process.stdout.write(
    format === 'json'
      ? `${JSON.stringify({ ...about, seconds, rows }, null, 2)}\n`
      : `${tableOf(rows)}\n\n${about.data.videos} videos of ${about.data.creators} creators, ${about.data.readings} readings; method ${about.methodVersion}; ${seconds} s.
error: median |ln(foretold / came)|; in 50 %, in 80 %: readings inside the interval, ± standard error clustered by creator.
earlier reading: whether another reading of the video was known before the one predicted from.\n`,
  );
} catch (error) {
  if (!(error instanceof SnapshotDataError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function readOptions(): { data?: string; format: string } {
  try {
    const { values } = parseArgs({ options: { data: { type: 'string' }, format: { type: 'string', default: 'table' } } });
    if (values.format === 'table' || values.format === 'json') return values;
    throw new SnapshotDataError(`--format is table or json, not ${values.format}.`);
  } catch (error) {
    if (error instanceof TypeError) throw new SnapshotDataError(error.message);
    throw error;
  }
}
