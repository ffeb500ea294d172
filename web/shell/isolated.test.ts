import { isolated } from './isolated';

test.each([
  ['Atelier', '\u2068Atelier\u2069'],
  ['سوق', '\u2068سوق\u2069'],
  ['a\u202eb\u2069c\u2067d\u200fe', '\u2068abcde\u2069'],
])('%j stands for itself in a sentence', (text, expected) => {
  expect(isolated(text)).toBe(expected);
});
