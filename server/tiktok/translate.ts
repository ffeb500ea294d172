import type { TikTokEmbed, TikTokUser, TikTokVideo, TokenGrant, VideoAnswer, VideoPage } from './client';
import { readMusicName } from './music-name';
import type { WireEmbed, WireTokens, WireUser, WireVideo, WireVideoPage } from './wire';

/**
 * @param previousRefreshToken stays in force where a refresh brought no new one (OAuth's rule).
 * @returns null where there is no refresh token at all.
 */
export function toTokenGrant(wire: WireTokens, previousRefreshToken: string | null): TokenGrant | null {
  const refreshToken = wire.refresh_token ?? previousRefreshToken;
  if (refreshToken === null) return null;
  const accessTokenLifetimeSeconds = wire.expires_in ?? 0;
  return {
    tiktokUserId: wire.open_id,
    scopes: splitScopes(wire.scope ?? ''),
    accessToken: wire.access_token,
    accessTokenLifetimeSeconds,
    refreshToken,
    ...(wire.refresh_token === null && { isRefreshTokenKept: true }),
    refreshTokenLifetimeSeconds: wire.refresh_expires_in ?? accessTokenLifetimeSeconds,
  };
}

/** TikTok parts scopes by commas; OAuth says spaces. */
function splitScopes(list: string): string[] {
  return list.split(/[\s,]+/).filter((scope) => scope !== '');
}

export function toUser(wire: WireUser): TikTokUser {
  return {
    tiktokUserId: wire.open_id,
    unionId: wire.union_id,
    displayName: wire.display_name,
    username: wire.username,
    avatarUrl: wire.avatar_url,
    bio: wire.bio_description,
    profileUrl: wire.profile_deep_link,
    isVerified: wire.is_verified,
    followerCount: wire.follower_count,
    followingCount: wire.following_count,
    likesCount: wire.likes_count,
    videoCount: wire.video_count,
  };
}

function toVideo(wire: WireVideo): TikTokVideo {
  return {
    tiktokVideoId: wire.id,
    publishedAt: wire.create_time === null ? null : new Date(wire.create_time * 1000),
    title: wire.title,
    description: wire.video_description,
    durationSeconds: wire.duration,
    width: wire.width,
    height: wire.height,
    isAiGenerated: wire.is_aigc,
    shareUrl: wire.share_url,
    embedUrl: wire.embed_link,
    coverUrl: wire.cover_image_url,
    coverExpiresAt: wire.cover_image_url === null ? null : expiryOf(wire.cover_image_url),
    viewCount: wire.view_count,
    likeCount: wire.like_count,
    commentCount: wire.comment_count,
    shareCount: wire.share_count,
  };
}

/** The moment in a signed URL's `x-expires` (seconds since the epoch); null where there is none. */
function expiryOf(url: string): Date | null {
  const expires = new URL(url).searchParams.get('x-expires');
  return expires !== null && /^[1-9]\d{0,10}$/.test(expires) ? new Date(Number(expires) * 1000) : null;
}

/** @param entries null where an entry could not be read */
export function toVideoAnswer(entries: readonly (WireVideo | null)[]): VideoAnswer {
  const videos = entries.flatMap((entry) => (entry === null ? [] : [toVideo(entry)]));
  return { videos, unreadableCount: entries.length - videos.length };
}

/**
 * @param asked the cursor of this page. TikTok's list runs back in time, so a cursor that does not fall below the one asked
 * would bring the same pages for ever: it counts as the end.
 */
export function toVideoPage(wire: WireVideoPage, asked: number | null): VideoPage {
  const moves = wire.cursor !== null && wire.cursor > 0 && (asked === null || wire.cursor < asked);
  return { ...toVideoAnswer(wire.videos ?? []), nextCursor: wire.has_more === true && moves ? wire.cursor : null };
}

export function toEmbed(wire: WireEmbed): TikTokEmbed {
  return {
    title: wire.title,
    authorName: wire.author_name,
    musicName: wire.html === null ? null : readMusicName(wire.html),
    thumbnailUrl: wire.thumbnail_url,
  };
}
