import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { lookInside } from './crash/look-inside';
import { connectOverHttp, createHttpClient, listSandboxCreators, waitForSync } from './http-client';
import { freePort, type ServerProcess, startServerProcess } from './server-process';

let folder: string;
let server: ServerProcess;
let databaseFile: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'crealia-full-'));
  databaseFile = path.join(folder, 'crealia.db');
  server = await startServerProcess({ databaseFile, port: await freePort(), sandboxPort: await freePort() });
}, 60_000);
afterAll(async () => {
  await server.kill();
  await rm(folder, { recursive: true, force: true });
});

/**
 * The system refuses to let a file of the running server grow beyond `bytes`; null lifts it. Any user may do this to a process of
 * their own. SQLite says SQLITE_IOERR_WRITE where a full disk says SQLITE_FULL; both come in the middle of a commit.
 */
function limitFiles(bytes: number | null): void {
  execFileSync('prlimit', ['--pid', String(server.pid), `--fsize=${bytes ?? 'unlimited'}:unlimited`]);
}

async function readiness(): Promise<{ status: number; reason: string | null }> {
  const response = await fetch(`${server.url}/readyz`);
  const body = (await response.json()) as { checks: { database: { reason: string | null } } };
  return { status: response.status, reason: body.checks.database.reason };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Never came true: ${condition.toString()}`);
}

it('a server that cannot write its files any more says so, stays alive, keeps whole pages, and goes on when it can', async () => {
  const client = createHttpClient(server.url);
  const connectionId = await connectOverHttp(client, server.sandboxUrl, 'established-01');
  const kept = () =>
    lookInside(databaseFile, (sqlite) =>
      sqlite
        .prepare(
          `SELECT (SELECT count(*) FROM Video) AS videos, (SELECT count(*) FROM VideoSnapshot) AS readings, listedCount AS said,
             status, errorCode FROM SyncRun ORDER BY createdAt LIMIT 1`,
        )
        .get(),
    ) as { videos: number; readings: number; said: number; status: string; errorCode: string | null };
  await until(async () => (kept()?.videos ?? 0) > 100);
  const [file, log] = await Promise.all([stat(databaseFile), stat(`${databaseFile}-wal`)]);
  limitFiles(Math.max(file.size, log.size));

  await until(async () => (await readiness()).status === 503);
  expect((await readiness()).reason).toContain('file size limits');
  const { videos, readings, said } = kept();
  expect([readings, said]).toEqual([videos, videos]);
  const refused = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: client.cookie(), 'x-graphql-yoga-csrf': '1' },
    body: JSON.stringify({ query: 'mutation { updateSettings(input: { locale: EN }) { __typename } }' }),
  });
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'DATABASE_UNWRITABLE' } }] });
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);

  limitFiles(null);
  await until(async () => (await readiness()).status === 200);
  expect((await waitForSync(client, connectionId, 90_000)).status).toBe('SUCCEEDED');
  const expected = (await listSandboxCreators(server.sandboxUrl)).find(({ id }) => id === 'established-01')?.videoCount;
  expect(kept()).toMatchObject({ videos: expected, readings: expected, said: expected });
  expect(lookInside(databaseFile, (sqlite) => sqlite.pragma('integrity_check', { simple: true }))).toBe('ok');
}, 150_000);
