import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { seededRandom } from '../../server/analytics/seeded-random';
import { simulateCreator } from '../../server/analytics/simulated-creator';
import { projectRoot } from '../../server/project-root';
import type { BacktestReport } from './report';

const run = promisify(execFile);
const start = (...args: string[]) =>
  run(process.execPath, ['--import', 'tsx', 'scripts/backtest.ts', ...args], { cwd: projectRoot, env: environment });
// jest's own flags are not for the child.
const environment = { ...process.env, NODE_OPTIONS: '' };

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'crealia-backtest-'));
  file = path.join(folder, 'histories.ndjson');
  const records = [1, 2, 3].flatMap((seed) =>
    simulateCreator({ videos: 80, random: seededRandom(seed) }).map(({ publishedAt, observedAt, views, hashtags }) => ({
      creator: `creator-${seed}`,
      createTime: Math.floor(publishedAt / 1000),
      snapshotTime: Math.floor(observedAt! / 1000),
      views,
      hashtags,
    })),
  );
  await writeFile(file, records.map((record) => JSON.stringify(record)).join('\n'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

// Each starts a program that compiles itself, and two more.
jest.setTimeout(60_000);

describe('npm run backtest', () => {
  it('prints JSON alone on stdout, the same every time', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(async () => {
        const { stdout } = await start('--data', file, '--format', 'json', '--no-generated', '--time-zone', 'Asia/Ho_Chi_Minh');
        return JSON.parse(stdout) as BacktestReport;
      }),
    );
    expect(first).toMatchObject({ data: { creators: 3, videos: 240, creatorsScored: 3 }, generated: null });
    const heatMap = first!.rows.find(({ method }) => method === 'raw-heat-map')!;
    expect(heatMap.type).toBe('TIMING');
    for (const value of [heatMap.apparentGain, heatMap.gain, heatMap.gainSe]) expect(Number.isFinite(value)).toBe(true);
    expect({ ...second, seconds: 0 }).toEqual({ ...first, seconds: 0 });
  });

  it('prints tables', async () => {
    const { stdout } = await start('--data', file, '--no-generated');
    expect(stdout).toMatch(/^240 videos of 3 creators;/);
    expect(stdout).toContain('| TIMING | none | 3 | 0 | 0.000 | 0.000 ± 0.000 |');
  });

  it.each([
    [['--data', 'nowhere.ndjson'], /^nowhere\.ndjson cannot be read: ENOENT/],
    [['--time-zone', 'Mars'], /^There is no time zone Mars/],
    [['--format', 'xml'], /^The format is table or json/],
    [['--unknown'], /^Unknown option/],
  ])('with %j says in a sentence what is wrong and exits 1', async (args, message) => {
    const failure = (await start(...args).catch((error: unknown) => error)) as { code: number; stdout: string; stderr: string };
    expect(failure).toMatchObject({ code: 1, stdout: '' });
    expect(failure.stderr).toMatch(message);
  });
});
