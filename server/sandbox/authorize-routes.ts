import { randomBytes } from 'node:crypto';
import express, { type Request, type Response, type Router } from 'express';
import { authorizePage, wrongRequestPage } from './authorize-page';
import { cancelledRedirect, grantedRedirect, readAuthorizeRequest, type AuthorizeRequest } from './authorize-request';
import type { SandboxContext } from './context';
import type { Language } from './creator-profile';
import { contentPolicy } from './html';

const creatorCookie = 'sandbox_creator';

/** The page where a creator consents, and what follows from each button. */
export function authorizeRoutes(context: SandboxContext): Router {
  const router = express.Router();

  router.get('/v2/auth/authorize', (request, response) => {
    const query = request.originalUrl.split('?')[1] ?? '';
    const asked = readOrRefuse(context, query, request, response);
    if (!asked) return;
    const automatic = automaticRedirect(context, asked, request);
    if (automatic) return response.redirect(302, automatic);
    const nonce = newNonce();
    // Browsers apply form-action to the redirect that answers the form, too.
    response.set('content-security-policy', contentPolicy(nonce, [new URL(asked.redirectUri).origin]));
    response.type('html').send(authorizePage({ context, language: languageOf(request), nonce, query, scopes: asked.scopes }));
  });

  router.post('/v2/auth/authorize', express.urlencoded({ extended: false, limit: '20kb' }), (request, response) => {
    const form: Record<string, unknown> = request.body;
    const asked = readOrRefuse(context, typeof form.request === 'string' ? form.request : '', request, response);
    if (!asked) return;
    if (form.decision === 'cancel') return response.redirect(302, cancelledRedirect(asked));
    const creator = context.creators.withId(typeof form.creator === 'string' ? form.creator : '');
    if (!creator) return void response.status(400).type('text').send('Unknown creator.');
    const chosen = [form.scopes].flat().filter((scope) => typeof scope === 'string');
    response.cookie(creatorCookie, creator.profile.id, { httpOnly: true, sameSite: 'lax', path: '/v2/auth' });
    response.redirect(302, grantedRedirect(context.authorizations, asked, creator, chosen));
  });

  return router;
}

/** The request that the page is about; null when it was wrong and has been answered. */
function readOrRefuse(context: SandboxContext, query: string, request: Request, response: Response): AuthorizeRequest | null {
  const reading = readAuthorizeRequest(context, new URLSearchParams(query));
  response.set('cache-control', 'no-store');
  if (reading.kind === 'request') return reading.request;
  if (reading.kind === 'redirect') {
    response.redirect(302, reading.redirect);
    return null;
  }
  const nonce = newNonce();
  response.set('content-security-policy', contentPolicy(nonce));
  response
    .status(400)
    .type('html')
    .send(wrongRequestPage(reading.parameter, languageOf(request), nonce));
  return null;
}

/** With `disable_auto_auth=0`, somebody who has consented to as much before is sent on without a page; otherwise null. */
function automaticRedirect(context: SandboxContext, asked: AuthorizeRequest, request: Request): string | null {
  if (!asked.mayBeAutomatic) return null;
  const id = new RegExp(`(?:^|;\\s*)${creatorCookie}=([^;]+)`).exec(request.get('cookie') ?? '')?.[1];
  const creator = id === undefined ? null : context.creators.withId(id);
  const granted = creator && context.authorizations.grantedScopes(creator.profile.id);
  if (!creator || !granted || !asked.scopes.every((scope) => granted.includes(scope))) return null;
  return grantedRedirect(context.authorizations, asked, creator, asked.scopes);
}

function languageOf(request: Request): Language {
  return request.acceptsLanguages('fr', 'en') === 'fr' ? 'fr' : 'en';
}

function newNonce(): string {
  return randomBytes(16).toString('base64');
}
