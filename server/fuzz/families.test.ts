import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../project-root';
import type { FamilyReport } from './run-family';

/**
 * The seed of the tests is fixed: a run that fails must fail again for whoever looks into it, and a change that breaks nothing must
 * not be stopped by an input that nobody had met before. `npm run fuzz` draws its own, and looks further each time.
 */
const seed = 20_261_122;
const inputs = 1_000;
/** More than caches and compiled code take; less than if a run kept its inputs or answers. */
const maximumHeapGrowthBytes = 64_000_000;

let reports: FamilyReport[];

// Its pages are the built ones: `node scripts/build.mjs --if-stale` first, as `npm test` does.
// All in one process of its own: jest's sandbox would make it five times slower, and the heap's figure that of jest.
beforeAll(async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--import',
      'tsx',
      path.join(projectRoot, 'scripts/fuzz.ts'),
      '--runs',
      String(inputs),
      '--seed',
      String(seed),
      '--format',
      'json',
    ],
    { cwd: projectRoot, env: { PATH: process.env.PATH, NODE_ENV: 'test' }, maxBuffer: 50_000_000 },
    // A family that fails is in the report; without one, the process itself says why: most often that the web app is not built.
  ).catch((error: Error & { stdout: string }) => {
    if (error.stdout === '') throw error;
    return error;
  });
  reports = (JSON.parse(stdout) as { families: FamilyReport[] }).families;
}, 600_000);

const reportOf = (name: string) => reports.find(({ family }) => family === name);

// Both ways out are taken often, or the inputs would be too wild, or too tame, to try anything.
it.each([
  ['tiktok-answers', { read: 200, refused: 200, syncsSucceeded: 20, syncsFailed: 10 }],
  ['graphql-requests', { answered: 200, refused: 200, raw: 10 }],
  ['captions', { shown: 500, untitled: 10, cut: 20, searches: 20, hashtags: 500 }],
])('keeps every promise for 1,000 inputs of %s', (name, least) => {
  const report = reportOf(name);
  expect(report?.counterexample).toBeNull();
  expect(report).toMatchObject({ failures: 0, inputs });
  const rare = Object.entries(least).filter(([count, minimum]) => !((report?.counts[count] ?? 0) >= minimum));
  expect(rare).toEqual([]);
  expect(report?.heapGrowthBytes).toBeLessThan(maximumHeapGrowthBytes);
});
