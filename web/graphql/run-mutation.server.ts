import { print, type DocumentNode } from 'graphql';
import type { ActionFunctionArgs } from '@remix-run/node';
import { askGraphQL } from './in-process.server';
import { failure } from './run-query.server';

interface GraphQLFailure {
  message: string;
  extensions?: { code?: string; retryAfterSeconds?: number };
}

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
  const answer = (await response.json()) as { data?: Data | null; errors?: GraphQLFailure[] };
  if (!answer.data || answer.errors?.length) {
    const [error] = answer.errors ?? [];
    if (error?.extensions?.code === 'RATE_LIMITED') throw tooOften(error, context.requestId);
    throw failure(error?.message ?? 'The answer was empty.', context.requestId);
  }
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return { data: answer.data, headers };
}

/** The Response for whoever did too much in a short time; the error boundary says how long to wait. */
function tooOften({ message, extensions }: GraphQLFailure, requestId: string): Response {
  const retryAfterSeconds = extensions?.retryAfterSeconds ?? 60;
  return Response.json({ message, requestId, retryAfterSeconds }, { status: 429 });
}
