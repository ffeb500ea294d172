import { localAddress, readPeriod, urls, withQuery } from './urls';

test('parameters without a value stay out of an address', () => {
  expect(withQuery('/a', { b: 'c d', e: null, f: undefined, g: '', h: 0 })).toBe('/a?b=c+d&h=0');
  expect(withQuery('/a', {})).toBe('/a');
});

test.each([
  ['/settings?x=1', '/settings?x=1'],
  ['https://elsewhere.example', '/tiktok'],
  ['//elsewhere.example', '/tiktok'],
  ['/\\elsewhere.example', '/tiktok'],
  ['/\t/elsewhere.example', '/tiktok'],
  ['/\n/elsewhere.example', '/tiktok'],
  ['/.//elsewhere.example', '/tiktok'],
  ['/tiktok/..//elsewhere.example', '/tiktok'],
  ['/api/tiktok/auth', '/tiktok'],
  ['/', '/'],
  ['', '/tiktok'],
  [null, '/tiktok'],
])('returning to %p leads to %s', (address, expected) => {
  expect(localAddress(address)).toBe(expected);
});

test.each([
  ['', '28d'],
  ['period=7d', '7d'],
  ['period=forever', '28d'],
])('the address "%s" asks for %s', (query, period) => {
  expect(readPeriod(new URLSearchParams(query))).toBe(period);
});

test('an identifier keeps its own characters in an address', () => {
  expect(urls.video('VmlkZW86MQ==')).toBe('/tiktok/videos/VmlkZW86MQ%3D%3D');
});

test('GraphiQL opens on a document and its variables', () => {
  const address = new URL(urls.graphiql('query Q { a }', { id: '1' }), 'http://localhost');
  expect(address.searchParams.get('query')).toBe('query Q { a }');
  expect(JSON.parse(address.searchParams.get('variables') ?? '')).toEqual({ id: '1' });
});
