import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type KnownValues, literal, valueFor } from './argument-values';
import type { Tape } from './tape';

export interface GeneratedDocument {
  operation: 'query' | 'mutation' | 'subscription';
  query: string;
  variables: Record<string, unknown>;
}

const deepest = 7;

/** An operation of the schema that is mostly valid: any fields, any arguments, in the document or as variables. */
export function documentFrom(schema: GraphQLSchema, tape: Tape, known: KnownValues): GeneratedDocument {
  const operation = tape.oneOf(['query', 'query', 'query', 'mutation', 'mutation', 'subscription'] as const);
  const root = { query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() }[
    operation
  ];
  if (!root) throw new Error(`The schema has no ${operation}.`);
  const writer = new Writer(schema, tape, known);
  const selection = operation === 'query' ? writer.selection(root, 0) : `{ ${writer.field(tape.oneOf(fieldsOf(root)), 0)} }`;
  const declared = writer.declarations.length > 0 ? `(${writer.declarations.join(', ')})` : '';
  return { operation, query: `${operation} Fuzz${declared} ${selection}`, variables: writer.variables };
}

class Writer {
  readonly declarations: string[] = [];
  readonly variables: Record<string, unknown> = {};

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly tape: Tape,
    private readonly known: KnownValues,
  ) {}

  selection(type: GraphQLNamedType, depth: number): string {
    if (isAbstractType(type)) {
      const possible = this.schema.getPossibleTypes(type);
      const chosen = Array.from({ length: 1 + this.tape.below(3) }, () => this.tape.oneOf(possible));
      return `{ __typename ${chosen.map((one) => (one ? `... on ${one.name} ${this.selection(one, depth + 1)}` : '')).join(' ')} }`;
    }
    if (!isObjectType(type) || this.tape.isEmpty || depth >= deepest) return '{ __typename }';
    const count = 1 + this.tape.below(4);
    const fields = Array.from({ length: count }, () => this.field(this.tape.oneOf(fieldsOf(type)), depth));
    return `{ ${fields.join(' ')} }`;
  }

  /** Each under a name of its own: the same field with other arguments would otherwise be refused as a conflict. */
  field(field: GraphQLField<unknown, unknown> | undefined, depth: number): string {
    if (!field) return '__typename';
    const given = field.args.filter((argument) => isNonNullType(argument.type) || this.tape.below(2) === 1);
    const args = given.map((argument) => {
      const value = valueFor(argument.type, argument.name, this.tape, this.known);
      if (this.tape.below(3) > 0) return `${argument.name}: ${literal(value, argument.type)}`;
      const name = `v${this.declarations.length}`;
      this.declarations.push(`$${name}: ${this.tape.once(20) ? 'String' : String(argument.type)}`);
      this.variables[name] = value;
      return `${argument.name}: $${name}`;
    });
    const name = `f${this.tape.below(1_000)}`;
    const directive = this.tape.once(30) ? this.tape.oneOf([' @skip(if: false)', ' @include(if: "x")', ' @nope', ' @skip']) : '';
    const type = getNamedType(field.type);
    const inner = isLeafType(type) ? '' : ` ${this.selection(type, depth + 1)}`;
    return `${name}: ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${directive}${inner}`;
  }
}

function fieldsOf(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields());
}
