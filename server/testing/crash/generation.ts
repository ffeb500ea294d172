import { connectOverHttp, createHttpClient, type HttpClient, waitForSync } from '../http-client';
import { lookInside } from './look-inside';
import { type CrashScenario, type CrashWorld, isFault, Moments, rawId } from './scenario';

const ask = `mutation ($input: GenerateRecommendationsInput!) {
  generateRecommendations(input: $input) { ... on GenerateRecommendationsSuccess { generationRun { id } } ... on Error { message } }
}`;
const look = 'query ($id: ID!) { node(id: $id) { ... on GenerationRun { status error { message } } } }';

/** Recommendations from the statistics of some 150 videos: the run is made anew from its beginning, and written once. */
export function crashDuringGeneration(world: CrashWorld): CrashScenario {
  const moments = new Moments(600, world.random);
  let person: { client: HttpClient; connectionId: string } | null = null;

  async function connect() {
    const { url, sandboxUrl } = world.server();
    const client = createHttpClient(url);
    const connectionId = await connectOverHttp(client, sandboxUrl, 'papier.plie');
    await waitForSync(client, connectionId);
    return { client, connectionId };
  }

  return {
    name: 'generation',
    async start() {
      person ??= await connect();
      const { client, connectionId } = person;
      const answer = await client.query<{
        generateRecommendations: { generationRun?: { id: string }; message?: string };
      }>(ask, { input: { connectionId } });
      const runId = answer.generateRecommendations.generationRun?.id;
      if (!runId) throw new Error(`No run was started: ${answer.generateRecommendations.message}`);
      return {
        untilMoment: () => moments.wait(),
        inspectDead() {
          const kept = inspect(world.databaseFile, rawId(connectionId), rawId(runId));
          moments.learn(kept.status !== 'SUCCEEDED');
          return {
            wasUnderWay: kept.status !== 'SUCCEEDED',
            faults: [
              kept.status === null && 'the run that was acknowledged is gone',
              kept.status !== 'SUCCEEDED' && kept.made > 0 && `${kept.made} recommendations of a run that has not ended`,
            ].filter(isFault),
          };
        },
        async check() {
          const run = await waitForEnd(client, runId);
          const kept = inspect(world.databaseFile, rawId(connectionId), rawId(runId));
          return [
            run.status !== 'SUCCEEDED' && `the run ended as ${run.status} (${run.error?.message})`,
            kept.made === 0 && 'the run has made nothing',
            kept.doubled > 0 && `${kept.doubled} recommendations stand twice`,
          ].filter(isFault);
        },
      };
    },
  };
}

async function waitForEnd(client: HttpClient, id: string): Promise<{ status: string; error: { message: string } | null }> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
    const { node } = await client.query<{ node: { status: string; error: { message: string } | null } | null }>(look, { id });
    if (node && ['SUCCEEDED', 'FAILED'].includes(node.status)) return node;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return { status: 'STUCK', error: null };
}

function inspect(databaseFile: string, connectionId: string, runId: string) {
  return lookInside(databaseFile, (sqlite) => ({
    status: (sqlite.prepare('SELECT status FROM GenerationRun WHERE id = ?').pluck().get(runId) ?? null) as string | null,
    made: Number(sqlite.prepare('SELECT count(*) FROM Recommendation WHERE generationRunId = ?').pluck().get(runId)),
    doubled: Number(
      sqlite
        .prepare(
          `SELECT count(*) FROM (SELECT 1 FROM Recommendation WHERE connectionId = ? AND isApplied = 0 AND isDismissed = 0
             GROUP BY type, json_extract(evidence, '$.subject') HAVING count(*) > 1)`,
        )
        .pluck()
        .get(connectionId),
    ),
  }));
}
