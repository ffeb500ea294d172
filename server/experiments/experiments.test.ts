import { ConnectionNotActiveError } from '../connections/errors';
import { InvalidInputError, NotFoundError } from '../users/errors';
import { advanceExperiment } from './advance-experiment';
import { excludeExperimentVideo, linkExperimentVideo, markExperimentVideo } from './change-video';
import { ExperimentEndedError, ExperimentRunningError, NoTossLeftError, VideoSettledError } from './errors';
import { stateOf } from './experiment';
import { stopExperiment } from './stop-experiment';
import { startExperiment } from './start-experiment';
import { createExperimentWorld, type ExperimentWorld, somePlan } from './test-world';
import { tossForNextVideo } from './toss-for-next-video';

let world: ExperimentWorld;
beforeEach(async () => {
  world = await createExperimentWorld();
});
afterEach(() => world.close());

const noise = (position: number) => 800 + ((position * 7919) % 400);

it('goes from plan to verdict: tosses, links, measures at the horizon, reads once at the end', async () => {
  const { id } = await world.start();
  world.carryOut(world.experiment(id), ({ side, position }) => noise(position) * (side === 'B' ? 6 : 1));
  expect(world.assignments(id).map(stateOf).slice(0, 7)).toEqual([...Array<string>(6).fill('MEASURED'), 'GROWING']);
  expect(world.experiment(id)).toMatchObject({ status: 'RUNNING', result: null });
  expect(() => world.toss(id)).toThrow(NoTossLeftError);

  world.pass(6 * 24 - 6);
  expect(world.assignments(id).filter(({ measuredAt }) => measuredAt === null)).toHaveLength(1);
  expect(world.experiment(id).status).toBe('RUNNING');
  world.pass(12);
  const read = world.experiment(id);
  expect(read).toMatchObject({ status: 'READ', endReason: 'PLAN_COMPLETE', endedAt: expect.any(Date) });
  expect(read.result).toMatchObject({ verdict: 'B_HIGHER', nA: 6, nB: 6, isExact: true });
  expect(Math.abs(read.result!.difference - Math.log(6))).toBeLessThan(0.2);
  for (const { logViews, position, side } of world.assignments(id)) {
    expect(logViews).toBeCloseTo(Math.log(noise(position) * (side === 'B' ? 6 : 1)), 2);
  }

  // What comes later changes nothing.
  world.pass(48);
  expect(world.experiment(id)).toEqual(read);
  expect(() => world.toss(id)).toThrow(ExperimentEndedError);
  expect(() => stopExperiment({ experimentId: id, ownerId: world.ownerId }, world.deps)).toThrow(ExperimentEndedError);
});

it('registers the creator’s level and scatter, and what so many videos can find', async () => {
  const experiment = await world.start({ videosPerArm: 20 });
  expect(experiment).toMatchObject({ alpha: 0.05, levelVideoCount: 60, isScatterOwn: true, methodVersion: 'experiments-1' });
  expect(experiment.scatter).toBeGreaterThan(0.5);
  expect(experiment.detectableDifference / experiment.scatter).toBeCloseTo(0.909, 2);
});

it('counts on the usual scatter where there is no past', async () => {
  const empty = await createExperimentWorld({ videos: 0 });
  const experiment = await empty.start();
  expect(experiment).toMatchObject({ level: null, levelVideoCount: 0, scatter: 1.1, isScatterOwn: false });
  empty.carryOut(experiment, ({ position }) => noise(position));
  empty.pass(8 * 24);
  expect(empty.experiment(experiment.id).result).toMatchObject({ verdict: 'NO_MEASURABLE_DIFFERENCE', nA: 6, nB: 6 });
  await empty.close();
});

it('gives the same toss until its video is there, however often one asks', async () => {
  const { id } = await world.start();
  const first = world.toss(id);
  for (let i = 0; i < 5; i++) expect(world.toss(id)).toEqual(first);
  world.publish();
  const second = world.toss(id);
  expect(second.position).toBe(2);
  expect(world.assignments(id)[0]).toMatchObject({ id: first.id, linkedAt: expect.any(Date), isLinkedByCreator: false });
});

