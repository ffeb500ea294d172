import fc from 'fast-check';

const size = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 61, max: 5_000 }) },
);

/** Documents that are small to send and would be large to work on. */
const makers: Record<string, (n: number) => string> = {
  deepBraces: (n) => '{a'.repeat(n) + '}'.repeat(n),
  deepNodes: (n) => `{ viewer ${'{ user '.repeat(n)} { id } ${'}'.repeat(n)} }`,
  unclosed: (n) => '{ viewer '.repeat(n),
  deepList: (n) => `{ nodes(ids: ${'['.repeat(n)}"x"${']'.repeat(n)}) { id } }`,
  deepObject: (n) => `mutation { syncVideos(input: ${'{a:'.repeat(n)}1${'}'.repeat(n)}) { __typename } }`,
  deepType: (n) => `query ($a: ${'['.repeat(n)}Int${']'.repeat(n)}) { __typename }`,
  aliases: (n) => `{ ${Array.from({ length: n }, (_, i) => `a${i}: __typename`).join(' ')} }`,
  aliasedViewers: (n) => `{ ${Array.from({ length: n }, (_, i) => `a${i}: viewer { user { displayName } }`).join(' ')} }`,
  aliasedPages: (n) =>
    `{ viewer { tiktokConnections { ${Array.from({ length: n }, (_, i) => `a${i}: videos(first: 100) { nodes { id } }`).join(' ')} } } }`,
  sameField: (n) => `{ ${'__typename '.repeat(n)} }`,
  conflicts: (n) => `{ ${Array.from({ length: n }, (_, i) => `a: node(id: "${i}") { id }`).join(' ')} }`,
  overlapping: (n) => `{ ${Array.from({ length: n }, () => 'viewer { user { id displayName } }').join(' ')} }`,
  manyIds: (n) =>
    `{ nodes(ids: [${Array.from({ length: n }, (_, i) => `"${Buffer.from(`Video:${i}`).toString('base64')}"`).join(',')}]) { id } }`,
  fragmentCycle: (n) =>
    `{ ...f0 } ${Array.from({ length: n }, (_, i) => `fragment f${i} on Query { ...f${(i + 1) % n} }`).join(' ')}`,
  fragmentChain: (n) =>
    `{ ...f0 } ${Array.from({ length: n }, (_, i) => `fragment f${i} on Query { ...f${i + 1} }`).join(' ')} fragment f${n} on Query { __typename }`,
  fragmentDoubling: (n) =>
    `{ ...f0 } ${Array.from({ length: n }, (_, i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`).join(' ')} fragment f${n} on Query { __typename }`,
  fragmentTwins: (n) => `{ ${Array.from({ length: n }, () => '...f').join(' ')} } fragment f on Query { viewer { user { id } } }`,
  unusedFragments: (n) =>
    `{ __typename } ${Array.from({ length: n }, (_, i) => `fragment f${i} on Query { __typename }`).join(' ')}`,
  directives: (n) => `{ __typename ${'@skip(if: false) '.repeat(n)} }`,
  unknownDirectives: (n) => `{ __typename ${'@a '.repeat(n)} }`,
  unknownFields: (n) => `{ ${Array.from({ length: n }, (_, i) => `viewe${i}`).join(' ')} }`,
  unknownArguments: (n) => `{ node(id: "x", ${Array.from({ length: n }, (_, i) => `idd${i}: 1`).join(' ')}) { id } }`,
  operations: (n) => Array.from({ length: n }, (_, i) => `query q${i} { __typename }`).join(' '),
  variables: (n) => `query (${Array.from({ length: n }, (_, i) => `$v${i}: Int = ${i}`).join(', ')}) { __typename }`,
  inlineFragments: (n) => `{ ${'... { '.repeat(n)} __typename ${'} '.repeat(n)} }`,
  introspection: (n) => `{ __schema { types ${'{ fields { type '.repeat(n)} { name } ${'} } '.repeat(n)} } }`,
  ofType: (n) => `{ __type(name: "Video") { ${'ofType { '.repeat(n)} name ${'} '.repeat(n)} } }`,
  comments: (n) => `${'# nothing\n'.repeat(n)} { __typename }`,
  commas: (n) => `{ ${','.repeat(n * 10)} __typename }`,
  longName: (n) => `{ ${'a'.repeat(n * 20)} }`,
  longString: (n) => `{ node(id: "${'a'.repeat(n * 20)}") { id } }`,
  blockString: (n) => `{ node(id: """${'\n  "'.repeat(n)}\n""") { id } }`,
  escapes: (n) => `{ node(id: "${'\\u0000'.repeat(n)}") { id } }`,
  bigNumber: (n) => `{ node(id: ${'9'.repeat(n)}) { id } }`,
  nulls: (n) => `{ node(id: "${'\u0000'.repeat(n)}") { id } }`,
};

export const pathologicalDocument = fc
  .tuple(fc.constantFrom(...Object.keys(makers)), size)
  .map(([kind, n]) => ({ kind, n, query: makers[kind]?.(n) ?? '' }));
