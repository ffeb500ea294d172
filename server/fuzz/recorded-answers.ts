import { createLogger } from '../logger';
import { TestSandbox, videoFields } from '../sandbox/test-sandbox';

/** Bodies that the sandbox gave, by call: what the mutations start from. */
export interface RecordedAnswers {
  tokens: unknown;
  revoke: unknown;
  user: unknown;
  /** Two pages of the list from its beginning, and its last one. */
  list: RecordedPage[];
  query: unknown;
  embed: unknown;
}

export interface RecordedPage {
  data: { videos: { id: string; create_time: number }[]; cursor: number; has_more: boolean };
}

/** Small pages, so that a list of few videos has several. */
const pageSize = 8;
const userFields =
  'open_id,union_id,avatar_url,display_name,bio_description,profile_deep_link,is_verified,username,follower_count,following_count,likes_count,video_count';

/** Asks a sandbox of its own, whose time stands still, all that the client asks TikTok. */
export async function recordAnswers(): Promise<RecordedAnswers> {
  const sandbox = await TestSandbox.start({ logger: createLogger('silent') });
  try {
    const tokens = await sandbox.connect('small');
    const user = (await sandbox.user(tokens.access_token, userFields)).json;
    const list: RecordedPage[] = [];
    for (let cursor: number | undefined; ;) {
      const page = (await sandbox.list(tokens.access_token, { cursor, max_count: pageSize }, videoFields)).json;
      list.push(page);
      if (!page.data.has_more) break;
      cursor = page.data.cursor;
    }
    const [first, second, last] = [list[0], list[1], list.at(-1)];
    if (!first || !second || !last) throw new Error('The sandbox listed too little.');
    const query = (
      await sandbox.query(
        tokens.access_token,
        first.data.videos.map(({ id }) => id),
      )
    ).json;
    const shareUrl = (first.data.videos[0] as unknown as { share_url: string }).share_url;
    const embed: unknown = await (await fetch(`${sandbox.sandbox.oembedUrl}?url=${encodeURIComponent(shareUrl)}`)).json();
    const revoke = (await sandbox.revoke(tokens.access_token)).json;
    return { tokens, revoke, user, list: [first, second, last], query, embed };
  } finally {
    await sandbox.close();
  }
}