it('links the first video after the toss: not one before, not a second one, none while there is none', async () => {
  const { id } = await world.start();
  world.publish();
  world.clock.pass(1000);
  world.toss(id);
  advanceExperiment(world.connectionId, world.deps);
  expect(world.assignments(id)[0]!.videoId).toBeNull();
  const [first, second] = [world.publish(), world.publish()];
  advanceExperiment(world.connectionId, world.deps);
  expect(world.assignments(id)[0]!.videoId).toBe(first);
  world.clock.pass(1000);
  world.toss(id);
  advanceExperiment(world.connectionId, world.deps);
  // The second was published before the second toss: the coin did not decide it.
  expect(world.assignments(id).map(({ videoId }) => videoId)).toEqual([first, null]);
  expect(second).not.toBe(first);
});

it('is one experiment when the same plan comes twice, and refuses another beside it', async () => {
  const one = await world.start();
  expect((await world.start({ labelA: ' 18 h ' })).id).toBe(one.id);
  await expect(world.start({ labelA: '17 h' })).rejects.toThrow(ExperimentRunningError);
  stopExperiment({ experimentId: one.id, ownerId: world.ownerId }, world.deps);
  expect((await world.start({ labelA: '17 h' })).id).not.toBe(one.id);
});

it('refuses a wrong plan, somebody else’s account, and one that is not read any more', async () => {
  await expect(world.start({ labelB: '' })).rejects.toThrow(InvalidInputError);
  const { connectionId, deps } = world;
  await expect(startExperiment({ ...somePlan, connectionId, ownerId: 'somebody-else' }, deps)).rejects.toThrow(NotFoundError);
  const gone = await createExperimentWorld({ isActive: false });
  await expect(gone.start()).rejects.toThrow(ConnectionNotActiveError);
  await gone.close();
});

it('is never read when it is stopped early, and stopping twice is stopping once', async () => {
  const { id } = await world.start();
  for (let i = 0; i < 3; i++) {
    world.toss(id);
    world.publish();
    world.pass(24);
  }
  const stop = () => stopExperiment({ experimentId: id, ownerId: world.ownerId }, world.deps);
  stop();
  const stopped = world.experiment(id);
  expect(stopped).toMatchObject({ status: 'NOT_ENOUGH', endReason: 'STOPPED_EARLY', result: null });
  world.pass(10 * 24);
  stop();
  expect(world.experiment(id)).toEqual(stopped);
});

it('says that too many are missing when nobody read the videos at the horizon', async () => {
  const { id } = await world.start();
  for (let i = 0; i < 12; i++) {
    world.toss(id);
    world.publish();
    world.clock.pass(3_600_000);
    advanceExperiment(world.connectionId, world.deps);
  }
  world.sleep(30 * 24);
  advanceExperiment(world.connectionId, world.deps);
  expect(world.assignments(id).map(stateOf)).toEqual(Array<string>(12).fill('MISSING'));
  expect(world.experiment(id)).toMatchObject({ status: 'NOT_ENOUGH', endReason: 'TOO_MANY_MISSING', result: null });
});

it('takes a video that was removed from here as missing', async () => {
  const { id } = await world.start();
  world.toss(id);
  const videoId = world.publish();
  advanceExperiment(world.connectionId, world.deps);
  world.db.sqlite.prepare('DELETE FROM Video WHERE id = ?').run(videoId);
  advanceExperiment(world.connectionId, world.deps);
  expect(stateOf(world.assignments(id)[0]!)).toBe('MISSING');
});

