import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { families } from '../server/fuzz/families';
import { type FamilyReport, runFamily } from '../server/fuzz/run-family';
import { projectRoot } from '../server/project-root';

/**
 * `npm run fuzz`: 10,000 inputs of each family. A failure prints its smallest input, the seed, and how to run that input alone; the
 * exit code is then 1. A whole run writes docs/fuzz.json.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string' },
    family: { type: 'string' },
    path: { type: 'string' },
    format: { type: 'string', default: 'text' },
  },
});
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
const chosen = families.filter(({ name }) => values.family === undefined || name === values.family);
const runs = Number(values.runs);
if (chosen.length === 0 || !Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
  console.error(`--family is one of ${families.map(({ name }) => name).join(', ')}; --runs and --seed are whole numbers.`);
  process.exit(2);
}

const reports: FamilyReport[] = [];
for (const family of chosen) {
  if (values.format !== 'json') console.log(`${family.name}: ${runs} inputs, seed ${seed}`);
  const report = await runFamily(family, { inputs: runs, seed, path: values.path });
  reports.push(report);
  if (values.format !== 'json') console.log(described(report));
}

const file = {
  date: new Date().toISOString(),
  machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, platform: `${process.platform} ${process.arch}` },
  node: process.version,
  command: `npm run fuzz -- --runs ${runs} --seed ${seed}`,
  families: reports,
};
if (values.format === 'json') console.log(JSON.stringify(file, null, 2));
if (chosen.length === families.length && runs >= 10_000) {
  writeFileSync(path.join(projectRoot, 'docs/fuzz.json'), `${JSON.stringify(file, null, 2)}\n`);
}
process.exit(reports.every(({ failures }) => failures === 0) ? 0 : 1);

function described({
  family,
  inputs,
  durationMs,
  cpuMs,
  counterexample,
  counts,
  heapGrowthBytes,
  eventLoopDelayMs,
}: FamilyReport): string {
  const facts = [
    `  ${inputs} inputs in ${(durationMs / 1000).toFixed(1)} s (${(cpuMs / 1000).toFixed(1)} s of processor): ${Object.entries(
      counts,
    )
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}`,
    `  heap ${(heapGrowthBytes / 1e6).toFixed(1)} MB more than before; event loop late by ${eventLoopDelayMs.p99} ms (p99), ${eventLoopDelayMs.max} ms at most`,
  ];
  if (!counterexample) return facts.join('\n');
  return [
    ...facts,
    `  FAILED. Smallest input: ${counterexample.value}`,
    `  ${counterexample.error}`,
    `  Again: npm run fuzz -- --family ${family} --runs ${inputs} --seed ${seed} --path '${counterexample.path}'`,
  ].join('\n');
}
