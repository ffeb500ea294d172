// Default ignorable: zero widths, fillers, tags and variation selectors, in which a text can hide behind an emoji; U+2800 is a blank.
const controlAndInvisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;
// Bounded, as names of hosts are: without, each letter of "a.a.a.…" would look through all that follow it.
const address =
  /(?:\b[a-z][a-z0-9+.-]{0,30}:\/\/|\bwww\.|\bjavascript:|\bdata:)\S*|(?<![\p{L}\p{N}_#@])(?:[\p{L}\p{N}-]{1,63}\.){1,10}[a-z]{2,63}(?:\/\S*)?/giu;
const mention = /@[\p{L}\p{N}_.]+/gu;
const markup = /<[^<>]*>|[<>`*_~|\\{}[\]]/g;
const hashtag = /[#＃][\p{L}\p{N}\p{M}_]+/gu;

/** Longest caption that reaches a language model, in code points. */
const longestCaption = 300;

/**
 * A caption as data: one line, without control, direction and zero-width characters, without markup, cut at 300 code points.
 * Captions are untrusted: a creator may paste anything, and so may who writes for them.
 */
export function plainCaption(caption: string): string {
  const line = caption
    .normalize('NFC')
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(controlAndInvisible, '')
    .replace(markup, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...line].slice(0, longestCaption).join('');
}

/** The words of a caption without hashtags, mentions and addresses: what may be quoted in advice. */
export function captionWords(caption: string): string {
  return plainCaption(caption.replace(address, ' ').replace(mention, ' ').replace(hashtag, ' '))
    .replace(/[«»“”"„]/g, '')
    .replace(/\s+([.,…])/g, '$1')
    .trim();
}

/** First sentence of a caption, at most `longest` characters, cut between words; null where the caption has no words. */
export function captionOpening(caption: string, longest = 80): string | null {
  const words = captionWords(caption);
  if (!/\p{L}/u.test(words)) return null;
  const sentence = (/^.*?[.!?…](?=\s|$)/u.exec(words)?.[0] ?? words).replace(/[\s.…:;,–-]+$/u, '');
  if ([...sentence].length <= longest) return sentence;
  const cut = [...sentence].slice(0, longest).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20)).replace(/[\s.…:;,–-]+$/u, '')}…`;
}

/**
 * What recurs at the start of a series' captions: its first three words and its first two, lower case, without digits, punctuation
 * and emoji, so that “Jour 12 : le pain” and “Jour 13 : le sel” begin alike. What has fewer words or letters is left out.
 */
export function openingKeys(caption: string): string[] {
  const words = captionWords(caption)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\s'’-]/gu, ' ')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
  return [3, 2].flatMap((count) => {
    const first = words.slice(0, count);
    return first.length === count && first.join('').length >= 6 ? [first.join(' ')] : [];
  });
}

export { address as addressPattern, mention as mentionPattern, hashtag as hashtagPattern };
