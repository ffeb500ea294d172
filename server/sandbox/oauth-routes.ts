import express, { type Request, type Router } from 'express';
import { flatAnswer, oauthError, type Answer } from './answers';
import { CodeRefusedError, type IssuedTokens } from './authorizations';
import type { SandboxContext } from './context';
import { removeAuthorization } from './remove-authorization';
import { endpoint } from './respond';

/** Token, refresh and revoke. Form bodies only; the answers are flat. */
export function oauthRoutes(context: SandboxContext): Router {
  const router = express.Router();
  router.use(express.urlencoded({ extended: false, limit: '20kb' }));
  router.post(
    '/v2/oauth/token',
    endpoint(context, 'oauth/token', (request) => token(context, request)),
  );
  router.post(
    '/v2/oauth/revoke',
    endpoint(context, 'oauth/revoke', (request) => revoke(context, request)),
  );
  return router;
}

type Form = (field: string) => string;

function readForm(request: Request): Form {
  const body: Record<string, unknown> = request.is('application/x-www-form-urlencoded') ? request.body : {};
  return (field) => {
    const value = body[field];
    return typeof value === 'string' ? value : '';
  };
}

function refused(context: SandboxContext, code: string, description: string): Answer {
  return oauthError(code, description, context.store.state.settings.oauthErrorStatus, context.now());
}

/** Null when the application is the registered one. */
function refusedClient(context: SandboxContext, form: Form): Answer | null {
  if (!form('client_key') || !form('client_secret')) {
    return refused(
      context,
      'invalid_request',
      'The request parameters are malformed: client_key and client_secret are required.',
    );
  }
  const isKnown = form('client_key') === context.clientKey && form('client_secret') === context.clientSecret;
  return isKnown ? null : refused(context, 'invalid_client', 'Client key or secret is incorrect.');
}

function token(context: SandboxContext, request: Request): Answer {
  const form = readForm(request);
  const wrongClient = refusedClient(context, form);
  if (wrongClient) return wrongClient;
  const { authorizations } = context;
  try {
    if (form('grant_type') === 'authorization_code') {
      if (!form('code') || !form('redirect_uri')) {
        return refused(context, 'invalid_request', 'The request parameters are malformed: code and redirect_uri are required.');
      }
      const asked = { code: form('code'), redirectUri: form('redirect_uri'), codeVerifier: form('code_verifier') };
      return tokenAnswer(context, authorizations.exchangeCode(asked));
    }
    if (form('grant_type') === 'refresh_token') return tokenAnswer(context, authorizations.refresh(form('refresh_token')));
    return refused(context, 'unsupported_grant_type', 'Grant type is not supported.');
  } catch (error) {
    if (error instanceof CodeRefusedError) return refused(context, error.code, error.message);
    throw error;
  }
}

function tokenAnswer(context: SandboxContext, issued: IssuedTokens): Answer {
  return flatAnswer(
    {
      open_id: context.creators.withId(issued.creatorId)?.openId,
      scope: issued.scopes.join(','),
      access_token: issued.accessToken,
      expires_in: issued.accessSeconds,
      refresh_token: issued.refreshToken,
      refresh_expires_in: issued.refreshSeconds,
      token_type: 'Bearer',
    },
    context.now(),
  );
}

function revoke(context: SandboxContext, request: Request): Answer {
  const form = readForm(request);
  const wrongClient = refusedClient(context, form);
  if (wrongClient) return wrongClient;
  const found = context.authorizations.find('access', form('token'));
  if (!found) return refused(context, 'invalid_grant', 'Access token is invalid or expired.');
  removeAuthorization(context, found.creatorId, 5);
  return flatAnswer({}, context.now());
}
