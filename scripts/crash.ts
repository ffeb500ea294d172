import { parseArgs } from 'node:util';
import { seededRandom } from '../server/analytics/seeded-random';
import { crash, type ScenarioName, scenarioNames } from '../server/testing/crash/crash';

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '200' },
    scenario: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    format: { type: 'string', default: 'table' },
  },
});
const names = values.scenario?.split(',') ?? [...scenarioNames];
const unknown = names.find((name) => !(scenarioNames as readonly string[]).includes(name));
if (unknown !== undefined) {
  console.error(`There is no scenario ${unknown}. Choose among ${scenarioNames.join(', ')}.`);
  process.exit(1);
}
const report = await crash({
  times: Number(values.times),
  names: names as ScenarioName[],
  random: seededRandom(Number(values.seed)),
  onCrash: (count, name, { wasUnderWay, faults }) =>
    process.stderr.write(
      `crash ${count}: ${name}, ${wasUnderWay ? 'in the middle' : 'after its end'}${faults.map((fault) => `; ${fault}`).join('')}\n`,
    ),
});
if (values.format === 'json') console.log(JSON.stringify({ seed: Number(values.seed), ...report }, null, 2));
else {
  console.table(report.scenarios);
  console.log(
    `${report.crashes} crashes in ${report.seconds} s (seed ${values.seed}), ${report.acknowledgedWrites} acknowledged writes looked for, ${report.faults.length} faults.`,
  );
  for (const fault of report.faults) console.log(`  ${fault}`);
}
process.exit(report.faults.length === 0 ? 0 : 1);
