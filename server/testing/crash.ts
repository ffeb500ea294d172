import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { connectOverHttp, createHttpClient, listSandboxCreators, waitForSync } from './http-client';
import { freePort, type ServerProcess, startServerProcess } from './server-process';

export interface CrashReport {
  times: number;
  /** How far the killed syncs were: videos already written when the process died. */
  videosAtKill: number[];
  /** What was found wrong; empty when nothing was lost or doubled. */
  faults: string[];
}

interface CrashOptions {
  times: number;
  /** In [0, 1): when in the sync the process dies. */
  random: () => number;
  onRound?: (round: number, videosAtKill: number) => void;
}

const creatorSize = 1000;

/**
 * Kills the built server (SIGKILL) at a random moment of a first sync, starts it again on the same file, lets the sync end and
 * compares what was kept with what TikTok's stand-in has: every video once, with exactly one reading of the run.
 */
export async function crashDuringSync({ times, random, onRound }: CrashOptions): Promise<CrashReport> {
  const report: CrashReport = { times, videosAtKill: [], faults: [] };
  let durationMs = 1_500;
  for (let round = 1; round <= times; round += 1) {
    const folder = await mkdtemp(path.join(tmpdir(), 'crealia-crash-'));
    const options = { databaseFile: path.join(folder, 'crealia.db'), port: await freePort(), sandboxPort: await freePort() };
    let server: ServerProcess = await startServerProcess(options);
    try {
      const creators = await listSandboxCreators(server.sandboxUrl);
      const creator = creators.find(({ videoCount }) => videoCount >= creatorSize && videoCount < 2 * creatorSize);
      if (!creator) throw new Error('The sandbox has no creator of the size this needs.');
      const client = createHttpClient(server.url);
      const startedAt = performance.now();
      const connectionId = await connectOverHttp(client, server.sandboxUrl, creator.username);
      await new Promise((resolve) => setTimeout(resolve, random() * durationMs));
      await server.kill();
      const killedAt = performance.now();
      const videosAtKill = countRows(options.databaseFile, 'Video');
      report.videosAtKill.push(videosAtKill);

      server = await startServerProcess(options);
      const run = await waitForSync(client, connectionId);
      if (videosAtKill >= creator.videoCount) durationMs = Math.max(300, killedAt - startedAt);
      await server.stop();
      for (const fault of inspect(options.databaseFile, creator.videoCount)) report.faults.push(`round ${round}: ${fault}`);
      if (run.status !== 'SUCCEEDED')
        report.faults.push(`round ${round}: the run ended as ${run.status} (${run.error?.message})`);
      onRound?.(round, videosAtKill);
    } finally {
      await server.kill();
      await rm(folder, { recursive: true, force: true });
    }
  }
  return report;
}

function countRows(databaseFile: string, table: 'Video'): number {
  const sqlite = new Sqlite(databaseFile);
  try {
    return Number(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  } finally {
    sqlite.close();
  }
}

/** Faults of a file after the sync ended: nothing may be damaged, missing or there twice. */
function inspect(databaseFile: string, expectedVideos: number): string[] {
  const sqlite = new Sqlite(databaseFile, { readonly: true });
  try {
    const number = (sql: string) => Number(sqlite.prepare(sql).pluck().get());
    const integrity = String(sqlite.prepare('PRAGMA integrity_check').pluck().get());
    const found = {
      videos: number('SELECT count(*) FROM Video'),
      videosOnce: number('SELECT count(DISTINCT tiktokVideoId) FROM Video'),
      readings: number('SELECT count(*) FROM VideoSnapshot'),
      videosRead: number('SELECT count(DISTINCT videoId) FROM VideoSnapshot'),
      said: number('SELECT readingCount FROM SyncRun ORDER BY createdAt LIMIT 1'),
      jobsLeft: number(`SELECT count(*) FROM Job WHERE kind = 'sync'`),
    };
    return [
      integrity !== 'ok' && `the integrity check says ${integrity}`,
      found.videos < expectedVideos && `${found.videos} videos instead of ${expectedVideos}`,
      found.videosOnce !== found.videos && 'a video is there twice',
      found.videosRead !== found.videos && `${found.videos - found.videosRead} videos have no reading`,
      found.readings !== found.videos && `${found.readings} readings of ${found.videos} videos in one run`,
      found.said !== found.readings && `the run says ${found.said} readings, there are ${found.readings}`,
      found.jobsLeft > 0 && `${found.jobsLeft} sync jobs are left`,
    ].filter((fault) => fault !== false);
  } finally {
    sqlite.close();
  }
}
