import { en } from './en';
import { fr } from './fr';

/** Every key with its text, nested ones joined by dots. */
function entriesOf(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : entriesOf(value as object, `${path}${key}.`),
  );
}

/** The placeholders of a text, sorted. */
function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name ?? '').sort();
}

const french = new Map(entriesOf(fr));
const english = new Map(entriesOf(en));

test('both languages have the same keys', () => {
  expect([...english.keys()].sort()).toEqual([...french.keys()].sort());
});

test('both languages fill the same placeholders', () => {
  const differing = [...french].filter(
    ([key, text]) => placeholdersOf(text).join() !== placeholdersOf(english.get(key) ?? '').join(),
  );
  expect(differing.map(([key]) => key)).toEqual([]);
});

test('no text is empty', () => {
  expect([...french, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
});