describe('a video that does not count', () => {
  let experimentId: string;
  let assignmentId: string;
  let videoId: string;
  const who = () => ({ assignmentId, ownerId: world.ownerId });
  const exclude = (reason = 'a brand asked for it') => excludeExperimentVideo({ ...who(), reason }, world.deps);
  const latest = () => world.assignments(experimentId).at(-1)!;

  beforeEach(async () => {
    experimentId = (await world.start()).id;
    assignmentId = world.toss(experimentId).id;
    videoId = world.publish();
    advanceExperiment(world.connectionId, world.deps);
    expect(latest().videoId).toBe(videoId);
  });

  it('leaves its toss to the next one: nobody gets another coin', () => {
    const { side } = latest();
    exclude();
    expect(latest()).toMatchObject({ id: assignmentId, side, videoId: null, linkedAt: null });
    expect(world.exclusions(experimentId)).toMatchObject([{ videoId, reason: 'a brand asked for it', position: 1 }]);
    exclude();
    expect(world.exclusions(experimentId)).toHaveLength(1);
    expect(world.toss(experimentId)).toMatchObject({ id: assignmentId, side });
    const next = world.publish();
    advanceExperiment(world.connectionId, world.deps);
    expect(latest().videoId).toBe(next);
  });

  it('hands the toss to a later video that is there already', () => {
    const next = world.publish();
    exclude();
    expect(latest().videoId).toBe(next);
  });

  it('counts once its numbers say something, or the next toss has been made', () => {
    world.sleep(7);
    expect(() => exclude()).toThrow(VideoSettledError);
    world.toss(experimentId);
    expect(() => exclude()).toThrow(VideoSettledError);
  });

  it('needs a reason, and does not become a habit', () => {
    expect(() => exclude(' ')).toThrow(InvalidInputError);
    for (let i = 0; i < 3; i++) {
      exclude();
      world.publish();
      advanceExperiment(world.connectionId, world.deps);
    }
    expect(() => exclude()).toThrow(expect.objectContaining({ field: 'reason' }));
  });

  it('can be exchanged for a later one, by the same rules', () => {
    const other = world.publish();
    const link = (id: string, reason: string | null = null) => linkExperimentVideo({ ...who(), videoId: id, reason }, world.deps);
    link(videoId);
    expect(() => link(other)).toThrow(expect.objectContaining({ field: 'reason' }));
    link(other, 'that was the trailer');
    expect(latest()).toMatchObject({ videoId: other, isLinkedByCreator: true });
    expect(world.exclusions(experimentId)).toMatchObject([{ videoId }]);
    expect(() => link(videoId, 'back again')).toThrow(expect.objectContaining({ field: 'videoId' }));
    expect(() => link('nowhere', 'why not')).toThrow(NotFoundError);
    const [old] = world.db.sqlite.prepare('SELECT id FROM Video ORDER BY publishedAt LIMIT 1').pluck().all() as string[];
    expect(() => link(old!, 'a better one')).toThrow(expect.objectContaining({ field: 'videoId' }));
    world.sleep(7);
    const young = world.publish();
    expect(() => link(young, 'better')).toThrow(VideoSettledError);
  });

  it('may be marked as not followed, and counts on the side of the coin nevertheless', () => {
    const { side } = latest();
    markExperimentVideo({ ...who(), isFollowed: false }, world.deps);
    expect(latest()).toMatchObject({ side, videoId, isFollowed: false });
  });
});

it.each(['toss', 'stop', 'link', 'exclude', 'mark'])('does not let a stranger %s', async (act) => {
  const { id: experimentId } = await world.start();
  const { id: assignmentId } = world.toss(experimentId);
  const ownerId = 'somebody-else';
  const acts: Record<string, () => void> = {
    toss: () => tossForNextVideo({ experimentId, ownerId }, world.deps),
    stop: () => stopExperiment({ experimentId, ownerId }, world.deps),
    link: () => linkExperimentVideo({ assignmentId, ownerId, videoId: 'any', reason: null }, world.deps),
    exclude: () => excludeExperimentVideo({ assignmentId, ownerId, reason: 'why' }, world.deps),
    mark: () => markExperimentVideo({ assignmentId, ownerId, isFollowed: true }, world.deps),
  };
  expect(acts[act]).toThrow(NotFoundError);
});
