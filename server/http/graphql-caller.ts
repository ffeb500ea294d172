import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';
import type { GraphQLHandler } from '../graphql/handler';
import { csrfHeader } from '../graphql/csrf';
import { addressKey } from './client-address';

export interface GraphQLAnswer<Data> {
  data: Data | null;
  errors: readonly { message: string; extensions?: { code?: string; retryAfterSeconds?: number } }[];
}

/** Runs one of our own GraphQL operations as the person behind an express request, and passes on the cookies it sets. */
export type GraphQLCaller = <Data>(
  request: ExpressRequest,
  response: ExpressResponse,
  operation: { query: string; variables?: Record<string, unknown> },
) => Promise<GraphQLAnswer<Data>>;

export function createGraphQLCaller(handler: GraphQLHandler, origin: string): GraphQLCaller {
  return async (request, response, operation) => {
    const headers = new Headers({ 'content-type': 'application/json', accept: 'application/json', [csrfHeader]: '1' });
    for (const name of ['cookie', 'authorization', 'user-agent']) {
      const value = request.get(name);
      if (value) headers.set(name, value);
    }
    const answer = await handler.fetch(
      new Request(new URL('/graphql', origin), { method: 'POST', headers, body: JSON.stringify(operation) }),
      { requestId: String(response.locals.requestId), address: addressKey(request.ip) },
    );
    for (const cookie of answer.headers.getSetCookie()) response.append('set-cookie', cookie);
    const { data = null, errors = [] } = (await answer.json()) as Partial<GraphQLAnswer<never>>;
    return { data, errors };
  };
}
