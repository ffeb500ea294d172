import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { projectRoot } from '../../project-root';
import { crash, scenarioNames } from './crash';

const times = 20;

it(`loses and doubles nothing in ${times} crashes: ${scenarioNames.join(', ')}`, async () => {
  if (!existsSync(path.join(projectRoot, 'build/server/main.js')))
    throw new Error('Run `npm run build` first: this test kills the built server.');
  // Moments spread evenly rather than drawn: each run of the suite tries early, middle and late ones.
  let draws = 0;
  const report = await crash({ times, names: scenarioNames, random: () => (draws++ * 0.618) % 1 });
  expect(report.faults).toEqual([]);
  expect(report.acknowledgedWrites).toBeGreaterThan(times / 2);
  // Crashes that all came too early or too late would prove nothing.
  for (const { name, crashes, inTheMiddle } of report.scenarios) {
    expect({ name, met: inTheMiddle >= Math.max(1, crashes / 4) }).toEqual({ name, met: true });
  }
}, 600_000);
