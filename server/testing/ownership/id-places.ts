import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** A place of the schema where a request can name an object: an argument of type ID, or such a field of an input. */
export interface IdPlace {
  parent: GraphQLObjectType;
  field: GraphQLField<unknown, unknown>;
  /** From the argument down to the ID, such as `['input', 'videoId']`. */
  path: readonly string[];
  /** Such as `Mutation.linkExperimentVideo(input.videoId)`. */
  name: string;
}

export interface Walk {
  places: IdPlace[];
  /** Fields of object types, and leaves of their arguments, that were looked at. */
  fieldCount: number;
  leafCount: number;
  /** Arguments that are called an id and are not of type ID: nothing could tell that they need an owner. */
  disguised: string[];
}

/** Looks at every argument of every field, through all inputs, for ids. */
export function walkSchema(schema: GraphQLSchema): Walk {
  const walk: Walk = { places: [], fieldCount: 0, leafCount: 0, disguised: [] };
  for (const parent of Object.values(schema.getTypeMap())) {
    if (!isObjectType(parent) || parent.name.startsWith('__')) continue;
    for (const field of Object.values(parent.getFields())) {
      walk.fieldCount += 1;
      for (const { path, type } of field.args.flatMap((argument) => leavesOf(argument))) {
        walk.leafCount += 1;
        const name = `${parent.name}.${field.name}(${path.join('.')})`;
        if (getNamedType(type).name === 'ID') walk.places.push({ parent, field, path, name });
        else if (/(^id|Id)s?$/.test(path.at(-1) ?? '')) walk.disguised.push(name);
      }
    }
  }
  return walk;
}

interface Leaf {
  path: readonly string[];
  type: GraphQLInputType;
}

function leavesOf({ name, type }: GraphQLArgument | GraphQLInputField, seen: readonly string[] = []): Leaf[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || seen.includes(named.name)) return [{ path: [name], type }];
  return Object.values(named.getFields())
    .flatMap((field) => leavesOf(field, [...seen, named.name]))
    .map((leaf) => ({ ...leaf, path: [name, ...leaf.path] }));
}

/** What a call is filled with: the id at the place looked at, and valid values everywhere else. */
export interface Filling {
  /** Global id at a path other than the place's own: the caller's. */
  ownId(path: readonly string[]): string;
  /** A valid value where the one made up from the type would be refused before anybody looks at the id. */
  sample(path: readonly string[]): unknown;
}

export interface Call {
  document: string;
  variables: Record<string, unknown>;
  kind: 'query' | 'mutation' | 'subscription';
}

/** The request that names `id` at this place, its other arguments valid. @throws Error when the parent cannot be reached */
export function callPlace(schema: GraphQLSchema, { parent, field, path }: IdPlace, id: string, filling: Filling): Call {
  const variables: Record<string, unknown> = {};
  for (const { name, type } of field.args) {
    const value = fill(type, [name], { path, id, filling });
    if (value !== undefined) variables[name] = value;
  }
  const given = field.args.filter(({ name }) => name in variables);
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`);
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = `found: ${field.name}(${passed})${selectionOf(schema, field.type)}`;
  const roots = { query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() };
  for (const kind of ['query', 'mutation', 'subscription'] as const) {
    if (roots[kind] === parent) return { kind, variables, document: `${kind} (${declared.join(', ')}) { ${selection} }` };
  }
  if (parent.name === 'Viewer') {
    return { kind: 'query', variables, document: `query (${declared.join(', ')}) { viewer { ${selection} } }` };
  }
  if (!parent.getInterfaces().some(({ name }) => name === 'Node')) {
    throw new Error(`${parent.name}.${field.name} takes an id, and ${parent.name} is no Node: teach callPlace the way to it.`);
  }
  return {
    kind: 'query',
    variables: { ...variables, parentId: filling.ownId([parent.name]) },
    document: `query (${['$parentId: ID!', ...declared].join(', ')}) { node(id: $parentId) { ... on ${parent.name} { ${selection} } } }`,
  };
}

interface Target {
  path: readonly string[];
  id: string;
  filling: Filling;
}

/** Undefined where nothing need be sent. */
function fill(type: GraphQLInputType, at: readonly string[], target: Target): unknown {
  const isTarget = at.join('.') === target.path.join('.');
  const leadsToTarget = at.every((part, index) => part === target.path[index]);
  const sample = target.filling.sample(at);
  if (!isNonNullType(type) && !leadsToTarget && sample === undefined) return undefined;
  const inner = getNullableType(type);
  if (isListType(inner)) return sample ?? [fill(inner.ofType as GraphQLInputType, at, target)];
  if (isInputObjectType(inner)) {
    const entries = Object.values(inner.getFields()).map((field) => [field.name, fill(field.type, [...at, field.name], target)]);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
  if (isTarget) return target.id;
  if (sample !== undefined) return sample;
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  switch (inner.name) {
    case 'ID':
      return target.filling.ownId(at);
    case 'Boolean':
      return true;
    case 'Int':
    case 'SafeInt':
    case 'Float':
      return 1;
    case 'DateTime':
      return '2026-01-01T00:00:00Z';
    default:
      return 'Un mot';
  }
}

/** As much as tells what was found. */
function selectionOf(schema: GraphQLSchema, type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  const members = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
  const implementing = (name: string) => members.some((member) => member.getInterfaces().some((known) => known.name === name));
  return ` { __typename ${implementing('Node') ? '... on Node { id }' : ''} ${implementing('Error') ? '... on Error { message }' : ''} }`;
}
