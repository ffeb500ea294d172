import type { Clock } from '../clock';
import { createLogger } from '../logger';
import { createCrealiaPubSub } from '../pubsub';
import type { TestApp } from '../testing/test-app';
import type { TikTokClient } from '../tiktok/client';
import { openSyncRun } from '../videos/start-sync';
import { createSyncProgressAnnouncer } from '../videos/sync-progress';
import type { SyncRun } from '../videos/sync-run';
import { syncVideos } from '../videos/sync-videos';

const scopes = ['user.info.basic', 'user.info.profile', 'user.info.stats', 'video.list'];

/** A whole sync of a connection at a time, in milliseconds, by any client; its tokens are taken for good. */
export function syncAt(
  now: number,
  { test, connectionId, client }: { test: TestApp; connectionId: string; client: TikTokClient },
): Promise<SyncRun | null> {
  const clock: Clock = { now: () => new Date(now), refresh: async () => {} };
  const deps = {
    db: test.db,
    clock,
    tiktok: client,
    accessTokens: {
      use: <T>(_id: string, call: (token: string, scopes: readonly string[]) => Promise<T>) => call('act.token', scopes),
      useToRevoke: async () => {},
    },
    syncProgress: createSyncProgressAnnouncer(createCrealiaPubSub(), () => performance.now()),
    logger: createLogger('silent'),
  };
  openSyncRun({ connectionId, trigger: 'FIRST' }, deps);
  return syncVideos(connectionId, deps, { isLastAttempt: true });
}
