import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from './project-root';
import { freePort } from './testing/server-process';

/** Runs the built server until it ends by itself. */
function runToTheEnd(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(projectRoot, 'build/server/main.js')], {
      cwd: projectRoot,
      env: { NODE_ENV: 'production', PATH: process.env.PATH, DOTENV_CONFIG_PATH: '/dev/null', ...env },
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const tooLong = setTimeout(() => child.kill('SIGKILL'), 20_000);
    child.on('exit', (code) => {
      clearTimeout(tooLong);
      resolve({ code, said });
    });
  });
}

describe('npm start', () => {
  let folder: string;
  let other: Server;
  let takenPort: number;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'crealia-start-'));
    takenPort = await freePort();
    other = createServer();
    await new Promise<void>((resolve) => other.listen(takenPort, resolve));
  });
  afterAll(async () => {
    await new Promise((resolve) => other.close(resolve));
    await rm(folder, { recursive: true, force: true });
  });

  const ports = async () => ({ PORT: String(await freePort()), SANDBOX_PORT: String(await freePort()) });

  it.each<[string, () => Promise<Record<string, string>>, string]>([
    ['half-set settings', async () => ({ ...(await ports()), TIKTOK_CLIENT_KEY: 'half' }), 'TIKTOK_CLIENT_SECRET'],
    ['a busy port', async () => ({ ...(await ports()), PORT: String(takenPort) }), 'is taken by another program'],
    [
      'a busy sandbox port',
      async () => ({ ...(await ports()), SANDBOX_PORT: String(takenPort) }),
      'is in use by another program',
    ],
    [
      'a database that is a folder',
      async () => {
        await mkdir(path.join(folder, 'a-folder'), { recursive: true });
        return { ...(await ports()), DATABASE_URL: `file:${folder}/a-folder` };
      },
      'cannot be written',
    ],
    [
      'a database that is something else',
      async () => {
        await writeFile(path.join(folder, 'letter.txt'), 'Dear creator, this is not a database at all. '.repeat(100));
        return { ...(await ports()), DATABASE_URL: `file:${folder}/letter.txt` };
      },
      'cannot be written',
    ],
    [
      'a folder that cannot be made',
      async () => {
        await writeFile(path.join(folder, 'a-file'), '');
        return { ...(await ports()), DATABASE_URL: `file:${folder}/a-file/crealia.db` };
      },
      'cannot be written',
    ],
    // Not even the superuser may write here.
    [
      'a read-only folder',
      async () => ({ ...(await ports()), DATABASE_URL: 'file:/sys/crealia/crealia.db' }),
      'cannot be written',
    ],
  ])('refuses %s in one message without a stack trace', async (_case, environment, expected) => {
    const { code, said } = await runToTheEnd({ DATABASE_URL: `file:${folder}/crealia.db`, ...(await environment()) });
    expect(said).toContain(expected);
    expect(said).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
  });
});
