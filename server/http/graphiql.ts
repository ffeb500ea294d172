import type { Request, RequestHandler } from 'express';
import type { GraphiQLOptions } from 'graphql-yoga';
import { csrfHeader } from '../graphql/csrf';
import { exampleQueries } from '../graphql/example-queries';
import { cspNonceOf } from './security-headers';

const options: GraphiQLOptions = {
  title: 'Crealia · GraphiQL',
  favicon: '/favicon.svg',
  credentials: 'same-origin',
  additionalHeaders: { [csrfHeader]: '1' },
  subscriptionsProtocol: 'SSE',
  shouldPersistHeaders: false,
  defaultTabs: exampleQueries.map(({ query }) => ({ query })),
};

const scriptTag = '<script>\n        function prepareBlob';

/**
 * GraphiQL from the installed package, with its scripts and workers in the page: no CDN, so it works without the internet and
 * under a policy with a nonce. For signed-in people; a stranger's browser is led to sign in.
 */
export function graphiqlPage(isSignedIn: (request: Request) => Promise<boolean>): RequestHandler {
  return (request, response, next) => {
    if (
      request.method !== 'GET' ||
      request.accepts(['json', 'html']) !== 'html' ||
      request.get('accept')?.includes('event-stream')
    ) {
      next();
      return;
    }
    void (async () => {
      if (!(await isSignedIn(request))) {
        response.redirect(302, `/?signin=required&returnTo=${encodeURIComponent('/graphql')}`);
        return;
      }
      // Nine megabytes of page: loaded when somebody first asks for it.
      const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
      const nonce = cspNonceOf(response);
      const page = renderGraphiQL({ ...options, ...variablesOf(request) });
      if (!page.includes(scriptTag)) throw new Error('The GraphiQL page has changed: its script cannot be given the nonce.');
      response.setHeader(
        'content-security-policy',
        `default-src 'self'; script-src 'nonce-${nonce}' 'strict-dynamic'; worker-src blob:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'`,
      );
      response.type('html').send(page.replace(scriptTag, () => scriptTag.replace('<script>', `<script nonce="${nonce}">`)));
    })().catch(next);
  };
}

/**
 * The variables of an address such as the evidence's "check this number": GraphiQL itself reads only `query` from it. Written
 * anew without `<`, because they end up inside the page's script.
 */
function variablesOf({ query }: Request): { variables?: string } {
  if (typeof query.variables !== 'string') return {};
  try {
    const variables: unknown = JSON.parse(query.variables);
    return { variables: JSON.stringify(variables, null, 2).replaceAll('<', '\\u003c') };
  } catch {
    return {};
  }
}
