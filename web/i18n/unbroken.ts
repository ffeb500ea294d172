import { frenchSpaces } from './french-spaces';
import type { Language } from './languages';

/** A sentence of the server's whose numbers stay with their names and signs at the end of a line: "n = 184" is one word. */
export function unbroken(sentence: string, language: Language): string {
  const spaced = language === 'fr' ? frenchSpaces(sentence) : sentence;
  return spaced.replace(/\bn = /g, 'n\u00a0=\u00a0');
}
