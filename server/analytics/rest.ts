import { Router } from 'express';
import type { GraphQLCaller } from '../http/graphql-caller';
import { jsonBody, readCount, refuseOtherUser, requireData, RestError, restRoute } from '../http/rest';

const videoFields = `id tiktokVideoId title description hashtags musicName durationSeconds publishedAt shareUrl coverUrl
  viewCount likeCount commentCount shareCount bookmarkCount availability lastObservedAt`;
const whoQuery = 'query RestVideoOwner { viewer { user { id } tiktokConnections(first: 100) { nodes { id } } } }';
const listQuery = `query RestVideos($id: ID!, $first: Int!) {
  node(id: $id) { ... on TikTokConnection { videos(first: $first) { nodes { ${videoFields} } } } }
}`;
const videoQuery = `query RestVideoAnalytics($id: ID!) {
  node(id: $id) {
    ... on Video {
      id viewCount likeCount commentCount shareCount bookmarkCount lastObservedAt
      engagement { engagementRateByViews engagementRateByFollowers engagementRateByReach }
      baseline { ageHours expectedViews residual ratio percentile n }
      measurements { field status }
    }
  }
}`;

interface Person {
  user: { id: string };
}

interface Owner {
  viewer: (Person & { tiktokConnections: { nodes: { id: string }[] } }) | null;
}

interface VideoList {
  node: { videos?: { nodes: { publishedAt: string }[] } } | null;
}

interface VideoAnswer {
  node: { id?: string } | null;
}

const maximumCount = 100;

/** `/api/tiktok/videos`: the newest videos of the person's accounts, and the analytics of one, over the GraphQL operations. */
export function videoRoutes({ callGraphQL }: { callGraphQL: GraphQLCaller }): Router {
  const router = Router();

  router.get(
    '/api/tiktok/videos',
    restRoute(async (request, response) => {
      const first = readCount(request.query.maxCount, 'maxCount', maximumCount);
      const { viewer } = requireData(await callGraphQL<Owner>(request, response, { query: whoQuery }));
      if (!viewer) throw signInFirst();
      refuseOtherUser(request.query.userId, viewer);
      const lists: { publishedAt: string }[][] = [];
      for (const { id } of viewer.tiktokConnections.nodes) {
        const operation = { query: listQuery, variables: { id, first } };
        lists.push(requireData(await callGraphQL<VideoList>(request, response, operation)).node?.videos?.nodes ?? []);
      }
      const videos = lists
        .flat()
        .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt))
        .slice(0, first);
      response.set('cache-control', 'no-store').json({ videos });
    }),
  );

  router.post(
    '/api/tiktok/videos',
    restRoute(async (request, response) => {
      const { videoId, userId } = jsonBody(request);
      if (typeof videoId !== 'string')
        throw new RestError(400, 'INVALID_INPUT', 'Send {"videoId"}: the id of one of your videos.');
      const { viewer } = requireData(await callGraphQL<Owner>(request, response, { query: whoQuery }));
      if (!viewer) throw signInFirst();
      refuseOtherUser(userId ?? request.query.userId, viewer);
      const operation = { query: videoQuery, variables: { id: videoId } };
      const { node } = requireData(await callGraphQL<VideoAnswer>(request, response, operation));
      if (!node?.id) throw new RestError(404, 'NOT_FOUND', 'There is no such video among yours.');
      response.json({ analytics: node });
    }),
  );
  return router;
}

function signInFirst(): RestError {
  return new RestError(401, 'UNAUTHENTICATED', 'Sign in first: connect a TikTok account on the home page.');
}
