import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import { GraphQLError } from 'graphql';
import { DateTimeResolver, JSONResolver, SafeIntResolver } from 'graphql-scalars';
import type { PrismaClient } from '../db/generated/client/client';
import type PrismaTypes from '../db/generated/pothos-types';
import { getDatamodel } from '../db/generated/pothos-types';
import type { DomainError } from '../domain-error';
import type { GraphQLContext, Viewer } from './context';
import { operationLimits } from './limits';

/** The signed-in person, where a field asks for `withAuth({ signedIn: true })`. */
export type SignedInContext = GraphQLContext & { viewer: Viewer };

export const builder = new SchemaBuilder<{
  Context: GraphQLContext;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  AuthScopes: { signedIn: boolean };
  AuthContexts: { signedIn: SignedInContext };
  Connection: { totalCount: number | (() => number | Promise<number>) };
  Scalars: {
    DateTime: { Input: Date; Output: Date };
    SafeInt: { Input: number; Output: number };
    JSON: { Input: unknown; Output: unknown };
    ID: { Input: string; Output: string };
  };
}>({
  plugins: [ErrorsPlugin, RelayPlugin, ScopeAuthPlugin, PrismaPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  errors: {
    directResult: true,
    defaultUnionOptions: {
      name: ({ fieldName }) => `${pascal(fieldName)}Result`,
      description: 'Success, or one of the failures to expect, each an `Error`.',
    },
  },
  scopeAuth: {
    authScopes: ({ viewer }) => ({ signedIn: viewer !== null }),
    unauthorizedError: () =>
      new GraphQLError('Sign in first: connect a TikTok account on the home page.', {
        extensions: { code: 'UNAUTHENTICATED', http: { status: 200 } },
      }),
  },
  prisma: {
    client: ({ deps }): PrismaClient => deps.db.prisma,
    dmmf: getDatamodel(),
    exposeDescriptions: false,
    filterConnectionTotalCount: true,
    maxConnectionSize: 100,
    defaultConnectionSize: 20,
    onUnusedQuery: process.env.NODE_ENV === 'test' ? 'error' : null,
  },
  relay: {
    cursorType: 'String',
    decodeGlobalID: readGlobalId,
    nodesOnConnection: { description: 'The objects of this page, without their edges.' },
    edgesFieldOptions: { nullable: { list: false, items: false }, description: 'The objects of this page with their cursors.' },
    nodeFieldOptions: { nullable: false, description: 'The object.' },
    cursorFieldOptions: { description: 'Opaque position of this object, for `after` and `before`.' },
    pageInfoFieldOptions: { description: 'Whether there is more, and where to go on.' },
    pageInfoTypeOptions: { description: 'Where a page of a connection begins and ends.' },
    hasNextPageFieldOptions: { description: 'Whether objects follow this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether objects precede this page.' },
    startCursorFieldOptions: { description: 'Cursor of the first object of the page; null on an empty page.' },
    endCursorFieldOptions: { description: 'Cursor of the last object of the page; null on an empty page.' },
    nodeTypeOptions: { description: 'An object with a global id.' },
    idFieldOptions: { description: 'Global id: opaque, stable, accepted by `node`.' },
    nodeQueryOptions: {
      description: 'The object with this id; null when it is not there or not yours.',
      authScopes: { signedIn: true },
      args: { id: { description: 'Global id.' } },
    },
    nodesQueryOptions: {
      description: 'The objects with these ids, in order; null for each that is not there or not yours.',
      authScopes: { signedIn: true },
      args: { ids: { description: 'Global ids.' } },
    },
    firstArgOptions: { description: 'How many from the start; 20 when neither first nor last is given, 100 at most.' },
    lastArgOptions: { description: 'How many from the end; 100 at most.' },
    afterArgOptions: { description: 'Only what follows this cursor.' },
    beforeArgOptions: { description: 'Only what precedes this cursor.' },
    defaultConnectionTypeOptions: { description: 'A page of a list.' },
    defaultEdgeTypeOptions: { description: 'An object in a list, with its cursor.' },
  },
  complexity: { limit: operationLimits, defaultComplexity: 1, defaultListMultiplier: 5 },
});

builder.addScalarType('DateTime', DateTimeResolver);
builder.addScalarType('SafeInt', SafeIntResolver);
builder.addScalarType('JSON', JSONResolver);

builder.queryType({ description: 'What can be asked. Start with `viewer`.' });
builder.mutationType({ description: 'What can be done. Every result is a union of success and the failures to expect.' });
builder.subscriptionType({ description: 'What can be followed, as server-sent events.' });

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'How many there are on all pages together.',
    resolve: ({ totalCount }) => (typeof totalCount === 'function' ? totalCount() : totalCount),
  }),
);

/** The interface of every expected failure; `DomainError` and its kinds resolve to it. */
export const ErrorInterface = builder.interfaceRef<DomainError>('Error').implement({
  description: 'A failure to expect. `message` says what to do next.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'A sentence for people: what is wrong and what to do next.' }),
  }),
});

/** @throws GraphQLError with code BAD_USER_INPUT for what is no id of ours. */
function readGlobalId(globalId: string): { typename: string; id: string } {
  const [, typename, id] = /^([A-Za-z]+):(.+)$/s.exec(Buffer.from(globalId, 'base64').toString('utf8')) ?? [];
  if (typename && id) return { typename, id };
  throw new GraphQLError('This is not an id from here. Take one from an answer of this API.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
