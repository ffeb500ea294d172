import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** The nonce of a response's policy: scripts without it do not run. */
export function cspNonceOf(response: Response): string {
  return String(response.locals.cspNonce);
}

/**
 * Policy for the web app's pages. Scripts only with the nonce; everything from this site alone. `frame-src` lets TikTok's own
 * player show a video; `formTargets` are TikTok's authorize page, which a form on our page redirects to.
 */
export function securityHeaders({
  isProduction,
  formTargets,
}: {
  isProduction: boolean;
  formTargets: readonly string[];
}): RequestHandler[] {
  const nonce: RequestHandler = (_request, response, next) => {
    response.locals.cspNonce = randomBytes(16).toString('base64');
    next();
  };
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'strict-dynamic'", (_request, response) => `'nonce-${cspNonceOf(response as Response)}'`],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: isProduction ? ["'self'"] : ["'self'", 'ws:'],
        frameAncestors: ["'none'"],
        formAction: ["'self'", ...formTargets],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: isProduction ? { maxAge: 365 * 24 * 3600, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  return [nonce, headers];
}
