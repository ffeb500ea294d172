import { execute, parse, validate, type GraphQLSchema } from 'graphql';
import type { GraphQLContext } from './context';

interface Question {
  schema: GraphQLSchema;
  document: string;
  variables: Record<string, unknown>;
}

/**
 * Answers a query inside a request, as the person behind it: the whole schema with its scopes and limits, which are counted anew.
 * @throws Error for a document that is no valid query, and an AggregateError when any part of the answer failed
 */
export async function answerQuery({ schema, document: source, variables }: Question, context: GraphQLContext): Promise<unknown> {
  const document = parse(source);
  for (const part of document.definitions) {
    if (part.kind === 'OperationDefinition' && part.operation !== 'query') throw new Error('Only a query is answered here.');
  }
  const faults = validate(schema, document);
  if (faults.length > 0) throw new AggregateError(faults, 'The query is not valid');
  const { data, errors } = await execute({ schema, document, variableValues: variables, contextValue: { ...context } });
  if (errors) throw new AggregateError(errors, 'The query could not be answered');
  return data;
}
