import type { Plugin } from 'graphql-yoga';
import { refusal } from './refusal';

export const csrfHeader = 'x-graphql-yoga-csrf';

/**
 * Refuses what another site could make a browser send: requests with our cookie, and "simple" requests (GET, forms), unless they
 * carry a header that forces a preflight, which is never answered for strangers. Yoga's own plugin refuses every request without
 * the header, plain JSON from programs included. Of a POST only JSON is read.
 */
export function useCsrfProtection(hasOwnCookie: (cookieHeader: string | null) => boolean): Plugin {
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      const { headers, method } = request;
      const refuse = (...reason: Parameters<typeof refusal>) => endResponse(new fetchAPI.Response(...refusal(...reason)));
      const isJson = method === 'POST' && /^application\/(graphql\+)?json\s*(;|$)/i.test(headers.get('content-type') ?? '');
      const isMeant = headers.has(csrfHeader) || headers.has('authorization');
      if (!isMeant && !(isJson && !hasOwnCookie(headers.get('cookie')))) {
        const message = `Send the header ${csrfHeader}: 1 with requests that carry a cookie, and with GET.`;
        return refuse(403, 'CSRF_HEADER_MISSING', message);
      }
      if (method === 'POST' && !isJson) return refuse(415, 'JSON_REQUIRED', 'Send the operation as application/json.');
    },
  };
}
