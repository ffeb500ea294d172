import type { Plugin } from 'graphql-yoga';
import { refusal } from './refusal';

export const csrfHeader = 'x-graphql-yoga-csrf';

/**
 * Refuses what another site could make a browser send: requests with our cookie, and "simple" requests (GET, forms), unless they
 * carry a header that forces a preflight, which is never answered for strangers. Yoga's own plugin refuses every request without
 * the header, plain JSON from programs included.
 */
export function useCsrfProtection(hasSessionCookie: (cookieHeader: string | null) => boolean): Plugin {
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      const { headers } = request;
      if (headers.has(csrfHeader) || headers.has('authorization')) return;
      const isJson = request.method === 'POST' && (headers.get('content-type') ?? '').includes('json');
      if (isJson && !hasSessionCookie(headers.get('cookie'))) return;
      endResponse(
        new fetchAPI.Response(
          ...refusal(
            403,
            'CSRF_HEADER_MISSING',
            `Send the header ${csrfHeader}: 1 with requests that carry a cookie, and with GET.`,
          ),
        ),
      );
    },
  };
}
