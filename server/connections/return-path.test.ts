import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { projectRoot } from '../project-root';
import { safeReturnPath } from './return-path';

it.each([
  ['/tiktok/videos?hashtag=%C3%A9t%C3%A9&order=views', '/tiktok/videos?hashtag=%C3%A9t%C3%A9&order=views'],
  ['/', '/'],
  ['/settings', '/settings'],
  ['/graphql?query=%7B__typename%7D', '/graphql?query=%7B__typename%7D'],
  ['/tiktok/../settings', '/settings'],
])('leads back to %s', (asked, given) => expect(safeReturnPath(asked)).toBe(given));

it.each([
  null,
  '',
  'tiktok',
  '//evil.test',
  '///evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  '/\t/evil.test',
  '/\n/evil.test',
  '/\r\n/evil.test',
  '/\r\nset-cookie: a=b',
  ' //evil.test',
  '/.//evil.test',
  '/tiktok/..//evil.test',
  '/%2F%2Fevil.test',
  '/%5Cevil.test',
  'https://evil.test',
  'https:evil.test',
  'javascript:alert(1)',
  'data:text/html,x',
  '/@evil.test',
  '/api/tiktok/auth',
  '/webhooks/tiktok',
  '/connect/problem?code=x',
  '/tiktokevil',
  `/tiktok?${'x'.repeat(2_000)}`,
])('leads from %j to the dashboard', (asked) => expect(safeReturnPath(asked)).toBe('/tiktok'));

it('never leads off this site, nor to what is no page, whatever is asked', () => {
  const part = fc.constantFrom(
    '/',
    '\\',
    '\t',
    '\n',
    '\r',
    '.',
    '..',
    '@',
    ':',
    '%2f',
    '%5c',
    '#',
    '?',
    'evil.test',
    'tiktok',
    ' ',
    '\0',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(part).map((parts) => parts.join('')),
        fc.webUrl(),
        fc.string({ unit: 'binary' }),
      ),
      (asked) => {
        const given = safeReturnPath(asked);
        expect(given).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
        expect(new URL(given, 'https://crealia.test').origin).toBe('https://crealia.test');
      },
    ),
    { numRuns: 1_000 },
  );
});

it('knows every page of the site that is looked at', () => {
  const routes = readFileSync(path.join(projectRoot, 'web/routes.ts'), 'utf8');
  const pages = [...routes.matchAll(/route\('([^'*]+)'/g)].map(([, page]) => `/${page!.replace(/:\w+/g, 'x')}`);
  // Ends of a way, and addresses that only do something.
  const others = ['/connect/problem', '/demonstration', '/erased/x', '/language'];
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.filter((page) => safeReturnPath(page) !== page).sort()).toEqual(others);
});
