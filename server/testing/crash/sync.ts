import { connectOverHttp, createHttpClient, listSandboxCreators, waitForSync } from '../http-client';
import { lookInside } from './look-inside';
import { type CrashScenario, type CrashWorld, isFault, Moments, rawId } from './scenario';

/** A first sync of about 1,000 videos, each round of another creator, compared afterwards with what TikTok's stand-in has. */
export function crashDuringSync(world: CrashWorld): CrashScenario {
  const moments = new Moments(1_500, world.random);
  let videosAtKill = 0;
  return {
    name: 'sync',
    counts: () => ({ videosAtKill }),
    async start(round) {
      const creator = `established-${String((round % 99) + 1).padStart(2, '0')}`;
      const { url, sandboxUrl } = world.server();
      const client = createHttpClient(url);
      const connectionId = await connectOverHttp(client, sandboxUrl, creator);
      const id = rawId(connectionId);
      return {
        untilMoment: () => moments.wait(),
        inspectDead() {
          const { videos, isDone } = inspect(world.databaseFile, id);
          moments.learn(!isDone);
          videosAtKill += videos;
          return { wasUnderWay: !isDone, faults: [] };
        },
        async check() {
          const run = await waitForSync(client, connectionId);
          const expected = (await listSandboxCreators(sandboxUrl)).find((one) => one.id === creator)?.videoCount ?? NaN;
          const kept = inspect(world.databaseFile, id);
          await client.query('mutation ($input: DisconnectTikTokInput!) { disconnectTikTok(input: $input) { __typename } }', {
            input: { connectionId },
          });
          return [
            run.status !== 'SUCCEEDED' && `the run ended as ${run.status} (${run.error?.message})`,
            kept.videos !== expected && `${kept.videos} videos instead of ${expected}`,
            kept.distinctVideos !== kept.videos && 'a video is there twice',
            kept.videosRead !== kept.videos && `${kept.videos - kept.videosRead} videos have no reading`,
            kept.readings !== kept.videos && `${kept.readings} readings of ${kept.videos} videos in one run`,
            kept.said !== kept.readings && `the run says ${kept.said} readings, there are ${kept.readings}`,
          ].filter(isFault);
        },
      };
    },
  };
}

/** What the file holds of one connection. */
function inspect(databaseFile: string, connectionId: string) {
  return lookInside(databaseFile, (sqlite) => {
    const number = (sql: string) => Number(sqlite.prepare(sql).pluck().get(connectionId));
    const readings = 'FROM VideoSnapshot JOIN Video ON Video.id = VideoSnapshot.videoId WHERE connectionId = ?';
    const firstRun = 'FROM SyncRun WHERE connectionId = ? ORDER BY createdAt LIMIT 1';
    return {
      videos: number('SELECT count(*) FROM Video WHERE connectionId = ?'),
      distinctVideos: number('SELECT count(DISTINCT tiktokVideoId) FROM Video WHERE connectionId = ?'),
      readings: number(`SELECT count(*) ${readings}`),
      videosRead: number(`SELECT count(DISTINCT videoId) ${readings}`),
      said: number(`SELECT readingCount ${firstRun}`),
      isDone: number(`SELECT status = 'SUCCEEDED' ${firstRun}`) === 1,
    };
  });
}
