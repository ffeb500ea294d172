import type { TikTokClient, TikTokUser, TikTokVideo, VideoAnswer, VideoPage } from '../tiktok/client';

type Method = 'getUser' | 'listVideos' | 'queryVideos' | 'getEmbed';

/** An account at TikTok in memory, for tests: its videos are what is public there now. */
export class FakeTikTok implements TikTokClient {
  videos: TikTokVideo[] = [];
  user: TikTokUser;
  readonly calls: { method: Method; argument: unknown }[] = [];
  /** Videos on each next page, then `maxCount` again: TikTok's pages may be short or empty. */
  readonly pageSizes: number[] = [];
  readonly sounds = new Map<string, string>();
  private readonly failures: { method: Method; error: Error }[] = [];

  constructor(user: Partial<TikTokUser> = {}) {
    this.user = { ...anonymous, ...user };
  }

  /** Adds videos, the first one newest; each one `everyHours` older than the one before. */
  addVideos(count: number, { newestAt, everyHours = 24 }: { newestAt: Date; everyHours?: number }): TikTokVideo[] {
    const added = Array.from({ length: count }, (_, index) => {
      const publishedAt = new Date(newestAt.getTime() - index * everyHours * 3_600_000);
      return makeVideo(
        `7${String(publishedAt.getTime()).padStart(15, '0')}${String(this.videos.length + index).padStart(3, '0')}`,
        publishedAt,
      );
    });
    this.videos = [...this.videos, ...added].sort((a, b) => Number(b.publishedAt) - Number(a.publishedAt));
    return added;
  }

  /** Lets the next call of a method fail. */
  failNext(method: Method, error: Error): void {
    this.failures.push({ method, error });
  }

  countCalls(method: Method): number {
    return this.calls.filter((call) => call.method === method).length;
  }

  async getUser(): Promise<TikTokUser> {
    this.answer('getUser', null);
    return this.user;
  }

  async listVideos(_accessToken: string, input: { cursor: number | null; maxCount: number }): Promise<VideoPage> {
    this.answer('listVideos', input);
    const rest = this.videos.filter(({ publishedAt }) => input.cursor === null || Number(publishedAt) < input.cursor);
    const size = this.pageSizes.shift() ?? input.maxCount;
    const videos = rest.slice(0, size);
    // An empty page moves the cursor by a moment, as a page whose videos were all withheld does.
    const nextCursor =
      videos.length > 0 ? Number(videos.at(-1)?.publishedAt) : (input.cursor ?? Number(rest[0]?.publishedAt) + 2) - 1;
    return {
      videos: videos.map((video) => ({ ...video })),
      unreadableCount: 0,
      nextCursor: rest.length > videos.length ? nextCursor : null,
    };
  }

  async queryVideos(_accessToken: string, tiktokVideoIds: readonly string[]): Promise<VideoAnswer> {
    this.answer('queryVideos', tiktokVideoIds);
    const asked = this.videos.filter(({ tiktokVideoId }) => tiktokVideoIds.includes(tiktokVideoId));
    return { videos: asked.map((video) => ({ ...video })), unreadableCount: 0 };
  }

  async getEmbed(shareUrl: string) {
    this.answer('getEmbed', shareUrl);
    const musicName = this.sounds.get(shareUrl);
    return musicName === undefined ? null : { title: null, authorName: null, musicName, thumbnailUrl: null };
  }

  authorizeUrl(): string {
    throw new Error('Nobody authorizes in these tests.');
  }

  async exchangeCode(): Promise<never> {
    throw new Error('Nobody authorizes in these tests.');
  }

  async refreshTokens(): Promise<never> {
    throw new Error('No token ends in these tests.');
  }

  async revoke(): Promise<never> {
    throw new Error('Nobody disconnects in these tests.');
  }

  private answer(method: Method, argument: unknown): void {
    this.calls.push({ method, argument });
    const index = this.failures.findIndex((failure) => failure.method === method);
    const [failure] = index < 0 ? [] : this.failures.splice(index, 1);
    if (failure) throw failure.error;
  }
}

const anonymous: TikTokUser = {
  tiktokUserId: 'user',
  unionId: null,
  displayName: 'Léa cuisine',
  username: 'lea.cuisine',
  avatarUrl: null,
  bio: null,
  profileUrl: null,
  isVerified: false,
  followerCount: 1200,
  followingCount: 30,
  likesCount: 45_000,
  videoCount: null,
};

function makeVideo(tiktokVideoId: string, publishedAt: Date): TikTokVideo {
  return {
    tiktokVideoId,
    publishedAt,
    title: `Recette ${tiktokVideoId.slice(-3)} #Cuisine #été`,
    description: null,
    durationSeconds: 21,
    width: 576,
    height: 1024,
    isAiGenerated: null,
    shareUrl: `https://www.tiktok.com/@lea.cuisine/video/${tiktokVideoId}`,
    embedUrl: `https://www.tiktok.com/player/v1/${tiktokVideoId}`,
    coverUrl: `https://p16-sign.tiktokcdn.com/${tiktokVideoId}.jpeg`,
    coverExpiresAt: new Date(publishedAt.getTime() + 6 * 3_600_000),
    viewCount: 1000,
    likeCount: 30,
    commentCount: 2,
    shareCount: 1,
  };
}
