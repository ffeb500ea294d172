import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fixedKeys } from '../../connections/encryption-keys';
import { createTokenCipher } from '../../connections/token-cipher';
import { connectOverHttp, createHttpClient, waitForSync } from '../http-client';
import { freePort, type ServerProcess, startServerProcess } from '../server-process';
import { crashDuringErasure } from './erasure';
import { crashDuringGeneration } from './generation';
import { findDamage, lookInside } from './look-inside';
import { crashDuringMigration } from './migration';
import { crashDuringRefresh } from './refresh';
import { type CrashOutcome, type CrashScenario, type CrashWorld, rawId, type StartedWork } from './scenario';
import { crashDuringSync } from './sync';
import { Witness } from './witness';

export const scenarioNames = ['sync', 'refresh', 'generation', 'erasure', 'migration'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export interface CrashReport {
  crashes: number;
  seconds: number;
  scenarios: ({
    name: string;
    crashes: number;
    /** Crashes that met the work while it was going on; the others came after its end. */
    inTheMiddle: number;
  } & Record<string, number | string>)[];
  /** Writes that the server answered with success, and that were looked for after the crash. */
  acknowledgedWrites: number;
  /** What was found wrong; empty when nothing was lost, doubled or left undone. */
  faults: string[];
}

interface CrashOptions {
  /** Of all scenarios together, in turns. */
  times: number;
  names: readonly ScenarioName[];
  /** In [0, 1): when the process dies. */
  random: () => number;
  onCrash?: (crash: number, name: string, outcome: CrashOutcome) => void;
}

/**
 * Kills the built server (SIGKILL) at a random moment of each kind of work in turn, starts it again on the same file, lets the work
 * end, and compares: the file is sound, everything that was acknowledged is there, nothing is there twice, the work is done.
 */
export async function crash({ times, names, random, onCrash }: CrashOptions): Promise<CrashReport> {
  const startedAt = performance.now();
  const folder = await mkdtemp(path.join(tmpdir(), 'crealia-crash-'));
  const key = { id: 'crash', key: randomBytes(32) };
  const options = {
    databaseFile: path.join(folder, 'crealia.db'),
    port: await freePort(),
    sandboxPort: await freePort(),
    env: { TOKEN_ENCRYPTION_KEYS: `${key.id}:${key.key.toString('base64')}` },
  };
  let server: ServerProcess = await startServerProcess(options);
  const report: CrashReport = { crashes: 0, seconds: 0, scenarios: [], acknowledgedWrites: 0, faults: [] };
  try {
    const resident = await connectResident(server);
    const world: CrashWorld = { databaseFile: options.databaseFile, server: () => server, random, resident };
    const witness = new Witness(resident.client, ownerOf(world), options.databaseFile);
    const scenarios: CrashScenario[] = [];
    for (const name of names) {
      if (name === 'sync') scenarios.push(crashDuringSync(world));
      if (name === 'refresh') scenarios.push(crashDuringRefresh(world, createTokenCipher(fixedKeys([key]))));
      if (name === 'generation') scenarios.push(crashDuringGeneration(world));
      if (name === 'erasure') scenarios.push(crashDuringErasure(world));
      if (name === 'migration') scenarios.push(await crashDuringMigration(path.join(folder, 'migration'), random));
    }

    const crashServer = async (work: StartedWork): Promise<CrashOutcome> => {
      witness.start();
      await work.untilMoment();
      await server.kill();
      const faults = [...(await witness.compare()), ...findDamage(options.databaseFile)];
      const dead = work.inspectDead();
      server = await startServerProcess(options);
      faults.push(...dead.faults, ...(await work.check()), ...findDamage(options.databaseFile), ...findFailedJobs(world));
      return { wasUnderWay: dead.wasUnderWay, faults };
    };

    const results = scenarios.map(() => ({ crashes: 0, inTheMiddle: 0 }));
    for (let count = 1; count <= times; count += 1) {
      const index = (count - 1) % scenarios.length;
      const [scenario, result] = [scenarios[index], results[index]];
      if (!scenario || !result) break;
      const work = await scenario.start?.(count);
      const outcome = work ? await crashServer(work) : await scenario.crash?.(count);
      if (!outcome) throw new Error(`Scenario ${scenario.name} has nothing to do.`);
      result.crashes += 1;
      if (outcome.wasUnderWay) result.inTheMiddle += 1;
      report.faults.push(...outcome.faults.map((fault) => `crash ${count}, ${scenario.name}: ${fault}`));
      onCrash?.(count, scenario.name, outcome);
    }
    report.crashes = times;
    report.scenarios = scenarios.map(({ name, counts }, index) => ({
      name,
      crashes: results[index]?.crashes ?? 0,
      inTheMiddle: results[index]?.inTheMiddle ?? 0,
      ...counts?.(),
    }));
    report.acknowledgedWrites = witness.acknowledged;
  } finally {
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  }
  report.seconds = Math.round((performance.now() - startedAt) / 1000);
  return report;
}

async function connectResident({ url, sandboxUrl }: ServerProcess): Promise<CrashWorld['resident']> {
  const client = createHttpClient(url);
  const creator = 'small-01';
  const connectionId = await connectOverHttp(client, sandboxUrl, creator);
  await waitForSync(client, connectionId);
  return { client, creator, connectionId };
}

function ownerOf({ databaseFile, resident }: CrashWorld): string {
  const sql = 'SELECT ownerId FROM TikTokConnection WHERE id = ?';
  return lookInside(databaseFile, (sqlite) => String(sqlite.prepare(sql).pluck().get(rawId(resident.connectionId))));
}

function findFailedJobs({ databaseFile }: CrashWorld): string[] {
  const jobs = lookInside(databaseFile, (sqlite) =>
    sqlite.prepare<[], { kind: string; lastError: string }>('SELECT kind, lastError FROM Job WHERE failedAt IS NOT NULL').all(),
  );
  return jobs.map(({ kind, lastError }) => `a job of kind ${kind} failed for good: ${lastError}`);
}
