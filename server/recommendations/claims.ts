import { addressPattern, hashtagPattern, mentionPattern } from '../videos/quotable-caption';
import type { Locale } from './wording/wording';

/** What must never come out of a language model, whatever it says: links, mentions, markup, invisible or look-alike characters. */
export function carriesForeignMatter(text: string): boolean {
  const plain = unmasked(text);
  return (
    new RegExp(addressPattern.source, 'iu').test(plain) ||
    spelledAddress.test(plain) ||
    new RegExp(mentionPattern.source, 'u').test(plain) ||
    /[<>`{}|\\]|\]\(|\*\*|__|&#?\w+;/.test(plain) ||
    /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u2800]|(?!\ufe0f)\p{Default_Ignorable_Code_Point}/u.test(text.replace(/\n/g, ' ')) ||
    mixedScripts.test(plain)
  );
}

/** A text as it is read: wide and styled letters are plain ones, and a dot in brackets or of another script is a dot. */
function unmasked(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[。｡․]/g, '.')
    .replace(/\s*[([{]\s*(?:\.|dot|point)\s*[)\]}]\s*/giu, '.');
}

/** "evil dot com", "evil point fr". */
const spelledAddress =
  /[\p{L}\p{N}-]\s+(?:dot|point)\s+(?:com|net|org|fr|be|ch|ca|eu|io|co|ly|gg|app|dev|shop|store|site|online|info|biz|xyz|link|test|example)(?![\p{L}\p{N}])/iu;

/** Letters of another script that look like Latin ones, inside a word. */
const mixedScripts =
  /\p{Script=Latin}\p{M}*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{M}*\p{Script=Latin}/u;

export function hashtagsIn(text: string): string[] {
  return (text.normalize('NFKC').match(hashtagPattern) ?? []).map((hashtag) => hashtag.slice(1).toLowerCase());
}

const figure = /[+\-−]?\p{N}{1,3}(?:[\u202f\u00a0 ]\p{N}{3})+(?:[.,]\p{N}+)?|\p{N}+(?:[.,]\p{N}+)*/gu;

/** Figures in a text, each with its percent sign where it has one, written the same way whatever the language: "46%", "5.2". */
export function figuresIn(text: string): string[] {
  const plain = text.normalize('NFKC');
  return [...plain.matchAll(figure)].map(({ 0: token, index }) => {
    const value = token.replace(/[+\-−\s]/g, '').replace(',', '.');
    return /^\s*(?:%|percent\b|per cent\b|pour ?cent\b)/iu.test(plain.slice(index + token.length)) ? `${value}%` : value;
  });
}

const whole = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');

/** Quantities in words, in both languages whatever was asked for; "one" and "un" are also articles. */
const quantity = whole(
  [
    'deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cents?|mille|milliers?|millions?|milliards?|(?:diz|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?|moitié|tiers|quarts?',
    'doubl\\p{L}*|tripl\\p{L}*|décupl\\p{L}*|quadrupl\\p{L}*',
    'two|three|four|five|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|billions?|dozens?|twice|thrice|half|quarters?|percent',
  ].join('|'),
);

/** What Crealia does not know, and what nobody can promise. */
const unfounded = whole(
  [
    'garanti\\p{L}*|viral\\p{L}*|virales?|virales?|à coup sûr|prouv\\p{L}*|certain de|assuré\\p{L}*|algorithm\\p{L}*|shadow ?ban\\p{L}*|rétention|temps de visionnage|durée de visionnage|portée|impressions?|tendances?|démographi\\p{L}*',
    'guarante\\p{L}*|go(?:es|ing)? viral|virality|proven|certainly|surely|watch ?time|retention|reach|trend\\p{L}*|demographic\\p{L}*|for you page|page pour toi',
  ].join('|'),
);

/** Words of somebody who took a caption for an instruction, or who sells something. */
const obedience = whole(
  [
    "prompt|assistants?|confidence|instructions?|consignes?|ignor\\p{L}*|as an ai|en tant qu[’']ia|openai|chatgpt|gpt|language model|modèle de langage|developer mode|mode développeur",
    "system message|message système|mot de passe|password|cliqu\\p{L}*|click|lien|link|gagn\\p{L}* de l[’']argent|promo\\p{L}*|whatsapp|telegram|bitcoins?|crypto\\p{L}*|paypal|iban|virements?",
  ].join('|'),
);

const decrease = whole('moins|baisse\\p{L}*|perd\\p{L}*|chut\\p{L}*|less|fewer|lower|drop\\p{L}*|lose\\p{L}*|decreas\\p{L}*');

const weekdays: Record<Locale, string[]> = {
  FR: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  EN: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
};
const partsOfDay: [RegExp, number, number][] = [
  [whole('matin\\p{L}*|mornings?'), 5, 12],
  [whole('midi|noon|lunch\\p{L}*|déjeuner'), 11, 14],
  [whole('après-midi|afternoons?'), 12, 18],
  [whole('soir\\p{L}*|evenings?'), 17, 24],
  [whole('nuit\\p{L}*|nights?|minuit|midnight'), 20, 30],
];

/** What a text may claim for one recommendation. */
export interface Grounds {
  /** From figuresIn, over everything the evidence says. */
  figures: ReadonlySet<string>;
  /** For posting times only: the days and hours that were measured. */
  time: { weekday: number | null; hourFrom: number; hourUntil: number } | null;
}

/** Whether a sentence claims no more than the evidence: its figures are there, and it says nothing that was not measured. */
export function isGrounded(sentence: string, { figures, time }: Grounds): boolean {
  const bare = sentence.normalize('NFKC').replace(hashtagPattern, ' ');
  const found = figuresIn(bare);
  if (found.some((value) => !figures.has(value))) return false;
  // A percent sign after something that is no figure: Roman numerals, letters.
  if ((bare.match(/%/g) ?? []).length > found.filter((value) => value.endsWith('%')).length) return false;
  if (found.length > 0 && decrease.test(bare)) return false;
  if (quantity.test(bare) || unfounded.test(bare) || obedience.test(bare)) return false;
  return time === null || isAtMeasuredTime(bare, time);
}

function isAtMeasuredTime(sentence: string, { weekday, hourFrom, hourUntil }: NonNullable<Grounds['time']>): boolean {
  const named = Object.values(weekdays).flatMap((names) =>
    names.flatMap((name, index) => (whole(`${name}s?`).test(sentence) ? [index + 1] : [])),
  );
  if (named.some((day) => day !== weekday)) return false;
  return partsOfDay.every(([word, from, until]) => {
    if (!word.test(sentence)) return true;
    const overlaps = (start: number, end: number) => start < until && end > from;
    return overlaps(hourFrom, hourUntil) || overlaps(hourFrom + 24, hourUntil + 24);
  });
}

const functionWords: Record<Locale, RegExp> = {
  FR: /(?<!\p{L})(?:le|la|les|des|une?|et|est|vos|votre|vous|pour|dans|avec|sur|que|qui|ce|cette|du|au|plus|ne|pas|en|de|à|il|elle|on|se|sa|son|ses|où|comme|(?:l|d|c|j|n|s|qu)(?=['’]))(?!\p{L})/giu,
  EN: /(?<!\p{L})(?:the|an?|and|is|are|your|you|for|in|with|on|that|this|of|to|it|more|not|at|from|have|has|be|by|as|or|but|what|when|where|how|its|their|they|he|she|who|which|there|was|will)(?!\p{L})/giu,
};

/** Words from which a text is long enough to tell its language. */
const tellingLength = 8;

/**
 * Whether a text reads as the language asked for, by its function words: more of them than of the other language's. A short text
 * passes unless it has three or more of the other language's.
 */
export function isInLanguage(text: string, locale: Locale): boolean {
  const count = (language: Locale) => (text.match(functionWords[language]) ?? []).length;
  const [own, other] = [count(locale), count(locale === 'FR' ? 'EN' : 'FR')];
  const length = (text.match(/\p{L}+/gu) ?? []).length;
  return length < tellingLength ? other < 3 || own > other : own > other;
}

/** Words in a row that a text may share with another before it repeats it. */
const sharedWords = 5;

/** Whether a text repeats a passage of another, whatever its case and punctuation: an answer that recites its instructions. */
export function repeats(text: string, other: string): boolean {
  const wordsOf = (whole: string) => whole.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const passages = wordsOf(other).join(' ');
  const words = wordsOf(text);
  return words.some((_word, index) => {
    const passage = words.slice(index, index + sharedWords);
    return passage.length === sharedWords && ` ${passages} `.includes(` ${passage.join(' ')} `);
  });
}
