/** What a recommendation says, for the comparison with others: its title, and all of its words together. */
export interface Idea {
  title: string;
  text: string;
}

/** Share of content words from which two texts are alike. */
export const alikeFrom = 0.5;

const stemLength = 5;
const fewestStems = 3;

/**
 * Two ideas are alike when their titles have the same content words, or when their texts share half of them or more. A text is
 * reduced to the set of its content words: in lower case without accents, without the function words of both languages, without the
 * s or x of a plural, cut to five letters, which takes endings off in French and in English alike. The share is Jaccard's index of
 * the two sets (P. Jaccard, Bulletin de la Société vaudoise des sciences naturelles 37, 1901).
 */
export function areAlike(one: Idea, other: Idea): boolean {
  if (similarityOf(one.title, other.title) === 1) return true;
  const isShort = [one, other].some(({ text }) => stemsOf(text).size < fewestStems);
  return similarityOf(one.text, other.text) >= (isShort ? 1 : alikeFrom);
}

/** Of those that may go, the ones to let go: each that is like one before it, or like one of `others`. @returns their keys */
export function findAlike<Key>(candidates: readonly (readonly [Key, Idea])[], others: readonly Idea[]): Set<Key> {
  const kept = [...others];
  const alike = new Set<Key>();
  for (const [key, idea] of candidates) {
    if (kept.some((before) => areAlike(before, idea))) alike.add(key);
    else kept.push(idea);
  }
  return alike;
}

/** Share of content words that two texts have in common, 0 to 1; 1 for texts without any that are the same. */
export function similarityOf(one: string, other: string): number {
  const [stems, otherStems] = [stemsOf(one), stemsOf(other)];
  if (stems.size === 0 && otherStems.size === 0) return folded(one).join(' ') === folded(other).join(' ') ? 1 : 0;
  return jaccard(stems, otherStems);
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((stem) => other.has(stem)).length;
  return shared / (one.size + other.size - shared);
}

function stemsOf(text: string): Set<string> {
  return new Set(
    folded(text)
      .filter((word) => word.length > 1 && !functionWords.has(word))
      .map((word) => word.replace(/(?<=.{3})[sx]$/, '').slice(0, stemLength)),
  );
}

function folded(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

const functionWords = new Set(
  [
    'le la les un une des du de au aux et ou ni mais car donc or que qui quoi dont ce cet cette ces il elle on nous vous ils elles je tu me te se lui leur eux moi toi',
    'mon ma mes ton ta tes son sa ses notre nos votre vos leurs ne pas plus tres bien aussi en dans sur sous avec sans pour par chez vers entre comme si est sont etre ete avoir ont avez',
    'the an and or nor but so that which who whom this these those he she it we you they me him her us them my your his its our their not no more very too also in on at of to from with',
    'without for by as if is are was were be been being have has had do does did than then there here into onto over under',
  ].flatMap((words) => words.split(' ')),
);
