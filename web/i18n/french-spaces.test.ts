import { frenchSpaces, withFrenchSpaces } from './french-spaces';

test.each([
  ['Pourquoi ?', 'Pourquoi\u00a0?'],
  ['dit « non » : voilà', 'dit «\u00a0non\u00a0»\u00a0: voilà'],
  ['à 10:30', 'à 10:30'],
  ['{{a}} / {{b}}', '{{a}} / {{b}}'],
])('"%s" is set as "%s"', (text, expected) => {
  expect(frenchSpaces(text)).toBe(expected);
});

test('nested texts keep their keys', () => {
  expect(withFrenchSpaces({ a: { b: 'x !' }, c: ['y ;'] })).toEqual({ a: { b: 'x\u00a0!' }, c: ['y\u00a0;'] });
});
