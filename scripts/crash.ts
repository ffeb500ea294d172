import { parseArgs } from 'node:util';
import { crashDuringSync } from '../server/testing/crash';

const { values } = parseArgs({ options: { times: { type: 'string', default: '20' } } });
const report = await crashDuringSync({
  times: Number(values.times),
  random: Math.random,
  onRound: (round, videos) => process.stderr.write(`round ${round}: killed after ${videos} videos\n`),
});
console.log(JSON.stringify(report, null, 2));
process.exit(report.faults.length === 0 ? 0 : 1);
