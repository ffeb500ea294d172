import { getOperationAST, GraphQLError, Kind, type DocumentNode, type SelectionSetNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { RateKind, RateLimits } from '../http/rate-limits';
import type { GraphQLContext } from './context';

/** What a mutation counts as besides being one: signing in, by address, or making advice, by person. */
export const rateOfMutation: Record<string, Exclude<RateKind, 'mutation'>> = {
  startTikTokAuthorization: 'signIn',
  connectTikTok: 'signIn',
  generateRecommendations: 'generation',
};

/**
 * Counts every mutation of an operation, aliases too, before any of them runs; pages and REST come by here as well, with the address
 * of whoever asked them.
 */
export function useMutationRates(limits: RateLimits): Plugin<GraphQLContext> {
  return {
    async onExecute({ args, setResultAndStopExecution }) {
      const document = args.document as DocumentNode;
      const operation = getOperationAST(document, args.operationName as string | null | undefined);
      if (operation?.operation !== 'mutation') return;
      const { viewer, address } = args.contextValue as GraphQLContext;
      const person = viewer?.id ?? address;
      for (const name of rootFields(operation.selectionSet, document)) {
        const kind = rateOfMutation[name];
        const waits = [
          await limits.take('mutation', person),
          kind ? await limits.take(kind, kind === 'signIn' ? address : person) : null,
        ];
        const seconds = Math.max(...waits.map((wait) => wait ?? 0));
        if (seconds > 0) return setResultAndStopExecution({ errors: [tooMany(seconds)] });
      }
    },
  };
}

function tooMany(seconds: number): GraphQLError {
  const wait = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return new GraphQLError(`That was too often in a short time. Try again in ${wait}.`, {
    extensions: {
      code: 'RATE_LIMITED',
      retryAfterSeconds: seconds,
      http: { status: 429, headers: { 'retry-after': String(seconds) } },
    },
  });
}

/** Names of the mutations asked for, one for each alias, through fragments. Validation has refused fragments that contain themselves. */
function rootFields({ selections }: SelectionSetNode, document: DocumentNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value;
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(selection.selectionSet, document);
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
    );
    return fragment && 'selectionSet' in fragment ? rootFields(fragment.selectionSet, document) : [];
  });
}
