import { foldForSearch } from './caption';

it.each<[string, string]>([
  ['Été', 'ete'],
  ['CRÈME BRÛLÉE', 'creme brulee'],
  ['e\u0301te\u0301', 'ete'],
  ['ガス', 'ガス'],
  ['Ёлка', 'елка'],
  ['#Été 🔥', '#ete 🔥'],
])('folds %s to %s', (text, expected) => expect(foldForSearch(text)).toBe(expected));
