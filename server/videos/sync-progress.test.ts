import { createCrealiaPubSub } from '../pubsub';
import { createSyncProgressAnnouncer, followSyncRun } from './sync-progress';
import type { SyncRun } from './sync-run';

const run: SyncRun = {
  id: 'run',
  connectionId: 'connection',
  trigger: 'FIRST',
  status: 'RUNNING',
  phase: 'LISTING',
  cursor: null,
  listedCount: 0,
  newVideoCount: 0,
  readingCount: 0,
  unavailableCount: 0,
  unreadableCount: 0,
  expectedCount: null,
  errorCode: null,
  errorMessage: null,
  createdAt: new Date(0),
  startedAt: new Date(0),
  finishedAt: null,
  isFullListing: true,
  dueCount: 0,
};

it('announces a run four times a second at most, and its end in any case', () => {
  const pubsub = createCrealiaPubSub();
  const announced: number[] = [];
  let now = 0;
  const announcer = createSyncProgressAnnouncer({ ...pubsub, publish: () => announced.push(now) }, () => now);
  for (now = 0; now < 1000; now += 10) announcer.announce(run);
  expect(announced).toEqual([0, 250, 500, 750]);
  announcer.announce({ id: 'another', status: 'RUNNING' });
  announcer.announce({ ...run, status: 'SUCCEEDED' });
  expect(announced).toEqual([0, 250, 500, 750, 1000, 1000]);
});

it('gives the present state at once and ends with the run', async () => {
  const pubsub = createCrealiaPubSub();
  const states: SyncRun[] = [run, { ...run, listedCount: 20 }, { ...run, status: 'SUCCEEDED' }];
  const seen: string[] = [];
  for await (const { status, listedCount } of followSyncRun(pubsub, 'run', () => states.shift() ?? null)) {
    seen.push(`${status} ${listedCount}`);
    pubsub.publish('syncProgress', 'run', 'run');
  }
  expect(seen).toEqual(['RUNNING 0', 'RUNNING 20', 'SUCCEEDED 0']);
});

it('ends when the run is gone', async () => {
  expect(await followSyncRun(createCrealiaPubSub(), 'run', () => null).next()).toMatchObject({ done: true });
});

it('stops listening when nobody follows any more, also between two announcements', async () => {
  const pubsub = createCrealiaPubSub();
  let reads = 0;
  const following = followSyncRun(pubsub, 'run', () => {
    reads += 1;
    return run;
  });
  await following.next();
  const waiting = following.next();
  await following.return();
  expect((await waiting).done).toBe(true);
  pubsub.publish('syncProgress', 'run', 'run');
  await new Promise((resolve) => setImmediate(resolve));
  expect(reads).toBe(1);
});
