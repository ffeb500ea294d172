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

/**
 * Kills the built server (SIGKILL) at a random moment of a first sync of about 1,000 videos, starts it again on the same file, lets
 * the sync end and compares what was kept with what TikTok's stand-in has: every video once, with exactly one reading of the run.
 * Round after round on one file, each with a creator of its own.
 */
export async function crashDuringSync({ times, random, onRound }: CrashOptions): Promise<CrashReport> {
  const report: CrashReport = { times, videosAtKill: [], faults: [] };
  const folder = await mkdtemp(path.join(tmpdir(), 'crealia-crash-'));
  const options = { databaseFile: path.join(folder, 'crealia.db'), port: await freePort(), sandboxPort: await freePort() };
  let server: ServerProcess = await startServerProcess(options);
  let durationMs = 1_500;
  try {
    for (let round = 1; round <= times; round += 1) {
      const creator = `established-${String(round % 100).padStart(2, '0')}`;
      const client = createHttpClient(server.url);
      const startedAt = performance.now();
      const connectionId = await connectOverHttp(client, server.sandboxUrl, creator);
      await new Promise((resolve) => setTimeout(resolve, random() * durationMs));
      await server.kill();
      const took = performance.now() - startedAt;
      const rawId = Buffer.from(connectionId, 'base64').toString().split(':')[1] ?? '';
      const videosAtKill = inspect(options.databaseFile, rawId).videos;
      report.videosAtKill.push(videosAtKill);

      server = await startServerProcess(options);
      const run = await waitForSync(client, connectionId);
      const expected = (await listSandboxCreators(server.sandboxUrl)).find(({ id }) => id === creator)?.videoCount ?? NaN;
      const kept = inspect(options.databaseFile, rawId);
      // The whole sync was over when the process died: later rounds die sooner.
      if (videosAtKill >= expected) durationMs = Math.max(300, took * 0.8);
      const faults = [
        run.status !== 'SUCCEEDED' && `the run ended as ${run.status} (${run.error?.message})`,
        kept.integrity !== 'ok' && `the integrity check says ${kept.integrity}`,
        kept.videos !== expected && `${kept.videos} videos instead of ${expected}`,
        kept.distinctVideos !== kept.videos && 'a video is there twice',
        kept.videosRead !== kept.videos && `${kept.videos - kept.videosRead} videos have no reading`,
        kept.readings !== kept.videos && `${kept.readings} readings of ${kept.videos} videos in one run`,
        kept.said !== kept.readings && `the run says ${kept.said} readings, there are ${kept.readings}`,
        kept.failedJobs > 0 && `${kept.failedJobs} jobs failed for good`,
      ].filter((fault) => fault !== false);
      report.faults.push(...faults.map((fault) => `round ${round}: ${fault}`));
      onRound?.(round, videosAtKill);
    }
  } finally {
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  }
  return report;
}

/** What the file holds of one connection. */
function inspect(databaseFile: string, connectionId: string) {
  const sqlite = new Sqlite(databaseFile, { readonly: true });
  try {
    const number = (sql: string) => Number(sqlite.prepare(sql).pluck().get(connectionId));
    const readings = 'FROM VideoSnapshot JOIN Video ON Video.id = VideoSnapshot.videoId WHERE connectionId = ?';
    return {
      integrity: String(sqlite.prepare('PRAGMA integrity_check').pluck().get()),
      videos: number('SELECT count(*) FROM Video WHERE connectionId = ?'),
      distinctVideos: number('SELECT count(DISTINCT tiktokVideoId) FROM Video WHERE connectionId = ?'),
      readings: number(`SELECT count(*) ${readings}`),
      videosRead: number(`SELECT count(DISTINCT videoId) ${readings}`),
      said: number('SELECT readingCount FROM SyncRun WHERE connectionId = ? ORDER BY createdAt LIMIT 1'),
      failedJobs: Number(sqlite.prepare('SELECT count(*) FROM Job WHERE failedAt IS NOT NULL').pluck().get()),
    };
  } finally {
    sqlite.close();
  }
}
