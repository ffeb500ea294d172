import { Router } from 'express';
import type { GraphQLCaller } from '../http/graphql-caller';
import { jsonBody, readCount, refuseOtherUser, requireData, requireSuccess, RestError, restRoute } from '../http/rest';
import { recommendationTypes } from './recommendation';

const whoFields = 'viewer { user { id } tiktokConnections(first: 100) { nodes { id isActive } } }';
const whoQuery = `query RestWho { ${whoFields} }`;
const listQuery = `query RestRecommendations($limit: Int!) {
  viewer {
    user { id }
    recommendations(first: $limit) {
      nodes {
        id type title description confidence source locale isRead isApplied isDismissed createdAt connection { id }
        content {
          ... on ContentIdea { angle hook steps }
          ... on Script { hook beats callToAction durationSeconds }
          ... on HashtagSet { hashtags }
          ... on PostingTime { weekday hourFrom hourUntil timeZone }
          ... on VideoFormat { minimumSeconds maximumSeconds label }
        }
        evidence { metric effect low high intervalLevel n arms { label n } methodVersion statement document variables }
      }
    }
  }
}`;
const generateDocument = `mutation RestGenerate($input: GenerateRecommendationsInput!) {
  generateRecommendations(input: $input) { __typename ... on GenerateRecommendationsSuccess { generationRun { id } } ... on Error { message } }
}`;

interface Who {
  viewer: { user: { id: string }; tiktokConnections: { nodes: { id: string; isActive: boolean }[] } } | null;
}
interface Listed {
  viewer: { user: { id: string }; recommendations: { nodes: unknown[] } } | null;
}
interface Generated {
  generateRecommendations:
    { __typename: 'GenerateRecommendationsSuccess'; generationRun: { id: string } } | { __typename: 'Error'; message: string };
}

const signInFirst = () => new RestError(401, 'UNAUTHENTICATED', 'Sign in first: connect a TikTok account on the home page.');

/** `/api/tiktok/recommendations`, over the GraphQL operations. */
export function recommendationRoutes({ callGraphQL }: { callGraphQL: GraphQLCaller }): Router {
  const router = Router();

  router.get(
    '/api/tiktok/recommendations',
    restRoute(async (request, response) => {
      const limit = readCount(request.query.limit, 'limit', 100);
      const { viewer } = requireData(await callGraphQL<Listed>(request, response, { query: listQuery, variables: { limit } }));
      if (!viewer) throw signInFirst();
      refuseOtherUser(request.query.userId, viewer);
      response.set('cache-control', 'no-store').json({ recommendations: viewer.recommendations.nodes });
    }),
  );

  router.post(
    '/api/tiktok/recommendations',
    restRoute(async (request, response) => {
      const { connectionId, types, userId } = jsonBody(request);
      const { viewer } = requireData(await callGraphQL<Who>(request, response, { query: whoQuery }));
      if (!viewer) throw signInFirst();
      refuseOtherUser(userId ?? request.query.userId, viewer);
      const input = { connectionId: chooseConnection(connectionId, viewer.tiktokConnections.nodes), types: readTypes(types) };
      const data = requireData(
        await callGraphQL<Generated>(request, response, { query: generateDocument, variables: { input } }),
      );
      response.status(202).json({ runId: requireSuccess(data.generateRecommendations).generationRun.id });
    }),
  );
  return router;
}

/** The account that was named, or the person's only one that is connected. */
function chooseConnection(named: unknown, connections: readonly { id: string; isActive: boolean }[]): string {
  if (typeof named === 'string') return named;
  const active = connections.filter(({ isActive }) => isActive);
  const [only] = active;
  if (named !== undefined || !only || active.length > 1) {
    throw new RestError(400, 'INVALID_INPUT', 'Send {"connectionId"}: the id of one of your TikTok connections.');
  }
  return only.id;
}

function readTypes(types: unknown): string[] | null {
  if (types === undefined || types === null) return null;
  const known: readonly unknown[] = recommendationTypes;
  if (Array.isArray(types) && types.every((type) => known.includes(type))) return types as string[];
  throw new RestError(400, 'INVALID_INPUT', `types must be a list of ${recommendationTypes.join(', ')}.`);
}
