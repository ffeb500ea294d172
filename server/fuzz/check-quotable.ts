import { parseHashtags } from '../videos/hashtags';
import { captionOpening, captionWords, openingKeys, plainCaption } from '../videos/quotable-caption';
import { promise } from './nothing-invented';

/** What may go into advice or to a language model carries neither markup nor what cannot be seen, and is short, whatever the caption. */
export function checkQuotable(text: string): void {
  const line = plainCaption(text);
  promise(!/[<>`{}[\]\\\p{Cc}\p{Cf}\p{Cs}]/u.test(line), 'A plain caption carries what it must not', line);
  promise([...line].length <= 300, 'A plain caption is too long', line);
  const words = captionWords(text);
  promise([...words].length <= 300 && !/[\p{Cc}\p{Cf}<>]/u.test(words), 'Quotable words carry what they must not', words);
  const opening = captionOpening(text);
  promise(opening === null || [...opening].length <= 81, 'An opening is too long', opening);
  promise(openingKeys(text).length <= 2, 'Too many openings', openingKeys(text));
  const hashtags = parseHashtags(text);
  promise(hashtags.length <= 100 && new Set(hashtags).size === hashtags.length, 'Too many hashtags, or one twice', hashtags);
  promise(
    hashtags.every((tag) => [...tag].length <= 100 && !/[#＃\s<>&"'\p{Cc}\p{Cs}]/u.test(tag)),
    'A hashtag carries what it must not',
    hashtags,
  );
}
