import { Analyses } from '../analytics/analyses';
import { logGrowthShare } from '../analytics/growth-path';
import { seededRandom } from '../analytics/seeded-random';
import type { Database } from '../db/database';
import { seedCreator, StandingClock } from '../recommendations/test-world';
import { openTestDatabase } from '../testing/database';
import { v7 as uuidv7 } from 'uuid';
import { advanceExperiment } from './advance-experiment';
import { listAssignments, listExclusions } from './assignment-queries';
import type { Assignment, Exclusion, Experiment, ExperimentPlan } from './experiment';
import { findOwnExperiment } from './experiment-queries';
import { startExperiment } from './start-experiment';
import type { DrawBelow } from './toss';
import { tossForNextVideo } from './toss-for-next-video';

const hourMs = 3_600_000;

export const somePlan: ExperimentPlan = { kind: 'HOURS', labelA: '18 h', labelB: '21 h', videosPerArm: 6, horizonHours: 168 };

export interface ExperimentWorld {
  db: Database;
  clock: StandingClock;
  ownerId: string;
  connectionId: string;
  deps: { db: Database; clock: StandingClock; analyses: Analyses; drawBelow: DrawBelow };
  start(plan?: Partial<ExperimentPlan>): Promise<Experiment>;
  /** Asks for the next toss. @returns the latest one */
  toss(experimentId: string): Assignment;
  /** Publishes a video now, of which a week's views are known. @returns its id */
  publish(viewsAtSevenDays?: number): string;
  /** Lets time pass, reading every video of `publish` that is still young every six hours, and tells the experiment. */
  pass(hours: number): void;
  /** The same, without anybody reading. */
  sleep(hours: number): void;
  experiment(id: string): Experiment;
  assignments(id: string): Assignment[];
  exclusions(id: string): Exclusion[];
  /** Tosses and publishes a video a day, as long as there are tosses to come. */
  carryOut(experiment: Experiment, views: (assignment: Assignment) => number): void;
  close(): Promise<void>;
}

/** A creator with videos of the past, and a clock that stands still until it is moved. */
export async function createExperimentWorld({ videos = 60, isActive = true } = {}): Promise<ExperimentWorld> {
  const db = await openTestDatabase();
  const clock = new StandingClock();
  const { ownerId, connectionId } = await seedCreator(db, { videos, isActive });
  const random = seededRandom(42);
  const deps = { db, clock, analyses: new Analyses(db, clock), drawBelow: (bound: number) => Math.floor(random() * bound) };
  const published: { id: string; publishedAt: number; views: number }[] = [];
  const now = () => clock.now().getTime();
  const addReading = db.sqlite.prepare('INSERT INTO VideoSnapshot (videoId, observedAt, viewCount) VALUES (?, ?, ?)');
  const readAll = () => {
    for (const { id, publishedAt, views } of published) {
      const ageHours = (now() - publishedAt) / hourMs;
      if (ageHours < 300) addReading.run(id, now(), Math.round(Math.exp(Math.log(views) + logGrowthShare(ageHours))));
    }
    advanceExperiment(connectionId, deps);
  };
  const world: ExperimentWorld = {
    db,
    clock,
    ownerId,
    connectionId,
    deps,
    start: (plan) => startExperiment({ ...somePlan, ...plan, connectionId, ownerId }, deps),
    toss(experimentId) {
      tossForNextVideo({ experimentId, ownerId }, deps);
      return world.assignments(experimentId).at(-1)!;
    },
    publish(views = 1000) {
      const id = uuidv7();
      clock.pass(1000);
      published.push({ id, publishedAt: now(), views });
      db.sqlite
        .prepare(
          `INSERT INTO Video (id, connectionId, tiktokVideoId, viewCount, publishedAt, availability, firstSeenAt, lastObservedAt, nextReadingAt)
           VALUES (@id, @connectionId, @id, 0, @now, 'AVAILABLE', @now, @now, @now)`,
        )
        .run({ id, connectionId, now: now() });
      return id;
    },
    pass(hours) {
      for (let left = hours; left > 0; left -= 6) {
        clock.pass(Math.min(6, left) * hourMs);
        readAll();
      }
    },
    sleep: (hours) => clock.pass(hours * hourMs),
    experiment: (id) => findOwnExperiment(db, id, ownerId)!,
    assignments: (id) => listAssignments(db, [id])[0]!,
    exclusions: (id) => listExclusions(db, [id])[0]!,
    carryOut({ id, videosPerArm }, views) {
      for (let i = world.assignments(id).length; i < 2 * videosPerArm; i++) {
        world.publish(views(world.toss(id)));
        world.pass(24);
      }
    },
    close: () => db.close(),
  };
  return world;
}
