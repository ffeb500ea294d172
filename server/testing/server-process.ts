import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { projectRoot } from '../project-root';

/** The built product as its own process, as `npm start` runs it. */
export interface ServerProcess {
  url: string;
  sandboxUrl: string;
  pid: number;
  /** From the start of the process to the first 200 of /readyz. */
  readyMs: number;
  /** SIGKILL, as a crash or a power cut would. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** All that it wrote so far. */
  output(): string;
}

export interface ServerProcessOptions {
  databaseFile: string;
  port: number;
  sandboxPort: number;
  env?: Record<string, string>;
}

const readyWithinMs = 30_000;

export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const startedAt = performance.now();
  const spawned = spawnServerProcess(options);
  await spawned.untilReady();
  const { pid, url, sandboxUrl, output, kill, stop } = spawned;
  return { pid, url, sandboxUrl, output, kill, stop, readyMs: performance.now() - startedAt };
}

/** The same without waiting: for whoever wants to see, or end, the start itself. */
export interface SpawnedServer extends Omit<ServerProcess, 'readyMs'> {
  untilReady(): Promise<void>;
}

export function spawnServerProcess({ databaseFile, port, sandboxPort, env = {} }: ServerProcessOptions): SpawnedServer {
  const child = spawn(process.execPath, [...startFlags(), path.join(projectRoot, 'build/server/main.js')], {
    cwd: projectRoot,
    // Nothing of the developer's own environment or .env.
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      DOTENV_CONFIG_PATH: '/dev/null',
      PORT: String(port),
      SANDBOX_PORT: String(sandboxPort),
      DATABASE_URL: `file:${databaseFile}`,
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const url = `http://localhost:${port}`;
  return {
    url,
    sandboxUrl: `http://localhost:${sandboxPort}`,
    pid: child.pid ?? 0,
    untilReady: () => waitUntilReady(child, url, () => output),
    output: () => output,
    async kill() {
      await end(child, 'SIGKILL');
    },
    stop: () => end(child, 'SIGTERM'),
  };
}

/** Node's flags of `npm start`: memory counts as it will be. */
function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { scripts: { start: string } };
  return scripts.start.split('&&').at(-1)?.match(/--\S+/g) ?? [];
}

async function waitUntilReady(child: ChildProcess, url: string, output: () => string): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output()}`);
    try {
      // It must be this one that answers: another program may have taken the port since it was found free.
      if (output().includes('Crealia is ready') && (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok)
        return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill('SIGKILL');
  throw new Error(`The server was not ready within ${readyWithinMs} ms:\n${output()}`);
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}

/** A port of this machine that nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
