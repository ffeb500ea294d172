/** What Crealia needs from TikTok, in our words. The wire's own words stay in wire.ts. */
export interface TikTokClient {
  /** The browser is sent here to consent. `state` comes back with the answer; `codeVerifier` is sent as TikTok's PKCE where it is needed. */
  authorizeUrl(input: { state: string; codeVerifier: string; scopes: readonly string[] }): string;
  /** @throws TikTokGrantRejectedError when the code is used, expired or foreign. */
  exchangeCode(input: { code: string; codeVerifier: string }): Promise<TokenGrant>;
  /** The previous refresh token is dead once this returns: save the answer before using it. @throws TikTokGrantRejectedError */
  refreshTokens(refreshToken: string): Promise<TokenGrant>;
  revoke(accessToken: string): Promise<void>;
  /** Asks only for the fields that `scopes` allow. */
  getUser(accessToken: string, scopes: readonly string[]): Promise<TikTokUser>;
  /** Newest first. A page may be short or empty although `hasMore`. */
  listVideos(accessToken: string, input: { cursor: number | null; maxCount: number }): Promise<VideoPage>;
  /** At most 20 ids; what TikTok no longer shows is absent from the answer. */
  queryVideos(accessToken: string, tiktokVideoIds: readonly string[]): Promise<TikTokVideo[]>;
  /** TikTok's public oEmbed: null when the video is not public. */
  getEmbed(shareUrl: string): Promise<TikTokEmbed | null>;
}

export interface TokenGrant {
  tiktokUserId: string;
  scopes: string[];
  accessToken: string;
  accessTokenLifetimeSeconds: number;
  refreshToken: string;
  refreshTokenLifetimeSeconds: number;
}

/** Every field but the id is null where TikTok did not send it. */
export interface TikTokUser {
  tiktokUserId: string;
  unionId: string | null;
  displayName: string | null;
  username: string | null;
  avatarUrl: string | null;
  bio: string | null;
  profileUrl: string | null;
  isVerified: boolean | null;
  followerCount: number | null;
  followingCount: number | null;
  likesCount: number | null;
  videoCount: number | null;
}

export interface TikTokVideo {
  tiktokVideoId: string;
  publishedAt: Date | null;
  title: string | null;
  description: string | null;
  durationSeconds: number | null;
  width: number | null;
  height: number | null;
  isAiGenerated: boolean | null;
  shareUrl: string | null;
  embedUrl: string | null;
  coverUrl: string | null;
  /** From the URL's own `x-expires`; null where it has none. */
  coverExpiresAt: Date | null;
  viewCount: number | null;
  likeCount: number | null;
  commentCount: number | null;
  shareCount: number | null;
}

export interface VideoPage {
  videos: TikTokVideo[];
  /** Milliseconds since the epoch; null when there is no further page. */
  nextCursor: number | null;
}

export interface TikTokEmbed {
  title: string | null;
  authorName: string | null;
  musicName: string | null;
  thumbnailUrl: string | null;
}
