import { v7 as uuidv7 } from 'uuid';
import { Analyses } from '../analytics/analyses';
import { seededRandom } from '../analytics/seeded-random';
import { simulateCreator, type SimulationInput } from '../analytics/simulated-creator';
import type { Clock } from '../clock';
import type { Database } from '../db/database';
import type { LanguageModel, LanguageModelTerms } from '../language-model/language-model';
import { createOpenAiModel } from '../language-model/openai-model';
import { createLogger } from '../logger';
import { createCrealiaPubSub, type CrealiaPubSub } from '../pubsub';
import { openTestDatabase } from '../testing/database';
import { findGenerationRun } from './generation-queries';
import type { GenerationRun } from './generation-run';
import { makeRecommendations, type GenerationDependencies } from './make-recommendations';
import type { RecommendationType } from './recommendation';
import { listRunRecommendations } from './recommendation-queries';
import type { SavedRecommendation } from './saved-recommendation';
import { startGeneration } from './start-generation';
import type { Locale } from './wording/wording';

/** When the simulated creators were last read. */
const readAt = Date.UTC(2026, 10, 1);

/** Of a language model that no ceiling is in the way of. */
export const ampleTerms: LanguageModelTerms = {
  maxOutputTokens: 25_000,
  monthlyTokens: 10_000_000,
  prices: { input: 0.4, output: 1.6 },
};

/** The real client of a language model, against a stub. */
export function stubModel({ baseUrl }: { baseUrl: string }, terms: Partial<LanguageModelTerms> = {}): LanguageModel {
  return createOpenAiModel({
    apiKey: 'sk-test',
    baseUrl,
    model: 'stub-1',
    terms: { ...ampleTerms, ...terms },
    timeoutMs: 400,
    retries: 0,
    logger: createLogger('silent'),
  });
}

/** Effects for every type of recommendation: evening hours, a hashtag of content, short videos. For 400 videos. */
export const plantedEffects: SimulationInput['plantedEffect'] = ({ hashtags, durationSeconds }, hour) =>
  (hour >= 16 && hour < 20 ? 1.1 : 0) + (hashtags.includes('tag3') ? 1.3 : 0) + ((durationSeconds ?? 99) < 15 ? 1.2 : 0);

/** A clock that stands still until it is moved. */
export class StandingClock implements Clock {
  constructor(private time = readAt) {}

  now(): Date {
    return new Date(this.time);
  }

  async refresh(): Promise<void> {}

  pass(ms: number): void {
    this.time += ms;
  }
}

interface CreatorInput {
  videos: number;
  seed?: number;
  plantedEffect?: SimulationInput['plantedEffect'];
  /** By position, the newest first. */
  caption?: (position: number) => string;
  locale?: Locale;
  isSynced?: boolean;
  isActive?: boolean;
}

export interface GenerationWorld {
  db: Database;
  clock: StandingClock;
  pubsub: CrealiaPubSub;
  ownerId: string;
  connectionId: string;
  jobs: { enqueued: { kind: string; key: string; payload: unknown }[] };
  deps(languageModel?: LanguageModel | null): GenerationDependencies;
  start(types?: readonly RecommendationType[]): Promise<GenerationRun>;
  /** Carries a run to its end. */
  make(
    run: GenerationRun,
    languageModel?: LanguageModel | null,
  ): Promise<{ run: GenerationRun; recommendations: SavedRecommendation[] }>;
  /** Starts a run and carries it to its end. */
  generate(input?: {
    types?: readonly RecommendationType[];
    languageModel?: LanguageModel | null;
  }): Promise<{ run: GenerationRun; recommendations: SavedRecommendation[] }>;
  close(): Promise<void>;
}

