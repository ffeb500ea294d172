import { print, type DocumentNode } from 'graphql';
import type { ActionFunctionArgs } from '@remix-run/node';
import { askGraphQL } from './in-process.server';
import { failure } from './run-query.server';

/**
 * Runs a mutation for a Remix action. `headers` carries the cookies that the endpoint set: put them on the action's own answer.
 * Expected failures come back as members of the result union; anything else is thrown for the error boundary.
 */
export async function runMutation<Data, Variables>(
  { request, context }: Pick<ActionFunctionArgs, 'request' | 'context'>,
  document: DocumentNode,
  variables: Variables,
): Promise<{ data: Data; headers: Headers }> {
  const response = await askGraphQL(
    { request, context },
    new Request('http://in-process/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      body: JSON.stringify({ query: print(document), variables }),
    }),
  );
  const answer = (await response.json()) as { data?: Data | null; errors?: { message: string }[] };
  if (!answer.data || answer.errors?.length) {
    throw failure(answer.errors?.[0]?.message ?? 'The answer was empty.', context.requestId);
  }
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return { data: answer.data, headers };
}
