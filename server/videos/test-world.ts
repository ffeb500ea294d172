import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../clock';
import type { AccessTokens } from '../connections/access-tokens';
import type { Database } from '../db/database';
import { createEvents, type Events } from '../events';
import { createLogger } from '../logger';
import { createCrealiaPubSub } from '../pubsub';
import { FakeTikTok } from './fake-tiktok';
import { openSyncRun, type StartSyncInput } from './start-sync';
import { createSyncProgressAnnouncer } from './sync-progress';
import type { SyncRun } from './sync-run';
import { type SyncAttempt, type SyncDependencies, syncVideos } from './sync-videos';

/** A clock that stands still until it is moved. */
class StandingClock implements Clock {
  constructor(private time = new Date('2026-11-22T12:00:00Z')) {}

  now(): Date {
    return new Date(this.time);
  }

  async refresh(): Promise<void> {}

  pass(ms: number): void {
    this.time = new Date(this.time.getTime() + ms);
  }
}

export interface SyncWorld {
  connectionId: string;
  ownerId: string;
  clock: StandingClock;
  tiktok: FakeTikTok;
  deps: SyncDependencies & { events: Events };
  scopes: string[];
  /** Opens a run, or takes the one under way, and carries it on. */
  sync(input?: Partial<StartSyncInput> & Partial<SyncAttempt>): Promise<SyncRun>;
}

/** A connected account of a person of its own in a shared database. */
export async function createSyncWorld(db: Database): Promise<SyncWorld> {
  const clock = new StandingClock();
  const ownerId = uuidv7();
  const connectionId = uuidv7();
  const scopes = ['user.info.basic', 'user.info.profile', 'user.info.stats', 'video.list'];
  await db.prisma.user.create({
    data: { id: ownerId, displayName: 'Léa', locale: 'FR', timeZone: 'Europe/Paris', createdAt: clock.now() },
  });
  await db.prisma.tikTokConnection.create({
    data: {
      id: connectionId,
      ownerId,
      tiktokUserId: connectionId,
      displayName: 'Léa',
      scopes: scopes.join(','),
      status: 'ACTIVE',
      isActive: true,
      connectedAt: clock.now(),
    },
  });
  const tiktok = new FakeTikTok({ tiktokUserId: connectionId });
  const accessTokens: AccessTokens = {
    use: (_connectionId, call) => call('token', scopes),
    useToRevoke: async () => {
      throw new Error('Nobody disconnects in these tests.');
    },
  };
  const syncProgress = createSyncProgressAnnouncer(createCrealiaPubSub(), () => performance.now());
  const deps = { events: createEvents(), db, clock, tiktok, accessTokens, syncProgress, logger: createLogger('silent') };
  return {
    connectionId,
    ownerId,
    clock,
    tiktok,
    deps,
    scopes,
    async sync({ signal, isLastAttempt = true, ...input } = {}) {
      openSyncRun({ connectionId, trigger: 'SCHEDULED', ...input }, deps);
      const run = await syncVideos(connectionId, deps, { signal, isLastAttempt });
      if (!run) throw new Error('The run is gone.');
      return run;
    },
  };
}
