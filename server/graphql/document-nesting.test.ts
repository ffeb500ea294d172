import { getIntrospectionQuery, parse, print } from 'graphql';
import { readWebOperations } from '../testing/web-operations';
import { createDocumentCaches, deepestNesting, refuseDeepDocument } from './document-nesting';
import { exampleQueries } from './example-queries';

const operations = Object.entries(await readWebOperations()).map(([name, document]) => [name, print(document)] as const);
const examples = exampleQueries.map(({ query }, index) => [`example ${index}`, query] as const);

it.each([...operations, ...examples, ['introspection', getIntrospectionQuery()] as const])('lets %s pass', (_name, text) => {
  expect(() => refuseDeepDocument(text)).not.toThrow();
});

it.each([
  ['braces', '{a'.repeat(deepestNesting + 1)],
  ['lists', `{ a(b: ${'['.repeat(5_000)}`],
  ['objects', `{ a(b: ${'{c:'.repeat(5_000)}`],
  ['types', `query ($a: ${'['.repeat(5_000)}Int`],
])('refuses too many %s', (_name, text) => {
  expect(() => refuseDeepDocument(text)).toThrow('nests more than');
});

it('leaves to the parser what is no GraphQL', () => {
  expect(() => refuseDeepDocument('{ a(b: "')).not.toThrow();
  expect(() => refuseDeepDocument('\u0000')).not.toThrow();
  expect(() => refuseDeepDocument('}}}}')).not.toThrow();
});

it('keeps parsed documents within a bound of text, whoever sends them', () => {
  const { documentCache } = createDocumentCaches();
  const document = parse('{ a }');
  for (let index = 0; index < 2_000; index++) documentCache.set(`{ a${index} } ${' '.repeat(5_000)}`, document);
  documentCache.set('x'.repeat(500_000), document);
  const kept = [...documentCache.keys()].reduce((sum, text) => sum + text.length, 0);
  expect(kept).toBeLessThanOrEqual(600_000);
  expect(kept).toBeGreaterThan(500_000);
});
