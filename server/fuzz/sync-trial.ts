import fc from 'fast-check';
import { print } from 'graphql';
import { csrfHeader } from '../graphql/csrf';
import { createTestApp } from '../testing/test-app';
import { readWebOperations } from '../testing/web-operations';
import { isFinished } from '../videos/sync-run';
import { answerPlan, type AnswerPlan, type HostileAnswer, makeAnswer } from './hostile-answer';
import { promise, promiseEqual, Said } from './nothing-invented';
import type { RecordedAnswers, RecordedPage } from './recorded-answers';
import { reportingLogger } from './reporting-logger';
import { savedTables } from './saved-tables';
import { syncAt } from './sync-at';
import { hostileClient } from './hostile-client';

/** How the list goes on, whatever its pages hold: as recorded, or without an end. */
const listings = ['recorded', 'sameCursor', 'fallingCursor', 'emptyFallingCursor'] as const;

/** One sync against a TikTok whose answers of one kind are changed, once or each time. */
export const syncPlan = fc.record({
  target: fc.constantFrom('user' as const, 'list' as const, 'query' as const),
  page: fc.nat({ max: 2 }),
  plan: answerPlan,
  listing: fc.oneof(
    { weight: 6, arbitrary: fc.constant('recorded' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...listings) },
  ),
  /** A sync of videos that are known, or the account's first. */
  isFirst: fc.boolean(),
});
type SyncPlan = {
  target: 'user' | 'list' | 'query';
  page: number;
  plan: AnswerPlan;
  listing: (typeof listings)[number];
  isFirst: boolean;
};

/** More calls than this no sync of these few videos may make. */
const maximumCalls = 400;

const hourMs = 3_600_000;

/** A test app with one connected account whose syncs are answered by plan, put back to the same state before each. */
export async function openSyncTrial(recorded: RecordedAnswers) {
  const reported: string[] = [];
  const test = await createTestApp({ logger: reportingLogger(reported) });
  const { connectionId: globalId, ...browser } = await test.connectedBrowser('newcomer');
  const connectionId = Buffer.from(globalId, 'base64').toString().split(':')[1] ?? '';
  const operations = await readWebOperations();
  const start = test.clock.now().getTime() - 48 * hourMs;
  const counts = { syncsSucceeded: 0, syncsFailed: 0 };

  let answerOf: (url: URL, body: { cursor?: number; filters?: { video_ids: string[] } }) => HostileAnswer;
  let calls = 0;
  const said = { now: new Said() };
  const client = hostileClient('http://tiktok.test', async (url, init) => {
    calls += 1;
    // The client takes this for a broken network, and the sync ends: the promise is checked afterwards.
    if (calls > maximumCalls) throw new Error('The sync does not come to an end.');
    const answer = answerOf(new URL(String(url)), JSON.parse(String(init?.body ?? '{}')) as never);
    said.now.add(answer.text);
    return new Response(answer.bytes, answer);
  });

  const sync = (now: number) => syncAt(now, { test, connectionId, client });

  const listVideos = () =>
    test.db.sqlite
      .prepare('SELECT tiktokVideoId, viewCount, likeCount, commentCount, shareCount, title, description FROM Video ORDER BY tiktokVideoId')
      .all() as { tiktokVideoId: string; viewCount: number | null; likeCount: number | null; commentCount: number | null; shareCount: number | null; title: string | null; description: string | null }[]; // prettier-ignore

  const before = savedTables(test.db.sqlite, connectionId, 'first');
  answerOf = (url, body) => plain(recorded, url, body);
  await sync(start);
  const known = listVideos();
  const after = savedTables(test.db.sqlite, connectionId, 'known');
  const recordedText = JSON.stringify(recorded);

  /** Asks as a page does. @throws when any part of the answer failed */
  async function ask(name: string, variables: Record<string, unknown>): Promise<Record<string, never>> {
    const document = operations[name];
    promise(document !== undefined, `No operation ${name}`);
    const response = await test.app.graphql.fetch(
      new Request('http://localhost:3000/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: browser.cookie(), [csrfHeader]: '1' },
        body: JSON.stringify({ query: print(document), variables }),
      }),
      { requestId: 'fuzz' },
    );
    const answer = (await response.json()) as { data: Record<string, never>; errors?: unknown };
    promise(answer.errors === undefined, `${name} failed after a hostile sync`, answer.errors);
    return answer.data;
  }

  return {
    counts,
    async check(input: SyncPlan): Promise<void> {
      (input.isFirst ? before : after).restore();
      calls = 0;
      reported.length = 0;
      said.now = new Said();
      said.now.add(recordedText);
      const touched = new Set<string>();
      let isEverythingTouched = false;
      answerOf = (url, body) => {
        const { target, original, page } = originalOf(recorded, url, body, input.listing);
        if (target !== input.target || (target === 'list' && page !== input.page)) return plainAnswer(original);
        const answer = makeAnswer(original, input.plan);
        for (const path of answer.changedPaths ?? [[]]) {
          const video =
            path.length > 2 && path[1] === 'videos' ? (original as RecordedPage).data.videos[Number(path[2])] : undefined;
          if (video) touched.add(video.id);
          else isEverythingTouched = true;
        }
        return answer;
      };
      const run = await sync(start + 24 * hourMs);
      promise(calls <= maximumCalls, 'The sync does not come to an end by itself', calls);
      promise(run !== null && isFinished(run), 'The run did not end', run);
      counts[run.status === 'SUCCEEDED' ? 'syncsSucceeded' : 'syncsFailed'] += 1;
      promise(run.status === 'SUCCEEDED' || run.errorCode !== null, 'A sync failed without a reason', run);

      const stored = listVideos();
      for (const video of stored) {
        promise(said.now.isText(video.tiktokVideoId), 'A video that TikTok did not send', video);
        for (const count of [video.viewCount, video.likeCount, video.commentCount, video.shareCount]) {
          promise(said.now.isCount(count), 'A count that TikTok did not send', video);
        }
        promise(said.now.isText(video.title) && said.now.isText(video.description), 'A text that TikTok did not send', video);
      }
      const storedById = new Map(stored.map((video) => [video.tiktokVideoId, video]));
      for (const video of known) {
        const now = storedById.get(video.tiktokVideoId);
        promise(now !== undefined || input.isFirst, 'A known video is gone', video);
        if (now && !isEverythingTouched && !touched.has(video.tiktokVideoId))
          promiseEqual(now, video, 'An untouched video changed');
      }

      await ask('Dashboard', { connectionId: globalId, period: 'LAST_28_DAYS' });
      const list = (await ask('Videos', { connectionId: globalId, first: 100 })) as unknown as {
        node: { videos: { totalCount: number; nodes: { id: string; viewCount: number | null }[] } };
      };
      promiseEqual(list.node.videos.totalCount, stored.length, 'The list counts otherwise than the table');
      const views = (counts: readonly (number | null)[]) => [...counts].sort((one, other) => (one ?? -1) - (other ?? -1));
      promiseEqual(
        views(list.node.videos.nodes.map(({ viewCount }) => viewCount)),
        views(stored.map(({ viewCount }) => viewCount)),
        'The list shows other views than the table',
      );
      const [first] = list.node.videos.nodes;
      if (first) await ask('VideoPage', { id: first.id });
      promise(reported.length === 0, 'An error was logged', reported.splice(0));
    },
    close: () => test.close(),
  };
}

