import { createClient, fetchExchange, ssrExchange, type AnyVariables, type SSRData } from '@urql/core';
import type { DocumentNode } from 'graphql';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { askGraphQL } from './in-process.server';

type RequestArgs = Pick<LoaderFunctionArgs, 'request' | 'context'>;

/**
 * Asks the GraphQL endpoint in this process, as the person whose cookie the request carries.
 * `urqlState` goes to the page, whose hook with the same document and variables then renders without a second request.
 * A failure becomes a Response that the error boundary shows, with the request id; an id or cursor that is none, 404.
 */
export async function runQuery<Data, Variables extends AnyVariables>(
  { request, context }: RequestArgs,
  document: DocumentNode,
  variables: Variables,
): Promise<{ data: Data; urqlState: SSRData }> {
  const ssr = ssrExchange({ isClient: false });
  const client = createClient({
    url: 'http://in-process/graphql',
    exchanges: [ssr, fetchExchange],
    preferGetMethod: false,
    fetch: (input, init) => askGraphQL({ request, context }, new Request(input, init)),
  });
  const result = await client.query<Data, Variables>(document, variables).toPromise();
  if (result.error !== undefined || result.data === undefined) {
    const message = result.error?.message ?? 'The answer was empty.';
    // Ids and cursors of a page's question come from its address.
    const isBadAddress = result.error?.graphQLErrors.some(({ extensions }) => extensions.code === 'BAD_USER_INPUT') === true;
    if (isBadAddress) throw failure(message, context.requestId, 404);
    context.reportProblem(message);
    throw failure(message, context.requestId);
  }
  return { data: result.data, urqlState: ssr.extractData() };
}

/** The Response that an error boundary understands: the request id and nothing that could leak. */
export function failure(message: string, requestId: string, status = 500): Response {
  return Response.json({ message, requestId }, { status });
}
