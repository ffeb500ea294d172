import { complexityFromQuery } from '@pothos/plugin-complexity';
import { expect, it } from '@jest/globals';
import {
  getOperationAST,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type NamedTypeNode,
  parse,
  print,
  typeFromAST,
  visit,
} from 'graphql';
import { readWebOperations } from '../testing/web-operations';
import type { GraphQLContext } from './context';
import { defaultPageSize, documentLimits, operationLimits } from './limits';
import { schema } from './schema';

const operations = Object.entries(await readWebOperations());

/** Any value that fits a variable: what it is does not matter to the price, but for pages, which are of the usual size. */
function anyValueOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return anyValueOf(type.ofType);
  if (isListType(type)) return [anyValueOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(required.map((field) => [field.name, anyValueOf(field.type)]));
  }
  return (
    ({ Int: defaultPageSize, SafeInt: 1, Boolean: true, DateTime: '2026-11-22T12:00:00Z' } as Record<string, unknown>)[
      type.name
    ] ?? 'x'
  );
}

it.each(operations)('the web app’s operation %s stays under half of every limit', (_name, document) => {
  const operation = getOperationAST(document);
  const given = (operation?.variableDefinitions ?? []).map(({ variable, type }) => {
    const inputType = typeFromAST(schema, type as NamedTypeNode) as GraphQLInputType | undefined;
    return [variable.name.value, inputType && anyValueOf(inputType)];
  });
  const variables = Object.fromEntries(given);
  const { complexity, depth, breadth } = complexityFromQuery(print(document), { schema, ctx: {} as GraphQLContext, variables });
  expect(complexity).toBeLessThanOrEqual(operationLimits.complexity / 2);
  expect(depth).toBeLessThanOrEqual(operationLimits.depth / 2);
  expect(breadth).toBeLessThanOrEqual(operationLimits.breadth / 2);

  const text = print(document);
  expect(() => parse(text, { maxTokens: documentLimits.tokens / 2 })).not.toThrow();
  const counts = { aliases: 0, directives: 0 };
  visit(document, {
    Field: ({ alias }) => void (alias && (counts.aliases += 1)),
    Directive: () => void (counts.directives += 1),
  });
  expect(counts.aliases).toBeLessThanOrEqual(documentLimits.aliases / 2);
  expect(counts.directives).toBeLessThanOrEqual(documentLimits.directives / 2);
});
