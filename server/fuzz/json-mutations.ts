import fc from 'fast-check';
import { hostileText } from './hostile-text';
import { changeAt, type JsonPath, type JsonTree, listPaths, raw, writeTree } from './json-tree';

/** One change of an answer: where, by its number among all places, and what happens there. */
export interface JsonMutation {
  place: number;
  change: Change;
}

type Change =
  | { kind: 'delete' }
  | { kind: 'replace'; text: string }
  | { kind: 'addKey'; key: string; text: string }
  /** The same key or item once more, with this value or its own. */
  | { kind: 'repeat'; text: string | null }
  | { kind: 'wrap'; before: string; after: string }
  /** The number as a string, the string as what stands in it. */
  | { kind: 'swapType' };

const numbers = [
  '0', '-0', '-1', '1', '1.5', '-1.5', '1e3', '1e308', '1e400', '-1e400', '0.1e-400', '9007199254740991', '9007199254740992', '9007199254740993', '-9007199254740993',
  '7100000000000000001', '123456789012345678901234567890', '1732276800', '1732276800000', '4102444800', '99999999999', '100000000000', '8640000000001', '2147483648', '4294967296',
]; // prettier-ignore

/** Not JSON at all, but what a broken server may write. */
const nonsense = [
  'NaN',
  'Infinity',
  '-Infinity',
  'undefined',
  '01',
  '+1',
  '.5',
  '1.',
  '0x10',
  "'x'",
  'nul',
  '{',
  ']',
  '',
  '"',
  '"\\u12"',
  '"\\ud800"',
  '"\\q"',
  '//',
  '/**/1',
];

const addresses = [
  'javascript:alert(1)', 'data:text/html,x', 'ftp://a.test/x', '//a.test/x', '/x', 'http://', 'http://a', 'https://user:pass@a.test/', 'http://127.0.0.1:1/', 'http://[::1]/',
  'http://[', 'https://a.test/?x-expires=0', 'https://a.test/?x-expires=99999999999', 'https://a.test/?x-expires=-5', 'https://a.test/?x-expires=1&x-expires=2', 'https://a.test/?x-expires=1e9',
  'HTTPS://A.TEST/%', 'http://a.test/\u0000', 'https://é.test/', 'http://a.test/ b', ' http://a.test', 'http://a.test:99999/', `https://a.test/${'a'.repeat(9_000)}`, 'file:///etc/passwd', 'blob:http://a.test/x',
]; // prettier-ignore

const texts = ['', ' ', '0', '12', '-12', '1.5', '1e5', ' 7 ', '１２', '٣', 'NaN', 'Infinity', 'true', 'false', 'ok', '__proto__', 'constructor', '9007199254740993', 'a/b', '../..', '"', '<b>', '\u0000', '\ud800', '👍']; // prettier-ignore

const keys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'toJSON',
  'then',
  'length',
  '',
  ' id',
  'ID',
  'error',
  'code',
  'data',
  'videos',
  'message',
];

const deep = fc
  .constantFrom(10, 1_000, 20_000)
  .chain((depth) =>
    fc.constantFrom('['.repeat(depth) + ']'.repeat(depth), '{"a":'.repeat(depth) + '1' + '}'.repeat(depth), '['.repeat(depth)),
  );

/** The text of a value that has no business where it stands. */
export const hostileValue: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('null', 'true', 'false', '[]', '{}', '[[]]', '[null]', '{"id":1}', '[{}]') },
  { weight: 8, arbitrary: fc.constantFrom(...numbers) },
  { weight: 4, arbitrary: fc.constantFrom(...texts).map((text) => JSON.stringify(text)) },
  { weight: 4, arbitrary: fc.constantFrom(...addresses).map((text) => JSON.stringify(text)) },
  { weight: 3, arbitrary: hostileText.map((text) => JSON.stringify(text)) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)) },
  { weight: 2, arbitrary: fc.constantFrom(...nonsense) },
  { weight: 1, arbitrary: fc.constantFrom(...keys).map((key) => `{${JSON.stringify(key)}:{"polluted":true}}`) },
  { weight: 1, arbitrary: deep },
);

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: hostileValue.map((text): Change => ({ kind: 'replace', text })) },
  { weight: 2, arbitrary: fc.constant<Change>({ kind: 'delete' }) },
  { weight: 2, arbitrary: fc.constant<Change>({ kind: 'swapType' }) },
  { weight: 2, arbitrary: fc.option(hostileValue).map((text): Change => ({ kind: 'repeat', text })) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('addKey' as const), key: fc.constantFrom(...keys), text: hostileValue }),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(['[', ']'], ['{"value":', '}'], ['{"0":', '}'], ['"', '"'])
      .map(([before = '', after = '']): Change => ({ kind: 'wrap', before, after })),
  },
);

export const jsonMutation: fc.Arbitrary<JsonMutation> = fc.record({ place: fc.nat(), change });

/** @returns the changed tree and the place that was changed */
export function mutate(tree: JsonTree, { place, change }: JsonMutation): { tree: JsonTree; path: JsonPath } {
  const paths = listPaths(tree);
  const path = paths[place % paths.length] ?? [];
  const mutated = changeAt(tree, path, (found) => {
    switch (change.kind) {
      case 'delete':
        return [];
      case 'replace':
        return [raw(change.text)];
      case 'repeat':
        return [found, change.text === null ? found : raw(change.text)];
      case 'wrap':
        return [raw(change.before + writeTree(found) + change.after)];
      case 'swapType':
        return [swapType(found)];
      case 'addKey':
        return [
          found.kind === 'object' ? { ...found, entries: [...found.entries, [change.key, raw(change.text)]] } : raw(change.text),
        ];
    }
  });
  return { tree: mutated, path };
}

function swapType(found: JsonTree): JsonTree {
  if (found.kind === 'array')
    return { kind: 'object', entries: found.items.map((item, index) => [String(index), item] as const) };
  if (found.kind === 'object') return { kind: 'array', items: found.entries.map(([, child]) => child) };
  const isText = found.text.startsWith('"');
  return raw(isText ? found.text.slice(1, -1) || 'null' : JSON.stringify(found.text));
}
