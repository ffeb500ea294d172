import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** The nonce of a response's policy: scripts without it do not run. */
export function cspNonceOf(response: Response): string {
  return String(response.locals.cspNonce);
}

/** What no page of ours needs. */
const permissions = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'payment',
  'usb',
];

/**
 * For every answer, whatever it is. Scripts only with the nonce; everything from this site alone, framed by nobody. `formTargets` are
 * TikTok's authorize page, which a form on our page redirects to. Nothing is kept by browsers or proxies unless its route says so.
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
    response.setHeader('cache-control', 'no-store');
    response.setHeader('permissions-policy', permissions.map((name) => `${name}=()`).join(', '));
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
        // Vite, while somebody develops.
        connectSrc: isProduction ? ["'self'"] : ["'self'", 'ws://localhost:*'],
        frameAncestors: ["'none'"],
        formAction: ["'self'", ...formTargets],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: isProduction ? { maxAge: 365 * 24 * 3600, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  return [nonce, headers];
}
