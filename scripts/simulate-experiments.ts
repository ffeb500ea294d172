import { parseArgs } from 'node:util';
import { alpha } from '../server/experiments/experiment';
import { detectableDifference } from '../server/experiments/power';
import { methodVersion } from '../server/experiments/read-result';
import { countFindings, countFindingsWhenPeeking, standardErrorOfShare } from '../server/experiments/simulate-experiments';

class WrongArgumentError extends Error {}

const usage = 'npm run simulate:experiments -- [--runs N] [--format table|json]';
/** The p value is compared with 0.05: so many draws place it to half a percent. */
const draws = 1_999;
const usualScatter = 1.09;
const sizes = [6, 10, 20, 40, 80];
const effects = [0.2, 0.4, 0.6, 0.8, 1, 1.2];
const startedAt = performance.now();

try {
  const { runs, format } = readArguments();
  const say = (text: string) => process.stderr.write(text);
  say('Experiments without any effect …\n');
  const nothing = sizes.map((videosPerArm) => {
    const share = countFindings(runs, { seed: videosPerArm * 10_000_000, videosPerArm, effect: 0, missing: 0, draws });
    const standardError = standardErrorOfShare(alpha, share.read);
    return {
      videosPerArm,
      runs: share.read,
      falsePositives: share.found / share.read,
      standardError,
      coverage: share.covered / share.read,
    };
  });
  say('Looking on the way …\n');
  const peekingRuns = Math.ceil(runs / 8);
  const peeked = countFindingsWhenPeeking(peekingRuns, { seed: 77, videosPerArm: 20, effect: 0, missing: 0, draws: 499 });
  const peeking = { videosPerArm: 20, runs: peekingRuns, falsePositives: peeked / peekingRuns };
  say('Effects that are there …\n');
  const some = Math.ceil(runs / 4);
  const find = (videosPerArm: number, effect: number, seed: number) => {
    const share = countFindings(some, { seed, videosPerArm, effect, scatter: usualScatter, missing: 0, draws });
    return { effect, videosPerArm, found: share.found / share.read, coverage: share.covered / share.read };
  };
  const tested = sizes.slice(1);
  const power = tested.flatMap((videosPerArm) =>
    effects.map((effect, i) => find(videosPerArm, effect, (videosPerArm * 100 + i) * 100_000)),
  );
  const stated = tested.map((videosPerArm) =>
    find(videosPerArm, detectableDifference(videosPerArm, usualScatter), videosPerArm * 7_000_000),
  );
  // With six a side the arrangements are few and p is coarse: it stays below 5 %, so it is not part of the pooled figure.
  const pooled = nothing.filter(({ videosPerArm }) => videosPerArm > 6);
  const total = pooled.reduce((sum, row) => sum + row.runs, 0);
  const report = {
    methodVersion,
    alpha,
    runs: total,
    falsePositives: pooled.reduce((sum, row) => sum + row.falsePositives * row.runs, 0) / total,
    standardError: standardErrorOfShare(alpha, total),
    nothing,
    peeking,
    scatter: usualScatter,
    powerRuns: some,
    power,
    stated,
    seconds: Math.round((performance.now() - startedAt) / 100) / 10,
  };
  process.stdout.write(format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : tables(report));
} catch (error) {
  if (!(error instanceof WrongArgumentError)) throw error;
  process.stderr.write(`${error.message}\n${usage}\n`);
  process.exitCode = 1;
}

interface Finding {
  effect: number;
  videosPerArm: number;
  found: number;
}

interface Report {
  methodVersion: string;
  runs: number;
  falsePositives: number;
  standardError: number;
  nothing: { videosPerArm: number; runs: number; falsePositives: number; standardError: number; coverage: number }[];
  peeking: { runs: number; falsePositives: number };
  powerRuns: number;
  power: Finding[];
  stated: Finding[];
  seconds: number;
}

function tables(report: Report): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const lines = [
    'Without any effect: experiments that find one, and intervals that hold 0',
    ...report.nothing.map(
      ({ videosPerArm, runs, falsePositives, standardError, coverage }) =>
        `  2 × ${String(videosPerArm).padStart(2)} videos  ${percent(falsePositives)} ± ${percent(standardError)}  ${percent(coverage)}  of ${runs}`,
    ),
    `  all from 2 × 10 on: ${percent(report.falsePositives)} ± ${percent(report.standardError)} of ${report.runs}`,
    `  2 × 20, looking after each block and stopping when it pleases: ${percent(report.peeking.falsePositives)} of ${report.peeking.runs}`,
    `With an effect in ln(views), scatter 1.09: experiments that find it, of ${report.powerRuns}`,
    `  ${'effect'.padEnd(14)}${effects.map((effect) => effect.toFixed(1).padStart(9)).join('')}`,
    ...sizes.slice(1).map((size) => {
      const row = report.power.filter(({ videosPerArm }) => videosPerArm === size);
      return `  2 × ${String(size).padStart(2)} videos${row.map(({ found }) => percent(found).padStart(9)).join('')}`;
    }),
    'The difference that is stated to be found 4 times out of 5',
    ...report.stated.map(
      ({ videosPerArm, effect, found }) =>
        `  2 × ${String(videosPerArm).padStart(2)} videos  ${effect.toFixed(2)}  ${percent(found)}`,
    ),
    `Method ${report.methodVersion}; ${report.seconds} s.`,
  ];
  return `${lines.join('\n')}\n`;
}

function readArguments(): { runs: number; format: 'table' | 'json' } {
  const { values } = parse();
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 20)
    throw new WrongArgumentError(`--runs is a whole number from 20 on, not ${values.runs}.`);
  if (values.format !== 'table' && values.format !== 'json')
    throw new WrongArgumentError(`--format is table or json, not ${values.format}.`);
  return { runs, format: values.format };
}

function parse() {
  try {
    return parseArgs({ options: { runs: { type: 'string', default: '2000' }, format: { type: 'string', default: 'table' } } });
  } catch (error) {
    if (error instanceof TypeError) throw new WrongArgumentError(error.message);
    throw error;
  }
}
