import { createHash } from 'node:crypto';

/** Lower-case hex of the SHA-256: TikTok's own reading of S256. RFC 7636's base64url is refused with `invalid_request`. */
export function codeChallenge(codeVerifier: string): string {
  return createHash('sha256').update(codeVerifier, 'ascii').digest('hex');
}

/**
 * TikTok knows a desktop app by its loopback redirect URI and demands PKCE there; for web apps the parameters are not documented,
 * so they are left out.
 */
export function needsPkce(redirectUri: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(redirectUri).hostname);
}
