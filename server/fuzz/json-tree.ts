/**
 * JSON as it is written, not as JavaScript holds it: numbers of any length, keys that come twice and `__proto__` stay what they are,
 * so that a fuzz test can send them.
 */
export type JsonTree =
  | { kind: 'object'; entries: readonly (readonly [string, JsonTree])[] }
  | { kind: 'array'; items: readonly JsonTree[] }
  /** A value as its text, which need not be JSON. */
  | { kind: 'raw'; text: string };

/** Names of keys and indexes of items, from the root. */
export type JsonPath = readonly (string | number)[];

export function raw(text: string): JsonTree {
  return { kind: 'raw', text };
}

export function treeOf(value: unknown): JsonTree {
  if (Array.isArray(value)) return { kind: 'array', items: value.map(treeOf) };
  if (typeof value === 'object' && value !== null) {
    return { kind: 'object', entries: Object.entries(value).map(([key, child]) => [key, treeOf(child)] as const) };
  }
  return raw(JSON.stringify(value) ?? 'null');
}

export function writeTree(tree: JsonTree): string {
  if (tree.kind === 'raw') return tree.text;
  if (tree.kind === 'array') return `[${tree.items.map(writeTree).join(',')}]`;
  return `{${tree.entries.map(([key, child]) => `${JSON.stringify(key)}:${writeTree(child)}`).join(',')}}`;
}

/** Every place in a tree, the root included, parents before their children. */
export function listPaths(tree: JsonTree, path: JsonPath = []): JsonPath[] {
  if (tree.kind === 'raw') return [path];
  const children: (readonly [string | number, JsonTree])[] =
    tree.kind === 'array' ? tree.items.map((item, index) => [index, item] as const) : [...tree.entries];
  return [path, ...children.flatMap(([step, child]) => listPaths(child, [...path, step]))];
}

/** The tree with what `change` makes of the place; `change` gives what stands there afterwards: nothing, one value, or several. */
export function changeAt(tree: JsonTree, path: JsonPath, change: (found: JsonTree) => readonly JsonTree[]): JsonTree {
  return changed(tree, path, change)[0] ?? raw('');
}

function changed(
  tree: JsonTree,
  [step, ...rest]: JsonPath,
  change: (found: JsonTree) => readonly JsonTree[],
): readonly JsonTree[] {
  if (step === undefined) return change(tree);
  if (tree.kind === 'array') {
    return [
      { kind: 'array', items: tree.items.flatMap((item, index) => (index === step ? changed(item, rest, change) : [item])) },
    ];
  }
  if (tree.kind === 'raw') return [tree];
  const entries = tree.entries.flatMap(([key, child]) =>
    key === step ? changed(child, rest, change).map((value) => [key, value] as const) : [[key, child] as const],
  );
  return [{ kind: 'object', entries }];
}
