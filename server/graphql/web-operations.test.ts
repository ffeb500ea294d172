import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { complexityFromQuery } from '@pothos/plugin-complexity';
import { expect, it } from '@jest/globals';
import {
  type DocumentNode,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type NamedTypeNode,
  parse,
  print,
  typeFromAST,
  visit,
} from 'graphql';
import { projectRoot } from '../project-root';
import type { GraphQLContext } from './context';
import { defaultPageSize, operationLimits } from './limits';
import { schema } from './schema';

const folder = path.join(projectRoot, 'web');
const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.graphql'));
const document = parse((await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')))).join('\n'));
const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);

/** One operation with the fragments that it spreads, and those that they spread. */
function withItsFragments(name: string): DocumentNode {
  const wanted = new Set<string>();
  const collect = (node: DocumentNode['definitions'][number]) =>
    visit(node, {
      FragmentSpread({ name: { value } }) {
        if (wanted.has(value)) return;
        wanted.add(value);
        const fragment = document.definitions.find(
          (other) => other.kind === Kind.FRAGMENT_DEFINITION && other.name.value === value,
        );
        if (fragment) collect(fragment);
      },
    });
  const operation = operations.find((other) => other.name?.value === name);
  if (!operation) throw new Error(`There is no operation ${name}.`);
  collect(operation);
  const fragments = document.definitions.filter(
    (other) => other.kind === Kind.FRAGMENT_DEFINITION && wanted.has(other.name.value),
  );
  return { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
}

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

it.each(operations.map((operation) => [operation.name?.value ?? '', operation] as const))(
  'the web app’s operation %s stays under half of every limit',
  (name, operation) => {
    const given = (operation.variableDefinitions ?? []).map(({ variable, type }) => {
      const inputType = typeFromAST(schema, type as NamedTypeNode) as GraphQLInputType | undefined;
      return [variable.name.value, inputType && anyValueOf(inputType)];
    });
    const { complexity, depth, breadth } = complexityFromQuery(print(withItsFragments(name)), {
      schema,
      ctx: {} as GraphQLContext,
      variables: Object.fromEntries(given),
    });
    expect(complexity).toBeLessThanOrEqual(operationLimits.complexity / 2);
    expect(depth).toBeLessThanOrEqual(operationLimits.depth / 2);
    expect(breadth).toBeLessThanOrEqual(operationLimits.breadth / 2);
  },
);
