import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { projectRoot } from '../project-root';
import { connectOverHttp, createHttpClient, type HttpClient, waitForSync } from '../testing/http-client';
import { freePort, type ServerProcess, startServerProcess } from '../testing/server-process';
import type { RotationReport } from './rotate-keys';

const run = promisify(execFile);
interface Outcome extends RotationReport {
  newKeyId: string | null;
  removedKeyIds: string[];
}

describe('npm run keys:rotate', () => {
  let folder: string;
  let databaseFile: string;
  let server: ServerProcess;
  let client: HttpClient;
  let connectionId: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'crealia-rotate-'));
    databaseFile = path.join(folder, 'crealia.db');
    server = await startServerProcess({ databaseFile, port: await freePort(), sandboxPort: await freePort() });
    client = createHttpClient(server.url);
    connectionId = await connectOverHttp(client, server.sandboxUrl, 'newcomer');
    expect((await waitForSync(client, connectionId)).status).toBe('SUCCEEDED');
  }, 60_000);
  afterAll(async () => {
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  });

  const rotate = (args: string[], env: Record<string, string> = {}) =>
    run(process.execPath, [path.join(projectRoot, 'node_modules/tsx/dist/cli.mjs'), 'scripts/rotate-keys.ts', ...args], {
      cwd: projectRoot,
      env: {
        NODE_ENV: 'production',
        PATH: process.env.PATH,
        DOTENV_CONFIG_PATH: '/dev/null',
        DATABASE_URL: `file:${databaseFile}`,
        ...env,
      },
    });
  const rotateJson = async (...args: string[]) => JSON.parse((await rotate(['--format', 'json', ...args])).stdout) as Outcome;
  const failureOf = (attempt: Promise<unknown>): Promise<{ code: number; stdout: string; stderr: string }> =>
    attempt.then(
      () => Promise.reject(new Error('It did not fail.')),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
  const keyIds = () => {
    const db = new Sqlite(databaseFile, { readonly: true });
    const texts = db
      .prepare('SELECT accessTokenEncrypted, refreshTokenEncrypted FROM TikTokConnection')
      .raw()
      .all() as string[][];
    db.close();
    return [...new Set(texts.flat().map((text) => text.split('.')[1]))];
  };

  /** TikTok calls the token dead, so that the next reading refreshes; then reads. */
  async function refreshByReading(): Promise<void> {
    await fetch(`${server.sandboxUrl}/_sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ endpoint: 'user/info', fault: 'token_expired', times: 1 }),
    });
    await client.query('mutation ($input: SyncVideosInput!) { syncVideos(input: $input) { __typename } }', {
      input: { connectionId },
    });
    expect(await waitForSync(client, connectionId)).toMatchObject({ status: 'SUCCEEDED', error: null });
  }

  it('changes the key of a running server that refreshes meanwhile, and no pair is lost', async () => {
    const [first] = keyIds();
    let isRotating = true;
    let refreshes = 0;
    const refreshing = (async () => {
      while (isRotating || refreshes === 0) {
        await refreshByReading();
        refreshes += 1;
      }
    })();
    const outcome = await rotateJson('--new-key');
    isRotating = false;
    await refreshing;

    const { newKeyId } = outcome;
    expect(outcome).toMatchObject({ currentKeyId: newKeyId, unusedKeyIds: [first], accounts: { stored: 1, unreadable: 0 } });
    expect(keyIds()).toEqual([newKeyId]);
    // The server has the new key, without a restart: what it seals now is sealed with it.
    await refreshByReading();
    expect(keyIds()).toEqual([newKeyId]);

    expect((await rotate(['--remove-unused'])).stdout).toMatch(
      new RegExp(`^Sealed with key ${newKeyId}: 0 of 1 accounts .*\\nRemoved: ${first}\\.\\nNo key is left over\\.\\n$`),
    );
    const file = path.join(folder, 'token-encryption-keys');
    expect(await readFile(file, 'utf8')).toMatch(new RegExp(`^${newKeyId}:[^,]+\\n$`));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await refreshByReading();
  }, 90_000);

  it('refuses in one message, with nothing on stdout', async () => {
    const env = { TOKEN_ENCRYPTION_KEYS: `other:${Buffer.alloc(32, 1).toString('base64')}` };
    const { code, stdout, stderr } = await failureOf(rotate(['--format', 'json'], env));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/is missing: the tokens of 1 account are sealed with it/);
    expect(stderr).not.toMatch(/\n\s+at /);
  }, 60_000);

  it('a server does not start with keys that cannot read what is stored, and says why', async () => {
    expect(await server.stop()).toBe(0);
    const start = (env: Record<string, string>) =>
      startServerProcess({ databaseFile, port: 0, sandboxPort: 0, env }).then(
        () => Promise.reject(new Error('It started.')),
        (error: Error) => error.message,
      );
    const [id] = keyIds();
    const file = path.join(folder, 'token-encryption-keys');
    const expectRefusal = async (env: Record<string, string>, expected: string) => {
      const said = await start(env);
      expect(said).toMatch(/ended with 1/);
      expect(said).toContain(expected);
      expect(said).toContain('the tokens of 1 account');
      expect(said).not.toMatch(/(Error|\n\s+at )[^]*Key/);
    };
    await expectRefusal(
      { TOKEN_ENCRYPTION_KEYS: `${id}:${Buffer.alloc(32, 1).toString('base64')}` },
      `Key “${id}” is not the one that it was`,
    );
    // The file was lost: a new key is made, which cannot be the one.
    await rm(file);
    await expectRefusal({}, `Key “${id}” is missing`);
  }, 60_000);
});
