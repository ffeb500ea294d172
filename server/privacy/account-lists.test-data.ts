import { encodeGlobalID } from '@pothos/plugin-relay';
import type { TestBrowser } from '../testing/test-app';

export type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

const videoFields = `id tiktokVideoId title description durationSeconds isAiGenerated shareUrl embedUrl coverUrl coverExpiresAt musicName
  viewCount likeCount commentCount shareCount bookmarkCount publishedAt availability unavailableSince firstSeenAt lastObservedAt hashtags
  engagement { engagementRateByViews engagementRateByFollowers } baseline { n expectedViews ratio residual percentile }
  measurements { field status }
  snapshots(first: 100) { totalCount nodes { observedAt ageHours viewCount likeCount commentCount shareCount bookmarkCount } }`;

interface VideoPage {
  node: { videos: { nodes: Json[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
}

/** Everything that lists can say of an account, page by page. */
export async function readLists(browser: TestBrowser, connectionId: string): Promise<Json> {
  const id = encodeGlobalID('TikTokConnection', connectionId);
  const videos: Json[] = [];
  let next: string | null = null;
  for (let more = true; more;) {
    const { node }: VideoPage = await browser.query<VideoPage>(
      `query ($id: ID!, $after: String) { node(id: $id) { ... on TikTokConnection {
        videos(first: 20, after: $after) { nodes { ${videoFields} } pageInfo { hasNextPage endCursor } } } } }`,
      { id, after: next },
    );
    videos.push(...node.videos.nodes);
    more = node.videos.pageInfo.hasNextPage;
    next = node.videos.pageInfo.endCursor;
  }
  const others = await browser.query<{ [key: string]: Json }>(
    `query ($id: ID!) {
      viewer {
        user { id displayName locale timeZone role createdAt }
        consents { id purpose policyVersion givenAt withdrawnAt }
        consentStates { purpose isGiven isCurrent }
        keptData { accountCount videoCount videoReadingCount accountReadingCount syncCount recommendationCount predictionCount
          experimentCount consentCount }
      }
      node(id: $id) { ... on TikTokConnection {
        displayName username bio profileUrl isVerified followerCount followingCount likesCount videoCount scopes status isActive
        connectedAt disconnectedAt lastUsedAt lastSyncedAt nextSyncAt dataVersion
        latestSync { id status phase trigger readingCount newVideoCount createdAt finishedAt }
        snapshots(first: 100) { totalCount nodes { observedAt followerCount followingCount likesCount videoCount } }
        recommendations(first: 50) { totalCount nodes { id type title description confidence statedConfidence isRead createdAt
          evidence { metric effect low high n statement document variables supportingVideos { id } } prediction { id } } }
        predictions(first: 50) { totalCount nodes { id type status verdict settledAt linkedAt linkedBy effect video { id }
          horizons { ageHours expectedViews measuredViews verdict judgedAt } } }
        experiments(first: 50) { totalCount nodes { id kind status seed startedAt
          assignments(first: 50) { nodes { id position side tossedAt } } exclusions { position reason excludedAt video { id } } } }
      } }
    }`,
    { id },
  );
  return { videos, others };
}
