import fc from 'fast-check';
import type { TikTokClient, TikTokVideo, VideoAnswer, VideoPage } from '../tiktok/client';
import { TikTokError } from '../tiktok/errors';
import { startLoopbackServer } from '../tiktok/loopback-server';
import { hostileClient } from './hostile-client';
import { answerPlan, type HostileAnswer, makeAnswer } from './hostile-answer';
import { promise, promiseEqual, Said } from './nothing-invented';
import { recordAnswers, type RecordedAnswers } from './recorded-answers';
import type { Family } from './run-family';
import { openSyncTrial, syncPlan } from './sync-trial';

const scopes = ['user.info.basic', 'user.info.profile', 'user.info.stats', 'video.list'];

/** The calls of the client, each with the recorded body that its answer is made from. */
const calls = {
  exchangeCode: {
    recorded: ({ tokens }) => tokens,
    call: (client) => client.exchangeCode({ code: 'code', codeVerifier: 'v'.repeat(43) }),
  },
  refreshTokens: { recorded: ({ tokens }) => tokens, call: (client) => client.refreshTokens('rft.before') },
  revoke: { recorded: ({ revoke }) => revoke, call: (client) => client.revoke('act.token') },
  getUser: { recorded: ({ user }) => user, call: (client) => client.getUser('act.token', scopes) },
  listVideos: {
    recorded: ({ list }) => list[0],
    call: (client) => client.listVideos('act.token', { cursor: null, maxCount: 20 }),
  },
  queryVideos: { recorded: ({ query }) => query, call: (client) => client.queryVideos('act.token', ['1']) },
  getEmbed: { recorded: ({ embed }) => embed, call: (client) => client.getEmbed('https://www.tiktok.com/@a/video/1') },
} satisfies Record<string, { recorded: (answers: RecordedAnswers) => unknown; call: (client: TikTokClient) => Promise<unknown> }>;
type CallName = keyof typeof calls;

const oneCall = fc.record({
  way: fc.constantFrom('seam' as const, 'loopback' as const),
  call: fc.constantFrom(...(Object.keys(calls) as CallName[])),
  plan: answerPlan,
});

const input = fc.oneof(
  { weight: 9, arbitrary: oneCall },
  { weight: 1, arbitrary: fc.record({ way: fc.constant('sync' as const), plan: syncPlan }) },
);

/**
 * Answers of TikTok with anything changed in them, through the real client: an answer is either read, and then says nothing that it
 * did not hold, or refused with one of the client's errors. A tenth goes through a whole sync, the database and GraphQL.
 */
export const tiktokAnswers: Family = {
  name: 'tiktok-answers',
  inputsPerRun: 1,
  async open() {
    const recorded = await recordAnswers();
    let answer: HostileAnswer;
    const server = await startLoopbackServer((response) => {
      response.writeHead(answer.status, answer.headers).end(answer.bytes);
    });
    const clients = {
      seam: hostileClient('http://tiktok.test', () => Promise.resolve(new Response(answer.bytes, answer))),
      loopback: hostileClient(server.origin, fetch),
    };
    const untouched = await readUntouched(recorded);
    const sync = await openSyncTrial(recorded);
    const counts = { seam: 0, loopback: 0, sync: 0, read: 0, refused: 0, ...sync.counts };

    const check = fc.asyncProperty(input, async (trial) => {
      counts[trial.way] += 1;
      if (trial.way === 'sync') return sync.check(trial.plan);
      answer = makeAnswer(calls[trial.call].recorded(recorded), trial.plan);
      const outcome = await settle<unknown>(calls[trial.call].call(clients[trial.way]));
      server.seen.length = 0;
      if ('error' in outcome) {
        promise(outcome.error instanceof TikTokError, 'The client threw what is none of its errors', String(outcome.error));
        counts.refused += 1;
        return;
      }
      counts.read += 1;
      const said = new Said();
      said.add(answer.text);
      if (trial.call === 'listVideos') checkPage(outcome.value as VideoPage, said, answer, untouched);
      if (trial.call === 'queryVideos') for (const video of (outcome.value as VideoAnswer).videos) checkVideo(video, said);
      if (trial.call === 'getUser') checkFlat(outcome.value as Record<string, unknown>, said);
    });
    return {
      check: (parameters) => fc.check(check, parameters) as Promise<fc.RunDetails<unknown>>,
      counts: () => ({ ...counts, ...sync.counts }),
      async close() {
        await sync.close();
        await server.close();
      },
    };
  },
};

async function settle<T>(call: Promise<T>): Promise<{ value: T } | { error: unknown }> {
  try {
    return { value: await call };
  } catch (error) {
    return { error };
  }
}

/** The first page as the client reads it when nothing is changed. */
async function readUntouched({ list: [page] }: RecordedAnswers): Promise<VideoPage> {
  const client = hostileClient('http://tiktok.test', () => Promise.resolve(Response.json(page)));
  return client.listVideos('act.token', { cursor: null, maxCount: 20 });
}

function checkPage(page: VideoPage, said: Said, { changedPaths }: HostileAnswer, untouched: VideoPage): void {
  promise(said.isCount(page.nextCursor), 'A cursor that TikTok did not send', page.nextCursor);
  for (const video of page.videos) checkVideo(video, said);
  if (changedPaths === null) return;
  // A change above the videos, or of a whole one, moves them; a change inside one leaves the others as they were.
  if (changedPaths.some((path) => path[0] === 'data' && path.length < 4) || changedPaths.some((path) => path.length === 0))
    return;
  const changed = new Set(changedPaths.map(([, , index]) => index));
  untouched.videos.forEach((video, index) => {
    const read = page.videos.find(({ tiktokVideoId }) => tiktokVideoId === video.tiktokVideoId);
    if (!changed.has(index)) promiseEqual(read, video, 'A video that was not touched came out otherwise');
  });
}

function checkVideo(video: TikTokVideo, said: Said): void {
  const { publishedAt, coverExpiresAt, ...rest } = video;
  checkFlat(rest, said);
  promise(publishedAt === null || said.isCount(publishedAt.getTime() / 1000), 'A time that TikTok did not send', publishedAt);
  promise(
    coverExpiresAt === null || said.isCount(coverExpiresAt.getTime() / 1000),
    'An expiry that TikTok did not send',
    coverExpiresAt,
  );
}

function checkFlat(fields: Record<string, unknown>, said: Said): void {
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'number') promise(said.isCount(value), `A number that TikTok did not send (${name})`, value);
    if (typeof value === 'string') promise(said.isText(value), `A text that TikTok did not send (${name})`, value);
  }
}
