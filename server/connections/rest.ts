import { Router } from 'express';
import type { GraphQLCaller } from '../http/graphql-caller';
import { jsonBody, refuseOtherUser, requireData, requireSuccess, RestError, restRoute } from '../http/rest';
import type { Logger } from '../logger';
import { policyVersion, requiredPurposes } from '../users/policy';

const whoQuery = 'query RestViewer { viewer { user { id } } }';
const startDocument = `mutation RestStart($input: StartTikTokAuthorizationInput!) {
  startTikTokAuthorization(input: $input) { __typename ... on StartTikTokAuthorizationSuccess { authorizeUrl } ... on Error { message } }
}`;
const connectDocument = `mutation RestConnect($input: ConnectTikTokInput!) {
  connectTikTok(input: $input) {
    __typename ... on ConnectTikTokSuccess { returnTo connection { id } } ... on MissingScopeError { missingScopes } ... on Error { message }
  }
}`;

type Failure = { __typename: 'Error'; message: string };
type StartResult = {
  startTikTokAuthorization: { __typename: 'StartTikTokAuthorizationSuccess'; authorizeUrl: string } | Failure;
};
type ConnectResult = {
  connectTikTok:
    | { __typename: 'ConnectTikTokSuccess'; returnTo: string; connection: { id: string } }
    | { __typename: 'MissingScopeError'; missingScopes: string[]; message: string };
};

/**
 * `/api/tiktok/auth` and its callback, over the GraphQL mutations. A program that asks for the authorize address states the
 * person's consent to the current policy by it, which the answer names; the consent is written when the person comes back.
 */
export function connectionRoutes({ callGraphQL, logger }: { callGraphQL: GraphQLCaller; logger: Logger }): Router {
  const router = Router();

  router.get(
    '/api/tiktok/auth',
    restRoute(async (request, response) => {
      const who = requireData(
        await callGraphQL<{ viewer: { user: { id: string } } | null }>(request, response, { query: whoQuery }),
      );
      refuseOtherUser(request.query.userId, who.viewer);
      const input = { consents: requiredPurposes, policyVersion };
      const data = requireData(await callGraphQL<StartResult>(request, response, { query: startDocument, variables: { input } }));
      const { authorizeUrl } = requireSuccess(data.startTikTokAuthorization);
      response.set('cache-control', 'no-store').json({ authorizeUrl, consent: { purposes: requiredPurposes, policyVersion } });
    }),
  );

  router.post(
    '/api/tiktok/auth',
    restRoute(async (request, response) => {
      const { code, state } = jsonBody(request);
      if (typeof code !== 'string' || typeof state !== 'string')
        throw new RestError(400, 'INVALID_INPUT', 'Send {"code", "state"} as TikTok gave them.');
      const data = requireData(
        await callGraphQL<ConnectResult>(request, response, { query: connectDocument, variables: { input: { code, state } } }),
      );
      response.json({ connectionId: requireSuccess(data.connectTikTok).connection.id });
    }),
  );

  // Where TikTok sends the browser back. People get a page, never JSON.
  router.get(
    '/api/tiktok/auth/callback',
    restRoute(async (request, response) => {
      const problem = (code: string, extra: Record<string, string> = {}) =>
        response.redirect(303, `/connect/problem?${new URLSearchParams({ code, ...extra }).toString()}`);
      const { code, state, error } = request.query;
      if (typeof error === 'string') {
        if (error !== 'access_denied')
          logger.warn(
            { error: error.slice(0, 60), type: String(request.query.error_type ?? '').slice(0, 60) },
            'TikTok refused to authorize',
          );
        return problem(error === 'access_denied' ? 'AuthorizationCancelledError' : 'AuthorizationRefusedError');
      }
      if (typeof code !== 'string' || typeof state !== 'string') return problem('AuthorizationStateError');
      const { data, errors } = await callGraphQL<ConnectResult>(request, response, {
        query: connectDocument,
        variables: { input: { code, state } },
      });
      if (errors.length > 0 || !data)
        return problem(errors[0]?.extensions?.code === 'RATE_LIMITED' ? 'RateLimited' : 'InternalError');
      const result = data.connectTikTok;
      if (result.__typename === 'ConnectTikTokSuccess') return response.redirect(303, result.returnTo);
      return problem(result.__typename, result.missingScopes && { scopes: result.missingScopes.join(',') });
    }),
  );
  return router;
}
