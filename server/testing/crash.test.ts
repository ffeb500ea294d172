import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { projectRoot } from '../project-root';
import { crashDuringSync } from './crash';

const times = 20;

it(`loses and doubles nothing in ${times} crashes at moments spread over a first sync`, async () => {
  if (!existsSync(path.join(projectRoot, 'build/server/main.js')))
    throw new Error('Run `npm run build` first: this test kills the built server.');
  let round = 0;
  const report = await crashDuringSync({ times, random: () => round++ / times });
  expect(report.faults).toEqual([]);
  // Crashes that all came too early or too late would prove nothing.
  expect(report.videosAtKill.filter((videos) => videos > 0 && videos < 1000).length).toBeGreaterThan(times / 4);
}, 300_000);
