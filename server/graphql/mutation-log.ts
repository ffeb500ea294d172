import { typeBrandKey } from '@pothos/core';
import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import type { GraphQLContext } from './context';

/**
 * Logs every mutation when it ends: which, by whom, and how. Signing in, failing to, withdrawing, exporting, erasing and asking for
 * what is not there or not one's own are all mutations, so this is the record of who did what. Arguments are never logged.
 */
export function logMutations(schema: GraphQLSchema): GraphQLSchema {
  for (const [mutation, field] of Object.entries(schema.getMutationType()?.getFields() ?? {})) {
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (root, args, context: GraphQLContext, info) => {
      const { viewer, requestId, deps } = context;
      const log = (outcome: string, userId: string | null) =>
        deps.logger.info({ requestId, mutation, userId, outcome }, 'Mutation');
      try {
        const result: unknown = await resolve(root, args, context, info);
        // Signing in knows who it is only afterwards.
        log(failureIn(result) ?? 'DONE', viewer?.id ?? ownerOf(result));
        return result;
      } catch (error) {
        log('FAILED', viewer?.id ?? null);
        throw error;
      }
    };
  }
  return schema;
}

function ownerOf(result: unknown): string | null {
  if (typeof result !== 'object' || result === null || !('ownerId' in result)) return null;
  return typeof result.ownerId === 'string' ? result.ownerId : null;
}

/** Name of the expected failure that became the result; Pothos hides its class and marks it with a brand. */
function failureIn(result: unknown): string | null {
  const failure = result as { [typeBrandKey]?: unknown; name?: unknown } | null | undefined;
  return typeof failure?.[typeBrandKey] === 'function' ? String(failure.name) : null;
}
