import { statSync } from 'node:fs';
import type { Breaker, BreakerState } from '../outbound/breaker';
import type { Metrics } from './metrics';

export interface Measured {
  breakers: readonly Pick<Breaker, 'service' | 'state'>[];
  /** By kind. `oldestSeconds`: how long the one that is due longest has waited; 0 where none is due. */
  countJobs: () => readonly { kind: string; waiting: number; failed: number; oldestSeconds: number }[];
  /** When the next reading of any account is due; null when none is active. */
  nextSyncAt: () => Date | null;
  now: () => Date;
  databaseFile: string;
  media: () => { files: number; bytes: number };
}

const stateValues: Record<BreakerState, number> = { closed: 0, 'half-open': 1, open: 2 };

/** What is read when somebody asks, rather than counted as it happens. */
export function measureApp(metrics: Pick<Metrics, 'measure'>, measured: Measured): void {
  const { breakers, countJobs, nextSyncAt, now, databaseFile, media } = measured;
  metrics.measure({
    name: 'crealia_breaker_state',
    help: 'Breaker of each service outside: 0 closed, 1 half-open, 2 open.',
    label: 'service',
    read: () => breakers.map((breaker) => [breaker.service, stateValues[breaker.state()]]),
  });
  metrics.measure({
    name: 'crealia_jobs_waiting',
    help: 'Background jobs that wait or run, by kind.',
    label: 'kind',
    read: () => countJobs().map(({ kind, waiting }) => [kind, waiting]),
  });
  metrics.measure({
    name: 'crealia_jobs_failed',
    help: 'Background jobs that failed for good and are kept with their reason, by kind.',
    label: 'kind',
    read: () => countJobs().map(({ kind, failed }) => [kind, failed]),
  });
  metrics.measure({
    name: 'crealia_jobs_overdue_seconds',
    help: 'How long the job of a kind that is due longest has waited.',
    label: 'kind',
    read: () => countJobs().map(({ kind, oldestSeconds }) => [kind, oldestSeconds]),
  });
  metrics.measure({
    name: 'crealia_sync_overdue_seconds',
    help: 'How far behind its time the account is whose reading is due longest; 0 when none is due.',
    read: () => [['', Math.max(0, (now().getTime() - (nextSyncAt()?.getTime() ?? Infinity)) / 1000)]],
  });
  metrics.measure({
    name: 'crealia_database_bytes',
    help: 'Size of the database file and of its write-ahead log.',
    label: 'file',
    read: () => [
      ['main', sizeOf(databaseFile)],
      ['wal', sizeOf(`${databaseFile}-wal`)],
    ],
  });
  metrics.measure({
    name: 'crealia_media_files',
    help: 'Pictures kept on disk.',
    read: () => [['', media().files]],
  });
  metrics.measure({
    name: 'crealia_media_bytes',
    help: 'Disk space of the pictures that are kept.',
    read: () => [['', media().bytes]],
  });
}

/** 0 where there is no such file: the log is made by the first write. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