/** A generated creator in a database of its own. */
export async function createGenerationWorld(input: CreatorInput): Promise<GenerationWorld> {
  const db = await openTestDatabase();
  const clock = new StandingClock();
  const pubsub = createCrealiaPubSub();
  const { ownerId, connectionId } = await seedCreator(db, input);
  const analyses = new Analyses(db, clock);
  const enqueued: GenerationWorld['jobs']['enqueued'] = [];
  const jobs = { enqueued, enqueue: async (job: { kind: string; key: string; payload: unknown }) => void enqueued.push(job) };
  const deps = (languageModel: LanguageModel | null = null) => ({
    db,
    clock,
    pubsub,
    analyses,
    languageModel,
    systemNow: () => clock.now(),
  });

  const start: GenerationWorld['start'] = (types) => startGeneration({ connectionId, ownerId, types }, { db, clock, jobs });
  const make: GenerationWorld['make'] = async ({ id }, languageModel) => {
    await makeRecommendations(id, deps(languageModel), { signal: new AbortController().signal, isLastAttempt: true });
    const run = findGenerationRun(db, id);
    if (!run) throw new Error('The run is gone.');
    return { run, recommendations: listRunRecommendations(db, [id]).flat() };
  };
  return {
    db,
    clock,
    pubsub,
    ownerId,
    connectionId,
    jobs,
    deps,
    start,
    make,
    generate: async ({ types, languageModel } = {}) => make(await start(types), languageModel),
    close: () => db.close(),
  };
}

/** A person with a connected account and its videos, as a sync would have left them. */
export async function seedCreator(
  { prisma, sqlite }: Database,
  { videos, seed = 1, plantedEffect, caption, locale = 'FR', isSynced = true, isActive = true }: CreatorInput,
): Promise<{ ownerId: string; connectionId: string }> {
  const [ownerId, connectionId] = [uuidv7(), uuidv7()];
  await prisma.user.create({ data: { id: ownerId, displayName: 'Léa', locale, timeZone: 'UTC', createdAt: new Date(readAt) } });
  await prisma.tikTokConnection.create({
    data: {
      id: connectionId,
      ownerId,
      tiktokUserId: connectionId,
      displayName: 'Léa',
      scopes: 'user.info.basic,user.info.profile,user.info.stats,video.list',
      status: isActive ? 'ACTIVE' : 'DISCONNECTED',
      isActive,
      connectedAt: new Date(readAt),
      lastSyncedAt: isSynced ? new Date(readAt) : null,
      dataVersion: 1,
    },
  });
  const insertVideo = sqlite.prepare(
    `INSERT INTO Video (id, connectionId, tiktokVideoId, description, durationSeconds, width, height, isAiGenerated, viewCount, likeCount, commentCount, shareCount,
       publishedAt, availability, firstSeenAt, lastObservedAt, nextReadingAt)
     VALUES (@id, @connectionId, @id, @description, @durationSeconds, @width, @height, @isAiGenerated, @views, @likes, @comments, @shares,
       @publishedAt, 'AVAILABLE', @readAt, @readAt, @readAt)`,
  );
  const insertHashtag = sqlite.prepare('INSERT INTO Hashtag (id, name) VALUES (?, ?) ON CONFLICT (name) DO NOTHING');
  const tagVideo = sqlite.prepare(
    'INSERT INTO VideoHashtag (videoId, hashtagId, position) SELECT ?, id, ? FROM Hashtag WHERE name = ?',
  );
  sqlite.transaction(() => {
    const made = simulateCreator({ videos, random: seededRandom(seed), plantedEffect });
    for (const [position, video] of made.entries()) {
      const id = uuidv7();
      const { durationSeconds, width, height, views, likes, comments, shares, publishedAt } = video;
      insertVideo.run({
        id,
        connectionId,
        description: caption?.(position) ?? `Essai libre, épisode ${position}`,
        durationSeconds,
        width,
        height,
        isAiGenerated: Number(video.isAiGenerated),
        views,
        likes,
        comments,
        shares,
        publishedAt,
        readAt,
      });
      for (const [place, hashtag] of video.hashtags.entries()) {
        insertHashtag.run(uuidv7(), hashtag);
        tagVideo.run(id, place, hashtag);
      }
    }
  })();
  return { ownerId, connectionId };
}
