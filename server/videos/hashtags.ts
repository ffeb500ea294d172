/** TikTok refuses longer tags; a longer run of letters is text that somebody forgot to space. Code points. */
const maximumLength = 100;
/** A caption of 2,200 characters has room for more, but nobody means them. */
const maximumCount = 100;

/** TikTok's API may cut a caption here: a tag that reaches the cut may be the beginning of another one. */
const cutLength = 150;

const sign = '[#\\uFF03]';
const tagCharacter =
  '(?:[\\p{XIDC}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{Regional_Indicator}]|\\u200C|\\u200D|\\uFE0F)';
/**
 * Tags may follow each other without a space; a sign inside a word, an entity (`&#39;`) or an address is none. Of a long row of signs
 * the last eight are enough: without a bound each sign would look through all that follow it.
 */
const runs = new RegExp(`(?<![\\p{XIDC}/&])(?:${sign}{1,8}${tagCharacter}+)+`, 'gu');
const signs = new RegExp(sign, 'u');
const somethingToRead = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
/** A tag cannot begin with what only changes the character before it: `#️⃣` is a keycap. */
const startsWithMark = /^(?:\p{M}|\u200C|\u200D)/u;

/**
 * The hashtags of a caption, without their sign, NFC and lower case, in order of appearance, each once.
 * Letters, digits, underscores and emoji of every script count (after UAX #31, hashtag identifiers); at most 100 tags of at most
 * 100 characters. TikTok sends title and description, often the same text, and may cut both at 150 characters: a tag that the cut
 * may go through is left out, for nobody knows how it went on.
 */
export function parseHashtags(...captions: readonly (string | null)[]): string[] {
  const tags = new Set<string>();
  for (const caption of captions) {
    for (const match of (caption ?? '').matchAll(runs)) {
      const pieces = match[0].split(signs);
      if (caption !== null && isCutAt(caption, match.index + match[0].length)) pieces.pop();
      for (const piece of pieces) {
        if (!somethingToRead.test(piece) || startsWithMark.test(piece)) continue;
        const tag = normalizeHashtag(piece);
        if ([...tag].length > maximumLength) continue;
        tags.add(tag);
        if (tags.size === maximumCount) return [...tags];
      }
    }
  }
  return [...tags];
}

function isCutAt(caption: string, end: number): boolean {
  return end === caption.length && (caption.length === cutLength || [...caption].length === cutLength);
}

/** How a tag is kept and looked up: without its sign, NFC, lower case, without the invisible choice between emoji and text. */
export function normalizeHashtag(tag: string): string {
  return tag
    .replace(/^[#\uFF03]+/u, '')
    .replaceAll('\uFE0F', '')
    .toLowerCase()
    .normalize('NFC');
}
