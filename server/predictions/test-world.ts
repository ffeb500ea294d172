import { v7 as uuidv7 } from 'uuid';
import type { CreatorBaseline } from '../analytics/comparisons';
import type { Criterion } from '../analytics/criterion';
import type { Clock } from '../clock';
import type { Database } from '../db/database';
import type { RecommendationType } from '../db/generated/client/enums';
import { openTestDatabase } from '../testing/database';
import { findLatestPredictions } from './find-predictions';
import type { Horizon, Prediction } from './prediction';
import { listHorizons } from './queries';
import { registerPrediction, type AppliedAdvice } from './register-prediction';
import { scorePredictions } from './score-predictions';

export const HOUR_MS = 3_600_000;
export const START = Date.UTC(2026, 10, 2, 6);

interface VideoInput {
  publishedAt: number;
  durationSeconds?: number;
  isGone?: boolean;
  /** Views by age in hours. */
  readings?: Record<number, number>;
}

export interface PredictionWorld {
  db: Database;
  clock: Clock & { set(time: number): void };
  ownerId: string;
  connectionId: string;
  addRecommendation(type?: RecommendationType): string;
  apply(advice?: Partial<AppliedAdvice>, baseline?: CreatorBaseline | null): Prediction;
  get(prediction: Prediction): Prediction;
  horizons(prediction: Prediction): Horizon[];
  addVideo(input: VideoInput): string;
  score(): void;
  close(): Promise<void>;
}

/** Posted from 8 to 12, UTC. */
export const inTheMorning: Criterion = { kind: 'HOURS', weekday: null, hourFrom: 8, hourUntil: 12, timeZone: 'UTC' };

/** A typical video of this creator has 1,000 views at 7 days. */
const usualBaseline: CreatorBaseline = { typicalViews: 1_000, scatter: 1, n: 200 };

/** An account of which nothing was read yet, and what happens to it, told line by line. Time begins at `START`. */
export async function createPredictionWorld(): Promise<PredictionWorld> {
  const db = await openTestDatabase();
  const [ownerId, connectionId, runId] = [uuidv7(), uuidv7(), uuidv7()];
  let time = START;
  const clock = { now: () => new Date(time), refresh: async () => {}, set: (to: number) => void (time = to) };
  const at = new Date(START);
  await db.prisma.user.create({ data: { id: ownerId, displayName: 'Léa', locale: 'FR', timeZone: 'UTC', createdAt: at } });
  await db.prisma.tikTokConnection.create({
    data: {
      id: connectionId,
      ownerId,
      tiktokUserId: connectionId,
      displayName: 'Léa',
      scopes: 'video.list',
      status: 'ACTIVE',
      isActive: true,
      connectedAt: at,
    },
  });
  await db.prisma.generationRun.create({
    data: { id: runId, connectionId, status: 'SUCCEEDED', types: [], totalSteps: 1, missing: [], createdAt: at },
  });
  const insertVideo = db.sqlite.prepare(
    `INSERT INTO Video (id, connectionId, tiktokVideoId, durationSeconds, publishedAt, availability, firstSeenAt, lastObservedAt, nextReadingAt)
     VALUES (@id, @connectionId, @id, @durationSeconds, @publishedAt, @availability, @publishedAt, @publishedAt, @publishedAt)`,
  );
  const insertReading = db.sqlite.prepare('INSERT INTO VideoSnapshot (videoId, observedAt, viewCount) VALUES (?, ?, ?)');
  const insertRecommendation = db.sqlite.prepare(
    `INSERT INTO Recommendation (id, connectionId, generationRunId, type, title, description, content, confidence, source, evidence, locale, createdAt)
     VALUES (?, ?, ?, ?, 'Postez le matin', '', '{}', 0.9, 'STATISTICS', '{}', 'FR', ?)`,
  );
  const addRecommendation = (type: RecommendationType = 'TIMING') => {
    const id = uuidv7();
    insertRecommendation.run(id, connectionId, runId, type, time);
    return id;
  };
  const get = (recommendationId: string) => findLatestPredictions([recommendationId], { db })[0]!;
  return {
    db,
    clock,
    ownerId,
    connectionId,
    addRecommendation,
    apply(advice = {}, baseline = usualBaseline) {
      const recommendationId = advice.recommendationId ?? addRecommendation(advice.type);
      registerPrediction(
        {
          connectionId,
          recommendationId,
          type: 'TIMING',
          criterion: inTheMorning,
          effect: 0.5,
          effectLow: 0.2,
          effectHigh: 0.8,
          intervalLevel: 0.9,
          n: 40,
          ...advice,
        },
        baseline,
        { db, now: clock.now() },
      );
      return get(recommendationId);
    },
    get: ({ recommendationId }) => get(recommendationId!),
    horizons: ({ id }) => listHorizons(db, [id])[0]!,
    addVideo({ publishedAt, durationSeconds = 20, isGone = false, readings = {} }) {
      const id = uuidv7();
      insertVideo.run({ id, connectionId, durationSeconds, publishedAt, availability: isGone ? 'UNAVAILABLE' : 'AVAILABLE' });
      for (const [age, views] of Object.entries(readings)) insertReading.run(id, publishedAt + Number(age) * HOUR_MS, views);
      return id;
    },
    score: () => scorePredictions(connectionId, { db, clock }),
    close: () => db.close(),
  };
}
