import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { Tape } from './tape';

/** Ids and cursors that exist: some the person's own, some somebody else's. */
export interface KnownValues {
  ids: readonly [string, ...string[]];
  cursors: readonly [string, ...string[]];
}

const oddIds = ['', 'x', 'VmlkZW86', 'OjE=', 'VmlkZW86MQ==', 'VXNlcjox', 'Tm9wZTox', '__proto__', 'VmlkZW86AA==', '////', '🎉', 'VmlkZW86' + 'QUFB'.repeat(500), "VmlkZW86JyBPUiAxPTE="] as const; // prettier-ignore
const oddCursors = ['', 'x', 'W10', 'e30', 'bnVsbA', 'WyJQVUJMSVNIRURfQVQiLDEsIngiXQ', 'WyJQVUJMSVNIRURfQVQiLDFlNDAwLCJ4Il0', 'WyJWSUVXX0NPVU5UIixudWxsLCIiXQ', 'T2Zmc2V0Q29ubmVjdGlvbjo5OTk5OTk5OQ', 'W1tbW1tb', '🎉'] as const; // prettier-ignore
const texts = [
  '', 'a', '#', 'été', '\u0000', '\ud800', '\u202e', '%', '_', '"', "'; DROP TABLE Video; --", '<script>', '__proto__', 'x'.repeat(20_000), '🎉'.repeat(300), '2026-11-22', 'NaN', '../../etc/passwd',
] as const; // prettier-ignore
const timeZones = ['Europe/Paris', 'UTC', 'Etc/GMT+12', 'Pacific/Kiritimati', 'Etc/GMT-14', '+02:00', 'Europe/Paris\u0000', 'europe/paris', 'Mars/Phobos', 'GMT+25', 'x'.repeat(5_000), '', 'constructor'] as const; // prettier-ignore
const times = [
  '2026-11-22T12:00:00Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '-271821-04-20T00:00:00Z', '+275760-09-13T00:00:00Z', '2026-02-30T00:00:00Z', '2026-11-22', '1', 0, 1e15, '2026-11-22T24:00:00Z', '2026-06-30T23:59:60Z', '2026-11-22T12:00:00+99:99',
] as const; // prettier-ignore
const integers = [0, 1, 20, -1, 100, 101, 1_000, 2_147_483_647, -2_147_483_648, 2_147_483_648, 1e21, 1.5, -0] as const;
const wrong = [null, true, 0, -1, 1.5, 1e300, '', 'x', [], {}, [[]], [null], { a: { b: 1 } }, '\u0000', [{}, 1, 'x']] as const;

/** A value for an argument: mostly of its type, now and then of none. As JSON holds it. */
export function valueFor(type: GraphQLInputType, name: string, tape: Tape, known: KnownValues): unknown {
  if (tape.once(25)) return tape.oneOf(wrong);
  if (isNonNullType(type)) return valueFor(type.ofType, name, tape, known);
  if (tape.once(20)) return null;
  if (isListType(type)) {
    const length = tape.oneOf([1, 0, 2, 3, 1_000]);
    const item = valueFor(type.ofType, name, tape, known);
    return Array.from({ length }, () => (length > 10 ? item : valueFor(type.ofType, name, tape, known)));
  }
  if (isEnumType(type)) return tape.once(10) ? 'NO_SUCH_VALUE' : tape.oneOf(type.getValues().map(({ name }) => name));
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || tape.below(2) === 1);
    const given = fields.map((field) => [field.name, valueFor(field.type, field.name, tape, known)] as const);
    return Object.fromEntries(tape.once(20) ? [...given, ['noSuchField', 1]] : given);
  }
  switch (type.name) {
    case 'ID':
      return tape.oneOf([...known.ids, ...known.ids, ...oddIds]);
    case 'Int':
    case 'SafeInt':
    case 'Float':
      return tape.oneOf(integers);
    case 'Boolean':
      return tape.below(2) === 1;
    case 'DateTime':
      return tape.oneOf(times);
    case 'String':
      if (/zone/i.test(name)) return tape.oneOf(timeZones);
      if (/^(?:after|before)$/.test(name)) return tape.oneOf([...known.cursors, ...oddCursors]);
      return tape.oneOf(texts);
    default:
      return tape.oneOf(wrong);
  }
}

/** A JSON value as a GraphQL literal; of the names of an enum nothing is known here, so they come as they are told. */
export function literal(value: unknown, type: GraphQLInputType): string {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isEnumType(bare) && typeof value === 'string') return value || 'EMPTY';
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, isListType(bare) ? bare.ofType : bare)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = isInputObjectType(bare) ? bare.getFields() : {};
    const entries = Object.entries(value).map(([key, child]) => `${key}: ${literal(child, fields[key]?.type ?? bare)}`);
    return `{ ${entries.join(', ')} }`;
  }
  return JSON.stringify(value) ?? 'null';
}
