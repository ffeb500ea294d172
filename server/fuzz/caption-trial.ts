import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPages } from '../pages';
import { createTestApp } from '../testing/test-app';
import { hostileClient } from './hostile-client';
import { promise, promiseEqual } from './nothing-invented';
import { type PageRead, readPage } from './read-page';
import { recordAnswers } from './recorded-answers';
import { reportingLogger } from './reporting-logger';
import { savedTables } from './saved-tables';
import { createAgent, sendRequest } from './send-request';
import { syncAt } from './sync-at';

/** Videos of one page of the list, each with a caption to try. */
export const videosOfAPage = 20;

export interface Caption {
  title: string | null;
  description: string | null;
}

/** What TikTok says: the account's name, and the captions of its videos. */
export interface Written {
  displayName: string | null;
  captions: readonly Caption[];
}

export interface VideoTold extends Caption {
  id: string;
  tiktokVideoId: string;
  hashtags: string[];
}

const question = `query ($id: ID!) {
  node(id: $id) { ... on TikTokConnection { displayName videos(first: ${videosOfAPage}) { nodes { id tiktokVideoId title description hashtags } } } }
}`;

const hourMs = 3_600_000;

/** The whole server with its built pages, and one account whose captions are written anew for each trial. */
export async function openCaptionTrial() {
  const reported: string[] = [];
  const test = await createTestApp({ logger: reportingLogger(reported), createPages: await createPages() });
  const server = createServer(test.app.http);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = createAgent();
  const { connectionId: globalId, ...browser } = await test.connectedBrowser('newcomer');
  const connectionId = Buffer.from(globalId, 'base64').toString().split(':')[1] ?? '';
  const recorded = await recordAnswers();
  const [model] = recorded.list.flatMap((page) => page.data.videos);
  if (!model) throw new Error('The sandbox listed no video.');
  const models = Array.from({ length: videosOfAPage }, (_, index) => ({
    ...model,
    id: String(BigInt(model.id) - BigInt(index)),
    create_time: model.create_time - index * 3600,
  }));
  const recordedUser = recorded.user as { data: { user: Record<string, unknown> } };
  const start = test.clock.now().getTime() - 48 * hourMs;
  const before = savedTables(test.db.sqlite, connectionId, 'captions');

  let written: Written = { displayName: null, captions: [] };
  const client = hostileClient('http://tiktok.test', (url) => {
    const user = { ...recordedUser.data.user, display_name: written.displayName };
    const videos = models.map((video, index) => ({
      ...video,
      title: written.captions[index]?.title,
      video_description: written.captions[index]?.description,
    }));
    const isUser = new URL(String(url)).pathname.startsWith('/v2/user/');
    return Promise.resolve(
      Response.json(
        isUser ? { ...recordedUser, data: { user } } : { data: { videos, cursor: 1, has_more: false }, error: { code: 'ok' } },
      ),
    );
  });

  return {
    reported,
    /** TikTok's words for these videos, in the order of the captions. */
    tiktokVideoIds: models.map(({ id }) => id),
    /** Reads all of it from TikTok into the state from before the first time. @returns what GraphQL then tells */
    async read(words: Written): Promise<{ displayName: string; videos: VideoTold[] }> {
      written = words;
      before.restore();
      const run = await syncAt(start, { test, connectionId, client });
      promiseEqual(run?.status, 'SUCCEEDED', 'A sync of captions failed');
      const { node } = await browser.query<{ node: { displayName: string; videos: { nodes: VideoTold[] } } }>(question, {
        id: globalId,
      });
      promiseEqual(node.videos.nodes.length, models.length, 'A video is missing');
      return { displayName: node.displayName, videos: node.videos.nodes };
    },
    /** The list of videos, of those only in which a text is found where there is one. */
    list: (text = '') => page(`/tiktok/videos?${new URLSearchParams({ connection: globalId, text }).toString()}`),
    video: (id: string) => page(`/tiktok/videos/${encodeURIComponent(id)}`),
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await test.close();
    },
  };

  async function page(path: string): Promise<PageRead> {
    const headers = { cookie: browser.cookie(), accept: 'text/html' };
    const answer = await sendRequest(port, agent, { method: 'GET', path, headers, body: null });
    promise(answer.status === 200, `The page answered ${answer.status}`, path);
    return readPage(answer.text);
  }
}
