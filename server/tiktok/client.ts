/**
 * What Crealia needs from TikTok, in our words. The wire's own words stay in wire.ts. Every promise rejects with a TikTokError
 * (see errors.ts), after the client's own retries.
 */
export interface TikTokClient {
  /** The browser is sent here to consent. `state` comes back with the answer; `codeVerifier` is sent as TikTok's PKCE where it is needed. */
  authorizeUrl(input: { state: string; codeVerifier: string; scopes: readonly string[] }): string;
  /** @throws TikTokGrantRejectedError when the code is used, expired or foreign. */
  exchangeCode(input: { code: string; codeVerifier: string }): Promise<TokenGrant>;
  /**
   * The previous refresh token is dead once this returns: save the answer before using it, and run one refresh at a time per account.
   * TikTokUnavailableError leaves open whether TikTok made a new pair, unless it is a TikTokNotReachedError: keep the old one and try
   * it again later.
   * @throws TikTokGrantRejectedError when the refresh token is used up, expired or revoked: read the stored pair once more (another
   * process may have refreshed), then only connecting again helps.
   */
  refreshTokens(refreshToken: string): Promise<TokenGrant>;
  /**
   * Takes the app off the person's list at TikTok. It needs a living access token: refresh first where it may have expired.
   * @throws TikTokAccessTokenInvalidError or TikTokGrantRejectedError when TikTok does not know the token (any more).
   */
  revoke(accessToken: string): Promise<void>;
  /**
   * Asks only for the fields that `scopes` allow; the others are null. Pass the scopes that were granted, not those asked for.
   * @throws TikTokScopeMissingError, without a call, where `user.info.basic` is not among them.
   */
  getUser(accessToken: string, scopes: readonly string[]): Promise<TikTokUser>;
  /** Newest first, `maxCount` from 1 to 20. A page may be short or even empty with more to come: only `nextCursor` tells the end. */
  listVideos(accessToken: string, input: { cursor: number | null; maxCount: number }): Promise<VideoPage>;
  /** At most 20 ids; what TikTok no longer shows is absent from the answer, and so is what cannot be read of it. */
  queryVideos(accessToken: string, tiktokVideoIds: readonly string[]): Promise<VideoAnswer>;
  /** TikTok's public oEmbed: null when the video is not public. */
  getEmbed(shareUrl: string): Promise<TikTokEmbed | null>;
}

export interface TokenGrant {
  tiktokUserId: string;
  /** Granted, which may be fewer than asked. Empty where TikTok did not say: then those known before still hold. */
  scopes: string[];
  accessToken: string;
  /** From now; 0 where TikTok did not say: refresh before the next use. */
  accessTokenLifetimeSeconds: number;
  refreshToken: string;
  /** A refresh brought no new one: the one that was used may be dead. */
  isRefreshTokenKept?: boolean;
  /** From now; where TikTok did not say, that of the access token, which it outlives. */
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

export interface VideoAnswer {
  videos: TikTokVideo[];
  /** Entries whose id cannot be read: nobody knows which videos they are. */
  unreadableCount: number;
}

export interface VideoPage extends VideoAnswer {
  /** Milliseconds since the epoch; null when there is no further page, or when TikTok's cursor does not move on. */
  nextCursor: number | null;
}

export interface TikTokEmbed {
  title: string | null;
  authorName: string | null;
  musicName: string | null;
  thumbnailUrl: string | null;
}
