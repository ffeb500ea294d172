import { existsSync } from 'node:fs';
import path from 'node:path';
import { backtestGrowth } from './backtest-growth';
import { generateSnapshots } from './generated-snapshots';
import { readSnapshots } from './read-snapshots';

const privateData = path.resolve('../shared/data/video-snapshots.ndjson.gz');

it('foretells the generated creators better than the median path once there is an earlier reading', () => {
  const { rows, data } = backtestGrowth(generateSnapshots({ moreCreators: 8, newestVideos: 40 }));
  const [known, unknown] = rows;
  expect(data.creators).toBeGreaterThan(10);
  expect(known).toMatchObject({ from: '12-48', to: '120-240', earlierReading: true });
  expect(known!.error! / known!.errorMedianPath!).toBeLessThan(0.8);
  expect(known!.error!).toBeLessThan(known!.errorNoGrowth!);
  expect(unknown!.error! / unknown!.errorMedianPath!).toBeLessThan(1.1);
});

// The rows of others are not part of the project: where they are absent, this test is skipped and says so.
(existsSync(privateData) ? it : it.skip)('keeps its aims on videos read repeatedly (needs ../shared/data)', async () => {
  const { rows } = backtestGrowth(await readSnapshots(privateData));
  const [known, unknown] = rows;
  expect(known!.error! / known!.errorMedianPath!).toBeLessThan(0.8);
  expect(unknown!.error! / unknown!.errorMedianPath!).toBeLessThanOrEqual(1);
  for (const { coverage80, coverage80Se } of [known!, unknown!]) {
    expect(Math.abs(coverage80! - 0.8)).toBeLessThan(2 * coverage80Se!);
  }
});
