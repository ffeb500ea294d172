import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import { GraphQLError, NoSchemaIntrospectionCustomRule, validate } from 'graphql';
import { describeDatabaseFailure } from '../db/failures';
import type { RateLimits } from '../http/rate-limits';
import type { Dependencies, GraphQLContext, RequestSession } from './context';
import { useCsrfProtection } from './csrf';
import { limitDocuments } from './document-limits';
import { createDocumentCaches, useNestingLimit } from './document-nesting';
import { useMutationRates } from './mutation-rates';
import { readableRequests } from './readable-requests';
import { schema } from './schema';
import { useSubscriptionLimits } from './subscription-limits';

interface ServerContext {
  requestId: string;
  /** Of whoever asked, as `addressKey` gives it: what is limited by address is counted under it. */
  address: string;
}

export type GraphQLHandler = YogaServerInstance<ServerContext, GraphQLContext>;

export interface GraphQLHandlerOptions {
  deps: Dependencies;
  openSession: (headers: Headers) => Promise<RequestSession>;
  hasOwnCookie: (cookieHeader: string | null) => boolean;
  rateLimits: RateLimits;
  subscriptions: { perPerson: number; lifeMs: number };
}

/**
 * GraphQL over HTTP as a fetch handler: express mounts it, and the web app's loaders call it without a network hop.
 * Unexpected errors are masked and logged in full; CORS is closed; strangers cannot introspect.
 */
export function createGraphQLHandler(options: GraphQLHandlerOptions): GraphQLHandler {
  const { deps, openSession, hasOwnCookie } = options;
  const sessions = new WeakMap<Request, RequestSession>();
  const caches = createDocumentCaches();
  return createYoga<ServerContext, GraphQLContext>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    graphiql: false,
    cors: false,
    batching: false,
    multipart: false,
    parserAndValidationCache: caches,
    logging: false,
    context: async ({ request, requestId, address }) => {
      const session = await openSession(request.headers);
      sessions.set(request, session);
      return { viewer: session.viewer, browser: session, requestId, address, deps };
    },
    maskedErrors: {
      maskError(error, message) {
        if (isExpected(error)) return error as GraphQLError;
        const refusal = databaseRefusal(error);
        if (refusal) return refusal;
        const requestId = error instanceof GraphQLError ? error.extensions.requestId : undefined;
        // Resolvers' failures were logged with their request; this one never reached a resolver.
        if (requestId === undefined) deps.logger.error({ err: error }, 'A GraphQL request failed before it was executed');
        const path = error instanceof GraphQLError ? error.path : undefined;
        return new GraphQLError(`${message} Tell the operator this request id: ${requestId ?? 'unknown'}.`, {
          path,
          extensions: { code: 'INTERNAL_ERROR', requestId },
        });
      },
    },
    plugins: [
      useCsrfProtection(hasOwnCookie),
      readableRequests,
      useNestingLimit(caches.documentCache),
      limitDocuments,
      hideSchemaFromStrangers,
      useMutationRates(options.rateLimits),
      useSubscriptionLimits(options.subscriptions),
      errorReports,
      sessionCookies(sessions),
      keptByNobody,
      briefNotAcceptable,
    ],
  });
}

/** Looked at before executing, not by a validation rule: Yoga keeps the verdict of validation for whoever sends the same text next. */
const hideSchemaFromStrangers: Plugin<GraphQLContext> = {
  onExecute({ args, setResultAndStopExecution }) {
    if ((args.contextValue as GraphQLContext).viewer) return;
    const errors = validate(args.schema, args.document, [NoSchemaIntrospectionCustomRule]);
    if (errors.length > 0) setResultAndStopExecution({ errors });
  },
};

/** Logs what is about to be masked, and puts the request's id beside it. */
const errorReports: Plugin<GraphQLContext> = {
  onExecute: ({ args }) => ({
    onExecuteDone: ({ result }) => {
      const { requestId, deps } = args.contextValue as GraphQLContext;
      const errors = (result as { errors?: readonly GraphQLError[] }).errors ?? [];
      for (const error of errors) {
        if (isExpected(error)) continue;
        error.extensions.requestId = requestId;
        deps.logger.error({ requestId, path: error.path, err: error.originalError }, 'A resolver failed');
      }
    },
  }),
};

/** Yoga names what it can answer with once for each thing that was asked for: seventy kilobytes of header for half a kilobyte of commas. */
const briefNotAcceptable: Plugin = {
  onResponse({ response }) {
    if (response.status !== 406) return;
    response.headers.set('accept', 'application/json, application/graphql-response+json, text/event-stream');
  },
};

function sessionCookies(sessions: WeakMap<Request, RequestSession>): Plugin {
  return {
    onResponse({ request, response }) {
      for (const cookie of sessions.get(request)?.setCookies ?? []) response.headers.append('set-cookie', cookie);
    },
  };
}

/** The database could not be written for the moment: said as such, so that a program knows to try again. */
function databaseRefusal(error: unknown): GraphQLError | null {
  const failure = describeDatabaseFailure(error);
  if (!failure) return null;
  const path = error instanceof GraphQLError ? error.path : undefined;
  const http = { status: 503, headers: { 'retry-after': '5' } };
  return new GraphQLError(failure.message, { path, extensions: { code: failure.code, http } });
}

/** Answers are about a person: no browser and no proxy keeps one, streams included, for which Yoga says only that they be checked. */
const keptByNobody: Plugin = {
  onResponse: ({ response }) => response.headers.set('cache-control', 'no-store'),
};

function isExpected(error: unknown): boolean {
  return error instanceof GraphQLError && (!error.originalError || error.originalError instanceof GraphQLError);
}
