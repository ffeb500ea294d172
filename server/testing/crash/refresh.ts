import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TokenCipher } from '../../connections/token-cipher';
import { connectOverHttp, type HttpClient, waitForSync } from '../http-client';
import { lookInside } from './look-inside';
import { type CrashScenario, type CrashWorld, isFault, Moments, rawId } from './scenario';

/** Just before the end of the two hours that an access token lives: every sync renews it first. */
const nearlyAllItsLifeSeconds = 7_100;

/**
 * The tokens of one account are renewed over and over. TikTok ends the old pair when it makes the new one, so a process that dies
 * between TikTok's answer and its own commit has lost both, whatever it does: that is counted (`answersLost`), and then the person
 * must be told to connect again, and lose nothing by it. Any other pair that cannot be renewed is a fault.
 */
export function crashDuringRefresh(world: CrashWorld, cipher: TokenCipher): CrashScenario {
  const moments = new Moments(6, world.random);
  const counts = { refreshesUnderWay: 0, answersLost: 0 };
  const { client, creator } = world.resident;
  return {
    name: 'refresh',
    counts: () => counts,
    async start() {
      const { connectionId } = world.resident;
      const id = rawId(connectionId);
      const before = inspect(world.databaseFile, id);
      let isDead = false;
      const renewing = renewForEver();

      async function renewForEver(): Promise<void> {
        while (!isDead) {
          await letTimePass(world.server().sandboxUrl);
          await sync(client, connectionId);
        }
      }
      renewing.catch(() => undefined);

      let isLost = false;
      return {
        async untilMoment() {
          await untilRefreshing(world.databaseFile, id);
          await moments.wait();
        },
        inspectDead() {
          isDead = true;
          const { isRefreshing, refreshTokenEncrypted } = inspect(world.databaseFile, id);
          isLost = refreshTokenEncrypted === null || !isAlive(world.databaseFile, cipher.open(refreshTokenEncrypted, id));
          moments.learn(isRefreshing);
          if (isRefreshing) counts.refreshesUnderWay += 1;
          if (isLost) counts.answersLost += 1;
          return {
            wasUnderWay: isRefreshing,
            faults: isLost && !isRefreshing ? ['a pair of tokens is lost although nobody was renewing it'] : [],
          };
        },
        async check() {
          await letTimePass(world.server().sandboxUrl);
          const run = await sync(client, connectionId);
          const { status, videos } = inspect(world.databaseFile, id);
          const faults = [
            videos < before.videos && `${before.videos - videos} videos are gone`,
            !isLost && run !== 'SUCCEEDED' && `a pair that TikTok takes could not be used: the sync ended as ${run}`,
            isLost && !['REVOKED', 'NEEDS_RECONNECT'].includes(status) && `nobody tells the person to connect again: ${status}`,
          ];
          if (isLost) {
            const again = await connectOverHttp(client, world.server().sandboxUrl, creator);
            const after = inspect(world.databaseFile, id);
            faults.push(
              (again !== connectionId || after.status !== 'ACTIVE' || after.videos < before.videos) &&
                `connecting again does not mend it: ${after.status}, ${after.videos} videos`,
            );
            await waitForSync(client, connectionId);
          }
          return faults.filter(isFault);
        },
      };
    },
  };
}

async function letTimePass(sandboxUrl: string): Promise<void> {
  await fetch(`${sandboxUrl}/_sandbox/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceSeconds: nearlyAllItsLifeSeconds }),
  });
}

/** Starts a sync and waits for its end. @returns its status, or the typename of the refusal */
async function sync(client: HttpClient, connectionId: string): Promise<string> {
  const { syncVideos } = await client.query<{ syncVideos: { __typename: string } }>(
    'mutation ($input: SyncVideosInput!) { syncVideos(input: $input) { __typename } }',
    { input: { connectionId } },
  );
  return syncVideos.__typename.endsWith('Success') ? (await waitForSync(client, connectionId)).status : syncVideos.__typename;
}

/** Resolves when the lease of a refresh is seen in the file, or after three seconds without one. */
async function untilRefreshing(databaseFile: string, id: string): Promise<void> {
  for (const deadline = Date.now() + 3_000; Date.now() < deadline;) {
    if (inspect(databaseFile, id).isRefreshing) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function inspect(databaseFile: string, id: string) {
  return lookInside(databaseFile, (sqlite) => {
    const row = sqlite
      .prepare<[string], { status: string; refreshTokenEncrypted: string | null; refreshLeasedBy: string | null }>(
        'SELECT status, refreshTokenEncrypted, refreshLeasedBy FROM TikTokConnection WHERE id = ?',
      )
      .get(id);
    const videos = Number(sqlite.prepare('SELECT count(*) FROM Video WHERE connectionId = ?').pluck().get(id));
    return {
      status: row?.status ?? 'GONE',
      refreshTokenEncrypted: row?.refreshTokenEncrypted ?? null,
      isRefreshing: Boolean(row?.refreshLeasedBy),
      videos,
    };
  });
}

/** Whether TikTok's stand-in, which keeps hashes only, would still take the token. */
function isAlive(databaseFile: string, refreshToken: string): boolean {
  const file = path.join(path.dirname(databaseFile), 'sandbox.json');
  const { tokens } = JSON.parse(readFileSync(file, 'utf8')) as { tokens: { hash: string; kind: string }[] };
  const hash = createHash('sha256').update(refreshToken).digest('hex');
  return tokens.some((token) => token.kind === 'refresh' && token.hash === hash);
}