function originalOf(
  recorded: RecordedAnswers,
  url: URL,
  { cursor, filters }: { cursor?: number; filters?: { video_ids: string[] } },
  listing: (typeof listings)[number],
): { target: 'user' | 'list' | 'query'; original: unknown; page: number } {
  if (url.pathname.startsWith('/v2/user/')) return { target: 'user', original: recorded.user, page: 0 };
  if (filters) {
    const ids = new Set(filters.video_ids);
    const videos = recorded.list.flatMap((page) => page.data.videos.filter(({ id }) => ids.has(id)));
    return { target: 'query', original: { ...recorded.list[0], data: { videos } }, page: 0 };
  }
  const page = cursor === undefined ? 0 : recorded.list.findIndex(({ data }) => data.cursor === cursor) + 1;
  const original = recorded.list[Math.min(page, recorded.list.length - 1)];
  if (listing === 'recorded' || !original) return { target: 'list', original, page };
  const next = { sameCursor: cursor ?? original.data.cursor, fallingCursor: (cursor ?? original.data.cursor) - 1 };
  const endless = { has_more: true, cursor: listing === 'sameCursor' ? next.sameCursor : next.fallingCursor };
  const videos = listing === 'emptyFallingCursor' ? [] : original.data.videos;
  return { target: 'list', original: { ...original, data: { ...original.data, videos, ...endless } }, page };
}

function plain(recorded: RecordedAnswers, url: URL, body: { cursor?: number; filters?: { video_ids: string[] } }): HostileAnswer {
  return plainAnswer(originalOf(recorded, url, body, 'recorded').original);
}

function plainAnswer(original: unknown): HostileAnswer {
  const text = JSON.stringify(original);
  return { status: 200, headers: {}, bytes: new TextEncoder().encode(text), text, changedPaths: [] };
}
