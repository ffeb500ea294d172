import type { Authorizations } from './authorizations';
import type { SandboxContext } from './context';
import type { Creator } from './creators';
import { approvedScopes } from './defaults';

/** A request for authorization that may be shown to a person. */
export interface AuthorizeRequest {
  redirectUri: string;
  scopes: string[];
  state: string;
  challenge: string | null;
  /** Only an explicit 0 asks to skip the page. */
  mayBeAutomatic: boolean;
}

/** What is wrong with a request: shown on TikTok's own page, or (`redirect`) handed to the application. */
export type AuthorizeReading =
  | { kind: 'request'; request: AuthorizeRequest }
  | { kind: 'wrong'; parameter: 'client_key' | 'redirect_uri' | 'response_type' | 'code_challenge' | 'state' }
  | { kind: 'redirect'; redirect: string };

/** http or https to this machine, with a port, no query and no fragment: what TikTok lets a desktop application register. */
function isLoopback(uri: string): boolean {
  if (!URL.canParse(uri) || uri.length >= 512) return false;
  const { protocol, hostname, port } = new URL(uri);
  const isPlain = !uri.includes('?') && !uri.includes('#');
  return isPlain && /^https?:$/.test(protocol) && ['localhost', '127.0.0.1'].includes(hostname) && port !== '';
}

export function readAuthorizeRequest(context: SandboxContext, query: URLSearchParams): AuthorizeReading {
  const redirectUri = query.get('redirect_uri') ?? '';
  const isDesktop = isLoopback(redirectUri);
  const challenge = query.get('code_challenge');
  const method = query.get('code_challenge_method');
  const state = query.get('state') ?? '';
  if (query.get('client_key') !== context.clientKey) return { kind: 'wrong', parameter: 'client_key' };
  if (!isDesktop && !context.redirectUris.includes(redirectUri)) return { kind: 'wrong', parameter: 'redirect_uri' };
  if (query.get('response_type') !== 'code') return { kind: 'wrong', parameter: 'response_type' };
  if (isDesktop && !challenge) return { kind: 'wrong', parameter: 'code_challenge' };
  if (challenge && method !== 'S256') return { kind: 'wrong', parameter: 'code_challenge' };
  if (state === '') return { kind: 'wrong', parameter: 'state' };
  const asked = (query.get('scope') ?? '').split(',').filter((scope) => scope !== '');
  const isApproved = asked.every((scope) => approvedScopes.some((approved) => approved === scope));
  if (asked.length === 0 || !isApproved) {
    const parameters = {
      error: 'invalid_scope',
      error_type: 'scope',
      error_description: 'One or more scopes are not approved.',
      state,
    };
    return { kind: 'redirect', redirect: withParameters(redirectUri, parameters) };
  }
  // Login Kit adds the basic scope by itself.
  const scopes = [...new Set(['user.info.basic', ...asked])];
  const mayBeAutomatic = query.get('disable_auto_auth') === '0';
  return { kind: 'request', request: { redirectUri, scopes, state, challenge, mayBeAutomatic } };
}

/** Where the browser goes after "Authorize". @param chosen scopes; what was not asked for is left out, the basic one always in */
export function grantedRedirect(
  authorizations: Authorizations,
  request: AuthorizeRequest,
  creator: Creator,
  chosen: readonly string[],
): string {
  const scopes = request.scopes.filter((scope) => scope === 'user.info.basic' || chosen.includes(scope));
  const { redirectUri, challenge, state } = request;
  const code = authorizations.grantCode({ creatorId: creator.profile.id, scopes, redirectUri, challenge });
  return withParameters(redirectUri, { code, scopes: scopes.join(','), state });
}

/** Where the browser goes after "Cancel". */
export function cancelledRedirect({ redirectUri, state }: AuthorizeRequest): string {
  return withParameters(redirectUri, { error: 'access_denied', error_description: 'User cancelled the authorization.', state });
}

/** `*` and `!` arrive percent-encoded from TikTok; URLSearchParams leaves `*` alone. */
function withParameters(uri: string, parameters: Record<string, string>): string {
  const encode = (text: string) =>
    encodeURIComponent(text).replace(/[!*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const pairs = Object.entries(parameters).map(([name, value]) => `${name}=${encode(value)}`);
  return `${uri}?${pairs.join('&')}`;
}
