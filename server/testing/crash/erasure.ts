import { existsSync, readFileSync } from 'node:fs';
import { connectOverHttp, createHttpClient, waitForSync } from '../http-client';
import { lookInside } from './look-inside';
import { type CrashScenario, type CrashWorld, isFault, Moments, rawId } from './scenario';

const erase = `mutation { eraseMyData(input: { isConfirmed: true }) { ... on EraseMyDataSuccess { receipt { id } } ... on Error { message } } }`;

/** A person with an account of some hundred videos is erased; each round another one. Once acknowledged, it goes through to the end. */
export function crashDuringErasure(world: CrashWorld): CrashScenario {
  const moments = new Moments(400, world.random);
  return {
    name: 'erasure',
    async start(round) {
      const creator = `medium-${String((round % 99) + 1).padStart(2, '0')}`;
      const { url, sandboxUrl } = world.server();
      const client = createHttpClient(url);
      const connectionId = await connectOverHttp(client, sandboxUrl, creator);
      await waitForSync(client, connectionId);
      const traces = findTraces(world.databaseFile, rawId(connectionId));
      const { eraseMyData } = await client.query<{ eraseMyData: { receipt?: { id: string }; message?: string } }>(erase);
      const receiptId = eraseMyData.receipt?.id;
      if (!receiptId) throw new Error(`No erasure was begun: ${eraseMyData.message}`);
      return {
        untilMoment: () => moments.wait(),
        inspectDead() {
          const { phase } = inspect(world.databaseFile, receiptId);
          moments.learn(phase !== 'DONE');
          return { wasUnderWay: phase !== 'DONE', faults: phase === null ? ['the erasure that was acknowledged is gone'] : [] };
        },
        async check() {
          const { phase, left } = await untilDone(world.databaseFile, receiptId);
          const found = traces.filter(([, trace]) => isInFiles(world.databaseFile, trace)).map(([what]) => what);
          return [
            phase !== 'DONE' && `the erasure stands at ${phase}`,
            left > 0 && `its receipt says that ${left} rows are left`,
            found.length > 0 && `still in the file: ${found.join(', ')}`,
            (await isAuthorized(world.server().sandboxUrl, creator)) && 'TikTok still lets us in',
          ].filter(isFault);
        },
      };
    },
  };
}

/** What would betray the person, by name: ids and names of the account, and a caption that nobody else has. */
function findTraces(databaseFile: string, connectionId: string): [string, string][] {
  return lookInside(databaseFile, (sqlite) => {
    const row = sqlite
      .prepare<[string], Record<string, string>>(
        `SELECT c.id, c.ownerId, c.tiktokUserId, c.username, v.tiktokVideoId, v.description
         FROM TikTokConnection c JOIN Video v ON v.connectionId = c.id
         WHERE c.id = ? AND length(v.description) > 20
           AND NOT EXISTS (SELECT 1 FROM Video o WHERE o.connectionId != c.id AND instr(o.description, v.description) > 0) LIMIT 1`,
      )
      .get(connectionId);
    if (!row) throw new Error('The account that is to be erased has no video with a caption.');
    return Object.entries(row);
  });
}

async function untilDone(databaseFile: string, receiptId: string) {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
    const state = inspect(databaseFile, receiptId);
    if (state.phase === 'DONE') return state;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return inspect(databaseFile, receiptId);
}

function inspect(databaseFile: string, receiptId: string): { phase: string | null; left: number } {
  return lookInside(databaseFile, (sqlite) => {
    const row = sqlite
      .prepare<[string], { phase: string; counts: string }>('SELECT phase, counts FROM Erasure WHERE id = ?')
      .get(receiptId);
    const { after = {} } = JSON.parse(row?.counts ?? '{}') as { after?: Record<string, number> };
    return { phase: row?.phase ?? null, left: Object.values(after).reduce((sum, count) => sum + count, 0) };
  });
}

function isInFiles(databaseFile: string, trace: string): boolean {
  return ['', '-wal'].some((suffix) => {
    const file = `${databaseFile}${suffix}`;
    return existsSync(file) && readFileSync(file).includes(trace);
  });
}

async function isAuthorized(sandboxUrl: string, creator: string): Promise<boolean> {
  const state = (await (await fetch(`${sandboxUrl}/_sandbox/state`)).json()) as {
    creators: { id: string; grantedScopes: string[] | null }[];
  };
  return state.creators.some(({ id, grantedScopes }) => id === creator && grantedScopes !== null);
}
